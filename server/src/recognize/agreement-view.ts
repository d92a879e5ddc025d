/** What the recognition of agreements asks about an article, answered by token index. Everything here looks at a bounded window. */
import {
  beginningWords,
  bodyAdjectives,
  bothWords,
  type EventWord,
  effectWords,
  eventWords,
  exchangedWords,
  forceVerbs,
  forceWords,
  inForceWords,
  mediationWords,
  namedBodies,
  nominalEvents,
  notVerbs,
  ownBodies,
  privateNouns,
  union,
  whereNouns,
} from '../lexicon/agreements.ts';
import { isCommonWord, nisba, realmsOf } from '../lexicon/geography.ts';
import { functionWords } from '../lexicon/person-names.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { DateFact } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { tokenAfter } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { KnownArticle } from './agreements.ts';
import type { CountryCode, EntityKind, LocalIndex, MentionFact, PlaceFact } from './facts.ts';
import { MAY, withoutArticle } from './words.ts';

/** Tokens `from` up to `to` of one sentence. */
export interface SentenceTokens extends Span {
  readonly from: number;
  readonly to: number;
  readonly isTitle: boolean;
  /** How many sentences of prose stand before it below the title; lines like «3 مشاهدة», «المصدر: …» are none. */
  readonly before: number;
  /** Number of its paragraph; whether that is the title, the first paragraph of prose, or one before it. */
  readonly paragraph: number;
  readonly inLead: boolean;
}

const IN_FORCE: EventWord = { state: 'in force', form: 'participle', pronoun: false, many: false };
const TAKES_EFFECT: EventWord = { state: 'in force', form: 'noun', pronoun: false, many: false };
const EXCHANGED: EventWord = { state: 'signed', form: 'perfect', pronoun: false, many: true };
/** A sentence without a stop has so many words at least. */
const LEAST_PROSE = 6;
const BULLET = /^[-–—•·*▪●◦]$/;
/** Tokens of «(1)», «1.». */
const MARKER = 4;
const MARK = /^(?:[-–—.:)(/]|\d{1,2})$/;
const MARKER_START = /^(?:[-–—•·*▪●◦(]|\d{1,2}|اولا|ثانيا|ثالثا|رابعا|خامسا)$/;

/** «دخلت … حيز التنفيذ», in the form of its verb or noun. */
function entersForce(word: string): EventWord {
  const form = /^و?س/.test(word)
    ? 'future'
    : /^و?[يت]/.test(word)
      ? 'imperfect'
      : /دخول/.test(word)
        ? 'noun'
        : 'perfect';
  return { state: 'in force', form, pronoun: false, many: false };
}

/** The state that a word is the adjective of, behind a particle or not. */
function adjectiveCountry(word: string): CountryCode | null {
  const plain = nisba(word) ? word : /^[ولب]/.test(word) ? word.slice(1) : '';
  const country = nisba(plain);
  return country && !isCommonWord(plain) ? country : null;
}
/** Whether a word may name a state without its name: «العراقي», «السلطنة». */
export const saysCountry = (word: string): boolean => adjectiveCountry(word) !== null || realmsOf(word).length > 0;

/** Whether a list has a noun, with or without particles and article: «بريد» and «البريد», «حزب» and «والحزب». */
const has = (nouns: ReadonlySet<string>, word: string): boolean =>
  nouns.has(word) || nouns.has(withoutArticle(word)) || nouns.has(word.replace(/^[وفبلك]?(ال|لل)?(?=.{3})/, ''));

/** Behind an office: whoever held it then. */
const PAST_HOLDER = /^(انذاك|حينها|حينذاك|حينئذ|وقتها|وقتئذ|يومها|السابق|السابقه|الاسبق|الراحل|الراحله)$/;
/** Ends a list of parties. */
const LIST_END = /^(علي|من|الي|عن|بشان|حول|بهدف|بما|ان|التي|الذي|حيث|خلال|عام|منذ|بعد|قبل|لل?[^ل].{3,})$/;
/** A date between «يبدأ» and «سريان» has at most so many tokens. */
const EFFECT_WINDOW = 5;
/** Between a noun and the adjective of its state stand at most so few words, the noun among them. */
const ADJECTIVES = 3;
/** Words of the name of a private body before a state in it, or of what it is before «في». */
const NAME_OF_BODY = 3;
/** The documents that are exchanged stand so near behind the verb. */
const EXCHANGE_WINDOW = 20;
/** Place and time of a signing are told in so many tokens. */
const CIRCUMSTANCES = 12;

export class ArticleView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly SentenceTokens[];
  readonly #known: KnownArticle;
  /** Index of the innermost mention of each kind that covers a token, by kind; -1 where there is none. */
  readonly #covering: Partial<Record<EntityKind, Int32Array>> = {};
  /** 1 where a mention of any kind covers a token: of most words nothing more is asked. */
  readonly #covered: Uint8Array;
  readonly #dates: Int32Array;
  readonly #events: (EventWord | null | undefined)[];
  /** States that the article names, by themselves or their capitals, and organisations by their keys. */
  readonly #named: ReadonlySet<string>;
  /** Countries of the offices by which the article calls a person; made on the first question. */
  #calledBy: Map<LocalIndex, Set<CountryCode>> | null = null;

  constructor(known: KnownArticle) {
    this.#known = known;
    this.text = known.text;
    this.tokens = known.tokens;
    let before = 0;
    let paragraph = 0;
    let lead: number | null = null;
    this.sentences = known.sentences.map(({ start, end }) => {
      const [from, to] = [tokenAfter(known.tokens, start), tokenAfter(known.tokens, end)];
      const isTitle = known.title !== null && known.title.start <= start && end <= known.title.end;
      if (from > 0 && known.tokens[from]?.newLine) paragraph++;
      const prose = !isTitle && this.#isProse(from, to);
      if (prose) lead ??= paragraph;
      const sentence = { start, end, from, to, isTitle, before, paragraph, inLead: paragraph <= (lead ?? paragraph) };
      if (prose) before++;
      return sentence;
    });
    this.#covered = new Uint8Array(known.tokens.length);
    for (const [index, mention] of known.mentions.entries()) {
      this.#covering[mention.kind] ??= new Int32Array(known.tokens.length).fill(-1);
      this.#cover(this.#covering[mention.kind] as Int32Array, mention, index);
      this.#cover(this.#covered, mention, 1);
    }
    this.#dates = new Int32Array(known.tokens.length).fill(-1);
    for (const [index, date] of known.dates.entries()) this.#cover(this.#dates, date, index);
    this.#events = new Array(known.tokens.length);
    this.#named = new Set(
      known.entities.flatMap((entity) => {
        if (entity.kind === 'organization') return [entity.key];
        return entity.kind === 'place' && /^(state|capital)$/.test(entity.type) ? (entity.country ?? []) : [];
      }),
    );
  }

  /** Ended like a sentence, or long enough for one. */
  #isProse(from: number, to: number): boolean {
    if (/^[.؟!"»”]$/.test(this.tokens[to - 1]?.norm ?? '')) return true;
    let words = 0;
    for (let i = from; i < to; i++) if (this.tokens[i]?.kind === 'word') words++;
    return words >= LEAST_PROSE;
  }

  #cover(row: Int32Array | Uint8Array, span: Span, index: number): void {
    for (let i = tokenAfter(this.tokens, span.start); (this.tokens[i]?.start ?? Infinity) < span.end; i++)
      row[i] = index;
  }

  /** The folded word at `i`, '' for anything else. */
  word(i: number): string {
    const token = this.tokens[i];
    return token?.kind === 'word' ? token.norm : '';
  }

  /** The token at `i` as it is written: «جمعة» and «جمعه» fold to one word. */
  written(i: number): string {
    const token = this.tokens[i];
    return token === undefined ? '' : this.text.slice(token.start, token.end);
  }

  /** Whether the token at `i` is one of these signs, and no point behind an abbreviated title («د.», «م.»). */
  isSign(i: number, signs: RegExp): boolean {
    const sign = this.tokens[i]?.norm ?? '';
    return signs.test(sign) && !(sign === '.' && /^.$/.test(this.word(i - 1)));
  }

  mentionAt(i: number, kind: EntityKind): MentionFact | null {
    if (!this.#covered[i]) return null;
    const index = this.#covering[kind]?.[i] ?? -1;
    return index < 0 ? null : (this.#known.mentions[index] ?? null);
  }

  inside(i: number, kinds: readonly EntityKind[]): boolean {
    if (!this.#covered[i]) return false;
    for (const kind of kinds) if (this.mentionAt(i, kind) !== null) return true;
    return false;
  }

  /** Whether one of the rules `rules` (bits of MAY) can begin at token `i`, by its word alone. */
  may(i: number, rules: number): boolean {
    return ((this.#known.triggers[i] as number) & rules) !== 0;
  }

  startsMention(i: number, kinds: readonly EntityKind[]): boolean {
    const token = this.tokens[i];
    return (
      token !== undefined &&
      kinds.some((kind) => {
        const mention = this.mentionAt(i, kind);
        return mention !== null && mention.start >= token.start;
      })
    );
  }

  dateAt(i: number): DateFact | null {
    return this.#known.dates[this.#dates[i] ?? -1] ?? null;
  }

  /** The state that a mention of a place stands for: itself, or that whose capital it is; also of an office or organisation. */
  country(mention: MentionFact): CountryCode | null {
    const entity = this.#known.entities[mention.entity];
    return entity && 'country' in entity ? entity.country : null;
  }

  /** The state for which a person acts, by the offices that the article gives them; null where these name none or several. */
  countryOf(person: LocalIndex): CountryCode | null {
    const entity = this.#known.entities[person];
    const offices = entity?.kind === 'person' ? entity.offices.map(({ office }) => this.#known.entities[office]) : [];
    const countries = new Set(offices.flatMap((office) => (office?.kind === 'office' ? (office.country ?? []) : [])));
    const [only, second] = countries;
    if (only === undefined) return this.#countryByOffice(person);
    return second === undefined ? only : null;
  }

  /** «الرئيس فلان», further down «الرئيس المصري»: the office by which the article calls him says the state. */
  #countryByOffice(person: LocalIndex): CountryCode | null {
    if (this.#calledBy === null) {
      this.#calledBy = new Map();
      for (const { kind, holder, entity } of this.#known.mentions) {
        const office = this.#known.entities[entity];
        if (kind !== 'office' || holder === null || office?.kind !== 'office' || office.country === null) continue;
        this.#calledBy.set(holder, (this.#calledBy.get(holder) ?? new Set()).add(office.country));
      }
    }
    const [only, second] = this.#calledBy.get(person) ?? [];
    return second === undefined ? (only ?? null) : null;
  }

  /** Of a mention of a place. */
  placeType({ entity }: MentionFact): PlaceFact['type'] | null {
    const place = this.#known.entities[entity];
    return place?.kind === 'place' ? place.type : null;
  }

  /** The capital of a state, where the article names it: index into the entities. */
  capitalOf(country: CountryCode): LocalIndex | null {
    const found = this.#known.entities.findIndex(
      (entity) => entity.kind === 'place' && entity.type === 'capital' && entity.country === country,
    );
    return found < 0 ? null : found;
  }

  /** Of a mention of a place: what it is known by across articles. */
  placeKey({ entity }: MentionFact): string | null {
    const place = this.#known.entities[entity];
    return place?.kind === 'place' ? place.key : null;
  }

  /** Index of the first token that ends behind `offset`. */
  tokenAt(offset: number): number {
    return tokenAfter(this.tokens, offset);
  }

  /** Whether the word at `i` is a verb of news that cannot be a noun or preposition, outside names and dates («ظهر اليوم»). */
  verb(i: number): boolean {
    const word = this.word(i);
    const core = /^[وف]/.test(word) && word.length > 3 && verbKind(word) === undefined ? word.slice(1) : word;
    if (verbKind(core) === undefined || notVerbs.has(core) || this.inside(i, ['person', 'office'])) return false;
    return this.dateAt(i) === null;
  }

  /** A state or its capital, or the adjective of a state («العراقي»), at a token that is no part of a person's name. */
  countryAt(i: number): CountryCode | null {
    if (!this.#covered[i] && !this.may(i, MAY.country)) return null;
    if (this.mentionAt(i, 'person')) return null;
    const organization = this.mentionAt(i, 'organization');
    if (organization && this.#actsForItself(organization)) return null;
    const place = this.mentionAt(i, 'place');
    if (place) {
      const entity = this.#known.entities[place.entity];
      if (entity?.kind !== 'place') return null;
      if (entity.type === 'state') return this.#isOfBody(i) ? null : entity.country;
      // «طهران وبغداد اتفقتا» are governments, «في طهران» is where it was.
      const first = this.tokenAt(place.start);
      const where = this.word(first - 1) === 'في' || this.#isBehind(first, place, 'ب');
      if (entity.type !== 'capital' || where || this.#isDateline(place)) return null;
      return this.#isSeatOfUnion(place) ? null : entity.country;
    }
    const country = adjectiveCountry(this.word(i));
    if (country === null) return this.#realmAt(i);
    return !this.#saysWhoseOrWhere(i) ? country : null;
  }

  /**
   * «السلطنة», «المملكة» by themselves: the state whose agency reports, else the one realm that the article names; «في المملكة» is where, and
   * «السلطنة العثمانية» has a name.
   */
  #realmAt(i: number): CountryCode | null {
    const realms = realmsOf(this.word(i));
    if (realms.length === 0 || this.word(i - 1) === 'في' || /^ال.{3,}(ي|يه)$/.test(this.word(i + 1))) return null;
    const { home } = this.#known;
    if (home !== null && realms.includes(home)) return home;
    if (realms.length === 1) return realms[0] ?? null;
    const named = realms.filter((country) => this.#named.has(country));
    return named.length === 1 ? (named[0] ?? null) : null;
  }

  /** «شركة كذا», «الحزب الاشتراكي المصري»: what it agrees on is not its state's. */
  #actsForItself(organization: MentionFact): boolean {
    const entity = this.#known.entities[organization.entity];
    if (entity?.kind !== 'organization') return false;
    return this.#isBody(this.tokenAt(organization.start));
  }

  /** «الشركة», «الحزب»: the noun of a private body; the central bank is none. */
  #isBody(i: number): boolean {
    return has(ownBodies, this.word(i)) && !/^(ال)?مركزي$/.test(this.word(i + 1));
  }

  /** «شركات في [غينيا]», «شركة كذا [تونس]»: where a private body is, or a part of its name. */
  #isOfBody(i: number): boolean {
    // «الشركة وتونس», «من الشركة لتونس»: a particle other than ب keeps the state apart.
    const place = this.mentionAt(i, 'place');
    if (place && this.tokens[i]?.start !== place.start && !this.#isBehind(i, place, 'ب')) return false;
    const from = this.word(i - 1) === 'في' ? i - 2 : i - 1;
    for (let at = from; at > from - NAME_OF_BODY; at--) {
      const word = this.word(at);
      if (word === '' || this.verb(at) || word === 'مع' || word === 'بين') return false;
      if (this.#isBody(at)) return true;
    }
    return false;
  }

  /** Whether a private body, by the noun of its kind, begins at one of the tokens from `from` up to `to`. */
  bodyIn(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.#isBody(i)) return true;
    return false;
  }

  /** Whether a particle stands before a name in the token at `i`: of «وببغداد» ب, of «وبغداد» not. */
  #isBehind(i: number, { start }: Span, particle: string): boolean {
    const token = this.tokens[i];
    return token !== undefined && this.text.slice(token.start, start).includes(particle);
  }

  /** «المدرب [التونسي]», «العاصمة [العراقية]», «الصخيرات [المغربية]»: the adjective of somebody private, or of a place. */
  #saysWhoseOrWhere(i: number): boolean {
    const place = this.mentionAt(i - 1, 'place');
    if (place && this.placeType(place) !== 'state') return true;
    // «ميناء شنقاف التركي»: with the name of the place between.
    const between = this.word(i - 1);
    if (/^(ميناء|معبر|منفذ|مدينه|مطار|بلده)$/.test(this.word(i - 2)) && between !== '' && !functionWords.has(between))
      return true;
    let adjectivesOnly = true;
    for (let at = i - 1; at >= i - ADJECTIVES; at--) {
      const noun = this.word(at);
      // «مجموعة هيتي الصينية»: between a body and the adjective of its state may stand its name.
      if (this.#isBody(at)) return true;
      if (noun === '' || this.verb(at) || functionWords.has(noun) || noun.startsWith('وال')) return false;
      if (adjectivesOnly && (has(privateNouns, noun) || has(whereNouns, noun))) return true;
      adjectivesOnly &&= /ي[هنات]*$/.test(noun) || bodyAdjectives.has(noun);
    }
    return false;
  }

  /** «بكين – …», «القاهرة (وكالة …)»: where a report was written, not who acts. */
  #isDateline({ start, end }: Span): boolean {
    const first = this.tokenAt(start);
    const behind = this.tokenAt(end);
    const next = this.tokens[behind];
    const opens = first === 0 || this.tokens[first]?.newLine === true;
    const dated = this.dateAt(behind) !== null;
    return opens && (dated || /^[-–—(/:|]$/.test(next?.norm ?? '')) && !next?.newLine;
  }

  /**
   * What a line opens with that is an item of a list: behind its bullet or number («• …», «1- …», «(2) …», «ثالثا: …»), or behind the date
   * of an entry in a chronology («– 27 آب 1973: …», «8 ديسمبر 1987 — …»). `from`: the first token behind that; null where it is none.
   */
  itemAt(sentence: number): { readonly from: number; readonly date: DateFact | null } | null {
    const { from = 0, to = 0 } = this.sentences[sentence] ?? {};
    if (!this.tokens[from]?.newLine && from > 0) return null;
    let i = from;
    while (i < to && BULLET.test(this.tokens[i]?.norm ?? '')) i++;
    const date = this.dateAt(i);
    const token = this.tokens[i];
    if (date && token && date.start >= token.start) {
      while (i < to && (this.tokens[i]?.start ?? Infinity) < date.end) i++;
      if (/^[:–—-]$/.test(this.tokens[i]?.norm ?? '')) return { from: i + 1, date };
      return null;
    }
    if (!MARKER_START.test(this.tokens[from]?.norm ?? '')) return null;
    i = from + 1;
    while (i < to && i < from + MARKER && MARK.test(this.tokens[i]?.norm ?? '') && !this.tokens[i]?.newLine) i++;
    return { from: i, date: null };
  }

  /** The date of an entry in a chronology; null where the sentence is none. */
  entryDate(sentence: number): DateFact | null {
    return this.itemAt(sentence)?.date ?? null;
  }

  /** «بروكسل» in a report that names the union there, and not the state whose capital it is. */
  #isSeatOfUnion(place: Span): boolean {
    if (!this.#named.has(union.key) || !union.seat.has(this.key(place))) return false;
    return !this.tokens.some(({ norm }) => union.seatOf.has(norm.replace(/^[وبل](?=.{4})/, '')));
  }

  /** «وقعت الرباط وبروكسل», «عن الجانب الأوروبي», «مع الأوروبيين»: the union, where the article names it. */
  #unionAt(i: number): string | null {
    if (!this.#named.has(union.key)) return null;
    const word = withoutArticle(this.word(i).replace(/^[ولب](?=.{4})/, '')).replace(/^ل(?=.{5})/, '');
    if (union.members.has(word)) return this.word(i - 1).endsWith('ين') ? null : union.key;
    if (union.adjective.has(word)) return union.sides.has(withoutArticle(this.word(i - 1))) ? union.key : null;
    const place = union.seat.has(word) ? this.mentionAt(i, 'place') : null;
    return place !== null &&
      this.word(i - 1) !== 'في' &&
      !this.#isBehind(i, place, 'ب') &&
      !this.#isDateline(place) &&
      this.#isSeatOfUnion(place)
      ? union.key
      : null;
  }

  /** The state named at `i`, or the union that signs as states do, by its key. */
  sideAt(i: number): string | null {
    const organization = this.mentionAt(i, 'office') ? null : this.mentionAt(i, 'organization');
    const entity = organization && this.#known.entities[organization.entity];
    if (entity?.kind === 'organization' && entity.key === union.key)
      return this.startsMention(i, ['organization']) ? union.key : null;
    return this.countryAt(i) ?? this.#unionAt(i);
  }

  /** Who may be a party: the state that the words at `i` name, or an organisation of no state, by its key. */
  actorAt(i: number): string | null {
    const organization = this.mentionAt(i, 'office') ? null : this.mentionAt(i, 'organization');
    if (organization === null) return this.countryAt(i) ?? this.#unionAt(i);
    const entity = this.#known.entities[organization.entity];
    if (entity?.kind !== 'organization') return null;
    // A movement or union of the lists, a company or university act for themselves; ministries and what a state's adjective follows act
    // for the state; a ministry of no state said is nobody.
    if (namedBodies.has(entity.key) || this.#actsForItself(organization)) return entity.key;
    return entity.country ?? this.countryAt(i) ?? (/^[a-z]/.test(entity.key) ? null : entity.key);
  }

  /**
   * The parties listed from token `from`: «العراق وإيران», «وزارتي الدفاع في مصر والأردن», «الحكومة … وحركة …», to the first word that
   * cannot belong to the list or name a further party; none if fewer than two.
   */
  actorsAfter(from: number, to: number): string[] {
    const found: string[] = [];
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      if (!token || token.newLine) break;
      if (token.kind !== 'word') {
        if (/^[،"«»“”]$/.test(token.norm)) continue;
        break;
      }
      const word = token.norm;
      const inside = this.inside(i, ['organization', 'place', 'office']);
      // «بين البلدين، ومصر ملتزمة …».
      if (!inside && found.length === 0 && bothWords.has(word)) break;
      if (!inside && nisba(word) === undefined) {
        if (this.verb(i) || this.event(i) || mediationWords.has(word) || LIST_END.test(word)) break;
        if (word === 'في' && found.length > 1) break;
      }
      const actor = this.actorAt(i);
      if (actor !== null && !found.includes(actor)) found.push(actor);
    }
    return found.length >= 2 ? found : [];
  }

  /** «الموقع» at the token before `from`, «في شنقاف في 23 أكتوبر 2020» behind it: the token where these end. */
  behindPlaceAndTime(from: number): number {
    let at = from;
    while (
      at < from + CIRCUMSTANCES &&
      (this.word(at) === 'في' || this.dateAt(at) !== null || this.mentionAt(at, 'place') !== null)
    )
      at++;
    return at;
  }

  /** Folded text of a span without its article: what identifies a proper name. */
  key(span: Span): string {
    const folded = fold(this.text.slice(span.start, span.end)).trim();
    return folded.startsWith('ال') && folded.length > 4 ? folded.slice(2) : folded;
  }

  /** What the word at `i` says about the life of an agreement: whole, or behind و ف ب ل ك and ال. */
  event(i: number): EventWord | null {
    const known = this.#events[i];
    if (known !== undefined) return known;
    const event = this.#readEvent(i);
    this.#events[i] = event;
    return event;
  }

  #readEvent(i: number): EventWord | null {
    const token = this.tokens[i];
    if (token?.kind !== 'word' || token.norm.length < 3) return null;
    if (this.mentionAt(i, 'person')) return null;
    const word = token.norm;
    if (forceVerbs.has(word)) return this.#entersForce(i) ? entersForce(word) : null;
    if (inForceWords.has(word.replace(/^ال/, ''))) return IN_FORCE;
    if (effectWords.has(/^[وفبلك]ال/.test(word) ? word.slice(1) : word)) return this.#begins(i) ? TAKES_EFFECT : null;
    if (/^[وف]?(ي|ت)?تبادل(ا|ت|وا|ان)?$/.test(word)) return this.#exchangesDocuments(i) ? EXCHANGED : null;
    const own = eventWords.get(word);
    if (own) return own;
    for (let cut = 1; cut <= 2; cut++) {
      if (!/^[وفبلك]+$/.test(word.slice(0, cut))) break;
      const rest = word.slice(cut);
      const found = eventWords.get(rest) ?? this.#withArticle(rest);
      // «توقع», «بحث» behind a particle other than و and ف are nouns.
      if (found && (found.form === 'noun' || /^[وف]$/.test(word.slice(0, cut)) || cut === 2)) return found;
      const noun = found && nominalEvents.get(rest);
      if (noun?.form === 'noun') return noun;
      if (rest.startsWith('ل') && cut === 1 && word[0] === 'ل') {
        const hidden = nominalEvents.get(rest.slice(1));
        if (hidden?.form === 'noun') return hidden;
      }
    }
    return this.#withArticle(word);
  }

  #withArticle(word: string): EventWord | null {
    if (!word.startsWith('ال')) return null;
    return nominalEvents.get(word.slice(2)) ?? null;
  }

  /** «بدء سريان», «يبدأ اليوم سريان». */
  #begins(i: number): boolean {
    let at = i - 1;
    while (at > i - EFFECT_WINDOW && this.dateAt(at)) at--;
    const word = this.word(at);
    return beginningWords.has(word) || beginningWords.has(word.replace(/^[وفبل](?=.{2})/, ''));
  }

  /** «تبادل الوزيران وثائق …». */
  #exchangesDocuments(i: number): boolean {
    for (let at = i + 1; at <= i + EXCHANGE_WINDOW; at++) if (exchangedWords.has(this.word(at))) return true;
    return false;
  }

  #entersForce(i: number): boolean {
    for (let at = i + 1; at <= i + 8; at++) {
      if (/^[بو]?حيز$/.test(this.word(at))) return forceWords.has(this.word(at + 1));
    }
    return false;
  }

  /** «رئيس الوزراء آنذاك», «وزير الدفاع وكالة حينذاك»: not who holds the office now. */
  #isPast({ end }: MentionFact): boolean {
    const behind = this.tokenAt(end);
    return PAST_HOLDER.test(this.word(/^(وكاله|بالوكاله|بالانابه)$/.test(this.word(behind)) ? behind + 1 : behind));
  }

  /** Persons named, or meant by their office, in tokens `from` up to `to`, in order and once each. */
  persons(from: number, to: number): { person: LocalIndex; token: number }[] {
    const found: { person: LocalIndex; token: number }[] = [];
    for (let i = from; i < to; i++) {
      const named = this.mentionAt(i, 'person');
      const office = named ? null : this.mentionAt(i, 'office');
      const person = named ? named.entity : office && !office.attached && !this.#isPast(office) ? office.holder : null;
      if (person !== null && !found.some((other) => other.person === person)) found.push({ person, token: i });
    }
    return found;
  }
}
