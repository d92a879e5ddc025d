/**
 * What articles prove of a stretch of time: the dates of the first and the last of them, each leading to its words. When an office was
 * taken or left no article's date says, so nothing here says «from» or «until».
 */
import type { IsoDate } from '../../recognize/facts.ts';
import type { Attestation, Evidence } from '../../resolve/entities.ts';
import { dateWords } from '../date-words.ts';
import type { Piece } from '../pieces.ts';
import { joined, say } from '../pieces.ts';
import type { CardContext } from './model.ts';
import { articleDate, DOT } from './rows.ts';

/** «مذكور في 13 يناير 2019 … 21 يوليو 2020 · 3 مقالات»; evidence in order of date, at least one. */
export function attested(context: CardContext, evidence: readonly Evidence[]): Piece[] {
  const { messages } = context;
  const dated = evidence.filter(({ date }) => date !== null);
  const first = dated[0] ?? evidence[0];
  const last = dated.at(-1) ?? first;
  if (first === undefined || last === undefined) return [];
  const from = dateLink(context, first);
  const to = last.date === first.date ? null : dateLink(context, last);
  const count = new Set(evidence.map(({ article }) => article)).size;
  const words = first.date === null ? messages.attestedUndated(from) : messages.attested(from, to);
  return count > 1 ? say`${words}${DOT}${messages.articles(count)}` : words;
}

/** The attestations of an office told apart: held then, and held no longer. */
export function byStanding(attestations: readonly Attestation[]): {
  readonly held: readonly Attestation[];
  readonly former: readonly Attestation[];
} {
  return {
    held: attestations.filter(({ former }) => !former),
    former: attestations.filter(({ former }) => former),
  };
}

/** When an office is attested, and when its holder is called former; how it was held where every article says so. */
export function attestedTenure(context: CardContext, attestations: readonly Attestation[]): Piece[] {
  const { messages } = context;
  const { held, former } = byStanding(attestations);
  const [manner] = held.map((attestation) => attestation.manner);
  const always = manner !== undefined && held.every((attestation) => attestation.manner === manner);
  const parts = [
    ...(always ? [[{ text: messages.manners[manner] }]] : []),
    ...(held.length > 0 ? [attested(context, held)] : []),
    ...(former.length > 0 ? [say`${messages.former}: ${attested(context, former.slice(0, 1))}`] : []),
  ];
  return joined(parts, DOT);
}

/** The date of the evidence's article, leading to the evidence. */
function dateLink(context: CardContext, { article: path, span, date }: Evidence): Piece {
  const article = context.snapshot.articles.get(path);
  const words = article ? articleDate(context, article) : wordsOf(context, date);
  return { text: words, target: { article: path, span } };
}

const wordsOf = ({ messages, language }: CardContext, date: IsoDate | null): string =>
  date === null ? messages.undated : dateWords(date, language);
