/** What leaves the reader (Markdown, HTML, CSV, quotations), made of what the built server says of hostile articles, and read back by parsers. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { isolate } from '../../client/src/labels.ts';
import { concordanceCsv } from '../../client/src/pages/csv.ts';
import { dossierHtml, dossierMarkdown } from '../../client/src/pages/dossier-export.ts';
import { quotationAs } from '../../client/src/reader/citation.ts';
import type { Concordance, Dossier, EntityLabel, Reading, WireLocation } from '../../server/src/lsp/requests.ts';
import { TestClient } from '../server/client.ts';
import { fileName, type HostileFolder, remove, textOf, writeFolders } from './corpora.ts';
import { some } from './form.ts';
import { checkIsolates, checkLabel, checkMarkdown, checkNoIcon, checkNoLink, shown } from './harmless.ts';
import { PAYLOADS } from './payloads.ts';
import { EDITOR, indexed } from './surfaces.ts';

const PER_SERVER = 10;
const payloads = some(PAYLOADS, 25);

test('what leaves the reader is text', async (t) => {
  for (let from = 0; from < payloads.length; from += PER_SERVER) {
    const [top, folders] = writeFolders(payloads.slice(from, from + PER_SERVER));
    const client = await TestClient.start({
      folders: folders.map(({ path }) => path),
      locale: 'en',
      capabilities: EDITOR,
    });
    try {
      await indexed(client);
      for (const folder of folders) await t.test(folder.payload.name, () => checkFolder(client, folder));
    } finally {
      await client.stop();
      remove(top);
    }
  }
});

async function checkFolder(client: TestClient, { path, files, payload }: HostileFolder): Promise<void> {
  const asked = new Set<string>();
  const address = ({ uri, range }: WireLocation) => ({
    path: fileURLToPath(uri).slice(path.length + 1),
    line: range.start.line + 1,
  });
  const isHref = (href: string): boolean => {
    assert.match(href, /^\.\//, `${href} is no relative address`);
    const { protocol, pathname, search } = new URL(href, `${pathToFileURL(path).href}/`);
    return protocol === 'file:' && search === '' && fileURLToPath(`file://${pathname}`).startsWith(`${path}/`);
  };
  for (const file of files) {
    if (!file.path.endsWith('.txt')) continue;
    const uri = pathToFileURL(join(path, file.path)).href;
    const reading = await client.request<Reading | null>('fihris/reading', { uri });
    if (reading === null) continue;
    for (const { id } of reading.entities.filter((entity: EntityLabel) => !asked.has(entity.id))) {
      asked.add(id);
      const concordance = await client.request<Concordance | null>('fihris/concordance', { uri, entity: id });
      const dossier = await client.request<Dossier | null>('fihris/dossier', { uri, entity: id });
      assert.ok(concordance && dossier);
      checkCsv(
        concordance,
        (each) => address({ uri: each, range: dossier.statements[0]?.location.range as never }).path,
      );
      const markdown = dossierMarkdown(dossier, address);
      for (const block of markdown.split('\n\n')) checkMarkdown(block, 'dossier', isHref);
      checkHtml(dossierHtml(dossier, address), isHref);
    }
    checkQuotations(textOf(file), reading, file.path);
  }
  // Rows, lists to pick from and messages of the editor.
  for (const text of [payload.text, fileName(payload.text)]) {
    const label = isolate(text);
    assert.doesNotMatch(label, /\p{Cc}|[\u202A-\u202E]/u, shown(label));
    checkIsolates(label, 'a row');
    checkNoIcon(label, 'a row');
    checkNoLink(label, 'a message');
  }
}

/** Every cell as a spreadsheet reads it: RFC 4180, as many as there are heads, none of them a formula. */
function checkCsv(concordance: Concordance, pathOf: (uri: string) => string): void {
  const heads = ['date', 'before', 'mention', 'after', 'title', 'source', 'file', 'line'];
  const csv = concordanceCsv(concordance, concordance.lines, heads, pathOf);
  const rows = cellsOf(csv.slice(1));
  assert.equal(rows.length, concordance.lines.length + 1);
  for (const row of rows) {
    assert.equal(row.length, heads.length);
    for (const [column, cell] of row.entries()) {
      assert.doesNotMatch(cell, /^[=+@\t\r\n＝＋－＠]|^-(?!\d+$)/, `a formula: ${shown(cell)}`);
      // A path keeps what its file's name has, be it invisible; it acts on nothing around it.
      if (heads[column] !== 'file') checkLabel(cell, 'a cell');
      else assert.doesNotMatch(cell, /\p{Cc}|\p{Cs}|[\u202A-\u202E]/u, `a path: ${shown(cell)}`);
      checkIsolates(cell, 'a cell');
    }
  }
}

function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

type Node = DefaultTreeAdapterTypes.ChildNode;

const ELEMENTS = new Set(
  'html head meta title style body h1 h2 h3 p ul li section blockquote bdi strong em time span a'.split(' '),
);
const ATTRIBUTES = new Set(['lang', 'dir', 'charset', 'http-equiv', 'content', 'name', 'class', 'href', 'datetime']);

function checkHtml(html: string, isHref: (href: string) => boolean): void {
  let links = 0;
  const look = (node: Node): void => {
    assert.notEqual(node.nodeName, '#comment');
    if ('tagName' in node) {
      assert.ok(ELEMENTS.has(node.tagName), `<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        assert.ok(ATTRIBUTES.has(name), `${name} of <${node.tagName}>`);
        if (name === 'href') assert.ok(node.tagName === 'a' && isHref(value), value);
        if (name === 'href') links++;
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) look(child);
    if ('value' in node && node.parentNode?.nodeName !== 'style')
      for (const line of node.value.split('\n')) checkLabel(line, 'HTML');
  };
  const document = parse(html);
  for (const child of document.childNodes) look(child);
  assert.ok(links > 0);
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
  assert.match(policy ?? '', /^default-src 'none'; style-src 'sha256-[\w+/]+='$/);
}

function checkQuotations(text: string, reading: Reading, path: string): void {
  const title = reading.title;
  const [part] = reading.parts.filter(({ kind }) => kind === 'paragraph').slice(1);
  const quotation = text.slice(part?.start ?? 0, part?.end ?? 500);
  const citation = { quotation, title, source: reading.source, date: null, dateWords: '3 March 2019', path };
  for (const line of quotationAs('text', citation).split('\n')) checkLabel(line, 'a quotation');
  checkMarkdown(quotationAs('markdown', citation), 'a quotation', () => false);
  const bibtex = quotationAs('bibtex', citation);
  for (const line of bibtex.split('\n')) checkLabel(line, 'BibTeX');
  assert.match(bibtex, /^@(?:misc|article)\{[\w-]+,\n(?: {2}[a-z]+ = \{.*\},\n)+\}\n$/);
  // Commands of LaTeX are those that we write for the signs of the text.
  for (const [command] of bibtex.matchAll(/\\[A-Za-z]+|\\./g))
    assert.match(command, /^\\(?:textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum|[%$#&_])$/);
  assert.equal(bibtex.split('{').length, bibtex.split('}').length);
}
