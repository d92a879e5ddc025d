/** Which mentions of one article are the same person. */
import { commonWord, doubled, givenName, isWoman, kunyas } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { clean } from '../text/fold.ts';
import { respell } from '../text/name-spelling.ts';
import { isKin } from './belonging.ts';
import type { MentionDraft, PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import { pieces } from './name-words.ts';
import { type Words, withoutArticle } from './words.ts';

interface Named {
  readonly span: NameSpan;
  readonly mention: MentionDraft;
  /** Pieces as words without articles: what names are compared by. */
  readonly keys: readonly string[];
}

/** Persons that share a word, looked at when a name is placed: more are not told apart by it. */
const MOST = 12;

/**
 * Makes persons of the name spans: full names first, then their parts. Mentions come back in text order. `roleBefore`: of a name the role
 * of the office right before it that its bearer still has.
 */
export function persons(
  words: Words,
  spans: readonly NameSpan[],
  roleBefore: (span: NameSpan) => string | null = () => null,
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
  const times = new Map<string, number>();
  const timesOf = ({ words: list }: NameSpan) => times.get(list.join(' ')) ?? 0;
  for (const { span } of named) times.set(span.words.join(' '), timesOf(span) + 1);
  /** Another spelling of somebody who is known: its parts are theirs. */
  const also = (person: PersonDraft, keys: readonly string[]) => {
    for (const key of keys) {
      const list = index.get(key);
      if (!list) index.set(key, [person]);
      else if (list.length < MOST && !list.includes(person)) list.push(person);
    }
  };
  // «الشرع، المعروف سابقا بكنيته أبو محمد الغوراني»: a name of two words that is another one's.
  const ends = new Set(named.map(({ span }) => span.to));
  const isNickname = ({ span, keys }: Named) => keys.length > 1 && ends.has(calledAt(words, span) ?? -1);
  const nicknames = new Set(named.filter(isNickname).map(({ span }) => span));
  const full = named.filter(
    ({ keys, span }) => keys.length > 1 && span.confidence >= CANDIDATE && !nicknames.has(span),
  );
  const doubtful = named.filter(
    ({ keys, span }) => keys.length > 1 && span.confidence < CANDIDATE && !nicknames.has(span),
  );
  for (const { mention, span, keys } of [...full]
    .sort((a, b) => b.keys.length - a.keys.length || a.span.start - b.span.start)
    .concat(doubtful)) {
    const candidates = (index.get(keys[0] ?? '') ?? []).filter(
      (person) => inOrder(keys, keysByPerson.get(person) ?? []) && !isFather(span.words, keys, person, keysByPerson),
    );
    const last = keys.at(-1);
    const exact = candidates.filter((person) => keysByPerson.get(person)?.length === keys.length);
    const byLast = candidates.filter((person) => keysByPerson.get(person)?.at(-1) === last);
    const person = one(exact) ?? one(candidates) ?? one(byLast);
    const misspelt = person || span.confidence < CANDIDATE ? undefined : one(misspeltAs(keys, index, keysByPerson));
    if (person) join(person, mention);
    else if (misspelt) {
      // The spelling that stands more often is the name.
      if (timesOf(span) > (times.get(misspelt.words.join(' ')) ?? 0)) {
        misspelt.words = span.words;
        misspelt.name = personOf(words, span).name;
      }
      join(misspelt, mention);
      also(misspelt, keys);
    } else file(join(personOf(words, span), mention), keys);
  }
  const shorts = named.filter(({ keys, span }) => keys.length === 1 || nicknames.has(span));
  const order = new Map<PersonDraft, number[]>();
  const note = (person: PersonDraft, at: number) => {
    const list = order.get(person);
    if (list) list.push(at);
    else order.set(person, [at]);
  };
  const fullAt = new Map(full.concat(doubtful).map(({ span, mention }) => [span, mention.entity as PersonDraft]));
  const fullTo = new Map([...fullAt].map(([span, person]) => [span.to, person]));
  const rolesOf = new Map<PersonDraft, Set<string>>();
  for (const [span, person] of fullAt) {
    const role = roleBefore(span);
    if (role !== null) rolesOf.set(person, (rolesOf.get(person) ?? new Set()).add(role));
  }
  /** «زوجته ميلانيا كرماني»: told by whose kin they are; the family name alone is the other's. */
  const kinOf = new Set<PersonDraft>();
  for (const [span, person] of fullAt)
    if (!kinOf.has(person) && person.mentions[0]?.start === span.start && isKinBefore(words, span.from))
      kinOf.add(person);
  const alone = new Map<string, PersonDraft>();
  /** Whom a single word was first said of, when one person of that name was known: a namesake who comes later is named in full. */
  const established = new Map<string, PersonDraft>();
  const shortOf = new Map(shorts.map((short) => [short.span, short]));
  for (const span of spans) {
    const person = fullAt.get(span);
    if (person) {
      note(person, span.start);
      continue;
    }
    const short = shortOf.get(span);
    if (!short) continue;
    const key = (nicknames.has(span) ? short.keys.join(' ') : short.keys[0]) ?? '';
    const bearer = bearerOf(words, span, fullTo);
    if (bearer) {
      alone.set(short.keys.at(-1) ?? key, bearer);
      join(bearer, short.mention);
      note(bearer, span.start);
      continue;
    }
    const candidates = best(index.get(key) ?? namesakeless(index, key), key, keysByPerson).filter(
      (person) => !isNoun(short, person, keysByPerson),
    );
    // «الوزير حسين» of several of that name: whom the article calls a minister.
    const role = candidates.length > 1 ? roleBefore(span) : null;
    const own = candidates.length > 1 ? candidates.filter((person) => !kinOf.has(person)) : [];
    const called = role === null ? [] : candidates.filter((person) => rolesOf.get(person)?.has(role));
    let chosen =
      one(candidates) ??
      one(called) ??
      one(own) ??
      one(ofGender(words, span.from, candidates)) ??
      one(candidates.filter((person) => person.words.at(-1) === span.words.at(-1))) ??
      candidates.find((person) => person === established.get(key));
    if (!chosen && candidates.length > 1) {
      const named = candidates.filter((person) => order.has(person));
      const introduced = named.length > 0 ? one(named) : firstIntroduced(candidates, fullAt);
      if (introduced) established.set(key, introduced);
      chosen = introduced ?? recent(words.text, candidates, order, span.start);
    }
    if (!chosen) {
      chosen = alone.get(key);
      if (!chosen) {
        chosen = personOf(words, span);
        alone.set(key, chosen);
      }
    }
    join(chosen, short.mention);
    note(chosen, span.start);
    if (span.confidence >= CANDIDATE) fullTo.set(span.to, chosen);
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

/**
 * Who is written so once more with a letter left out, added, changed or moved in one word of the name: «أندي موراي»/«أندي مواري»,
 * «جيمس رودريغيز»/«جيمس رودريجيز», «أنيس العامري»/«أنيس العامر». All other words are the same; two given names are two persons
 * («حسين»/«حسن», «سمير»/«سميرة»).
 */
function misspeltAs(
  keys: readonly string[],
  index: ReadonlyMap<string, readonly PersonDraft[]>,
  known: ReadonlyMap<PersonDraft, readonly string[]>,
): PersonDraft[] {
  const candidates = new Set(keys.flatMap((key) => index.get(key) ?? []));
  return [...candidates].filter((person) => {
    const whole = known.get(person) ?? [];
    if (whole.length !== keys.length) return false;
    const other = keys.findIndex((key, i) => key !== whole[i]);
    return (
      keys.every((key, i) => i === other || key === whole[i]) &&
      isMisspelt(keys[other] ?? '', whole[other] ?? '', other === 0)
    );
  });
}

function isMisspelt(a: string, b: string, first: boolean): boolean {
  if (Math.min(a.length, b.length) < 4 || !isOneEdit(a, b)) return false;
  if (givenName(a) !== null && givenName(b) !== null) return false;
  // «نادر»/«نادرة»: a man and a woman.
  return !(first && [a, b].some((name) => name.slice(0, -1) === (name === a ? b : a) && /[هاي]$/.test(name)));
}

/** Whether `a` becomes `b` by one letter more, less or other, or by two that change places. */
function isOneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  if (Math.max(restA.length, restB.length) <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

const keysOf = (parts: readonly string[]) =>
  pieces(parts).map(({ start, end }) =>
    parts
      .slice(start, end)
      .map((word, i) => (i === 0 && end > start + 1 && CASES.has(word) ? 'ابو' : respell(withoutArticle(word))))
      .join(' '),
  );

const isKinBefore = (words: Words, at: number): boolean => words.follows(at) && isKin(words.word(at - 1));

/** «أبو عياض» in its other cases: «المكنى بأبي عياض». */
const CASES = new Set(['ابي', 'ابا']);

/** Whether all of `part` stand in `whole` in the same order. */
function inOrder(part: readonly string[], whole: readonly string[]): boolean {
  let i = 0;
  for (const key of whole) if (key === part[i]) i++;
  return i === part.length;
}

/**
 * «سالم الفلاني المعروف بـ"حميدان"», «سالم الفلاني المكنى أبا سعيد», «سالم الفلاني (أبو سعيد)»: who bears the other name at `span`, by the
 * token that ends the full one.
 */
function bearerOf(words: Words, span: NameSpan, fullTo: ReadonlyMap<number, PersonDraft>): PersonDraft | undefined {
  const enclosed = words.mark(span.from - 1) === '(' && words.mark(span.to) === ')';
  if (enclosed && kunyas.has(span.words[0] ?? '')) return fullTo.get(span.from - 1);
  const at = calledAt(words, span);
  return at === null ? undefined : fullTo.get(at);
}

/** The token that ends the name of whom «المعروف بـ», «الملقب سابقا بكنيته» calls by the words at `span`; null where nothing does. */
function calledAt(words: Words, span: NameSpan): number | null {
  let at = span.from - 1;
  while (at > span.from - CALLED_REACH && (words.mark(at) !== '' || BY.test(words.word(at)))) at--;
  if (!CALLED.test(words.word(at)) || words.tokens[at]?.newLine) return null;
  return words.mark(at - 1) === '' ? at : at - 1;
}
/** Tokens between «المعروف» and the other name. */
const CALLED_REACH = 5;
/** «بـ», «باسم», «سابقا بكنيته», «باسمه الحركي». */
const BY = /^(?:ب|ب?(?:اسم|اسمه|اسمها|كنيته|كنيتها|لقب|لقبه|لقبها)|سابقا|حركيا|الحركي|اعلاميا)$/;
const CALLED = /^(?:ال)?(?:معروف|ملقب|مكني|مشهور|شهير|مدعو|كنيته|يكني|يلقب)ه?$/;

/**
 * «إبراهيم الفلاني» beside «مريم إبراهيم الفلاني»: a given name and all that follows it in a longer name are the father's. Not of
 * «محمد جواد الفلاني», whom many call «جواد الفلاني».
 */
function isFather(
  words: readonly string[],
  keys: readonly string[],
  person: PersonDraft,
  known: ReadonlyMap<PersonDraft, readonly string[]>,
): boolean {
  const whole = known.get(person) ?? [];
  const [first = ''] = words;
  // «الصادق الفلاني» beside «مريم الصادق الفلاني»: no family name is a given name with an article before another word.
  const given = first.startsWith('ال') ? givenName(first) !== null : givenName(first) === 'plain';
  if (!given || whole[0] === keys[0] || whole.length !== keys.length + 1) return false;
  return !doubled.has(whole[0] ?? '') && keys.every((key, i) => key === whole[i + 1]);
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

/**
 * «وأوضحت الفرجاني», «وأوضح الفرجاني» of «سامية الفرجاني» and «محمد الفرجاني»: whom the verb before can have as its subject, if the name
 * of one of them says that she is a woman.
 */
function ofGender(words: Words, at: number, candidates: readonly PersonDraft[]): readonly PersonDraft[] {
  const verb = words.follows(at) ? words.readings(at - 1).find(({ core }) => isPerfect(core))?.core : undefined;
  const women = candidates.filter(({ name }) => isWoman(name));
  if (verb === undefined || women.length === 0) return candidates;
  return verb.endsWith('ت') ? women : candidates.filter((person) => !women.includes(person));
}
/** A verb of the lists in the perfect, or the feminine of a word in use. */
const isPerfect = (core: string): boolean =>
  verbKind(core) !== undefined
    ? !/^[يتسن]/.test(core) || core.endsWith('ت')
    : core.length > 4 && core.endsWith('ت') && commonWord(core.slice(0, -1)) !== null;

/** «بن تيشة» for «نور الدين تيشة», whose family name some write without «بن»: the only one of that name. */
function namesakeless(index: ReadonlyMap<string, readonly PersonDraft[]>, key: string): readonly PersonDraft[] {
  const family = /^بن (?<family>.+)$/.exec(key)?.groups?.family;
  // «بن علي» has a given name in it and is not «الحاج علي».
  const bearers = family === undefined || givenName(family) !== null ? [] : (index.get(family) ?? []);
  return bearers.length === 1 && bearers[0]?.words.at(-1) === family ? bearers : [];
}

/** «الفيصل» of «فيصل الفلاني»: a given name does not take the article. */
const isNoun = (
  { span, keys }: Named,
  person: PersonDraft,
  known: ReadonlyMap<PersonDraft, readonly string[]>,
): boolean =>
  span.words[0]?.startsWith('ال') === true &&
  known.get(person)?.[0] === keys[0] &&
  known.get(person)?.at(-1) !== keys[0] &&
  person.words[0] !== span.words[0];

/** Whom a headline calls by the surname alone: of several the one whom the article then introduces first, with whom it begins. */
function firstIntroduced(
  candidates: readonly PersonDraft[],
  fullAt: ReadonlyMap<NameSpan, PersonDraft>,
): PersonDraft | undefined {
  for (const person of fullAt.values()) if (candidates.includes(person)) return person;
  return undefined;
}

/** Characters within which the one last spoken of is meant: about two sentences of news prose. */
const NEAR = 400;

/**
 * Of several, the one spoken of last before `at` in the paragraph; in a new one, if any of them was near, the one whom the article named
 * first: a namesake whom it passes by is called in full. So in all of the agency reports of the tests that name two of one family name.
 */
function recent(
  text: string,
  candidates: readonly PersonDraft[],
  order: ReadonlyMap<PersonDraft, readonly number[]>,
  at: number,
): PersonDraft | undefined {
  const named = candidates.filter((person) => order.has(person));
  const last = (person: PersonDraft) => order.get(person)?.at(-1) ?? 0;
  const first = (person: PersonDraft) => order.get(person)?.[0] ?? 0;
  const [nearest] = [...named].sort((a, b) => last(b) - last(a));
  if (!nearest || last(nearest) <= at - NEAR) return undefined;
  return text.slice(last(nearest), at).includes('\n') ? named.sort((a, b) => first(a) - first(b))[0] : nearest;
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
