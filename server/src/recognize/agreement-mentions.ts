/**
 * Finds the words of an article that name an agreement, or a group of them («ثلاث مذكرات تفاهم»): «مذكرة التفاهم للتعاون الزراعي»,
 * «اتفاقية أمنية», «الاتفاقية التجارية بين مصر والأردن», «معاهدة لندن», «الوثيقة». What they refer to is decided in agreements.ts.
 */
import {
  adverbs,
  agreeingWords,
  anotherWords,
  bindingBehindWords,
  bindingWords,
  clauseWords,
  contentWords,
  countWords,
  type DocumentNumber,
  earlierWords,
  generalWords,
  goesBackWords,
  type HeadNoun,
  headNouns,
  quotingWords,
  severalWords,
} from '../lexicon/agreements.ts';
import { verbKind } from '../lexicon/verbs.ts';
import { readings } from '../text/proclitics.ts';
import type { Span } from '../text/span.ts';
import { Extent, isKind, subjectsOf } from './agreement-extent.ts';
import type { ArticleView } from './agreement-view.ts';
import { MAY } from './words.ts';

/** A span that may name an agreement. Token indexes: `first` up to `next`. */
export interface NamedAgreement extends Span {
  readonly head: HeadNoun;
  /** Of a group: «مذكرتي تفاهم», «19 مذكرة تفاهم». */
  readonly number: DocumentNumber;
  /** A group whose size is said, at least roughly: «ثلاث», «عدد من», «سلسلة»; always so in the dual. */
  readonly counted: boolean;
  readonly first: number;
  readonly next: number;
  /** Index into the sentences of the view. */
  readonly sentence: number;
  readonly definite: boolean;
  /** «اتفاقا لمكافحة …»: a new one, although what it is about is definite. */
  readonly indefinite: boolean;
  /** «الإعلان بين مصر والأردن»: nothing but its parties behind the noun, which has the article. */
  readonly unmodified: boolean;
  /** «أما الاتفاق …»: set against what was spoken of. */
  readonly contrasted: boolean;
  /** The head alone: «الاتفاقية», «هذه المذكرة» (the span is then the head). */
  readonly bare: boolean;
  /** «هذه», «تلك» before it. */
  readonly pointed: boolean;
  /** Opens an item of a list: «1- اتفاقية …», «• بروتوكول …». */
  readonly item: boolean;
  /** Joined by و to the agreement before it. */
  readonly joined: boolean;
  /** A statement that is only quoted («قال بيان مشترك»), or «البيان», «الصفقة» alone: at most it points back. */
  readonly quoted: boolean;
  /** No agreement: «بيان للوزارة». «البيان» behind it is not the joint one spoken of before. */
  readonly press: boolean;
  /** «الاتفاق الجديد»: the latest one spoken of. */
  readonly newest: boolean;
  /** A modifier that sets it apart from the one spoken of: «السابق», «جديدة», «أخرى». */
  readonly apart: 'earlier' | 'another' | null;
  /** A modifier that makes a document an agreement: «تفاهم», «مشترك». */
  readonly telling: boolean;
  /** Folded: a place or quoted name that follows the head, or a name of this kind. */
  readonly properName: string | null;
  /** Of the place in the proper name: index into the entities. */
  readonly namePlace: number | null;
  /** Where the proper name stands: countries in it are no parties. */
  readonly nameSpan: Span | null;
  readonly year: string | null;
  readonly subjects: readonly string[];
  /** Parties in the span or right behind it: states by code, organisations by key. */
  readonly parties: readonly string[];
  /** How many parties its adjective says: 3 of «ثلاثي»; else 0. */
  readonly sides: number;
  /** Number of words. */
  readonly words: number;
}

/** The agreement nouns of a view with their modifiers, in text order. Generic ones («أي اتفاق») and other documents are left out. */
export function namedAgreements(view: ArticleView): NamedAgreement[] {
  const found: NamedAgreement[] = [];
  let after = 0;
  const quotedNames = quotedNamesIn(view);
  for (const [sentence, { from, to }] of view.sentences.entries()) {
    let previous: NamedAgreement | null = null;
    for (let i = Math.max(from, after); i < to; i++) {
      if (!view.may(i, MAY.agreement)) continue;
      const named = nameAt(view, i, to, sentence, previous, quotedNames);
      if (named === null) continue;
      found.push(named);
      previous = named;
      after = named.next;
      i = named.next - 1;
    }
  }
  return found;
}

/** «معاهدة "شنقاف"»: words that the article puts in quotes right behind the noun; it may leave the quotes out elsewhere. */
function quotedNamesIn(view: ArticleView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [i, { norm }] of view.tokens.entries()) {
    if (!/^["«“]$/.test(norm) || !/^["»”]$/.test(view.tokens[i + 2]?.norm ?? '')) continue;
    if (view.may(i - 1, MAY.agreement) && view.word(i + 1) !== '') found.add(view.word(i + 1));
  }
  return found;
}

/** The longest proclitic with its article. */
const LONGEST_PREFIX = 4;

/** Whether a word may be the noun of an agreement, behind particles and the article or not. */
export function isAgreementNoun(word: string): boolean {
  if (word.length < 3) return false;
  for (let cut = 0; cut <= LONGEST_PREFIX; cut++) if (headNouns.has(word.slice(cut))) return true;
  return false;
}

/** The head noun at token `i`: its reading, whole or behind particles and the article. */
function headAt(view: ArticleView, i: number) {
  const token = view.tokens[i];
  if (token?.kind !== 'word' || !isAgreementNoun(token.norm)) return null;
  for (const { core, start, end, definite, proclitic } of readings(view.text, token)) {
    const head = headNouns.get(core) ?? (core.startsWith('ال') ? headNouns.get(core.slice(2)) : undefined);
    if (head) return { ...head, start, end, definite, proclitic };
  }
  return null;
}

/** What stands before a head makes one of many, a group, or nothing in particular. */
function quantity(view: ArticleView, i: number, number: DocumentNumber): 'general' | 'group' | 'plain' {
  if (view.tokens[i]?.newLine) return 'plain';
  const before = view.word(i - 1);
  const core = before.replace(/^[وفبلك](?=.{2})/, '');
  if (generalWords.has(core) || generalWords.has(before)) return 'general';
  const counted = view.tokens[i - 1];
  if (counted?.kind === 'number')
    return /^\d{1,3}$/.test(counted.norm) && Number(counted.norm) > 1 && !view.dateAt(i - 1) ? 'group' : 'plain';
  if (number === 'one') return 'plain';
  if (countWords.has(before) || countWords.has(core) || severalWords.has(core)) return 'group';
  const several = view.word(i - 2).replace(/^[وفبلك](?=.{2})/, '');
  return before === 'من' && (severalWords.has(several) || severalWords.has(view.word(i - 2))) ? 'group' : 'plain';
}

function nameAt(
  view: ArticleView,
  i: number,
  to: number,
  sentence: number,
  previous: NamedAgreement | null,
  quotedNames: ReadonlySet<string>,
): NamedAgreement | null {
  const head = headAt(view, i);
  if (head === null || view.inside(i, ['person', 'office', 'organization'])) return null;
  const { noun, definite, proclitic } = head;
  const next = i + 1 < to ? view.word(i + 1) : '';
  const before = i > 0 && !view.tokens[i]?.newLine ? view.word(i - 1) : '';
  if (noun.notBefore.has(next)) return null;
  // «علاقات وثيقة»: an adjective, not a document; it has no article of its own behind an indefinite noun in the plural.
  if (noun.type === 'document' && !definite && before.endsWith('ات')) return null;
  // «بعد إعلان الاتفاق بين البلدين»: the announcing of the agreement that follows.
  if (noun.type === 'statement' && !noun.press && !definite && /^ال/.test(next) && headNouns.has(next.slice(2)))
    return null;
  // «تبادل وثائق الاتفاقية»: of the agreement that follows.
  if (noun.type === 'document' && head.number === 'many' && headNouns.has(next.replace(/^ال/, ''))) return null;
  const amount = quantity(view, i, head.number);
  if (amount === 'general') return null;
  // «بالاتفاق مع», «تم الاتفاق على», «تم الاتفاق أيضا على»: the act of agreeing, not a document.
  const onWhat = adverbs.has(next) ? view.word(i + 2) : next;
  if (
    noun.type === 'agreement' &&
    !noun.feminine &&
    definite &&
    ((onWhat === 'علي' && !contentWords.has(before.replace(/^[وف](?=.{2})/, ''))) ||
      (agreeingWords.has(before.replace(/^[وف](?=.{2})/, '')) && /^(حول|بشان|بخصوص|ان|بين|مع)$/.test(onWhat)) ||
      (proclitic.endsWith('ب') && next === 'مع'))
  )
    return null;
  const group = head.number !== 'one' || amount === 'group';
  const extent = new Extent(view, i, to, noun, definite, head.number, quotedNames);
  extent.read();
  const particular = noun.onlyWith.size > 0;
  // An entry of a chronology may tell of a document again.
  const listed = view.itemAt(sentence);
  const item = listed !== null && listed.date === null && listed.from === i;
  // «بيان للأسر السعودية القطرية المشتركة»: whom it is for, not whose it is.
  const addressed = noun.press && /^ل.{3}/.test(next);
  // «عقد بقيمة … لشراء طائرات».
  const told =
    !particular ||
    (!addressed &&
      (item ||
        isOfPlace(view, noun, extent) ||
        (noun.type === 'statement' && !noun.press && definite && extent.concerns) ||
        extent.has(noun.onlyWith) ||
        extent.states >= 2 ||
        extent.topic().some((word) => noun.onlyWith.has(word))));
  const bare = extent.next === i + 1 && extent.pairEnd === 0;
  if (!told && !noun.press && !(bare && definite)) return null;
  // «في بيان مشترك», «قال بيان مشترك», «بيان للوزارة», «البيان».
  const quoted =
    !told ||
    (noun.type === 'statement' &&
      !isOfPlace(view, noun, extent) &&
      (quotingWords.has(before) || proclitic.endsWith('ب') || verbKind(before) === 'speech'));
  const lastToken = extent.pairEnd > 0 ? extent.pairEnd : extent.next;
  const end = view.tokens[lastToken - 1]?.end ?? head.end;
  const behind = Math.max(extent.closedBy, lastToken);
  const around = partiesAfter(view, behind, to);
  // «اتفاقات جنيف» is one name; «اتفاقيات العراق» are many documents.
  const named = head.number === 'many' && amount !== 'group' && extent.properName !== null && !extent.namesState;
  return {
    start: head.start,
    end,
    head: noun,
    number: named ? 'one' : group ? (head.number === 'one' ? 'many' : head.number) : 'one',
    counted: amount === 'group' || head.number === 'two',
    first: i,
    next: behind,
    sentence,
    definite: definite || extent.closed,
    indefinite:
      !definite &&
      amount !== 'group' &&
      !bare &&
      (extent.indefinite || /^ل[^ا]/.test(next) || accusative(view, i, noun)),
    unmodified: definite && extent.modifiers.length === 0 && extent.properName === null,
    contrasted: /^[وف]?اما$/.test(before),
    bare,
    pointed: /^[وفبلك]?(هذه|هذا|تلك|ذلك|ذات|نفس)$/.test(before),
    item,
    joined: previous !== null && isJoined(view, previous.next, i, proclitic),
    quoted,
    press: !told && !(bare && definite),
    newest: definite && extent.has(anotherWords),
    apart: extent.has(earlierWords) ? 'earlier' : extent.has(anotherWords) && !definite ? 'another' : null,
    telling: extent.modifiers.some(isKind) || (particular && told) || extent.ofLandmark,
    properName: extent.properName,
    namePlace: extent.namePlace,
    nameSpan: extent.nameSpan,
    year:
      extent.year ??
      yearNear(view, behind, to) ??
      yearGoneBackTo(view, behind) ??
      (/^[وف]?اما$/.test(before) ? yearBeforeComment(view, behind, to) : null),
    subjects: subjectsOf([...extent.modifiers, ...extent.topic()]),
    parties: extent.parties.length >= 2 ? extent.parties : around.length > 0 ? around : boundBefore(view, i, sentence),
    sides: extent.sides,
    words: lastToken - i,
  };
}

/** «اتفاقا»: the alef of the indefinite accusative on a masculine noun. */
const accusative = (view: ArticleView, i: number, { feminine }: HeadNoun): boolean =>
  !feminine && view.word(i).endsWith('ا');

/** «إعلان شنقاف بين …», «إعلان شنقاف، الموقع …»: a declaration called by a place that says whose it is or that it was signed. */
function isOfPlace(view: ArticleView, noun: HeadNoun, { namePlace, next, pairEnd }: Extent): boolean {
  if (noun.type !== 'statement' || noun.press || namePlace === null) return false;
  const comma = view.tokens[next]?.norm === '،' ? 1 : 0;
  const event = view.event(next + comma);
  return pairEnd > 0 || view.word(next) === 'بين' || (event?.form === 'participle' && event.state === 'signed');
}

/** What joins as و does. */
const BESIDES = /^(و?ب?ال)?(اضافه الي|فضلا عن|علاوه علي|جانب)$|^و?(بالاضافه الي|الي جانب)$/;
/** Between two joined agreements lie at most so many tokens. */
const JOINT_WINDOW = 6;

/** «مذكرة تفاهم … واتفاقية»: nothing but modifiers between two agreements, and و before the second. */
function isJoined(view: ArticleView, end: number, i: number, proclitic: string): boolean {
  if (i - end > JOINT_WINDOW) return false;
  // «توقيع 26 اتفاقية، إضافة إلى مذكرة …».
  const before = [view.word(i - 2), view.word(i - 1)].join(' ');
  if (BESIDES.test(before)) return !view.event(i - 3);
  for (let at = end; at < i; at++) {
    if (view.word(at) === '' && !/^[،"«»“”]$/.test(view.tokens[at]?.norm ?? '')) return false;
    if (view.event(at)) return false;
  }
  if (proclitic.startsWith('و') || view.word(i - 1) === 'و') return true;
  // «و«الاتفاقية …»».
  return /^["«“]$/.test(view.tokens[i - 1]?.norm ?? '') && view.word(i - 2) === 'و';
}

/** How far behind a name its parties may stand: «بين وزارتي الدفاع في العراق وإيران». */
const PARTIES_WINDOW = 14;

/** The parties after «بين» right behind a name; none if fewer than two. */
function partiesAfter(view: ArticleView, next: number, to: number): string[] {
  let at = next;
  if (view.tokens[at]?.norm === '،' && view.event(at + 1)?.form === 'participle') at++;
  // «المبرمة/الموقعة بين …», «الموقعة عام 1975 بين …»
  if (view.event(at)?.form === 'participle') {
    at = view.behindPlaceAndTime(at + 1);
  }
  if (view.word(at) !== 'بين') return [];
  return view.actorsAfter(at + 1, Math.min(to, at + PARTIES_WINDOW));
}

/** «وترتبط تونس مع الاتحاد الأوروبي باتفاقية …», «تربط مصر بالأردن اتفاقية …»: whom the verb before the noun binds. */
function boundBefore(view: ArticleView, i: number, sentence: number): string[] {
  const from = Math.max(view.sentences[sentence]?.from ?? i, i - PARTIES_WINDOW);
  for (let verb = i - 1; verb >= from; verb--) {
    if (bindingBehindWords.has(view.word(verb).replace(/^[وف](?=.{3})/, ''))) {
      return pairBefore(view, verb, from);
    }
    if (!bindingWords.has(view.word(verb).replace(/^[وف](?=.{3})/, ''))) continue;
    const found: string[] = [];
    for (let at = verb + 1; at < i; at++) {
      const actor = view.actorAt(at);
      if (actor !== null && !found.includes(actor)) found.push(actor);
    }
    if (found.length > 1) return found;
    // «ترتبط تونس وليبيا ببروتوكول …، كما ترتبط مع مصر باتفاق …»: with whom; who, the verb before said first.
    const partner = view.word(verb + 1) === 'مع' ? found[0] : undefined;
    const subject = partner && firstBound(view, view.sentences[sentence]?.from ?? verb, verb);
    return partner && subject && subject !== partner ? [subject, partner] : [];
  }
  return [];
}

/** Who stands right behind the verb that binds, between two tokens. */
function firstBound(view: ArticleView, from: number, to: number): string | null {
  for (let i = from; i < to; i++)
    if (bindingWords.has(view.word(i).replace(/^[وف](?=.{3})/, ''))) return view.actorAt(i + 1);
  return null;
}

/** «مصر والسودان يرتبطان»: who stands right before a verb in the dual; empty where that are not several. */
function pairBefore(view: ArticleView, verb: number, from: number): string[] {
  const found: string[] = [];
  for (let i = verb - 1; i >= from && view.word(i) !== '' && !clauseWords.has(view.word(i)); i--) {
    if (view.verb(i) || view.event(i)) break;
    const actor = view.actorAt(i);
    if (actor !== null && !found.includes(actor)) found.push(actor);
  }
  return found.length > 1 ? found : [];
}

/** «أما اتفاق السلام مع الحركة في 2005 فأدى إلى …»: a topic with its year, before what is said of it. */
function yearBeforeComment(view: ArticleView, next: number, to: number): string | null {
  for (let i = next; i < to && i < next + PARTIES_WINDOW; i++) {
    const date = view.dateAt(i);
    if (date) return date.relative ? null : (/^\d{4}/.exec(date.value)?.[0] ?? null);
    if (view.tokens[i]?.kind !== 'word' || view.verb(i) || /^ف.{3}/.test(view.word(i))) return null;
  }
  return null;
}

/** «الاتفاقية التي تعود إلى عام 2008», «المحضر الذي يعود تاريخه إلى آذار 2009»: the year right behind the name. */
function yearGoneBackTo(view: ArticleView, next: number): string | null {
  if (!/^(التي|الذي)$/.test(view.word(next)) || !goesBackWords.has(view.word(next + 1))) return null;
  const to = /^تاريخها?$/.test(view.word(next + 2)) ? next + 3 : next + 2;
  if (view.word(to) !== 'الي') return null;
  return /^\d{4}/.exec((view.dateAt(to + 1) ?? view.dateAt(to + 2))?.value ?? '')?.[0] ?? null;
}

/** «… الموقعة عام 1975», «… لعام 1975», «… (1975)»: the year said of a name, right behind it or behind «الموقعة». */
function yearNear(view: ArticleView, next: number, to: number): string | null {
  let told = -1;
  for (let at = next; at < to && at < next + 6; at++) {
    const token = view.tokens[at];
    if (!token || token.newLine || (token.kind === 'punctuation' && !/^[("«»]$/.test(token.norm))) return null;
    const date = view.dateAt(at);
    // «انتهت الهدنة في أكتوبر»: the date of the verb.
    if (date && told < 0 && view.word(at - 1) === 'في') return null;
    if (date) return told >= 0 || at <= next + 1 ? (/^\d{4}/.exec(date.value)?.[0] ?? null) : null;
    if (/^[وفبلك]?(بين|ان|التي|الذي|مع|قد|حيث)$/.test(token.norm) || view.verb(at)) return null;
    // «الاتفاقية القديمة واتفاقية 1998»: the year of the other.
    if (isAgreementNoun(token.norm)) return null;
    const event = view.event(at);
    if (event?.form === 'participle' && event.state !== 'in force') told = at;
    else if (told < 0 && at > next + 1) return null;
  }
  return null;
}
