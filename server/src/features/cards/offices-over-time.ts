/** What a person was at the date of the article being read, and all offices and ranks that articles attest, in order of time. */
import type { Attestation, Evidence, PersonEntity, Tenure } from '../../resolve/entities.ts';
import { clean, fold } from '../../text/fold.ts';
import { contains } from '../../text/span.ts';
import { daysBetween, durationWords } from '../date-words.ts';
import { type Piece, quoted, say, shortened } from '../pieces.ts';
import { entityOf } from '../subject.ts';
import { attested, attestedTenure, byStanding } from './attested.ts';
import type { CardContext, CardSection, Row } from './model.ts';
import { articleDate, articleLink, DOT, distanceInTime, lead, nearest, section } from './rows.ts';

/** Offices listed: those nearest to the article being read, in order of time. */
const OFFICES_LISTED = 8;
const TITLE_LIMIT = 120;

/** The offices of a person: as this article gives them, else as the nearest articles do, saying so; then all of them over time. */
export function offices(context: CardContext, person: PersonEntity): CardSection[] {
  const { messages, article } = context;
  if (person.tenures.length === 0) return lead([{ pieces: [{ text: messages.noOffice, weight: 'emphasis' }] }]);
  const here = person.tenures.flatMap((tenure) => {
    const attestations = tenure.attestations.filter((attestation) => attestation.article === article?.path);
    return attestations.length === 0 ? [] : [{ tenure, attestations }];
  });
  if (article !== null && here.length > 0)
    return [
      ...section(
        messages.officeHere(article.date === null ? null : articleDate(context, article)),
        here.flatMap(({ tenure, attestations }) => officeHere(context, tenure, attestations)),
      ),
      ...overTime(context, person, true),
    ];
  const then = article === null ? [] : heldAbout(context, person.tenures);
  return [...section(messages.officeThen, then), ...overTime(context, person, then.length > 0)];
}

/** The fullest words by which this article gives the office, leading to where they stand. */
function officeHere(context: CardContext, tenure: Tenure, attestations: readonly Attestation[]): Row[] {
  const rows = attestations.map((attestation) => ({
    words: asWritten(context, tenure, attestation).length,
    pieces: officePieces(context, tenure, attestation),
  }));
  const most = Math.max(...rows.map(({ words }) => words));
  return rows.filter(({ words }) => words === most).slice(0, 1);
}

/**
 * The offices that articles of other dates attest about this one's: attested on both sides of it, else the nearest attestation of all.
 * An office that an article up to this date calls former is none of them.
 */
function heldAbout(context: CardContext, tenures: readonly Tenure[]): Row[] {
  const { article, messages } = context;
  const date = article?.date?.value ?? null;
  const sided = tenures.flatMap((tenure) => {
    const { held, former } = byStanding(tenure.attestations);
    const since = [...held].reverse().find((each) => days(date, each) <= 0);
    const left = former.some((each) => days(date, each) <= 0 && (since === undefined || after(each, since)));
    const then = held.find((each) => days(date, each) >= 0);
    const between = former.some((each) => since && then && !after(since, each) && !after(each, then));
    const before = left ? undefined : since;
    return [
      { tenure, before, after: between || left ? undefined : then, both: !between && !left && !!since && !!then },
    ];
  });
  const both = sided.filter((each) => each.both);
  if (both.length > 0)
    return both.map(({ tenure, before, after: later }) => ({
      pieces: say`${officePieces(context, tenure, before as Attestation)} — ${messages.attestedAround(
        articleLink(context, before as Attestation),
        articleLink(context, later as Attestation),
      )}`,
    }));
  const sides = sided.flatMap(({ tenure, before, after: later }) =>
    [before, later].flatMap((attestation) => (attestation === undefined ? [] : [{ tenure, attestation }])),
  );
  const closest = nearest(
    context,
    sides.map(({ attestation }) => attestation),
  );
  const least = distanceInTime(context, closest?.date ?? null);
  return sides
    .filter(({ attestation }) => distanceInTime(context, attestation.date) === least)
    .slice(0, OFFICES_LISTED)
    .map(({ tenure, attestation }) => ({
      pieces: say`${officePieces(context, tenure, attestation)} — ${articleLink(context, attestation)}${apart(context, attestation)}`,
    }));
}

/** «، قبل هذا المقال، والفارق شهران»; nothing where no distance is known. */
function apart(context: CardContext, attestation: Attestation): Piece[] {
  const between = days(context.article?.date?.value ?? null, attestation);
  if (Number.isNaN(between) || between === 0) return [];
  const words = durationWords(Math.abs(between), context.language);
  return between < 0 ? context.messages.attestedBefore(words) : context.messages.attestedAfter(words);
}

/** Days from a date to the evidence; NaN, which no comparison holds for, where either is not known to the day. */
const days = (date: string | null, evidence: Evidence): number =>
  (date === null || evidence.date === null ? null : daysBetween(date, evidence.date)) ?? Number.NaN;

const after = (a: Evidence, b: Evidence): boolean => (a.date ?? '') > (b.date ?? '');

/** All offices in order of their first attestation; nothing where the section before, if there is one, has said it all. */
function overTime(context: CardContext, person: PersonEntity, isShown: boolean): CardSection[] {
  const { messages, snapshot } = context;
  const isGeneral = ({ office }: Tenure) => entityOf(snapshot, office, 'office')?.general === true;
  // «الرئيس», «المسؤول الإيراني»: says nothing beside an office that is known.
  const telling = person.tenures.filter((tenure) => !isGeneral(tenure));
  const all = telling.length > 0 ? telling : person.tenures;
  const [only, second] = all;
  const isSaid =
    isShown &&
    second === undefined &&
    only !== undefined &&
    new Set(only.attestations.map((attestation) => attestation.article)).size === 1 &&
    byStanding(only.attestations).held.length > 0;
  if (isSaid) return [];
  const near = [...all].sort((a, b) => tenureDistance(context, a) - tenureDistance(context, b));
  const listed = new Set(near.slice(0, OFFICES_LISTED));
  const rest = all.length - listed.size;
  return section(
    messages.officesOverTime,
    all.filter((tenure) => listed.has(tenure)).map((tenure) => ({ pieces: tenurePieces(context, tenure) })),
    rest > 0 ? messages.moreEntries(rest) : undefined,
  );
}

function tenurePieces(context: CardContext, { title, attestations }: Tenure): Piece[] {
  const [first] = attestations;
  const target = first === undefined ? {} : { target: { article: first.article, span: first.span } };
  const office = quoted(shortened(title, TITLE_LIMIT), { weight: 'strong', ...target });
  return say`${office}: ${attestedTenure(context, attestations)}`;
}

function tenureDistance(context: CardContext, tenure: Tenure): number {
  // A finite stand-in, so that two tenures without dates compare as equal.
  return Math.min(
    distanceInTime(context, nearest(context, tenure.attestations)?.date ?? null),
    Number.MAX_SAFE_INTEGER,
  );
}

/** The office in the words that attest it, and in full where those leave something out («نظيره», «رئيس الوزراء»). */
function officePieces(context: CardContext, tenure: Tenure, attestation: Attestation): Piece[] {
  const { messages } = context;
  const { article, span, title, former, manner } = attestation;
  const words = asWritten(context, tenure, attestation);
  const office = quoted(shortened(words, TITLE_LIMIT), { weight: 'strong', target: { article, span } });
  const full = fold(words) === fold(title) ? [office] : say`${office}${DOT}${quoted(shortened(title, TITLE_LIMIT))}`;
  if (former) return say`${full} (${messages.former})`;
  return manner === undefined ? full : say`${full} (${messages.manners[manner]})`;
}

/** The words of the office mention that attests a tenure; the title where the evidence holds none. */
function asWritten({ snapshot }: CardContext, { office }: Tenure, { article: path, span, title }: Attestation): string {
  const mentions = snapshot.resolution.mentions.get(path) ?? [];
  const mention = mentions.find(
    ({ entity, kind, ...at }) => kind === 'office' && entity === office && contains(span, at),
  );
  const text = snapshot.articles.get(path)?.text;
  return mention === undefined || text === undefined ? title : clean(text.slice(mention.start, mention.end));
}

/** The ranks this article gives; where it gives none, those of the nearest article that does. */
export function ranks(context: CardContext, person: PersonEntity): Piece[][] {
  const here = person.ranks.filter(({ evidence }) => evidence.article === context.article?.path);
  const near = nearest(
    context,
    person.ranks.map(({ evidence }) => evidence),
  );
  const shown = here.length > 0 ? here : person.ranks.filter(({ evidence }) => evidence.article === near?.article);
  return [...new Set(shown.map(({ rank }) => rank))].map((rank) => [quoted(rank)]);
}

/** Each rank with the dates that attest it, in order of time, where there is more than one. */
export function ranksOverTime(context: CardContext, person: PersonEntity): CardSection[] {
  const byRank = new Map<string, { readonly rank: string; readonly evidence: Evidence[] }>();
  for (const { rank, evidence } of person.ranks) {
    const known = byRank.get(fold(rank));
    if (known === undefined) byRank.set(fold(rank), { rank, evidence: [evidence] });
    else known.evidence.push(evidence);
  }
  if (byRank.size < 2) return [];
  return section(
    context.messages.ranks,
    [...byRank.values()].map(({ rank, evidence }) => ({
      pieces: say`${quoted(rank, { weight: 'strong' })}: ${attested(context, evidence)}`,
    })),
  );
}
