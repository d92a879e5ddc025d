/** A dossier as a document of its own: Markdown, or one HTML file without script. All text of articles is escaped. */

import { createHash } from 'node:crypto';
import type {
  Dossier,
  DossierPlace,
  WireLocation,
  WirePiece,
  WireQuote,
  WireRow,
} from '../../../server/src/lsp/requests.ts';
import { escapeHtml } from '../escape-html.ts';
import { markdownText } from '../plain-text.ts';
import { chaptersOf } from './dossier-chapters.ts';

/** A place as a document names it: by a path relative to the workspace, with `/`, and the line, counted from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}
export type Address = (location: WireLocation) => Place;

type Statement = Dossier['statements'][number];

export function dossierMarkdown(dossier: Dossier, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => markdownPiece(piece, address)).join('');
  const place = ({ quote, location, article }: DossierPlace) => [
    `> «${markdownText(quote.before)}**${markdownText(quote.words)}**${markdownText(quote.after)}»`,
    `— [${markdownText(article.map(({ text }) => text).join(''))}](${href(address(location))})`,
  ];
  const statement = (each: Statement) => {
    const when = markdownText(each.dateWords);
    return [
      `### ${each.inferred ? `_${when}_` : when}`,
      `${markdownText(each.kindWords)}: ${pieces(each.claim)}`,
      ...place(each),
      pieces(each.also),
    ];
  };
  const { contradictions, contradictionsNote, headings } = dossier;
  const blocks = [
    `# ${markdownText(dossier.title.text)}`,
    pieces(dossier.subtitle),
    dossier.summary.map((row) => `- ${pieces(row.pieces)}`).join('\n'),
    ...chaptersOf(dossier).flatMap(({ heading, statements }) => [
      `## ${markdownText(heading)}`,
      ...statements.flatMap(statement),
    ]),
    ...(contradictions.length > 0 || contradictionsNote !== null
      ? [`## ${markdownText(headings.contradictions)}`]
      : []),
    markdownText(contradictionsNote ?? ''),
    ...contradictions.flatMap(({ message, places }) => [
      `### ${markdownText(message)}`,
      ...places.flatMap((each) => [markdownText(each.label), ...place(each)]),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function markdownPiece({ text, weight, location }: WirePiece, address: Address): string {
  const words = markdownText(text);
  const marked = weight === 'strong' && /^[\p{L}\p{N}](.*[\p{L}\p{N}\p{M}])?$/su.test(text) ? `**${words}**` : words;
  return location === undefined ? marked : `[${marked}](${href(address(location))})`;
}

/**
 * The address of a place: relative, so that no name of a file or a folder is read as a scheme (`javascript:…`), and each part of the path
 * escaped, so that none of them is read as a query or a fragment.
 */
function href({ path, line }: Place): string {
  const parts = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[!'()*]/g, percent));
  return `./${parts.join('/')}#L${line}`;
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

const STYLE = `
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.1rem/1.8 "Noto Naskh Arabic", Amiri, "Geeza Pro", "Traditional Arabic", serif; }
h2 { font-size: 1.3em; margin: 1.6em 0 0; }
h3 { font-size: 1.05em; margin: 1.4em 0 0; }
blockquote { margin: 0.3em 1.5em; }
.kind, .origin { font-size: 0.9em; }
`;
/** By which the document's own policy lets this style through and no other. */
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export function dossierHtml(dossier: Dossier, address: Address): string {
  const pieces = (all: readonly WirePiece[]) => all.map((piece) => htmlPiece(piece, address)).join('');
  const row = ({ pieces: all }: WireRow) => `<li>${pieces(all)}</li>`;
  const place = ({ quote, location, article }: DossierPlace) => `<blockquote><bdi>${htmlQuote(quote)}</bdi></blockquote>
<p class="origin"><a href="${href(address(location))}"><bdi>${escapeHtml(article.map(({ text }) => text).join(''))}</bdi></a></p>`;
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
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(dossier.title.text)}</title>
<style>${STYLE}</style>
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
  return location === undefined ? words : `<a href="${href(address(location))}">${words}</a>`;
}

function htmlQuote({ before, words, after }: WireQuote): string {
  return `«${escapeHtml(before)}<strong>${escapeHtml(words)}</strong>${escapeHtml(after)}»`;
}
