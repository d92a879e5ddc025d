/**
 * Agreements of one article: memoranda, treaties, minutes, protocols, joint statements. Several words for one document become one
 * agreement where their nouns can mean the same, their parties, years and subjects do not differ, and one of them points back or tells
 * of the same act; two documents of the same parties stay two. What is said of agreements in general («الاتفاقيات بين البلدين») is none.
 */
import {
  alikeSubjects,
  bothParties,
  clauseWords,
  doneWords,
  type EventWord,
  genitiveWords,
  linkWords,
  mediationWords,
  negationWords,
  notModifiers,
  openWords,
  plannedWords,
  presentWords,
  visitWords,
} from '../lexicon/agreements.ts';
import type { DateFact } from '../text/dates.ts';
import { clean } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { type NamedAgreement, namedAgreements } from './agreement-mentions.ts';
import { ArticleView } from './agreement-view.ts';
import type {
  AgreementFact,
  AgreementState,
  AgreementType,
  ArticleFacts,
  CountryCode,
  LocalEntity,
  LocalIndex,
  MentionFact,
  MentionForm,
  Reason,
} from './facts.ts';

/** What is known of an article before its agreements are read. */
export interface KnownArticle {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  readonly dates: readonly DateFact[];
  /** Of the article. */
  readonly date: ArticleFacts['date'];
  readonly title: ArticleFacts['title'];
  /** Persons, offices, organisations and places, done: indexes are final. */
  readonly mentions: readonly MentionFact[];
  readonly entities: readonly LocalEntity[];
}

export interface AgreementDraft {
  /** Entity references are indexes into `KnownArticle.entities`; `related` may index drafts as `entities.length + draft`. */
  readonly entity: AgreementFact;
  /** In text order. */
  readonly mentions: readonly (Span & {
    readonly form: MentionForm;
    readonly confidence: number;
    readonly reason: Reason['code'];
  })[];
}

/** The agreements of an article, in order of their first mention. Time is linear in the length of the text. */
export function recognizeAgreements(known: KnownArticle): AgreementDraft[] {
  return new AgreementReader(known).read();
}

/** The life of an agreement: a later state outweighs an earlier one. */
const LIFE: readonly AgreementState[] = ['negotiated', 'planned', 'announced', 'signed', 'in force', 'ended'];

/** How far from an agreement's name, in tokens, the verb of its sentence may stand. */
const VERB_WINDOW = 60;
/** A noun («توقيع») or a verb of little weight stands nearer. */
const NOUN_WINDOW = 6;
const TALK_WINDOW = 12;
/** Behind a name: «مذكرة التعاون، التي وقعها أمس …». */
const RELATIVE_WINDOW = 20;
const PARTICIPLE_WINDOW = 5;
/** Where words that plan, deny or call for an event stand before it. */
const MODALITY_WINDOW = 8;
const NEGATION_WINDOW = 4;
/** Names of signatories behind the verb. */
const SIGNATORY_WINDOW = 45;
/** Where the place and the date of an event stand around it. */
const CIRCUMSTANCE_WINDOW = 14;
/** States named in the sentence of an agreement, around it. */
const PARTY_WINDOW = 45;
/** A document that a name may point back to is among the last so many. */
const NEAREST_DRAFTS = 12;
/** Only the persons named first beside an agreement help to tell it. */
const MOST_PARTICIPANTS = 20;

/** «اتفاق مع إيران» names a party more surely than a state somewhere in the sentence. */
const PARTNER_WEIGHT = 6;
/** So do the sentences that tell of the act. */
const ACT_WEIGHT = 3;

type Modality = 'affirmed' | 'planned' | 'denied' | 'open' | 'neutral';

interface Act {
  /** Null where the act is only talked of: «ضرورة توقيع», «التوقيع على الوثيقة». */
  readonly state: AgreementState | null;
  readonly event: EventWord;
  readonly token: number;
  readonly mention: NamedAgreement;
  readonly signatories: readonly { readonly person: LocalIndex; readonly token: number }[];
}

/** One agreement as it is being put together. */
class Draft {
  readonly mentions: { readonly name: NamedAgreement; readonly pointsBack: boolean }[] = [];
  readonly acts: Act[] = [];
  readonly subjects = new Set<string>();
  readonly heads = new Set<NamedAgreement['head']>();
  readonly #states = new Set<AgreementState>();
  readonly types = new Set<AgreementType>();
  properName: string | null = null;
  year: string | null = null;
  /** States named as its parties; empty until two are. */
  parties: readonly CountryCode[] = [];
  apart: NamedAgreement['apart'] = null;

  add(name: NamedAgreement, acts: readonly Act[], year: string | null, pointsBack: boolean): void {
    this.mentions.push({ name, pointsBack });
    for (const act of acts) this.act(act);
    this.heads.add(name.head);
    for (const subject of name.subjects) this.subjects.add(subject);
    if (!name.head.any) this.types.add(name.head.type);
    this.properName ??= name.properName;
    this.year ??= year;
    if (this.parties.length === 0) this.parties = name.parties;
    this.apart ??= name.apart;
  }

  /** Adds a name that stands before the others. */
  precede(name: NamedAgreement): void {
    this.mentions.unshift({ name, pointsBack: false });
    for (const subject of name.subjects) this.subjects.add(subject);
  }

  act(act: Act): void {
    this.acts.push(act);
    if (act.state !== null) this.#states.add(act.state);
  }

  has(state: AgreementState): boolean {
    return this.#states.has(state);
  }
}

interface Journey {
  readonly place: LocalIndex;
  readonly type: string;
  readonly country: CountryCode | null;
  readonly sentence: number;
  /** Token of the place. */
  readonly at: number;
}

class AgreementReader {
  readonly #known: KnownArticle;
  readonly #view: ArticleView;
  /** How often each state is named in the article. */
  readonly #frequency = new Map<CountryCode, number>();
  #saysBoth = false;
  #bySentence: ReadonlyMap<number, readonly { name: NamedAgreement; index: number }[]> | null = null;
  #journeyList: readonly Journey[] | null = null;
  readonly #partiesOf = new Map<Draft, readonly string[]>();

  constructor(known: KnownArticle) {
    this.#known = known;
    this.#view = new ArticleView(known);
  }

  read(): AgreementDraft[] {
    const names = namedAgreements(this.#view);
    if (names.length === 0) return [];
    this.#countStates();
    const drafts: Draft[] = [];
    let joinedTo: readonly Act[] = [];
    let spoken: { draft: Draft; name: NamedAgreement } | null = null;
    // «مذكرة تفاهم جديدة» in a headline without a verb: the body says what it is.
    const headlines: NamedAgreement[] = [];
    for (const [i, name] of names.entries()) {
      const [before, after] = [names[i - 1], names[i + 1]];
      if (spoken) this.#signedBelow(spoken.draft, spoken.name, name.sentence);
      const from = before?.sentence === name.sentence ? before.next : (this.#view.sentences[name.sentence]?.from ?? 0);
      const to = after?.sentence === name.sentence ? after.first : (this.#view.sentences[name.sentence]?.to ?? 0);
      let acts = this.#acts(name, from, to);
      if (acts.length === 0 && name.joined) acts = joinedTo.map((act) => ({ ...act, mention: name }));
      joinedTo = acts;
      const year = name.year ?? this.#yearBehind(name, acts);
      let draft = this.#refersTo(name, acts, year, drafts);
      if (draft === null && this.#introduces(name, acts)) {
        draft = new Draft();
        drafts.push(draft);
        draft.add(name, acts, year, false);
        for (const headline of headlines.splice(0))
          if (!headline.bare && this.#fits({ ...headline, apart: null }, [], headline.year, draft))
            draft.precede(headline);
      } else if (draft) draft.add(name, acts, year, name.bare);
      else if (acts.length === 0 && this.#view.sentences[name.sentence]?.isTitle) headlines.push(name);
      spoken = draft ? { draft, name } : null;
    }
    if (spoken) this.#signedBelow(spoken.draft, spoken.name, this.#view.sentences.length);
    const kept = drafts.filter((draft) => this.#parties(draft).length > 0 || draft.properName !== null);
    return kept.map((draft) => this.#describe(draft, kept));
  }

  #countStates(): void {
    for (const { from, to } of this.#view.sentences) {
      for (let i = from; i < to; i++) {
        const country = this.#view.countryAt(i);
        if (country) this.#frequency.set(country, (this.#frequency.get(country) ?? 0) + 1);
        if (bothParties.has(this.#view.word(i).replace(/^[وبل](?=ال)/, ''))) this.#saysBoth = true;
      }
    }
  }

  #saysBothIn(index: number): boolean {
    const sentence = this.#view.sentences[index];
    if (!sentence) return false;
    for (let i = sentence.from; i < sentence.to && i < sentence.from + 2 * PARTY_WINDOW; i++)
      if (bothParties.has(this.#view.word(i).replace(/^[وبل](?=ال)/, ''))) return true;
    return false;
  }

  /** Whether a name that points back to nothing is an agreement by itself. */
  #introduces(name: NamedAgreement, acts: readonly Act[]): boolean {
    const told = acts.some(({ state }) => state !== null);
    if (told)
      return (
        name.head.plain ||
        !name.bare ||
        acts.some(({ event, state }) => state === 'signed' || state === 'planned' || event.pronoun)
      );
    if (acts.some(({ event }) => event.form !== 'noun')) return false; // denied or only wished for
    if (name.properName !== null || name.year !== null) return name.head.plain || name.telling;
    if (name.bare) return false;
    // An existing document: «بموجب اتفاقية التعاون بين البلدين»; an indefinite one that nothing is said of may not exist.
    return (
      name.definite &&
      (name.head.plain ? name.subjects.length > 0 || name.telling || name.parties.length > 1 : name.telling)
    );
  }

  /** «… اتفاقية أمنية. ووقعها عن الجانب العراقي …»: a sentence that signs without naming what. Looks two sentences on. */
  #signedBelow(draft: Draft, name: NamedAgreement, until: number): void {
    for (let below = name.sentence + 1; below < until && below <= name.sentence + 2; below++) {
      const sentence = this.#view.sentences[below];
      if (!sentence) return;
      for (let i = sentence.from; i < sentence.to && i < sentence.from + NOUN_WINDOW; i++) {
        const event = this.#view.event(i);
        if (event?.state !== 'signed' || event.form !== 'perfect') continue;
        if (!event.pronoun && !/^(عن|عليها|عليه|نيابه)$/.test(this.#view.word(i + 1))) continue;
        const signatories = this.#signatories(
          i,
          event,
          { ...name, first: sentence.from, next: sentence.from },
          i,
          sentence.to,
        );
        draft.act({ state: 'signed', event, token: i, mention: { ...name, sentence: below }, signatories });
        return;
      }
    }
  }

  /** «مذكرة التفاهم التي وقعها البلدان عام 2018»: the year of an act told behind a name. */
  #yearBehind(name: NamedAgreement, acts: readonly Act[]): string | null {
    for (const act of acts) {
      if (act.token < name.next || act.state !== 'signed') continue;
      const date = this.#dateNear(act);
      if (date && !date.relative && date.start > name.end) return /^\d{4}/.exec(date.value)?.[0] ?? null;
    }
    return null;
  }

  /** The agreement that a name means again, null for a new one. */
  #refersTo(name: NamedAgreement, acts: readonly Act[], year: string | null, drafts: readonly Draft[]): Draft | null {
    // An indefinite noun alone of which nothing is said means nothing known.
    if (name.bare && !name.definite && !acts.some(({ state }) => state !== null)) return null;
    const near = drafts.slice(-NEAREST_DRAFTS).reverse();
    const fitting = near.filter((draft) => this.#fits(name, acts, year, draft));
    return fitting.find((draft) => draft.heads.has(name.head)) ?? fitting[0] ?? null;
  }

  #fits(name: NamedAgreement, acts: readonly Act[], year: string | null, draft: Draft): boolean {
    const latest = draft.mentions.at(-1)?.name;
    if (!latest || !sameKind(name, draft)) return false;
    const together = latest.sentence === name.sentence;
    if (
      together &&
      (name.joined || (!name.bare && ((name.head !== latest.head && !latest.bare) || this.#linked(latest, name))))
    )
      return false;
    if (year !== null && draft.year !== null && year !== draft.year) return false;
    if (
      year !== null &&
      draft.year === null &&
      draft.has('signed') &&
      this.#known.date &&
      !this.#known.date.value.startsWith(year)
    )
      return false;
    if (name.properName !== null)
      return (
        draft.properName === name.properName || (draft.properName === null && year !== null && year === draft.year)
      );
    if (name.apart !== null && name.apart !== draft.apart) return false;
    if (!agree(name.subjects, draft.subjects)) return false;
    if (name.parties.length > 1 && draft.parties.length > 1 && !sameStates(name.parties, draft.parties)) return false;
    if (name.bare && name.definite) return true;
    // An old treaty is not signed again: only its own noun with what it is about points back to it.
    if (draft.properName !== null || (draft.year !== null && year === null))
      return name.definite && name.head === latest.head && name.subjects.length > 0;
    if (name.parties.length > 1 && draft.parties.length < 2 && !within(name.parties, this.#statesAround(latest)))
      return false;
    if (draft.parties.length > 1 && name.parties.length < 2 && !within(draft.parties, this.#statesAround(name)))
      return false;
    // With modifiers, or new in the indefinite: it tells of the same act.
    return name.definite || (!together && !contradict(acts, draft));
  }

  /** Whether a word like «استكمالا» stands between two names of a sentence: the second is another agreement. */
  #linked(before: NamedAgreement, name: NamedAgreement): boolean {
    if (name.first - before.next > TALK_WINDOW) return false;
    for (let i = before.next; i < name.first; i++)
      if (linkWords.has(this.#view.word(i).replace(/^[ولبت](?=.{3})/, '')) || linkWords.has(this.#view.word(i)))
        return true;
    return false;
  }

  /** What the sentence of a name says about its life. `from` and `to`: the tokens of the sentence between the names beside it. */
  #acts(name: NamedAgreement, from: number, to: number): Act[] {
    const acts: Act[] = [];
    const add = (token: number, event: EventWord) => {
      const modality = this.#modality(token, event, name);
      if (modality === 'denied') {
        acts.push({ state: null, event, token, mention: name, signatories: [] });
        return;
      }
      const state: AgreementState | null =
        modality === 'affirmed'
          ? event.state
          : modality === 'planned' && LIFE.indexOf(event.state) > 1
            ? 'planned'
            : modality === 'planned'
              ? event.state
              : null;
      const signatories =
        state === 'signed' && event.state === 'signed' ? this.#signatories(token, event, name, from, to) : [];
      acts.push({ state, event, token, mention: name, signatories });
    };
    const before = this.#governing(name, from);
    if (before) add(before.token, before.event);
    for (let i = name.next; i < to && i < name.next + RELATIVE_WINDOW; i++) {
      const event = this.#view.event(i);
      if (!event) continue;
      const near = i < name.next + PARTICIPLE_WINDOW;
      const speaksOfIt =
        event.pronoun ||
        (event.state === 'in force' && near) ||
        (near && event.form === 'participle' && this.#agrees(i, name)) ||
        this.#onIt(i) ||
        (near &&
          event.form !== 'noun' &&
          event.form !== 'participle' &&
          event.state !== 'negotiated' &&
          !event.many &&
          this.#passive(i, name));
      if (speaksOfIt) add(i, event);
    }
    return acts;
  }

  /** The nearest word before a name that the name can be the object of. */
  #governing(name: NamedAgreement, from: number): { token: number; event: EventWord } | null {
    for (let i = name.first - 1; i >= from && i >= name.first - VERB_WINDOW; i--) {
      const event = this.#view.event(i);
      const distance = name.first - i;
      const word = this.#view.word(i);
      if (!event) {
        if (clauseWords.has(word) || (distance === 1 && genitiveWords.has(word))) return null;
        continue;
      }
      if (event.pronoun || event.form === 'participle') continue;
      if (event.state === 'in force') {
        if (distance <= TALK_WINDOW && event.form === 'perfect') return { token: i, event };
        continue;
      }
      if (event.form === 'noun') {
        if (distance <= NOUN_WINDOW && this.#isObject(i, name, event)) return { token: i, event };
        continue;
      }
      if (
        event.state === 'signed'
          ? this.#canSign(i, event, name)
          : distance <= TALK_WINDOW && this.#isObject(i, name, event)
      )
        return { token: i, event };
    }
    return null;
  }

  /** «توقع» is also "he expects": it signs only behind أن or its subject. */
  #canSign(i: number, event: EventWord, name: NamedAgreement): boolean {
    const word = this.#view.word(i);
    if (event.form !== 'imperfect' || event.many || !/^[ون]?توقع$/.test(word)) return true;
    return (
      /^(ان|قد|سوف)$/.test(this.#view.word(i - 1)) || (name.first - i <= 3 && this.#view.countryAt(i - 1) !== null)
    );
  }

  /** Between a noun or verb and its object stand at most its subject and a preposition. */
  #isObject(i: number, name: NamedAgreement, event: EventWord): boolean {
    const between: string[] = [];
    for (let at = i + 1; at < name.first; at++) {
      if (this.#view.tokens[at]?.norm === '.') return false;
      between.push(this.#view.word(at));
    }
    if (event.state === 'ended' && /نسحب|نسحاب/.test(this.#view.word(i))) return between.includes('من');
    if (event.state === 'announced' && /توصل/.test(this.#view.word(i)))
      return between.includes('الي') || between.includes('ل');
    if (event.form !== 'noun') return true;
    const proclitic = this.#view.tokens[name.first]?.start !== name.start;
    return (
      between.length === 0 ||
      between.at(-1) === 'علي' ||
      between.at(-1) === 'عن' ||
      proclitic ||
      between.every((word, at) => word !== '' && !this.#view.verb(i + 1 + at))
    );
  }

  /** «وقعت عليها», «سيوقع عليها». */
  #onIt(i: number): boolean {
    const event = this.#view.event(i);
    return event?.state === 'signed' && /^(عليها|عليه|عليهما)$/.test(this.#view.word(i + 1));
  }

  /** «المذكرة الموقعة», «المحضر الموقع»: in gender. */
  #agrees(i: number, name: NamedAgreement): boolean {
    return this.#view.word(i).endsWith('ه') === name.head.feminine;
  }

  /** «الاتفاقية وقعت عام …», «الاتفاق مع الشركة سيوقع قريبا»: a verb behind the name, in its gender, that has no other subject. */
  #passive(i: number, name: NamedAgreement): boolean {
    const { form } = this.#view.event(i) ?? {};
    const word = this.#view.word(i).replace(/^وس?|^س/, '');
    const feminine = form === 'perfect' ? word.endsWith('ت') : word.startsWith('ت');
    if (feminine !== name.head.feminine) return false;
    const next = i + 1;
    return i <= name.next + 1 || !this.#view.startsMention(next, ['person', 'office', 'place', 'organization']);
  }

  #modality(token: number, event: EventWord, name: NamedAgreement): Modality {
    const view = this.#view;
    const sentence = view.sentences[name.sentence];
    const first = Math.max(sentence?.from ?? 0, token - MODALITY_WINDOW);
    let planned = event.form === 'future';
    let open = false;
    let done = false;
    let subjunctive = false;
    for (let i = token - 1; i >= first; i--) {
      const written = view.word(i);
      const word = /^[وفبل]/.test(written) && written.length > 3 ? written.slice(1) : written;
      const is = (list: ReadonlySet<string>) => list.has(written) || list.has(word);
      if (is(negationWords) && token - i <= NEGATION_WINDOW) return 'denied';
      if (view.tokens[i]?.norm === '.') break;
      const other = view.event(i);
      if (other && (other.form === 'future' || (other.form === 'noun' && /^ل/.test(written)))) planned = true;
      if (is(plannedWords) && (written !== 'قريبا' || token - i < 4)) planned = true;
      else if (is(openWords)) open = true;
      else if (is(doneWords) && token - i <= NEGATION_WINDOW) done = true;
      if (written === 'ان' && token - i === 1) subjunctive = true;
    }
    const behind = view.word(token + 1);
    const own = view.word(token);
    if (event.form === 'noun' && /^ل/.test(own) && !done) planned = true;
    if (event.form === 'noun' && (own.startsWith('المزمع') || behind === 'قريبا')) planned = true;
    if (planned) return 'planned';
    if (open) return 'open';
    if (event.form === 'participle' || event.form === 'perfect') return 'affirmed';
    if (event.form === 'imperfect') return sentence?.isTitle ? 'affirmed' : subjunctive ? 'open' : 'planned';
    if (event.state === 'negotiated') return 'affirmed';
    if (done || /^ب/.test(own)) return 'affirmed';
    return event.state === 'announced' ? 'affirmed' : 'neutral';
  }

  /** Persons who sign: the subject of the verb, who may stand behind it, before it (dual, plural), or behind «من قبل» and «مع». */
  #signatories(token: number, event: EventWord, name: NamedAgreement, from: number, to: number): Act['signatories'] {
    const view = this.#view;
    const objectBehind = token < name.first;
    const found: { person: LocalIndex; token: number }[] = [];
    const add = (people: readonly { person: LocalIndex; token: number }[]) => {
      for (const one of people) if (!found.some(({ person }) => person === one.person)) found.push(one);
    };
    if (event.form === 'perfect' || event.form === 'imperfect' || event.form === 'noun') {
      let end = objectBehind ? name.first : Math.min(to, token + SIGNATORY_WINDOW);
      if (!objectBehind) end = this.#clauseEnd(token + 1, end);
      for (const [a, b] of this.#withoutPatrons(token + 1, end)) add(view.persons(a, b));
    }
    if (objectBehind && event.form !== 'participle') {
      const after = name.next;
      for (let i = after; i < to && i < after + PARTICIPLE_WINDOW; i++) {
        const word = view.word(i);
        if (word === 'مع' || (word === 'من' && view.word(i + 1) === 'قبل')) {
          add(view.persons(i + 1, this.#clauseEnd(i + 1, Math.min(to, i + SIGNATORY_WINDOW / 2))));
          break;
        }
        if (view.tokens[i]?.kind === 'punctuation') break;
      }
    }
    // «وقع الاتفاقية الوزيران …», «وقع الاتفاقية عن الجانب العراقي …»: the subject behind the object.
    const behind = name.next;
    if (found.length === 0 && name.first === token + 1 && this.#subjectFollows(behind))
      add(view.persons(behind, this.#clauseEnd(behind, Math.min(to, behind + SIGNATORY_WINDOW))));
    if (found.length === 0 && event.many && event.form !== 'noun') {
      let start = token - 1;
      while (
        start >= from &&
        start > token - SIGNATORY_WINDOW / 2 &&
        !clauseWords.has(view.word(start)) &&
        !view.verb(start)
      )
        start--;
      add(view.persons(start + 1, token));
    }
    return found;
  }

  /** «عن الجانب …», or a person within the next words, with nothing but nouns before. */
  #subjectFollows(at: number): boolean {
    const view = this.#view;
    if (view.word(at) === 'عن') return true;
    for (let i = at; i < at + PARTICIPLE_WINDOW; i++) {
      if (view.startsMention(i, ['person'])) return true;
      if (view.word(i) === '' || notModifiers.has(view.word(i)) || view.verb(i)) return false;
    }
    return false;
  }

  /** Where the subject behind a verb ends: at the next verb or clause, at a comma that no office or «و» follows. */
  #clauseEnd(from: number, to: number): number {
    const view = this.#view;
    for (let i = from; i < to; i++) {
      const token = view.tokens[i];
      if (!token || token.newLine || /^[.؟!:؛]$/.test(token.norm)) return i;
      const word = view.word(i);
      if (clauseWords.has(word) || view.verb(i)) return i;
      if (token.norm === '،' || token.norm === ',') {
        const next = view.word(i + 1);
        if (
          !view.startsMention(i + 1, ['person', 'office']) &&
          !(next.startsWith('و') && view.inside(i + 1, ['person', 'office']))
        )
          return i;
      }
    }
    return to;
  }

  /** Stretches of a clause without «برعاية …», «بحضور …». */
  #withoutPatrons(from: number, to: number): [number, number][] {
    const stretches: [number, number][] = [];
    let start = from;
    for (let i = from; i < to; i++) {
      if (!presentWords.has(this.#view.word(i))) continue;
      stretches.push([start, i]);
      while (i < to && this.#view.tokens[i]?.norm !== '،') i++;
      start = i;
    }
    stretches.push([start, to]);
    return stretches;
  }

  /** States named in the sentence of an agreement, those of its proper name left out. */
  #statesAround(name: NamedAgreement): CountryCode[] {
    return this.#statesIn(name.first - PARTY_WINDOW, name.next + PARTY_WINDOW, name);
  }

  #statesIn(from: number, to: number, name: NamedAgreement): CountryCode[] {
    const sentence = this.#view.sentences[name.sentence];
    const found: CountryCode[] = [];
    if (!sentence) return found;
    for (let i = Math.max(sentence.from, from); i < sentence.to && i < to; i++) {
      const start = this.#view.tokens[i]?.start ?? 0;
      if (name.nameSpan && name.nameSpan.start <= start && start < name.nameSpan.end) continue;
      const country = this.#view.countryAt(i);
      if (country && !mediationWords.has(this.#view.word(i - 1)) && !found.includes(country)) found.push(country);
    }
    return found;
  }

  /** States by code, else organisations by key, sorted. */
  #parties(draft: Draft): readonly string[] {
    const known = this.#partiesOf.get(draft) ?? this.#readParties(draft);
    this.#partiesOf.set(draft, known);
    return known;
  }

  #readParties(draft: Draft): string[] {
    const names = draft.mentions.map(({ name }) => name);
    if (draft.parties.length > 1) return [...draft.parties].sort();
    const votes = new Map<CountryCode, number>();
    const acting = new Set(draft.acts.filter(({ state }) => state !== null).map(({ mention }) => mention));
    for (const name of names) {
      // The sentence that tells of the act says best who acts.
      const weight = acting.has(name) ? ACT_WEIGHT : 1;
      for (const country of this.#statesAround(name)) votes.set(country, (votes.get(country) ?? 0) + weight);
      const partner = this.#stateBehind(name);
      if (partner) votes.set(partner, (votes.get(partner) ?? 0) + PARTNER_WEIGHT);
    }
    for (const act of draft.acts) {
      if (act.state === null) continue;
      // The subject stands between verb and object, or before a verb in the dual or plural.
      const [from, to] =
        act.token < act.mention.first ? [act.token, act.mention.first] : [act.token, act.token + TALK_WINDOW];
      const subject = this.#statesIn(
        act.event.many && to - from < PARTICIPLE_WINDOW ? from - TALK_WINDOW : from,
        to,
        act.mention,
      );
      for (const country of subject) votes.set(country, (votes.get(country) ?? 0) + ACT_WEIGHT);
    }
    const often = (country: CountryCode) => this.#frequency.get(country) ?? 0;
    const ranked = [...votes]
      .sort(([a, m], [b, n]) => n - m || often(b) - often(a) || (a < b ? -1 : 1))
      .map(([country]) => country);
    const organization = this.#partner(names);
    if (organization !== null) return [...ranked.slice(0, 1), organization].sort();
    if (ranked.length === 0 && names.some((name) => this.#saysBothIn(name.sentence)))
      return [...this.#frequency]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, 2)
        .map(([country]) => country)
        .sort();
    if (ranked.length === 1 && this.#saysBoth) {
      const other = [...this.#frequency]
        .filter(([country]) => country !== ranked[0])
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0];
      if (other && other[1] > 1) ranked.push(other[0]);
    }
    return ranked.slice(0, 2).sort();
  }

  /** «اتفاق مع إيران», «اتفاقية مع الجانب العراقي». */
  #stateBehind(name: NamedAgreement): CountryCode | null {
    if (this.#view.word(name.next) !== 'مع') return null;
    for (let i = name.next + 1; i <= name.next + 3; i++) {
      const country = this.#view.countryAt(i);
      if (country) return country;
    }
    return null;
  }

  /** «مذكرة تفاهم مع منظمة …»: an organisation of no state right behind «مع». */
  #partner(names: readonly NamedAgreement[]): string | null {
    for (const name of names) {
      if (this.#view.word(name.next) !== 'مع') continue;
      const mention =
        this.#view.mentionAt(name.next + 1, 'organization') ?? this.#view.mentionAt(name.next + 2, 'organization');
      const entity = mention && this.#known.entities[mention.entity];
      if (entity?.kind === 'organization' && entity.country === null) return entity.key;
    }
    return null;
  }

  #describe(draft: Draft, drafts: readonly Draft[]): AgreementDraft {
    const names = draft.mentions.map(({ name }) => name);
    const type = typeOf(names);
    const states = this.#states(draft);
    const history = draft.properName !== null || draft.year !== null;
    const reached = states.some(({ state }) => state !== 'planned' && state !== 'negotiated');
    const entity: AgreementFact = {
      kind: 'agreement',
      type,
      title: this.#title(names, type),
      properName: draft.properName,
      parties: this.#parties(draft),
      signatories: this.#signatoriesOf(draft),
      place: reached ? this.#place(draft) : null,
      date: reached ? this.#date(draft, history) : null,
      states,
      subjects: [...new Set(names.flatMap(({ subjects }) => subjects))].sort(),
      related: this.#related(draft, drafts),
      participants: this.#participants(names),
    };
    return {
      entity,
      mentions: draft.mentions.map(({ name, pointsBack }) => ({
        ...this.#fitted(name),
        form: name.bare ? (name.definite ? 'short' : 'description') : 'name',
        confidence: name.bare ? 0.75 : 0.9,
        reason: pointsBack ? 'anaphora' : 'pattern',
      })),
    };
  }

  /** The span of a name, cut where another mention would stick out of it: mentions lie inside one another or apart. */
  #fitted(name: NamedAgreement): Span {
    let end = name.end;
    for (const kind of ['organization', 'place', 'office', 'person'] as const) {
      const mention = this.#view.mentionAt(name.next - 1, kind);
      if (mention && mention.end > end && mention.start > name.start) end = Math.min(end, mention.start);
    }
    while (end > name.start && /\s/.test(this.#known.text[end - 1] ?? '')) end--;
    return { start: name.start, end };
  }

  #title(names: readonly NamedAgreement[], type: AgreementType): string {
    const telling = names.filter(({ head }) => head.type === type);
    let best = telling[0] ?? names[0];
    for (const name of telling) if (best && name.words > best.words) best = name;
    return best ? clean(this.#known.text.slice(best.start, best.end)) : '';
  }

  /** The states in the order of an agreement's life, each with its first evidence; an existing document was signed. */
  #states(draft: Draft): AgreementFact['states'] {
    const first = new Map<AgreementState, Act>();
    for (const act of draft.acts) if (act.state !== null && !first.has(act.state)) first.set(act.state, act);
    const states = LIFE.flatMap((state) => {
      const act = first.get(state);
      if (!act) return [];
      const [from, to] = [Math.min(act.token, act.mention.first), Math.max(act.token + 1, act.mention.next)];
      const evidence = { start: this.#view.tokens[from]?.start ?? 0, end: this.#view.tokens[to - 1]?.end ?? 0 };
      const date = this.#dateNear(act);
      const value = date?.value ?? act.mention.year;
      return [{ state, date: state === 'negotiated' ? null : value, evidence }];
    });
    if (states.length > 0) return states;
    const name = draft.mentions[0]?.name;
    return name ? [{ state: 'signed', date: name.year, evidence: { start: name.start, end: name.end } }] : [];
  }

  #signatoriesOf(draft: Draft): AgreementFact['signatories'] {
    const found = new Map<LocalIndex, AgreementFact['signatories'][number]>();
    for (const act of draft.acts) {
      for (const { person, token } of act.signatories) {
        if (found.has(person)) continue;
        const [from, to] = [Math.min(act.token, token), Math.max(act.token, token)];
        const mention = this.#view.mentionAt(token, 'person') ?? this.#view.mentionAt(token, 'office');
        const evidence = {
          start: this.#view.tokens[from]?.start ?? 0,
          end: Math.max(this.#view.tokens[to]?.end ?? 0, mention?.end ?? 0),
        };
        found.set(person, { person, office: this.#office(person, act), evidence });
      }
    }
    return [...found.values()];
  }

  /** The office in which a person signs: the one named beside them in that sentence, else the first. */
  #office(person: LocalIndex, act: Act): LocalIndex | null {
    const entity = this.#known.entities[person];
    if (entity?.kind !== 'person') return null;
    const sentence = this.#view.sentences[act.mention.sentence];
    const offices = entity.offices.filter(({ former }) => !former);
    const here = offices.find(
      ({ evidence }) => sentence && sentence.start <= evidence.start && evidence.end <= sentence.end,
    );
    return (here ?? offices[0])?.office ?? null;
  }

  /** The date expression nearest to an act in its sentence. */
  #dateNear(act: Act): DateFact | null {
    const sentence = this.#view.sentences[act.mention.sentence];
    if (!sentence) return null;
    for (let step = 1; step <= CIRCUMSTANCE_WINDOW; step++) {
      for (const i of [act.token + step, act.token - step]) {
        if (i < sentence.from || i >= sentence.to) continue;
        const date = this.#view.dateAt(i);
        if (date) return date;
      }
    }
    return null;
  }

  /** When it was signed or announced: said beside the act, else the article's date if its news is the signing. */
  #date(draft: Draft, history: boolean): AgreementFact['date'] {
    const acts = draft.acts.filter(({ state }) => state === 'signed' || state === 'announced');
    for (const act of acts) {
      const date = this.#dateNear(act);
      if (date && !date.value.startsWith('X')) return { start: date.start, end: date.end, value: date.value };
    }
    for (const { name } of draft.mentions) {
      if (name.year === null) continue;
      for (let i = name.first; i < name.next + PARTICIPLE_WINDOW; i++) {
        const date = this.#view.dateAt(i);
        if (date?.value.startsWith(name.year)) return { start: date.start, end: date.end, value: date.value };
        const token = this.#view.tokens[i];
        if (token?.norm === name.year) return { start: token.start, end: token.end, value: name.year };
      }
    }
    if (history || this.#known.date === null) return null;
    const news = acts.find(
      ({ state, event, mention }) => state === 'signed' && event.form === 'perfect' && this.#isLead(mention.sentence),
    );
    return news ? this.#known.date : null;
  }

  /** The title and the first two sentences tell the news. */
  #isLead(sentence: number): boolean {
    const title = this.#view.sentences[0]?.isTitle ? 1 : 0;
    return sentence < title + 2;
  }

  /** Where it was signed: «في طهران» beside the act, else the city that the journey it is told with led to; of «معاهدة لندن» its name. */
  #place(draft: Draft): LocalIndex | null {
    for (const { name } of draft.mentions) if (name.namePlace !== null) return name.namePlace;
    const acts = draft.acts.filter(({ state }) => state === 'signed' || state === 'announced');
    for (const act of acts) {
      const place = this.#placeNear(act);
      if (place !== null) return place;
    }
    if (acts.length === 0) return null;
    const parties = this.#parties(draft);
    const heard = new Set(acts.map(({ mention }) => mention.sentence));
    const journeys = this.#journeys();
    const city = journeys.find(
      ({ type, country }) => type !== 'state' && country !== null && parties.includes(country),
    );
    const said = journeys.find(({ sentence, at }) => heard.has(sentence) && acts.some(({ token }) => at < token));
    return city?.place ?? said?.place ?? null;
  }

  #placeNear(act: Act): LocalIndex | null {
    const view = this.#view;
    const sentence = view.sentences[act.mention.sentence];
    if (!sentence) return null;
    const [from, to] = [
      Math.max(sentence.from, act.token - CIRCUMSTANCE_WINDOW),
      Math.min(sentence.to, Math.max(act.token, act.mention.next) + CIRCUMSTANCE_WINDOW),
    ];
    let state: LocalIndex | null = null;
    for (let i = from; i < to; i++) {
      const mention = view.mentionAt(i, 'place');
      const token = view.tokens[i];
      if (!mention || !token || view.inside(i, ['person', 'office', 'organization'])) continue;
      const inIt = view.word(i - 1) === 'في' || (mention.start > token.start && token.norm.startsWith('ب'));
      if (!inIt || this.#betweenOthers(act, i)) continue;
      const entity = this.#known.entities[mention.entity];
      if (entity?.kind !== 'place') continue;
      if (entity.type === 'city' || entity.type === 'capital') return mention.entity;
      state ??= mention.entity;
    }
    return state;
  }

  /** Whether another verb stands between an act and a place: then the place is that verb's. */
  #betweenOthers(act: Act, place: number): boolean {
    const [from, to] = [Math.min(act.token, place), Math.max(act.token, place)];
    for (let i = from + 1; i < to; i++) {
      const word = this.#view.word(i);
      if (clauseWords.has(word) || word === 'ان') return true;
      if (!this.#view.event(i) && this.#view.verb(i)) return true;
    }
    return false;
  }

  /** Where someone went: «زار بغداد», «وصوله إلى طهران», «زيارتين للصين». */
  #journeys(): readonly Journey[] {
    if (this.#journeyList !== null) return this.#journeyList;
    const view = this.#view;
    const found: Journey[] = [];
    for (const [sentence, { from, to }] of view.sentences.entries()) {
      for (let i = from; i < to; i++) {
        const word = view.word(i);
        if (!visitWords.has(word) && !visitWords.has(word.replace(/^[وفبل]/, ''))) continue;
        for (let at = i + 1; at < to && at <= i + TALK_WINDOW; at++) {
          const mention = view.inside(at, ['person', 'office', 'organization']) ? null : view.mentionAt(at, 'place');
          const entity = mention && this.#known.entities[mention.entity];
          if (entity?.kind !== 'place' || !mention) continue;
          found.push({ place: mention.entity, type: entity.type, country: entity.country, sentence, at });
          break;
        }
      }
    }
    this.#journeyList = found;
    return found;
  }

  /** Agreements that this one carries out, amends or follows: named behind it in one sentence, «تنفيذ» or the like between. */
  #related(draft: Draft, drafts: readonly Draft[]): LocalIndex[] {
    this.#bySentence ??= this.#sentencesOf(drafts);
    const found = new Set<LocalIndex>();
    for (const { name } of draft.mentions) {
      for (const { name: target, index } of this.#bySentence.get(name.sentence) ?? []) {
        if (drafts[index] === draft || target.first < name.next || target.first - name.next > TALK_WINDOW) continue;
        if (this.#linked(name, target)) found.add(this.#known.entities.length + index);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  #sentencesOf(drafts: readonly Draft[]): Map<number, { name: NamedAgreement; index: number }[]> {
    const sentences = new Map<number, { name: NamedAgreement; index: number }[]>();
    for (const [index, { mentions }] of drafts.entries()) {
      for (const { name } of mentions) {
        const list = sentences.get(name.sentence) ?? [];
        // A line without end is one sentence: of it the first names are enough.
        if (list.length < NEAREST_DRAFTS) list.push({ name, index });
        sentences.set(name.sentence, list);
      }
    }
    return sentences;
  }

  #participants(names: readonly NamedAgreement[]): LocalIndex[] {
    const found = new Set<LocalIndex>();
    for (const name of names) {
      const sentence = this.#view.sentences[name.sentence];
      if (!sentence) continue;
      const from = Math.max(sentence.from, name.first - PARTY_WINDOW);
      const to = Math.min(sentence.to, name.next + PARTY_WINDOW);
      for (const { person } of this.#view.persons(from, to)) if (found.size < MOST_PARTICIPANTS) found.add(person);
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** One is signed already, the other is still to be signed. */
function contradict(acts: readonly Act[], draft: Draft): boolean {
  const [signed, planned] = [draft.has('signed') || draft.has('in force'), draft.has('planned')];
  if (signed) return acts.length > 0 && acts.every(({ state }) => state === 'planned');
  return planned && acts.some(({ state }) => state === 'signed');
}

/** Nouns that can mean one document: the same, or one of them a general one («الاتفاق», «الوثيقة»). */
function sameKind({ head }: NamedAgreement, draft: Draft): boolean {
  // A statement beside an agreement tells of it; «البيان» by itself is most often a press statement.
  if (head.onlyWith.size > 0) return draft.types.has(head.type);
  return head.any || draft.types.size === 0 || draft.types.has(head.type);
}

function agree(subjects: readonly string[], others: ReadonlySet<string>): boolean {
  if (subjects.length === 0 || others.size === 0) return true;
  return subjects.some((subject) => [...others].some((other) => alikeSubjects(subject, other)));
}

/** Whether states named as parties are among those named around, if enough are named there. */
const within = (parties: readonly CountryCode[], around: readonly CountryCode[]): boolean =>
  around.length < 2 || parties.every((country) => around.includes(country));

const sameStates = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((country) => b.includes(country));

/** The most telling noun: «محضر» says more than «وثيقة», that more than «اتفاق». */
function typeOf(names: readonly NamedAgreement[]): AgreementType {
  const particular = names.find(({ head }) => !head.any)?.head.type;
  if (particular) return particular;
  return names.some(({ head }) => head.type === 'agreement') ? 'agreement' : 'document';
}
