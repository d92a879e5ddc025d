/** Whether an event happened, is to come or is denied; when and where. Everything here looks at a bounded window. */

import { stillWords } from '../lexicon/agreements.ts';
import {
  awaitedWords,
  backgroundWords,
  beforeWords,
  cancelledWords,
  comingWords,
  duringWords,
  type EncounterVerb,
  lightVerbs,
  quantityWords,
  recallWords,
  wishedWords,
} from '../lexicon/events.ts';
import { type Clauses, withoutAnd } from './event-clauses.ts';
import type { EventFact, EventModality, LocalIndex } from './facts.ts';

/** Words before a verb or noun that plan, deny or wish it. */
const BEFORE = 7;
/** Names among them are not counted. */
const FURTHEST = 24;
/** Titles of office and dates between a verb and the noun that it carries are long. */
const CARRIED_FROM = 48;
/** Words that deny stand right before the verb. */
const NEGATION = 2;
/** Date and place, behind and before what tells the event. */
const CIRCUMSTANCE_BEHIND = 28;
const CIRCUMSTANCE_BEFORE = 8;

/** «لم يلتق», «لن يزور»: right before; the others may have a subject between. */
const NEGATIONS = new Set(['لم', 'لن', 'لا', 'ليس', 'ليست', 'عدم', 'دون', 'بدون']);

/** Of a verb; `headline`: its subject stands before it, nothing joins it to the text. Null where it is only wished for, asked about or told as a habit. */
export function modalityOfVerb(
  clauses: Clauses,
  verb: number,
  { tense, kind }: EncounterVerb,
  headline: boolean,
): EventModality | null {
  const said = wordsBefore(clauses, verb);
  if (said === 'wished') return null;
  if (said === 'denied') return 'denied';
  if (said === 'planned' || tense === 'future') return 'planned';
  if (tense === 'perfect') return 'happened';
  // A headline tells what happened in the present tense.
  if (clauses.isTitle) return 'happened';
  // «فلان يستقبل فلانا» amid the text: a headline of other news.
  if (said === 'habit' || (kind !== 'visit' && said === null && headline && !toCome(clauses, verb))) return null;
  // «الذي يزور بغداد»: a visit goes on for days; the others told in the present are on the programme.
  return kind === 'visit' && !toCome(clauses, verb) ? 'happened' : 'planned';
}

/** Whether «غدا», «المقبل» stands in the clause. */
function toCome(clauses: Clauses, verb: number): boolean {
  for (let i = verb + 1; i < clauses.to && i < verb + CIRCUMSTANCE_BEHIND; i++) {
    if (comingWords.has(clauses.view.word(i))) return true;
    if (clauses.breaks(i)) return false;
  }
  return false;
}

/** Of a noun: by the verb that carries it, a preposition before it, or its being a headline. `stands`: it is a sentence's own subject. */
export function modalityOfNoun(
  clauses: Clauses,
  noun: number,
  { stands, visit }: { readonly stands: boolean; readonly visit: boolean },
): EventModality | null {
  const { view } = clauses;
  const said = wordsBefore(clauses, noun);
  // «اتفقا على إلغاء التأشيرات بعد محادثات أجراها فلان»: what is denied or wished is not what it came after.
  if (!isAfterwards(clauses, noun)) {
    if (said === 'wished') return null;
    if (said === 'denied') return 'denied';
  }
  if (said === 'planned') return 'planned';
  // «للقاء فلان», «لزيارة بغداد»: a purpose.
  if (/^[وف]?ل(?!قا)/.test(view.word(noun))) return null;
  for (const i of wordsBack(clauses, noun, BEFORE)) {
    const word = withoutAnd(view.word(i));
    if (i >= noun - 2 && duringWords.has(word)) {
      if (word === 'في' && !isIn(clauses, i)) return null;
      return governedByFuture(clauses, i) ? 'planned' : 'happened';
    }
    if (i >= noun - 2 && beforeWords.has(word)) return 'planned';
    const tense = lightVerbs.get(word) ?? lightVerbs.get(view.word(i));
    if (tense !== undefined) {
      if (tense === 'perfect' || clauses.isTitle) return 'happened';
      // «يؤدي زيارة إلى بغداد»: going on, unless it is said to come.
      return visit && tense === 'imperfect' && !toCome(clauses, i) ? 'happened' : 'planned';
    }
    if (clauses.breaks(i)) break;
  }
  return stands ? 'happened' : null;
}

/** «خلال لقاء», «بعد محادثات»: right behind a preposition of time, which takes it as given. */
function isAfterwards({ view }: Clauses, noun: number): boolean {
  let at = noun - 1;
  while (quantityWords.has(view.word(at)) && at > noun - 3) at--;
  const word = withoutAnd(view.word(at));
  return duringWords.has(word) && word !== 'في' && word !== 'عند' && word !== 'ضوء';
}

/** Words before a noun, the nearest first, among which the verb that carries it stands: names, dates and signs are not counted. */
export function* wordsBack(clauses: Clauses, at: number, most: number): Generator<number> {
  const { view } = clauses;
  for (let i = at - 1, counted = 0; i >= clauses.from && i >= at - CARRIED_FROM && counted < most; i--) {
    if (view.inside(i, ['person', 'office', 'organization', 'place'])) continue;
    if (view.word(i) !== '' && view.dateAt(i) === null) counted++;
    yield i;
  }
}

/** «سيطرح لدى زيارته»: told of what is to come. */
function governedByFuture(clauses: Clauses, preposition: number): boolean {
  for (let i = preposition - 1; i >= clauses.from && i >= preposition - BEFORE; i--) {
    const word = withoutAnd(clauses.view.word(i));
    if (/^س[يت]/.test(word) && clauses.isFuture(i)) return true;
    if (clauses.breaks(i)) return false;
  }
  return false;
}

/** «وصل فلان في زيارة», «شرع اليوم في زيارة»; not «الراغبين في زيارة». */
function isIn(clauses: Clauses, at: number): boolean {
  const { view } = clauses;
  const before = at - 1;
  if (before < clauses.from || view.word(before) === '' || view.dateAt(before)) return true;
  return (
    view.inside(before, ['place', 'person', 'office', 'organization']) ||
    clauses.isVerb(before) ||
    lightVerbs.has(withoutAnd(view.word(before)))
  );
}

type Said = 'wished' | 'denied' | 'planned' | 'habit' | null;

function wordsBefore(clauses: Clauses, at: number): Said {
  const { view } = clauses;
  let said: Said = null;
  let counted = 0;
  for (let i = at - 1; i >= clauses.from && i >= at - FURTHEST && counted < BEFORE; i--) {
    const written = view.word(i);
    if (written === '') {
      if (/^[.:؛…]$/.test(view.tokens[i]?.norm ?? '')) break;
      continue;
    }
    if (view.inside(i, ['person', 'office', 'organization', 'place'])) continue;
    counted++;
    const word = withoutAnd(written);
    const is = (words: ReadonlySet<string>) => words.has(written) || words.has(word);
    if (NEGATIONS.has(word)) {
      if (at - i <= NEGATION && !stillWords.has(view.word(i + 1))) return 'denied';
      continue;
    }
    if (is(cancelledWords)) return 'denied';
    if (is(awaitedWords) || awaitedWords.has(word.replace(/^ب/, ''))) said = 'planned';
    else if (is(wishedWords) && !(word === 'قد')) return 'wished';
    else if (/^(كان|كانت)$/.test(word) && at - i === 1) said ??= 'habit';
    // What another verb says is not said of this one, unless it hands on: «أعلن أنه سيزور».
    if (said === null && clauses.isVerb(i) && at - i > 1 && view.word(at - 1) !== 'ان' && !/^[يت]كون$/.test(word))
      break;
  }
  // «قد يزور»: perhaps; «قد زار»: done.
  if (view.word(at - 1) === 'قد' && /^[يت]/.test(withoutAnd(view.word(at)))) return 'wished';
  return said;
}

export interface Circumstances {
  readonly place: LocalIndex | null;
  readonly date: EventFact['date'];
  readonly news: boolean;
}

/** Place and date told in the clause of tokens `at` (verb or noun) to `end` (behind its actors). */
export function circumstancesOf(clauses: Clauses, at: number, end: number, modality: EventModality): Circumstances {
  const { view } = clauses;
  let place: LocalIndex | null = null;
  let date: string | null = null;
  const look = (i: number) => {
    const found = view.dateAt(i);
    if (found !== null && date === null && !/^X|^\d{4}$/.test(found.value)) date = found.value;
    if (place === null) place = placeAt(clauses, i);
  };
  for (let i = at + 1; i < clauses.to && i < Math.max(end + 10, at + 4) && i < at + CIRCUMSTANCE_BEHIND; i++) {
    if (i >= end && clauses.breaks(i)) break;
    look(i);
  }
  for (let i = at - 1; i >= clauses.from && i >= at - CIRCUMSTANCE_BEFORE; i--) {
    if (clauses.breaks(i) && !/^(الذي|التي)$/.test(view.word(i))) break;
    look(i);
  }
  return { place, date, news: modality === 'happened' && !isBackground(clauses, at) };
}

/** «كان قد التقى», «يذكر أن فلانا زار»: the article's date says nothing of it. */
function isBackground(clauses: Clauses, at: number): boolean {
  const first = clauses.view.word(clauses.from);
  if (recallWords.has(first) || recallWords.has(withoutAnd(first))) return true;
  for (let i = at - 1; i >= clauses.from && i >= at - BEFORE; i--) {
    const word = clauses.view.word(i);
    if (backgroundWords.has(word) || backgroundWords.has(withoutAnd(word))) return true;
  }
  return false;
}

/** «في بغداد», «ببغداد». */
function placeAt({ view }: Clauses, i: number): LocalIndex | null {
  const mention = view.inside(i, ['person', 'office', 'organization', 'agreement']) ? null : view.mentionAt(i, 'place');
  const token = view.tokens[i];
  if (mention === null || token === undefined || mention.start < token.start) return null;
  const particle = view.text.slice(token.start, mention.start);
  const inIt =
    /^[وف]?في$/.test(view.word(i - 1)) ||
    /ب$/.test(particle) ||
    (/^(العاصمه|مدينه|بالعاصمه|بمدينه)$/.test(view.word(i - 1)) &&
      (/^في$/.test(view.word(i - 2)) || /^ب/.test(view.word(i - 1))));
  return inIt ? mention.entity : null;
}
