/** What makes a text harmless where it is shown, stated apart from how the product sees to it. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import MarkdownIt, { type Token } from 'markdown-it';
import { locationOf } from '../../client/src/location-argument.ts';

/** The commands that the server may name: in links of cards, code lenses and code actions. */
const COMMANDS = new Set(['fihris.open', 'fihris.showArticles', 'fihris.correct']);

const ISOLATES = /[\u2066-\u2068]/;

/** A label: a line of text, whatever it says. */
export function checkLabel(text: string, where: string): void {
  assert.doesNotMatch(text, /[\p{Cc}\u2028\u2029]/u, `${where}: a control character in ${shown(text)}`);
  assert.doesNotMatch(text, /[\u202A-\u202E]/, `${where}: an override or embedding in ${shown(text)}`);
  assert.doesNotMatch(text, /\p{Cs}/u, `${where}: half a surrogate pair in ${shown(text)}`);
  assert.doesNotMatch(text, /[\u200B\u2060-\u2064\u206A-\u206F\uFEFF\u{E0000}-\u{E007F}]/u, `${where}: ${shown(text)}`);
  assert.doesNotMatch(text, /\p{M}{33}/u, `${where}: a tower of marks`);
  checkIsolates(text, where);
}

export function checkIsolates(text: string, where: string): void {
  let depth = 0;
  for (const character of text) {
    if (ISOLATES.test(character)) depth++;
    else if (character === '\u2069' && --depth < 0) break;
  }
  assert.equal(depth, 0, `${where}: isolates of ${shown(text)}`);
}

/** A label in which the editor would draw icons (VS Code: `$(name)`, `$(name~modifier)`). */
export function checkNoIcon(text: string, where: string): void {
  assert.doesNotMatch(text, /\$\([A-Za-z0-9-]+(~[A-Za-z]+)?\)/, `${where}: an icon in ${shown(text)}`);
}

/** A message of the editor, which makes links of what is written like one (VS Code, base/common/linkedText.ts). */
export function checkNoLink(text: string, where: string): void {
  assert.doesNotMatch(text, /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i, `${where}: a link in ${shown(text)}`);
}

const markdown = new MarkdownIt({ html: true, linkify: true });
// The schemes that browsers and editors act on are for us to refuse, not for the parser to hide.
markdown.validateLink = () => true;

/** Markdown of a card or an export. `allowed`: where its links may lead. */
export function checkMarkdown(
  text: string,
  where: string,
  allowed: (href: string) => boolean,
  html: readonly string[] = [],
): void {
  const look = (token: Token): void => {
    assert.notEqual(token.type, 'image', `${where}: a picture in ${shown(text)}`);
    assert.ok(!['fence', 'code_block', 'table_open'].includes(token.type), `${where}: ${token.type} in ${shown(text)}`);
    if (token.type === 'html_block' || token.type === 'html_inline')
      assert.ok(html.includes(token.content.trim()), `${where}: HTML ${shown(token.content)} in ${shown(text)}`);
    if (token.type === 'link_open') {
      const href = token.attrGet('href') ?? '';
      assert.ok(token.info !== 'auto', `${where}: a bare address ${href}`);
      assert.ok(allowed(href), `${where}: a link to ${href} in ${shown(text)}`);
    }
    for (const child of token.children ?? []) look(child);
  };
  for (const token of markdown.parse(text, {})) look(token);
  assert.doesNotMatch(text, /(?<!\\)\$\(/, `${where}: an icon in ${shown(text)}`);
  for (const line of text.split('\n')) checkLabel(line, where);
}

/** The text that a reader of the Markdown sees. */
export function textOfMarkdown(text: string): string {
  const words = (token: Token): string =>
    token.children !== null && token.children.length > 0
      ? token.children.map(words).join('')
      : token.type.endsWith('break')
        ? ' '
        : token.content;
  return markdown.parse(text, {}).map(words).join(' ');
}

/** Whether a link of a card is our own command with one place inside the folder as its argument, and nothing else. */
export function isCommandLink(href: string, inside: (uri: string) => boolean): boolean {
  const argument = /^command:fihris\.open\?(.*)$/.exec(href)?.[1];
  if (argument === undefined) return false;
  const values: unknown = JSON.parse(decodeURIComponent(argument));
  if (!Array.isArray(values) || values.length !== 1) return false;
  const location = locationOf(values[0]);
  return location !== null && isDeepStrictEqual(location, values[0]) && inside(location.uri);
}

/** Whether a URI is that of a file in a folder. */
export function isInFolder(folder: string): (uri: string) => boolean {
  return (uri) => {
    try {
      const path = fileURLToPath(uri);
      return path.startsWith(`${folder}/`) && !path.split('/').includes('..');
    } catch {
      return false;
    }
  };
}

/** Values that name something and are never shown. */
const UNSEEN = new Set(['id', 'data', 'offer', 'entity', 'baseUri', 'pattern', 'filterText', 'sortText', 'after']);
/** Names in which the editor draws icons: of symbols, hierarchies and code lenses. */
const WITH_ICONS = /[sS]ymbol|[hH]ierarchy|codeLens|completion/;

/** Everything in an answer of the server: its texts, its places and its commands. */
export function checkAnswer(value: unknown, method: string, inside: (uri: string) => boolean): void {
  const look = (each: unknown, key: string, path: string): void => {
    if (typeof each === 'string') {
      const isPlace = key === 'uri' || key === 'targetUri' || (key === 'arguments' && each.startsWith('file:'));
      if (isPlace) assert.ok(inside(each), `${path}: ${each} is outside`);
      else if (UNSEEN.has(key)) return;
      else if (key === 'value' && path.endsWith('contents.value')) {
        const allowed = (href: string) =>
          isCommandLink(href, inside) || (href.startsWith('file:') && inside(href.replace(/#L\d+$/, '')));
        checkMarkdown(each, path, allowed, ['<div align="right">', '</div>']);
      } else if (key === 'newText') assert.doesNotMatch(each, /(?!\n)\p{Cc}/u, `${path}: ${shown(each)}`);
      else {
        checkLabel(each, path);
        if (WITH_ICONS.test(method)) checkNoIcon(each, path);
        if (key === 'problem') checkNoLink(each, path);
      }
    } else if (Array.isArray(each)) {
      for (const [index, item] of each.entries()) look(item, key, `${path}[${index}]`);
    } else if (typeof each === 'object' && each !== null) {
      if ('command' in each && typeof each.command === 'string')
        assert.ok(COMMANDS.has(each.command), `${path}: the command ${each.command}`);
      for (const [name, child] of Object.entries(each)) look(child, name, `${path}.${name}`);
    }
  };
  look(value, '', method);
}

/** A text with what cannot be seen written out. */
export function shown(text: string): string {
  const some = text.length > 600 ? `${text.slice(0, 600)}…` : text;
  return JSON.stringify(some).replace(
    /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
