/** Which mentions of one article are the same person, who holds which office in it, and whom an office alone stands for. */
import { adjectiveOf, nisba } from '../lexicon/geography.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { clean } from '../text/fold.ts';
import type { ClaimDraft, MentionDraft, OfficeDraft, PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import { CANDIDATE, type RankClaim } from './facts.ts';
import { pieces } from './names.ts';
import type { FoundOffice } from './offices.ts';
import { type FoundTitle, pastTitles } from './persons.ts';
import { type Words, withoutArticle } from './words.ts';

interface Named {
  readonly span: NameSpan;
  readonly mention: MentionDraft;
  /** Pieces as words without articles: what names are compared by. */
  readonly keys: readonly string[];
}

/** Persons that share a word, looked at when a name is placed: more are not told apart by it. */
const MOST = 12;

/** Makes persons of the name spans: full names first, then their parts. Mentions come back in text order. */
export function persons(
  words: Words,
  spans: readonly NameSpan[],
): { mentions: MentionDraft[]; bySpan: ReadonlyMap<NameSpan, MentionDraft> } {
  const named: Named[] = spans.map((span) => ({ span, mention: draftOf(words, span), keys: keysOf(span.words) }));
  const index = new Map<string, PersonDraft[]>();
  const keysByPerson = new Map<PersonDraft, readonly string[]>();
  const file = (person: PersonDraft, keys: readonly string[]) => {
    keysByPerson.set(person, keys);
    for (const key of new Set(keys)) {
      const list = index.get(key);
      if (!list) index.set(key, [person]);
      else if (list.length < MOST) list.push(person);
    }
  };
  const full = named.filter(({ keys, span }) => keys.length > 1 && span.confidence >= CANDIDATE);
  const doubtful = named.filter(({ keys, span }) => keys.length > 1 && span.confidence < CANDIDATE);
  for (const { mention, span, keys } of [...full]
    .sort((a, b) => b.keys.length - a.keys.length || a.span.start - b.span.start)
    .concat(doubtful)) {
    const candidates = (index.get(keys[0] ?? '') ?? []).filter((person) =>
      inOrder(keys, keysByPerson.get(person) ?? []),
    );
    const last = keys.at(-1);
    const exact = candidates.filter((person) => keysByPerson.get(person)?.length === keys.length);
    const byLast = candidates.filter((person) => keysByPerson.get(person)?.at(-1) === last);
    const person = one(exact) ?? one(candidates) ?? one(byLast);
    if (person) join(person, mention);
    else file(join(personOf(words, span), mention), keys);
  }
  const shorts = named.filter(({ keys }) => keys.length === 1);
  const order = new Map<PersonDraft, number[]>();
  const note = (person: PersonDraft, at: number) => {
    const list = order.get(person);
    if (list) list.push(at);
    else order.set(person, [at]);
  };
  const fullAt = new Map(
    named.filter(({ keys }) => keys.length > 1).map(({ span, mention }) => [span, mention.entity as PersonDraft]),
  );
  const alone = new Map<string, PersonDraft>();
  const shortOf = new Map(shorts.map((short) => [short.span, short]));
  for (const span of spans) {
    const person = fullAt.get(span);
    if (person) {
      note(person, span.start);
      continue;
    }
    const short = shortOf.get(span);
    if (!short) continue;
    const key = short.keys[0] ?? '';
    const candidates = best(index.get(key) ?? [], key, keysByPerson);
    let chosen = one(candidates);
    if (!chosen && candidates.length > 1) chosen = recent(candidates, order, span.start);
    if (!chosen) {
      chosen = alone.get(key);
      if (!chosen) {
        chosen = personOf(words, span);
        alone.set(key, chosen);
      }
    }
    join(chosen, short.mention);
    note(chosen, span.start);
  }
  for (const { mention } of named) {
    const person = mention.entity as PersonDraft;
    const introduction = person.mentions.find((m) => m.form === 'name') ?? person.mentions[0] ?? null;
    person.introduction ??= introduction;
    if (mention.code === 'part-of-name' && person.introduction !== mention) mention.at = person.introduction;
    else if (mention.code === 'part-of-name') mention.code = 'repeated';
  }
  return {
    mentions: named.map(({ mention }) => mention),
    bySpan: new Map(named.map(({ span, mention }) => [span, mention])),
  };
}

const keysOf = (parts: readonly string[]) =>
  pieces(parts).map(({ start, end }) =>
    parts
      .slice(start, end)
      .map((word) => withoutArticle(word))
      .join(' '),
  );

/** Whether all of `part` stand in `whole` in the same order. */
function inOrder(part: readonly string[], whole: readonly string[]): boolean {
  let i = 0;
  for (const key of whole) if (key === part[i]) i++;
  return i === part.length;
}

const one = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Whom a single word names first: those whose last word it is, then a middle word, then a first name. */
function best(
  candidates: readonly PersonDraft[],
  key: string,
  keys: ReadonlyMap<PersonDraft, readonly string[]>,
): readonly PersonDraft[] {
  const last = candidates.filter((person) => keys.get(person)?.at(-1) === key);
  if (last.length > 0) return last;
  const middle = candidates.filter((person) => keys.get(person)?.[0] !== key);
  return middle.length > 0 ? middle : candidates;
}

/** Characters within which the one last spoken of is meant: about two sentences of news prose. */
const NEAR = 400;

/** Of several, the one spoken of last before `at`, where it was near. */
function recent(
  candidates: readonly PersonDraft[],
  order: ReadonlyMap<PersonDraft, readonly number[]>,
  at: number,
): PersonDraft | undefined {
  let chosen: PersonDraft | undefined;
  let latest = at - NEAR;
  for (const person of candidates) {
    const place = order.get(person)?.at(-1) ?? -1;
    if (place > latest) {
      latest = place;
      chosen = person;
    }
  }
  return chosen;
}

function draftOf(words: Words, span: NameSpan): MentionDraft {
  return {
    start: span.start,
    end: words.tokens[span.to - 1]?.end ?? span.start,
    form: pieces(span.words).length > 1 ? 'name' : 'short',
    entity: null as never,
    holder: null,
    attached: false,
    confidence: span.confidence,
    code: span.code,
    at: null,
  };
}

function personOf(words: Words, span: NameSpan): PersonDraft {
  const name = clean(words.text.slice(span.start, words.tokens[span.to - 1]?.end));
  return {
    kind: 'person',
    name,
    words: span.words,
    introduction: null,
    mentions: [],
    country: null,
    ranks: [],
    claims: [],
  };
}

function join(person: PersonDraft, mention: MentionDraft): PersonDraft {
  mention.entity = person;
  person.mentions.push(mention);
  return person;
}

export interface OfficeMention {
  readonly found: FoundOffice;
  readonly mention: MentionDraft;
}

/**
 * Gives offices their holders: the name beside them, then, for offices alone, the person to whom the article gave them. Fills
 * ranks and claims of persons. `organizationOf` makes the entity of an office's organisation.
 */
export function offices(
  words: Words,
  found: readonly FoundOffice[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
  organizationOf: (office: FoundOffice) => OfficeDraft['organization'],
): OfficeMention[] {
  const nameFrom = new Map(spans.filter((span) => span.confidence >= CANDIDATE).map((span) => [span.from, span]));
  const nameTo = new Map(spans.filter((span) => span.confidence >= CANDIDATE).map((span) => [span.to, span]));
  const titleFrom = new Map([...titlesBefore.values()].map((title) => [title.from, title]));
  ranks(words, spans, bySpan, titlesBefore);
  const registry = new Map<string, OfficeDraft>();
  const officeOf = (office: FoundOffice, country: string | null): OfficeDraft => {
    const key = `${office.roleId}/${office.subject}/${country ?? ''}`;
    let draft = registry.get(key);
    if (!draft) {
      draft = {
        kind: 'office',
        role: office.role.id,
        roleId: office.roleId,
        subject: office.subject,
        title: office.article + words.text.slice(office.start, words.tokens[office.to - 1]?.end),
        organization: organizationOf(office),
        country,
        general:
          office.role.general ||
          (office.bare &&
            (country === null || !office.role.alone || office.role.id === 'minister' || office.role.id === 'deputy')),
      };
      registry.set(key, draft);
    }
    return draft;
  };
  const list: OfficeMention[] = [];
  // Names beside offices first: claims of the whole article are known before an office alone is resolved.
  const taken = new Set<NameSpan>();
  const holders = found.map((office): NameSpan | null => {
    const { at, crossed, titled } = pastTitles(words, office.next, (i) => titleFrom.get(i) ?? null);
    const after = nameFrom.get(at);
    if (
      after &&
      (!crossed ||
        titled ||
        (after.code === 'office-beside' && !office.bare) ||
        (pieces(after.words).length > 1 && !office.bare))
    ) {
      taken.add(after);
      return after;
    }
    if (office.proclitic !== '' && office.proclitic !== 'و') return null;
    const mark = words.mark(office.from - 1);
    const comma = mark === '،' || mark === ',' || mark === '(' || mark === '-' || mark === '–';
    const before = nameTo.get(comma ? office.from - 1 : office.from);
    if (!before || office.proclitic !== '' || (office.bare && !(comma && office.country !== null))) return null;
    // «التقى فلان رئيس الوزراء» has an object, «فلان رئيس الوزراء قال» an apposition: without a comma only a full name takes it.
    if (comma) return before;
    if (pieces(before.words).length < 2 || taken.has(before)) return null;
    const title = titlesBefore.get(before.from);
    const object = words.readings(before.from - 1).some(({ core }) => verbKind(core) === 'meeting');
    return object || (title?.kind === 'honorific' && !title.weak) ? null : before;
  });
  found.forEach((office, i) => {
    const span = holders[i] ?? null;
    const mention: MentionDraft = {
      start: office.start,
      end: words.tokens[office.to - 1]?.end ?? office.start,
      form: office.role.description ? 'description' : 'office',
      entity: officeOf(office, office.country),
      holder: null,
      attached: span !== null,
      confidence: office.bare ? 0.7 : 0.9,
      code: office.counterpart ? 'counterpart' : office.role.description ? 'description' : 'lexicon',
      at: null,
    };
    if (span) {
      const name = bySpan.get(span) as MentionDraft;
      const person = name.entity as PersonDraft;
      mention.holder = person;
      mention.code = office.counterpart ? 'counterpart' : 'office-beside';
      mention.at = name;
      const evidence = { start: Math.min(mention.start, name.start), end: Math.max(mention.end, name.end) };
      if (!office.counterpart && !office.role.description) {
        person.claims.push({ office: mention.entity as OfficeDraft, mention, evidence, former: office.former });
        if (
          name.form === 'name' &&
          !(
            person.introduction &&
            person.claims.some(
              (claim) =>
                claim.evidence.start <= (person.introduction?.start ?? 0) &&
                claim.evidence.end >= (person.introduction?.end ?? 0),
            )
          )
        )
          person.introduction = name;
      }
    }
    list.push({ found: office, mention });
  });
  resolveAlone(words, list, spans, bySpan, registry);
  return list;
}

/** Ranks that stand before names. */
function ranks(
  words: Words,
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  titlesBefore: ReadonlyMap<number, FoundTitle>,
): void {
  for (const span of spans) {
    const person = bySpan.get(span)?.entity as PersonDraft;
    let at = span.from;
    for (let guard = 0; guard < 4; guard++) {
      const title = titlesBefore.get(at);
      if (!title) break;
      if (title.kind === 'rank') {
        const claim: RankClaim = {
          start: title.start,
          end: words.tokens[title.to - 1]?.end ?? title.start,
          rank: clean(words.text.slice(title.start, words.tokens[title.to - 1]?.end)),
        };
        if (!person.ranks.some((known) => known.rank === claim.rank)) person.ranks.push(claim);
      }
      at = title.from;
    }
    // «النجم الأرجنتيني فلان», «الوفد الإيراني، اللواء فلان».
    if (words.follows(at)) person.country ??= nisba(words.word(at - 1)) || null;
  }
}

interface Holding {
  readonly person: PersonDraft;
  readonly claim: ClaimDraft;
}

/** How many holders or earlier offices are looked at: bounds the cost where an article names thousands. */
const WINDOW = 40;

/** Offices alone, counterparts and descriptions, in text order. */
function resolveAlone(
  words: Words,
  list: readonly OfficeMention[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  registry: Map<string, OfficeDraft>,
): void {
  const holdings = new Map<string, Holding[]>();
  const hold = (holding: Holding) => {
    const { roleId, subject, country } = holding.claim.office;
    if (!holding.claim.former) holding.person.country ??= country;
    for (const key of [`${roleId}/${subject}`, `*${roleId}`]) {
      const known = holdings.get(key);
      if (!known) holdings.set(key, [holding]);
      else if (known.length < WINDOW) known.push(holding);
    }
  };
  const people = new Set([...bySpan.values()].map((mention) => mention.entity as PersonDraft));
  for (const person of people) for (const claim of person.claims) hold({ person, claim });
  const names = spans.filter((span) => span.confidence >= CANDIDATE).map((span) => bySpan.get(span) as MentionDraft);
  // Counterparts that are named first: whom they are counterparts of is told before, who holds an office may be told after.
  walk(list, names, ({ found, mention }, i, before) => {
    if (found.counterpart && mention.attached) counterpart(words, list, i, before, holdings, hold, registry);
  });
  const countrymen = new Map<string, PersonDraft[]>();
  for (const person of people) {
    if (person.country === null) continue;
    const known = countrymen.get(person.country);
    if (!known) countrymen.set(person.country, [person]);
    else if (known.length < WINDOW) known.push(person);
  }
  walk(list, names, ({ found, mention }, i, before) => {
    if (mention.attached) return;
    if (found.counterpart) {
      counterpart(words, list, i, before, holdings, hold, registry);
      return;
    }
    const holder = holderOf(found, mention, holdings, countrymen, before);
    if (!holder) return;
    mention.holder = holder.person;
    mention.at = holder.at;
    mention.code = found.role.general ? 'description' : 'office-in-article';
    const office = mention.entity as OfficeDraft;
    // «وزير الدفاع» alone is the minister of the state that the article said before.
    if (!found.bare && office.country === null && holder.office?.country && office.subject === holder.office.subject)
      mention.entity = holder.office;
  });
}

/** Goes through the offices in text order with the names before each, the last ones at the end. */
function walk(
  list: readonly OfficeMention[],
  names: readonly MentionDraft[],
  visit: (office: OfficeMention, at: number, before: readonly MentionDraft[]) => void,
): void {
  const before: MentionDraft[] = [];
  let next = 0;
  list.forEach((office, i) => {
    for (let name = names[next]; name && name.start < office.mention.start; name = names[++next]) {
      before.push(name);
      if (before.length > WINDOW) before.shift();
    }
    visit(office, i, before);
  });
}

/** The person whom an office alone stands for, with the mention that shows it. */
function holderOf(
  found: FoundOffice,
  mention: MentionDraft,
  holdings: ReadonlyMap<string, readonly Holding[]>,
  countrymen: ReadonlyMap<string, readonly PersonDraft[]>,
  before: readonly MentionDraft[],
): Holder | null {
  if (found.role.general) {
    // «المسؤول الإيراني», «الضيف العراقي»: anyone of that state whom the article names.
    const candidates = found.country === null ? [] : (countrymen.get(found.country) ?? []);
    const person = one(candidates) ?? lastNamed(candidates, mention, before);
    return person ? { person, at: person.introduction, office: null } : null;
  }
  const strict = ({ claim }: Holding) => claim.office.country === found.country;
  let candidates: readonly Holding[];
  if (found.bare) {
    candidates = (holdings.get(`*${found.roleId}`) ?? []).filter(found.country === null ? () => true : strict);
  } else {
    const fits = ({ claim }: Holding) =>
      found.country === null || claim.office.country === null || claim.office.country === found.country;
    const same = (holdings.get(`${found.roleId}/${found.subject}`) ?? []).filter(fits);
    const exact = same.filter(strict);
    candidates = exact.length > 0 ? exact : same;
  }
  const current = candidates.filter(({ claim }) => claim.former === found.former);
  if (current.length > 0) candidates = current;
  const people = [...new Set(candidates.map(({ person }) => person))];
  let person = one(people);
  // «الوزير», «الرئيس» without a country is the one just spoken of, not one of another paragraph.
  const loose = found.bare && found.country === null;
  if (loose || (!person && found.bare)) person = lastNamed(people, mention, before);
  const holding = candidates.find((candidate) => candidate.person === person);
  return holding ? { person: holding.person, at: holding.claim.mention, office: holding.claim.office } : null;
}

interface Holder {
  readonly person: PersonDraft;
  readonly at: MentionDraft | null;
  readonly office: OfficeDraft | null;
}

/** Of `people`, the one named last before `mention`, where that was near. */
function lastNamed(
  people: readonly PersonDraft[],
  mention: MentionDraft,
  before: readonly MentionDraft[],
): PersonDraft | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const name = before[i] as MentionDraft;
    if (mention.start - name.end > FAR) return undefined;
    const person = people.find((candidate) => candidate === name.entity);
    if (person) return person;
  }
  return undefined;
}

/** Characters back to which «الوزير العراقي» looks for whom it means: a few sentences. */
const FAR = 1500;

/** «نظيره العراقي»: the office of the one it is said of, with its own country. */
function counterpart(
  words: Words,
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
  holdings: ReadonlyMap<string, readonly Holding[]>,
  hold: (holding: Holding) => void,
  registry: Map<string, OfficeDraft>,
): void {
  const { found, mention } = list[at] as OfficeMention;
  const country = found.country ?? mention.holder?.country ?? (nisba(words.word(found.from - 1)) || null);
  const other = antecedent(list, at, before, country);
  if (!other || country === null) {
    mention.holder ??= null;
    return;
  }
  mention.at = other.mention;
  const explicit = mention.holder?.claims.find(
    (claim) => claim.office.country === country || claim.office.country === null,
  );
  const key = `${other.office.roleId}/${other.office.subject}/${country}`;
  let office = explicit?.office ?? registry.get(key);
  if (!office) {
    office = { ...other.office, title: counterpartTitle(words, other.office, found), country, organization: null };
    registry.set(key, office);
  }
  mention.entity = office;
  if (mention.holder) {
    if (!explicit) {
      const name = mention.holder.mentions.find((m) => m.start >= mention.end) ?? mention;
      const claim: ClaimDraft = {
        office,
        mention,
        evidence: { start: mention.start, end: Math.max(mention.end, name.end) },
        former: false,
      };
      mention.holder.claims.push(claim);
      hold({ person: mention.holder, claim });
    }
    return;
  }
  const same = (holdings.get(`${office.roleId}/${office.subject}`) ?? []).filter(
    ({ claim }) => claim.office.country === country && !claim.former,
  );
  if (new Set(same.map(({ person }) => person)).size === 1) mention.holder = same[0]?.person ?? null;
}

/** Whose counterpart: the nearest office before of another country, else the office of the person named last. */
function antecedent(
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
  country: string | null,
): { office: OfficeDraft; mention: MentionDraft } | null {
  const here = (list[at] as OfficeMention).mention;
  let best: { office: OfficeDraft; mention: MentionDraft } | null = null;
  for (let i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
    const { mention } = list[i] as OfficeMention;
    if (here.start - mention.end > FAR) break;
    const own = mention.entity as OfficeDraft;
    // «الوزير العراقي … نظيره»: the office that its holder has.
    const office = own.general ? mention.holder?.claims.find((claim) => !claim.office.general)?.office : own;
    if (!office || office.roleId === 'counterpart' || office.general || office.country === country) continue;
    best = { office, mention };
    break;
  }
  for (let i = before.length - 1; i >= 0; i--) {
    const name = before[i] as MentionDraft;
    if (best && name.start < best.mention.start) break;
    const claim = (name.entity as PersonDraft).claims.find(
      (c) => c.office.country !== country && !c.former && !c.office.general,
    );
    if (claim) return { office: claim.office, mention: name };
  }
  return best;
}

/** The other's title with the adjective that stands after «نظيره». */
function counterpartTitle(words: Words, office: OfficeDraft, found: FoundOffice): string {
  const title = clean(office.title).split(' ');
  const last = title.at(-1) ?? '';
  if (office.country !== null && nisba(foldedWord(last)) === office.country) title.pop();
  const adjective =
    found.to > found.from + 1
      ? words.text.slice(words.tokens[found.from + 1]?.start, words.tokens[found.to - 1]?.end)
      : adjectiveOf(found.country ?? '');
  return `${title.join(' ')} ${adjective}`;
}

const foldedWord = (word: string) => clean(word).replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه');
