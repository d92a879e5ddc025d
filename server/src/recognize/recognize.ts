/**
 * One article to its facts (invariant 1): a pure function of the text and the lexicon. Time is linear in the length of the text.
 */
import { givenName } from '../lexicon/person-names.ts';
import { dateStarts, findDates, findDayClues } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { type ArticleParts, articleParts } from '../text/parts.ts';
import { sentences } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { withAbbreviations } from './abbreviations.ts';
import { ArticleView } from './agreement-view.ts';
import { type AgreementDraft, recognizeAgreements } from './agreements.ts';
import { allOffices } from './appointments.ts';
import { claimOffices, type Registry } from './claims.ts';
import { persons } from './coreference.ts';
import { datelineOf, homeOf } from './dateline.ts';
import { assemble, type MentionDraft, type OrganizationDraft, type PlaceDraft } from './drafts.ts';
import { recognizeEvents } from './events.ts';
import { type ArticleFacts, type IsoDate, type LocalEntity, type MentionFact, statesYear } from './facts.ts';
import { resolveAlone, tellsNothing } from './holders.ts';
import { besideNames, type FoundOffice } from './offices.ts';
import { findPersons } from './persons.ts';
import { liesIn } from './place-in-place.ts';
import {
  type Found,
  type FoundOrganization,
  type FoundPlace,
  placesAndOrganizations,
} from './places-and-organizations.ts';
import { sourceMentions } from './source.ts';
import { stateAdjectives } from './state-adjectives.ts';
import { claimSuccessions } from './successions.ts';
import { type TaggedName, taggedFound, taggedNames } from './tagged-names.ts';
import { titlesFrom } from './titles.ts';
import { findTriggers } from './triggers.ts';
import { type Triggers, Words } from './words.ts';

type FactsBeforeEvents = Omit<ArticleFacts, 'events'>;

/** «باراك» is no «ب» with «أراك»: a given name as a whole word is no place with a particle. */
const isGivenName = (words: Words, { from, to, start }: Found): boolean =>
  to === from + 1 && start !== words.tokens[from]?.start && givenName(words.word(from)) === 'plain';

/**
 * What one article says. Offsets are UTF-16 code units of `text`. Never throws, whatever the text. `given` is the article's day where
 * something else than the text says it, a file name for one: relative dates are reckoned from it if the text states no day itself.
 * `triggersOf` says which rules are asked at which words; a test asks all of them everywhere. `witness`: names that another model than the
 * built-in tagger has read in these tokens (recognize/transformer/), of which the facts are a pure function, too.
 */
export function recognize(
  text: string,
  given: IsoDate | null = null,
  triggersOf: (tokens: readonly Token[]) => Triggers = findTriggers,
  witness: readonly TaggedName[] | null = null,
): ArticleFacts {
  const tokens = tokenize(text);
  const triggers = triggersOf(tokens);
  const starts = dateStarts(tokens);
  const absolute = findDates(text, tokens, null, starts);
  const parts = articleParts(text, tokens, absolute);
  const day = statesYear(parts) ? parts.date.value : given;
  const dates = day === null ? absolute : findDates(text, tokens, day, starts);
  const within: Span[] = [...(parts.title ? [parts.title] : []), ...parts.paragraphs].sort((a, b) => a.start - b.start);
  const sentenceSpans = within.flatMap((span) => sentences(text, tokens, span));
  const words = new Words(text, tokens, dates, triggers);

  const filed = datelineOf(text, parts);
  const home = filed?.agency?.country ?? null;
  const source = parts.source ?? sourceOf(text, filed?.source ?? null);
  const foundOffices = allOffices(words);
  const found = withAbbreviations(words, placesAndOrganizations(words)).filter((name) => !isGivenName(words, name));
  const tagged = witness ?? taggedNames(tokens);
  const people = findPersons(words, besideNames(foundOffices), found, tagged);
  const officeTo = new Map(foundOffices.map((office) => [office.next, office]));
  const { mentions: personMentions, bySpan } = persons(words, people.spans, ({ from }) => {
    const office = officeTo.get(titlesFrom(people.titlesBefore, from));
    return office && !office.former && words.follows(from) ? office.role.id : null;
  });

  const organizations = new Map<string, OrganizationDraft>();
  const named = (key: string, name: string, country: string | null): OrganizationDraft => {
    let draft = organizations.get(key);
    if (!draft) {
      draft = { kind: 'organization', key, name, country };
      organizations.set(key, draft);
    }
    return draft;
  };
  const nameOf = ({ article, start, to }: Found) => article + text.slice(start, tokens[to - 1]?.end);
  const organization = (found: FoundOrganization) => named(found.key, nameOf(found), found.country);
  const places = new Map<string, PlaceDraft>();
  const place = (name: FoundPlace): PlaceDraft => {
    let draft = places.get(name.key);
    if (!draft) {
      const { key, country, type } = name;
      draft = { kind: 'place', key, name: nameOf(name), country, type, within: null };
      places.set(name.key, draft);
    }
    return draft;
  };
  const registry: Registry = new Map();
  const claimed = claimOffices(
    words,
    foundOffices,
    people.spans,
    bySpan,
    people.titlesBefore,
    (office: FoundOffice) => (office.organization ? organization(office.organization) : null),
    registry,
    homeOf(filed),
  );
  resolveAlone(words, claimed, people.spans, bySpan, registry);
  const officeMentions = claimed.filter((office) => !tellsNothing(office));
  const appointed = claimSuccessions(words, officeMentions, people.spans, bySpan, people.titlesBefore, registry);
  const covered = new Uint8Array(tokens.length);
  for (const { from, to } of [...found, ...foundOffices, ...people.spans]) covered.fill(1, from, to);
  const others = [
    ...[...found, ...foundOffices.flatMap((office) => (office.organization ? [office.organization] : []))].map(
      (name) => ({ found: name, confidence: name.code === 'lexicon' ? 0.95 : 0.7 }),
    ),
    ...taggedFound(words, tagged, covered),
  ].map(
    ({ found: name, confidence }): MentionDraft => ({
      start: name.start,
      end: tokens[name.to - 1]?.end ?? name.start,
      form: 'name',
      entity: name.kind === 'organization' ? organization(name) : place(name),
      holder: null,
      attached: false,
      confidence,
      code: name.code,
      at: null,
    }),
  );
  sayWhere(words, found, place);
  for (const name of found)
    if (name.kind === 'organization' && name.short === true) organization(name).short ??= nameOf(name);
  others.push(
    ...stateAdjectives(
      words,
      officeMentions.map(({ mention }) => mention),
      (key, name) => {
        const draft = places.get(key) ?? { kind: 'place', key, name, country: key, type: 'state', within: null };
        places.set(key, draft);
        return draft;
      },
    ),
  );
  // «بغداد – واع» is no sentence, and its town a place all the same.
  const kept = [filed?.span, filed?.source].filter((span) => span != null);
  // «أنقرة / الأناضول»: who wrote it is no place in that article.
  const agency = filed?.source ? fold(text.slice(filed.source.start, filed.source.end)) : null;
  const shown = ({ start, end, entity }: MentionDraft) =>
    (!parts.furniture.some((line) => contains(line, { start, end })) ||
      kept.some((span) => contains(span, { start, end }))) &&
    !(entity.kind === 'place' && agency !== null && fold(text.slice(start, end)) === agency);
  const drafts = [...personMentions, ...officeMentions.map(({ mention }) => mention), ...appointed, ...others].filter(
    shown,
  );
  drafts.push(...sourceMentions(text, source, named, drafts));
  const { mentions, entities } = assemble(drafts);
  const dayClues = day === null ? { dayClues: findDayClues(text, tokens, starts) } : {};
  const before = { ...parts, source, sentences: sentenceSpans, mentions, entities, dates, ...dayClues };
  const viewOf = (facts: FactsBeforeEvents) => new ArticleView({ ...facts, home, text, tokens, triggers });
  const view = viewOf(before);
  const facts = withAgreements(before, recognizeAgreements({ ...before, home, text, tokens, triggers }, view));
  // Most articles have no agreement: what was seen of them stays as it was.
  return { ...facts, events: recognizeEvents(facts, facts === before ? view : viewOf(facts)) };
}

const sourceOf = (text: string, span: Span | null): ArticleParts['source'] =>
  span && { ...span, text: text.slice(span.start, span.end) };

/** Notes of each place where the text says that it lies; the first that it says. */
function sayWhere(
  words: Words,
  found: readonly (FoundOrganization | FoundPlace)[],
  draftOf: (place: FoundPlace) => PlaceDraft,
): void {
  for (const [i, inner] of found.entries()) {
    const outer = found[i + 1];
    if (inner.kind !== 'place' || outer?.kind !== 'place' || !liesIn(words, inner, outer)) continue;
    draftOf(inner).within ??= { place: draftOf(outer), evidence: words.span(inner.from, outer.to, inner.start) };
  }
}

/** Adds the agreements: their mentions are sorted in, and every reference to a mention follows its new number. */
function withAgreements(facts: FactsBeforeEvents, drafts: readonly AgreementDraft[]): FactsBeforeEvents {
  const { mentions, entities } = facts;
  if (drafts.length === 0) return facts;
  type Numbered = MentionFact & { readonly old: number };
  const all: Numbered[] = mentions.map((mention, old) => ({ ...mention, old }));
  drafts.forEach((draft, i) => {
    for (const { start, end, form, confidence, reason } of draft.mentions) {
      all.push({
        start,
        end,
        kind: 'agreement',
        form,
        entity: entities.length + i,
        holder: null,
        attached: false,
        confidence,
        reason: { code: reason },
        old: -1,
      });
    }
  });
  all.sort((a, b) => a.start - b.start || b.end - a.end || a.old - b.old);
  const moved = new Map(all.flatMap(({ old }, i) => (old >= 0 ? [[old, i] as const] : [])));
  const follow = (index: number) => moved.get(index) ?? index;
  const renumbered = all.map(
    ({ old, ...mention }): MentionFact =>
      mention.reason.at === undefined
        ? mention
        : { ...mention, reason: { ...mention.reason, at: follow(mention.reason.at) } },
  );
  const kept = entities.map(
    (entity): LocalEntity =>
      entity.kind === 'person'
        ? {
            ...entity,
            introduction: follow(entity.introduction),
            offices: entity.offices.map((claim) => ({ ...claim, mention: follow(claim.mention) })),
          }
        : entity,
  );
  return { ...facts, mentions: renumbered, entities: [...kept, ...drafts.map((draft) => draft.entity)] };
}
