/** A dossier as a document of its own: Markdown, or one HTML file without script. All text of articles is escaped. */

import type {
  Dossier,
  DossierPlace,
  WireLocation,
  WirePiece,
  WireQuote,
  WireRow,
} from '../../../server/src/lsp/requests.ts';
import { escapeHtml } from '../escape-html.ts';
import { chaptersOf } from './dossier-chapters.ts';

/** The address of a place in the document: a path relative to the workspace, with the line. */
export type Address = (location: WireLocation) => string;

type Statement = Dossier['statements'][number];

export function dossierMarkdown(dossier: Dossier, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => markdownPiece(piece, address)).join('');
  const place = ({ quote, location, article }: DossierPlace) => [
    `> «${markdown(quote.before)}**${markdown(quote.words)}**${markdown(quote.after)}»`,
    `— [${markdown(article.map(({ text }) => text).join(''))}](${destination(address(location))})`,
  ];
  const statement = (each: Statement) => {
    const when = markdown(each.dateWords);
    return [
      `### ${each.inferred ? `_${when}_` : when}`,
      `${markdown(each.kindWords)}: ${pieces(each.claim)}`,
      ...place(each),
      pieces(each.also),
    ];
  };
  const { contradictions, contradictionsNote, headings } = dossier;
  const blocks = [
    `# ${markdown(dossier.title.text)}`,
    pieces(dossier.subtitle),
    dossier.summary.map((row) => `- ${pieces(row.pieces)}`).join('\n'),
    ...chaptersOf(dossier).flatMap(({ heading, statements }) => [
      `## ${markdown(heading)}`,
      ...statements.flatMap(statement),
    ]),
    ...(contradictions.length > 0 || contradictionsNote !== null ? [`## ${markdown(headings.contradictions)}`] : []),
    markdown(contradictionsNote ?? ''),
    ...contradictions.flatMap(({ message, places }) => [
      `### ${markdown(message)}`,
      ...places.flatMap((each) => [markdown(each.label), ...place(each)]),
    ]),
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

export function dossierHtml(dossier: Dossier, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => htmlPiece(piece, address)).join('');
  const row = ({ pieces: all }: WireRow) => `<li>${pieces(all)}</li>`;
  const place = ({ quote, location, article }: DossierPlace) => `<blockquote><bdi>${htmlQuote(quote)}</bdi></blockquote>
<p class="origin"><a href="${escapeHtml(encodeURI(address(location)))}"><bdi>${escapeHtml(article.map(({ text }) => text).join(''))}</bdi></a></p>`;
  const statement = (each: Statement) => `<h3>${time(each)}</h3>
<p><span class="kind">${escapeHtml(each.kindWords)}:</span> ${pieces(each.claim)}</p>
${place(each)}${each.also.length === 0 ? '' : `\n<p class="origin">${pieces(each.also)}</p>`}`;
  const chapters = chaptersOf(dossier).map(
    ({ heading, statements }) => `<section>
<h2>${escapeHtml(heading)}</h2>
${statements.map(statement).join('\n')}
</section>`,
  );
  const { contradictions, contradictionsNote, headings } = dossier;
  const clashes = contradictions.map(({ message, places }) => {
    const all = places.map((each) => `${each.label === '' ? '' : `<p>${escapeHtml(each.label)}</p>\n`}${place(each)}`);
    return `<h3>${escapeHtml(message)}</h3>\n${all.join('\n')}`;
  });
  if (contradictionsNote !== null) clashes.unshift(`<p>${escapeHtml(contradictionsNote)}</p>`);
  if (clashes.length > 0)
    chapters.push(`<section>
<h2>${escapeHtml(headings.contradictions)}</h2>
${clashes.join('\n')}
</section>`);
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
h2 { font-size: 1.3em; margin: 1.6em 0 0; }
h3 { font-size: 1.05em; margin: 1.4em 0 0; }
blockquote { margin: 0.3em 1.5em; }
.kind, .origin { font-size: 0.9em; }
</style>
</head>
<body>
<h1><bdi>${escapeHtml(dossier.title.text)}</bdi></h1>
<p>${pieces(dossier.subtitle)}</p>
<ul>${dossier.summary.map(row).join('')}</ul>
${chapters.join('\n')}
</body>
</html>
`;
}

function time({ date, dateWords, inferred }: Statement): string {
  const words = inferred ? `<em>${escapeHtml(dateWords)}</em>` : escapeHtml(dateWords);
  return date !== null && /^\d{4}/.test(date) ? `<time datetime="${escapeHtml(date)}">${words}</time>` : words;
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
