/** A dossier as a document of its own: Markdown, or one HTML file without script. All text of articles is escaped. */

import type { Dossier, WireLocation, WirePiece, WireQuote, WireRow } from '../../../server/src/lsp/requests.ts';
import { escapeHtml } from '../escape-html.ts';

/** The address of a place in the document: a path relative to the workspace, with the line. */
export type Address = (location: WireLocation) => string;

type KindNames = Readonly<Record<Dossier['statements'][number]['kind'], string>>;

export function dossierMarkdown(dossier: Dossier, kinds: KindNames, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => markdownPiece(piece, address)).join('');
  const blocks = [
    `# ${markdown(dossier.title.text)}`,
    pieces(dossier.subtitle),
    dossier.summary.map((row) => `- ${pieces(row.pieces)}`).join('\n'),
    ...dossier.statements.map(({ kind, dateWords, claim, quote, location, article }) =>
      [
        `## ${markdown(dateWords)}`,
        `${markdown(kinds[kind])}: ${pieces(claim)}`,
        `> «${markdown(quote.before)}**${markdown(quote.words)}**${markdown(quote.after)}»`,
        `— [${markdown(article.map(({ text }) => text).join(''))}](${destination(address(location))})`,
      ].join('\n\n'),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function markdownPiece({ text, weight, location }: WirePiece, address: Address): string {
  const words = markdown(text);
  const marked = weight === 'strong' && /^[\p{L}\p{N}](.*[\p{L}\p{N}\p{M}])?$/su.test(text) ? `**${words}**` : words;
  return location === undefined ? marked : `[${marked}](${destination(address(location))})`;
}

/** What Markdown, GitHub's too, or HTML would read as markup. */
function markdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]~|<>&$@#]/g, (mark) => `\\${mark}`)
    .replace(/^(\s*)([+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/(?<=[a-z]):(?=\/)/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.');
}

function destination(address: string): string {
  return encodeURI(address).replace(
    /[()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

export function dossierHtml(dossier: Dossier, kinds: KindNames, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => htmlPiece(piece, address)).join('');
  const row = ({ pieces: all }: WireRow) => `<li>${pieces(all)}</li>`;
  const statements = dossier.statements.map(
    ({ kind, date, dateWords, claim, quote, location, article }) => `<section>
<h2>${time(date, dateWords)}</h2>
<p><span class="kind">${escapeHtml(kinds[kind])}:</span> ${pieces(claim)}</p>
<blockquote><bdi>${htmlQuote(quote)}</bdi></blockquote>
<p class="origin"><a href="${escapeHtml(encodeURI(address(location)))}"><bdi>${escapeHtml(article.map(({ text }) => text).join(''))}</bdi></a></p>
</section>`,
  );
  const direction = dossier.language === 'ar' ? 'rtl' : 'ltr';
  return `<!DOCTYPE html>
<html lang="${dossier.language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(dossier.title.text)}</title>
<style>
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.1rem/1.8 "Noto Naskh Arabic", Amiri, "Geeza Pro", "Traditional Arabic", serif; }
h2 { font-size: 1.05em; margin: 1.6em 0 0; }
blockquote { margin: 0.3em 1.5em; }
.kind, .origin { font-size: 0.9em; }
</style>
</head>
<body>
<h1><bdi>${escapeHtml(dossier.title.text)}</bdi></h1>
<p>${pieces(dossier.subtitle)}</p>
<ul>${dossier.summary.map(row).join('')}</ul>
${statements.join('\n')}
</body>
</html>
`;
}

function time(date: string | null, words: string): string {
  return date !== null && /^\d{4}/.test(date)
    ? `<time datetime="${escapeHtml(date)}">${escapeHtml(words)}</time>`
    : escapeHtml(words);
}

function htmlPiece({ text, quoted, weight, location }: WirePiece, address: Address): string {
  let words = escapeHtml(text);
  if (quoted === true) words = `<bdi>${words}</bdi>`;
  if (weight !== undefined) words = weight === 'strong' ? `<strong>${words}</strong>` : `<em>${words}</em>`;
  return location === undefined ? words : `<a href="${escapeHtml(encodeURI(address(location)))}">${words}</a>`;
}

function htmlQuote({ before, words, after }: WireQuote): string {
  return `«${escapeHtml(before)}<strong>${escapeHtml(words)}</strong>${escapeHtml(after)}»`;
}
