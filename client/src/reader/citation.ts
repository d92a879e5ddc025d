/** A quotation out of an article with what a reader needs to cite it. */
import { markdownText, plain } from '../plain-text.ts';
import type { QuotationFormat } from './messages.ts';

export interface Citation {
  /** The words as they stand in the article. */
  readonly quotation: string;
  readonly title: string;
  readonly source: string | null;
  /** ISO 8601, as much as is known; `XXXX` for an unknown year. */
  readonly date: string | null;
  /** The date in words, in the language of cards. */
  readonly dateWords: string | null;
  /** Path of the article in its workspace. */
  readonly path: string;
}

export function quotationAs(format: QuotationFormat, citation: Citation): string {
  switch (format) {
    case 'text':
      return asText(citation);
    case 'markdown':
      return asMarkdown(citation);
    case 'bibtex':
      return asBibtex(citation);
  }
}

function asText({ quotation, title, source, dateWords }: Citation): string {
  const origin = [title, source, dateWords].filter((part) => part).join('، ');
  return `«${oneLine(quotation)}»\n— ${origin}\n`;
}

function asMarkdown({ quotation, title, source, dateWords }: Citation): string {
  const lines = quotation
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const origin = [
    `*${markdownText(oneLine(title))}*`,
    ...[source, dateWords].map((part) => part && markdownText(oneLine(part))),
  ]
    .filter((part) => part)
    .join('، ');
  return `${lines.map((line) => `> ${markdownText(line)}`).join('\n>\n')}\n>\n> — ${origin}\n`;
}

/** The entry types and fields that BibTeX itself knows, so that every style can set it. */
function asBibtex({ quotation, title, source, date, path }: Citation): string {
  const [, year, month, day] = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  const known = year === undefined || year === 'XXXX' ? null : year;
  const fields: [string, string | null][] = [
    ['title', `{${latex(title)}}`],
    ['journal', source === null ? null : latex(source)],
    ['year', known],
    ['month', month ?? null],
    ['day', day ?? null],
    ['langid', /\p{Script=Arabic}/u.test(title) ? 'arabic' : null],
    ['note', `«${latex(quotation)}»`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return `@${source === null ? 'misc' : 'article'}{${keyOf(path)},\n${lines.join('\n')}\n}\n`;
}

/** Keys are ASCII without what separates fields; a file's name has at least its date in it, or else a number made of its letters. */
function keyOf(path: string): string {
  const name = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const ascii = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (/[A-Za-z]/.test(ascii) || ascii.length >= 8) return ascii;
  let hash = 0;
  for (let at = 0; at < path.length; at++) hash = (Math.imul(hash, 31) + path.charCodeAt(at)) >>> 0;
  return `article-${[ascii, hash.toString(36)].filter((part) => part !== '').join('-')}`;
}

const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, whether or not a backslash stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  '&': '\\&',
  _: '\\_',
};

function latex(text: string): string {
  return oneLine(text).replace(/[\\{}~^%$#&_]/g, (mark) => LATEX[mark] ?? mark);
}
