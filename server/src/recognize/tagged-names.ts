/** The second witness beside the rules: what the tagger reads as a name, as spans of an article's tokens. */
import { nisba, placeNouns, places } from '../lexicon/geography.ts';
import { roles, titles } from '../lexicon/office-words.ts';
import { bodyNouns, openHeads, phraseHeads, shipNouns } from '../lexicon/organizations.ts';
import {
  commonWord,
  foreignParticles,
  functionWords,
  givenName,
  kin,
  kunyas,
  mostlyName,
  particles,
  prepositions,
  surnamesFirst,
} from '../lexicon/person-names.ts';
import { outletEnds } from '../lexicon/press.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Token } from '../text/tokens.ts';
import type { NameEvidence, NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import { IMPERFECT, isPossessed, nameClass, pieces } from './name-words.ts';
import { closes, isManner, nameAt } from './names.ts';
import {
  afterPlaceNoun,
  type Found,
  type FoundOrganization,
  type FoundPlace,
  isClub,
  isNamedAfter,
  isOfGroup,
} from './places-and-organizations.ts';
import { TAGS } from './tagger/features.ts';
import { installedTagger } from './tagger/installed.ts';
import { type Words, withoutArticle } from './words.ts';

export interface TaggedName {
  /** Tokens, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'place' | 'organization';
  /** 0–1: the tagger's own estimate, of its least sure word. */
  readonly sure: number;
  /** «و» stands before it, written onto it. */
  readonly joined?: true;
}

const KINDS: Readonly<Record<string, TaggedName['kind']>> = { PERS: 'person', LOC: 'place', ORG: 'organization' };
/** By tag. */
const KIND_OF = TAGS.map((tag) => KINDS[tag.slice(2)]);
const SENTENCE_ENDS = new Set(['.', '!', '؟', '?', '؛']);
const ARABIC = /[\u0621-\u064A\u0671-\u06D3]/;

/** All names that the tagger sees, in order; none where no tagger is installed. A pure function of the tokens and the model. */
export function taggedNames(tokens: readonly Token[]): TaggedName[] {
  const tagger = installedTagger();
  if (!tagger) return [];
  const words = tokens.map(({ norm }) => norm);
  const tags = new Uint8Array(tokens.length);
  const sure = new Float32Array(tokens.length);
  tagger.tag(words, sentenceEnds(tokens), tags, sure);
  return namesOf(tokens, tags, sure);
}

/** Where each sentence ends, for a tagger; rising, the last one is the number of tokens. */
export function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  tokens.forEach((token, i) => {
    if (token.newLine && i > (ends.at(-1) ?? 0)) ends.push(i);
    if (token.kind === 'punctuation' && SENTENCE_ENDS.has(token.norm)) ends.push(i + 1);
  });
  if ((ends.at(-1) ?? 0) < tokens.length) ends.push(tokens.length);
  return ends;
}

/** The names that tags (indexes of TAGS, one for each token, and of each how sure it is) make, in order. */
export function namesOf(tokens: readonly Token[], tags: Uint8Array, sure: Float32Array): TaggedName[] {
  const names: TaggedName[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const kind = KIND_OF[tags[from] as number];
    if (kind === undefined) continue;
    let to = from + 1;
    while (to < tokens.length && tags[to] === inside(tags[from] as number)) to++;
    let least = 1;
    let arabic = true;
    for (let i = from; i < to; i++) {
      least = Math.min(least, sure[i] as number);
      arabic &&= tokens[i]?.kind !== 'word' || ARABIC.test(tokens[i]?.norm ?? '');
    }
    // Names in other letters are not what the model has learnt.
    if (arabic && tokens[from]?.kind === 'word') names.push({ from, to, kind, sure: least });
    from = to - 1;
  }
  return names;
}

/** The I- tag that goes on after a B- or I- tag. */
const inside = (tag: number) => (tag % 2 === 1 ? tag + 1 : tag);

/**
 * How far the tagger's estimate counts: it was learnt from news of other years, and a name of one word has little to show, unless it
 * is part of a full name of the article. Chosen so that no precision was lost on the marked articles of `test/gold`.
 */
const FULL_NAME = 0.85;
const PART = 0.8;
const ONE_WORD = 0.35;
const TITLED = 0.8;
/** Full names that the rules' grammar of names reads in the same way, of words that are no prose: read by hand in unmarked news. */
const AGREED = 0.99;
/** From this estimate a word that is no prose is a name even where nothing else says so; unsure it stays. */
const SURE_ALONE = 0.93;
const ALONE = 0.65;
/** From here on also before a word that no list knows: «لكن فلان تخلى عن …». */
const UNMISTAKABLE = 0.97;
/** The tagger is hardly ever wrong from here on. */
const CERTAIN = 0.9;
/** A given name and more words before a family name that the article knows, from here on. */
const LIKELY = 0.75;

/**
 * Persons that the tagger sees outside `covered` tokens (offices, places, organisations that the rules have found). Where a rule has
 * read a name (`proven`), the tagger only adds words after it («جو» of «جو بايدن») or agrees: rules know better where a name begins.
 */
export function taggedPersons(
  words: Words,
  tagged: readonly TaggedName[],
  proven: readonly NameSpan[],
  covered: Uint8Array,
): NameEvidence[] {
  const ruled: (NameSpan | undefined)[] = new Array(words.tokens.length);
  const parts = new Set<string>();
  const first = new Set<string>();
  const learn = (list: readonly string[]) => {
    if (list.length < 2) return;
    for (const word of list.slice(1)) parts.add(word);
    first.add(list[0] ?? '');
  };
  for (const span of proven) {
    ruled.fill(span, span.from, span.to);
    if (span.confidence >= CANDIDATE) learn(span.words);
  }
  const evidence: NameEvidence[] = [];
  for (const each of tagged.flatMap((each) => coordinates(words, each))) {
    const name = withoutVerb(words, each);
    if (name.kind !== 'person' || !isRun(words, name, covered) || !mayBePerson(words, name, parts)) continue;
    if (isClub(words, name)) continue;
    const isOfOther = isOfGroup(words, name.from) || isOfBuilding(words, name) || isOfShip(words, name.from);
    // «خور عبدالله»: what a place is called.
    const isOfPlace = name.to === name.from + 1 && afterPlaceNoun(words, name.from);
    if ((isOfOther || isOfPlace) && ruled[name.from] === undefined) continue;
    const { start, core } = begin(words, name);
    const list = [core];
    for (let i = name.from + 1; i < name.to; i++) list.push(words.word(i));
    if (list.length > 1 && name.sure * FULL_NAME >= CANDIDATE) learn(list);
    evidence.push({ from: name.from, to: name.to, start, words: list, code: 'tagger', weight: name.sure });
  }
  return evidence.flatMap((witness) => {
    const rule = ruled.slice(witness.from, witness.to).find((span) => span && !isOverruled(span, witness));
    if (rule && (rule.from !== witness.from || rule.to > witness.to) && !beginsBefore(witness, rule)) return [];
    // «ماكرون يحيي ذكرى …»: the grammar of names ends where the rules have ended.
    if (rule && rule.from === witness.from && rule.to < witness.to && rule.confidence >= CANDIDATE)
      if ((nameAt(words, witness.from, 'beside', true)?.to ?? 0) < witness.to && witness.weight < SURE_ALONE) return [];
    const { words: list } = witness;
    const trust =
      list.length > 1
        ? agrees(words, witness)
          ? AGREED
          : FULL_NAME
        : parts.has(list[0] ?? '')
          ? PART
          : witness.weight >= CERTAIN && isTitled(words, witness.from)
            ? TITLED
            : witness.weight >= SURE_ALONE && (first.has(list[0] ?? '') || standsAlone(words, witness))
              ? ALONE
              : ONE_WORD;
    // «العميد [حبيب] الضيف»: the rules have seen all but its last word.
    const begun = rule?.from === witness.from && rule.to === witness.to - 1 && witness.weight >= SURE_ALONE;
    const weight = Math.max(witness.weight * trust, begun ? rule.confidence : 0);
    // A full name that is doubtful is no candidate: what no list knows joins words that only stand beside each other.
    if (!rule && list.length > 1 && weight < CANDIDATE) return [];
    const start = rule?.from === witness.from ? rule.start : witness.start;
    return [{ ...witness, start, weight }];
  });
}

/** «وتوعد [فلان] بشن غارات»: what a rule only thinks possible, where the tagger is sure that the name has other bounds. */
const isOverruled = (rule: NameSpan, witness: NameEvidence): boolean =>
  rule.confidence < CANDIDATE && witness.weight >= CERTAIN && (rule.from !== witness.from || rule.to !== witness.to);

/**
 * «[آنخيل] دي ماريا»: the rules have only seen the end of the name; not «[شكر] الفلاني», a verb before a name that the article knows.
 * Before such a name it must be a given name («[شاكر] الفلاني», another of the family), and is mostly where the tagger says so.
 */
function beginsBefore(witness: NameEvidence, rule: NameSpan): boolean {
  if (witness.from >= rule.from || witness.to !== rule.to || rule.code === 'office-beside') return false;
  const before = witness.words.slice(0, rule.from - witness.from);
  if (rule.code === 'part-of-name' && rule.words.length === 1)
    return (
      (witness.weight >= LIKELY && before.every((word) => givenName(word) !== null && verbKind(word) === undefined)) ||
      (witness.weight >= SURE_ALONE && before.every(isOnlyName))
    );
  // «بحضور [رجب] طيب الراوي»: a month or noun that is a given name, too.
  const mayBeGiven = (word: string) =>
    witness.weight >= UNMISTAKABLE && givenName(word) !== null && verbKind(word) === undefined;
  return (
    rule.code !== 'part-of-name' &&
    witness.weight >= CERTAIN &&
    before.every((word) => isOnlyName(word) || mayBeGiven(word))
  );
}

/**
 * «محمود عباس وسالم الراوي», «حسين والعباسي»: the tagger has run over «و» before another given name, a family name with its article, or
 * before a name of its own; «هاتف بن زياد بن
 * سعود»: over two family names.
 */
function coordinates(words: Words, name: TaggedName): TaggedName[] {
  const second = name.from + 2;
  if (words.word(name.from) === 'بن' && words.word(second) === 'بن' && second + 1 < name.to)
    return [{ ...name, to: second }, ...coordinates(words, { ...name, from: second })];
  for (let at = name.from + 1; at < name.to; at++) {
    const word = words.word(at);
    if (!word.startsWith('و') || word.length < 4 || givenName(word) !== null) continue;
    const core = word.slice(1);
    const long = at - name.from > 1 && name.to - at > 1 && /^(?:plain|unknown|family)$/.test(nameClass(core));
    const family = nameClass(core) === 'family' && (core.endsWith('ي') || words.has(core));
    if (givenName(core) === null && !nisba(core) && !family && !(long && core.length > 3)) continue;
    return [{ ...name, to: at }, ...coordinates(words, { ...name, from: at, joined: true })];
  }
  return [name];
}

/** «سالم و بن سعود يغيبان عن …», «كرماني يحيي ذكرى …»: the tagger has run over the verb; «سالم رحمه الله»: over a wish. */
const withoutVerb = (words: Words, name: TaggedName): TaggedName => {
  const last = words.word(name.to - 1);
  if (name.to > name.from + 2 && last === 'الله' && written(words, name.to - 2).endsWith('ه'))
    return { ...name, to: name.to - 2 };
  // «جهاد جاب الله ظهير أيمن»: a word of prose behind two of a name, where the tagger is unsure.
  const list: string[] = [];
  for (let at = name.from; at < name.to; at++) {
    const isName = /^(?:plain|unknown|family|none)$/.test(nameClass(words.word(at - 1)));
    if (name.sure < SURE_ALONE && isProse(words.word(at)) && isName && pieces(list).length > 1)
      return { ...name, to: at };
    list.push(words.word(at));
  }
  const dual = /^س?ي.{3,}ان$/.test(last) && nameClass(last) === 'none';
  const gives = last === 'يحيي' && written(words, name.to - 1).endsWith('يي') && words.follows(name.to);
  return name.to > name.from + 1 && (dual || gives) ? { ...name, to: name.to - 1 } : name;
};
const isProse = (word: string): boolean =>
  !word.startsWith('ال') &&
  commonWord(word) === 'frequent' &&
  givenName(word) === null &&
  !particles.has(word) &&
  !functionWords.has(word);
const written = (words: Words, at: number): string => words.text.slice(words.tokens[at]?.start, words.tokens[at]?.end);

/** Whether the rules' grammar reads the same words as one name, none of which is prose. */
function agrees(words: Words, { from, to, words: list }: NameEvidence): boolean {
  if (!list.every((word) => commonWord(word) === null) || !isOnlyName(list[0] ?? '')) return false;
  // «شركتا سيمانتك كورب»: what a body is called.
  if (words.follows(from) && words.readings(from - 1).some(({ core }) => isBody(withoutArticle(core)))) return false;
  return nameAt(words, from, 'beside', true)?.to === to;
}
/** «شارع سالم الراوي», «المستشفى الجامعي سالم الراوي»: what a street or a hall is called; not «قاعة المؤتمرات فلان». */
const isOfBuilding = (words: Words, { from, to }: TaggedName): boolean =>
  to > from + 1 &&
  words.follows(from) &&
  (isNamedAfter(words, from - 1) || isNamedAfter(words, from - 2)) &&
  afterPlaceNoun(words, from);
/** «سفينة الأبحاث كرماني»: what a ship is for stands between it and its name. */
const isOfShip = (words: Words, at: number): boolean =>
  words.follows(at) &&
  words.follows(at - 1) &&
  words.readings(at - 1).some(({ definite }) => definite) &&
  words.readings(at - 2).some(({ core, definite }) => !definite && shipNouns.has(core));
const isBody = (core: string): boolean => openHeads.has(core) || phraseHeads.has(core) || bodyNouns.has(core);

/** Whether a single word stands where a person may and is no word of prose, no place, no name in quotes and of no body. */
function standsAlone(words: Words, { from, to, start, words: [word = ''] }: NameEvidence): boolean {
  if (!isOnlyName(word) && !(givenName(word) !== null && mostlyName(word))) {
    if (nameClass(word) !== 'family') return false;
  }
  if (nisba(word) !== undefined || places.get(word) !== undefined || commonWord(word) !== null) return false;
  if (QUOTES.has(words.mark(from - 1)) || QUOTES.has(words.mark(to)) || start !== words.tokens[from]?.start)
    return false;
  if (!words.follows(from)) return true;
  if (givenName(word) !== null && isAdjectival(words, from - 1)) return false;
  return !words
    .readings(from - 1)
    .some(
      ({ core }) =>
        isBody(withoutArticle(core)) ||
        placeNouns.has(withoutArticle(core)) ||
        (givenName(core) !== null && !functionWords.has(core)),
    );
}

/** «خطاب ديني رشيد»: an adjective without its article, behind which another one stands sooner than a name. */
const isAdjectival = (words: Words, at: number): boolean => {
  const word = words.word(at);
  return (
    /^[^ا].{2,}(?:ي|يه)$/.test(word) &&
    commonWord(word) !== null &&
    !functionWords.has(word) &&
    !isTitle(word) &&
    !kin.has(word)
  );
};

const isOnlyName = (word: string): boolean =>
  verbKind(word) === undefined && commonWord(word) === null && /^(?:plain|unknown)$/.test(nameClass(word));

/** «الرئيس فلان»: a noun of office or rank with its article right before the name. */
const isTitled = (words: Words, at: number): boolean => {
  const before = words.readings(at - 1);
  return words.follows(at) && before.some(({ core, definite }) => definite && isTitle(withoutArticle(core)));
};
const isTitle = (core: string): boolean => roles.get(core) !== undefined || titles.get(core) !== undefined;

/** Whether the rules' grammar of names allows one here. `parts`: last words of full names of the article. */
function mayBePerson(words: Words, name: TaggedName, parts: ReadonlySet<string>): boolean {
  const { from, to, sure } = name;
  const first = words.word(from);
  // «المحامى على أيوب», where the article writes ى for ي.
  const ali = first === 'علي' && words.writesNoDots && to > from + 1 && sure >= UNMISTAKABLE;
  if (outletEnds.has(words.word(to - 1)) || (functionWords.has(first) && !ali) || isManner(words, from)) return false;
  // «قال لي قبل يومين إن»: to me; a Chinese family name has a word behind it.
  if (first === 'لي' && (to === from + 1 || /^[بل]/.test(words.word(from + 1)))) return false;
  // «خور عبد الله»
  if (placeNouns.has(first) && givenName(first) === null) return false;
  // «الشيخ أحمد مع أمير البلاد»: a preposition ends no name.
  if (to > from + 1 && prepositions.has(words.word(to - 1)) && words.word(to - 1) !== 'خلف') return false;
  // «هشام شقيق سالم الفلاني»: one, and whose kin.
  for (let at = from + 1; at < to; at++)
    if (kin.has(words.word(at)) && givenName(words.word(at)) === null) return false;
  // «"نور نيوز"»: names of persons do not stand in quotes, those of papers and programmes do; but «المكنى "أبو سعيد"».
  const kunya = kunyas.has(first) && (to === from + 2 || (to === from + 3 && nisba(words.word(to - 1)) !== undefined));
  const quoted = QUOTES.has(words.mark(from - 1)) && QUOTES.has(words.mark(to));
  if (quoted && !kunya && !isDescribed(words, name)) return false;
  // «ريو دي جانيرو»: the particle goes on with the word before it.
  if (foreignParticles.has(first) && words.follows(from) && unknownBefore(words, from - 1)) return false;
  // «مع وجود الفلاني»: a noun of prose is a name where the article has one that ends so.
  const again = to === from + 1 && sure >= CERTAIN && words.readings(from).some(({ core }) => parts.has(core));
  if (!again && nameAt(words, from, 'beside', true) === null && !isUnmistakable(words, name)) return false;
  // «ستطلب ايضاحا»: a verb and its object.
  const last = words.word(to - 1);
  const ending = written(words, to - 1);
  // «رفيق دربه», «كريمٌ»: whose something is, an adjective with its ending.
  if ((commonWord(first) !== null && isPossessed(ending, last)) || /[\u064B-\u064D]$/.test(ending)) return false;
  if (sure < UNMISTAKABLE && last.endsWith('ا') && commonWord(last.slice(0, -1)) !== null && givenName(last) === null)
    return false;
  if (to === from + 1 && isOwnedNoun(words, from)) return false;
  // «إن أمي أشرف منك»: a word of a closed class or a frequent one ends no name of which the tagger is unsure.
  if (to > from + 1 && sure < LIKELY && nameClass(last) === 'none' && commonWord(last) === 'frequent') return false;
  return to > from + 1
    ? !(IMPERFECT.test(first) && nameClass(first) === 'unknown')
    : again ||
        ((closes(words, to) || sure >= UNMISTAKABLE) &&
          words.readings(from).some(({ core }) => nameClass(core) !== 'none'));
}

/** «قالت كاتيا كرماني رئيسة …»: words that no list knows, whatever letters they end with, where the tagger has no doubt. */
function isUnmistakable(words: Words, { from, to, sure }: TaggedName): boolean {
  if (to === from + 1 || sure < UNMISTAKABLE) return false;
  for (let at = from; at < to; at++)
    if (!isOnlyName(words.word(at)) && nameClass(words.word(at)) !== 'family') return false;
  return true;
}

/**
 * «السفيرة "كارول ماكوين"», «المحامي الفرنسي "برنارد لامون"»: a full name in quotes, right behind what its bearer is; not «فيلم "…"»,
 * «مطار "…"».
 */
function isDescribed(words: Words, { from, to, sure }: TaggedName): boolean {
  const noun = words.mark(from - 2) === '' ? from - 2 : from - 3;
  if (to === from + 1 || sure < LIKELY || (noun === from - 3 && !COMMAS.has(words.mark(from - 2)))) return false;
  const described = (at: number) =>
    words
      .readings(at)
      .some(({ core, definite }) => (definite || core.startsWith('ال')) && isTitle(withoutArticle(core)));
  const origin = words.readings(noun).some(({ core }) => nisba(withoutArticle(core)) !== undefined);
  // «بعض الرهائن من بينهم الأمريكي "جايمس فولي"»: no noun before that would be a film's.
  const alone =
    !words.follows(noun) || functionWords.has(words.word(noun - 1)) || verbKind(words.word(noun - 1)) !== undefined;
  const definite = words.readings(noun).some(({ core }) => core.startsWith('ال'));
  return described(noun) || (origin && (alone ? definite && sure >= CERTAIN : described(noun - 1)));
}
const COMMAS = new Set(['،', ',']);

const unknownBefore = (words: Words, at: number): boolean =>
  words.isWord(at) && words.readings(at).every(({ core }) => nameClass(core) === 'unknown');

/** «برأيك», «لكتابهم»: a particle, a noun of prose and whose it is. Not «ـه», which may be the ة of a name. */
const isOwnedNoun = (words: Words, at: number): boolean =>
  givenName(words.word(at)) === null &&
  words.readings(at).some(({ core, proclitic }) => {
    const noun = core.replace(PRONOUN, '');
    return (
      proclitic !== '' && noun !== core && noun.length > 2 && commonWord(noun) !== null && givenName(core) === null
    );
  });
const PRONOUN = /(?:كم|هم|نا|ها|ك)$/;

const QUOTES = new Set(['"', '«', '»', '“', '”']);

/** Whether the span is words of one line that nothing else covers. */
function isRun(words: Words, { from, to }: TaggedName, covered: Uint8Array): boolean {
  for (let i = from; i < to; i++)
    if (!words.isWord(i) || words.inDate(i) || covered[i] || (i > from && !words.follows(i))) return false;
  return true;
}

/**
 * Where the name starts in its first word: after a particle only where what is left stands alone in the article, is a given name, or
 * after «و», with which few names begin.
 */
function begin(words: Words, { from: at, joined }: TaggedName): { start: number; core: string } {
  const [whole, ...cut] = words.readings(at);
  const [after] = cut;
  // «والصيني وانغ كي»: a family name that begins with و and stands first.
  if (whole && surnamesFirst.has(whole.core)) return whole;
  if (after?.proclitic === 'و' && (joined || isJoined(words, at, after.core))) return after;
  const start = nameAt(words, at, 'verb')?.start;
  const reading =
    (whole && givenName(whole.core)
      ? whole
      : cut.find(
          (each) =>
            // «ترى فيان الفلاني»: «ف» joins clauses, and no word to its verb.
            !(each.proclitic === 'ف' && words.follows(at)) &&
            (words.has(each.core) ||
              givenName(each.core) ||
              (each.proclitic === 'و' && (each.start === start || particles.has(each.core)))),
        )) ?? whole;
  return { start: reading?.start ?? words.tokens[at]?.start ?? 0, core: reading?.core ?? words.word(at) };
}

/** «مريم بن شعبان [وكنزة] بن ذياب», «سالم الراوي (مصري) [وحماد] العنزي»: after a name «و» joins another one, which begins with no و itself. */
function isJoined(words: Words, at: number, core: string): boolean {
  if (givenName(words.word(at)) !== null || core.length < 3) return false;
  // «والصيني وانغ يي»
  if (surnamesFirst.has(words.word(at))) return false;
  if (words.mark(at - 1) === ')') return true;
  // «سالم الراوي، وزير المالية، [ومئير] بن شبات»
  if (COMMAS.has(words.mark(at - 1)) && words.word(at + 1) === 'بن' && nameClass(words.word(at)) === 'unknown')
    return true;
  const before = words.word(at - 1);
  return (
    words.follows(at) && /^(?:plain|unknown|family|ambiguous)$/.test(nameClass(before)) && commonWord(before) === null
  );
}

export interface TaggedFound {
  readonly found: FoundPlace | FoundOrganization;
  readonly confidence: number;
}

/** From this estimate on places and organisations are shown; below they are dropped, for nothing else speaks for them. */
const SHOWN = { place: 0.8, organization: 0.92 } as const;

/** Places and organisations that the tagger alone sees, outside `covered` tokens. */
export function taggedFound(words: Words, tagged: readonly TaggedName[], covered: Uint8Array): TaggedFound[] {
  const list: TaggedFound[] = [];
  for (const name of tagged) {
    if (name.kind === 'person' || name.sure < SHOWN[name.kind] || !isRun(words, name, covered)) continue;
    const [whole, ...cut] = words.readings(name.from);
    const reading = cut.find(({ core }) => words.has(core)) ?? whole;
    if (!reading) continue;
    const one = name.to === name.from + 1;
    if (one && name.kind === 'organization' && commonWord(withoutArticle(reading.core)) !== null) continue;
    if (functionWords.has(reading.core) || verbKind(reading.core)) continue;
    if (name.kind === 'organization' && isDescription(words, name)) continue;
    const parts = [withoutArticle(reading.core)];
    for (let i = name.from + 1; i < name.to; i++) parts.push(words.word(i));
    const key = parts.join(' ');
    const span: Found = {
      from: name.from,
      to: name.to,
      start: reading.start,
      article: '',
      key,
      country: null,
      code: 'tagger',
    };
    list.push({
      found:
        name.kind === 'place' ? { ...span, kind: 'place', type: 'place' } : { ...span, kind: 'organization', id: key },
      confidence: name.sure * FULL_NAME,
    });
  }
  return list;
}

/** «حزب كردي»: a noun with an adjective of origin, both indefinite, says what kind of body it is and not which. */
const isDescription = (words: Words, { from, to }: TaggedName): boolean =>
  to === from + 2 &&
  !words.word(from).startsWith('ال') &&
  !words.word(from + 1).startsWith('ال') &&
  nisba(words.word(from + 1)) !== undefined;
