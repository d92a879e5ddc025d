/** Agreements of an article while they are being put together, and which of them a further name means. */
import {
  adjectives,
  anotherWords,
  contentWords,
  type EventWord,
  earlierWords,
  kindWords,
  type RelationKind,
  relationOf,
  sidesOf,
} from '../lexicon/agreements.ts';
import { alikeSubjects } from '../lexicon/alike-subjects.ts';
import { nisba } from '../lexicon/geography.ts';
import { functionWords } from '../lexicon/person-names.ts';
import type { IsoDate } from '../text/dates.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { ArticleView } from './agreement-view.ts';
import type { AgreementState, CountryCode, LocalIndex } from './facts.ts';

/** The life of an agreement: a later state outweighs an earlier one. */
export const LIFE: readonly AgreementState[] = ['negotiated', 'planned', 'announced', 'signed', 'in force', 'ended'];

/** Something that is said to be done with an agreement. */
export interface Act {
  /** Null where the act is only talked of: «ضرورة توقيع», «التوقيع على الوثيقة». */
  readonly state: AgreementState | null;
  readonly event: EventWord;
  readonly token: number;
  readonly mention: NamedAgreement;
  readonly signatories: readonly { readonly person: LocalIndex; readonly token: number }[];
  /** When, where the sentence says so near the act; only a date that stands for itself tells documents apart. */
  readonly date: { readonly value: IsoDate; readonly relative: boolean } | null;
  /** Tokens in which its date and place may stand: those of its sentence that no other agreement comes between. */
  readonly from: number;
  readonly to: number;
}

/** A document that a name may point back to is among the last so many. */
export const NEAREST_DRAFTS = 12;
/** «الإعلان بين …» means one named so few sentences before. */
const POINTING_BACK = 2;
/** What an agreement is, is said where it is first named. */
const FIRST_NAMES = 4;
/** «… في مالي المنبثق عن مسار شنقاف»: what is said behind a name, in tokens. */
const NAME_TAIL = 7;
/** A link like «استكمالا» stands no further from the name after it, in tokens. */
const LINK_WINDOW = 12;

/** One agreement as it is being put together. */
export class Draft {
  readonly mentions: { readonly name: NamedAgreement; readonly pointsBack: boolean }[] = [];
  readonly acts: Act[] = [];
  readonly subjects = new Set<string>();
  readonly heads = new Set<NamedAgreement['head']>();
  readonly #states = new Set<AgreementState>();
  readonly types = new Set<string>();
  properName: string | null = null;
  year: string | null = null;
  /** The first full or partial date of its signing or announcing that stands for itself. */
  date: IsoDate | null = null;
  /** Parties that its name itself gives, by country or organisation; empty until two are. */
  parties: readonly string[] = [];
  apart: NamedAgreement['apart'] = null;
  readonly group: boolean;

  constructor(group: boolean) {
    this.group = group;
  }

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
    if (this.parties.length === 0) this.parties = name.parties;
  }

  act(act: Act): void {
    this.acts.push(act);
    if (act.state !== null) this.#states.add(act.state);
    if (reached(act)) this.date ??= act.date?.value ?? null;
  }

  /** «توقيع اتفاق …» in a headline is still to come where the body says that it is planned. */
  settle(isTitle: (name: NamedAgreement) => boolean): void {
    const signed = this.acts.filter(({ state }) => state === 'signed');
    const told = signed.some(({ event, mention }) => !isTitle(mention) || !/^(noun|imperfect)$/.test(event.form));
    if (told || !this.acts.some(({ state, mention }) => state === 'planned' && !isTitle(mention))) return;
    for (const act of signed) this.acts[this.acts.indexOf(act)] = { ...act, state: 'planned', signatories: [] };
    this.#states.delete('signed');
  }

  /** «لن توقع الاتفاق»: and nothing more is told of it. */
  get isRefused(): boolean {
    return (
      this.#states.size === 0 &&
      this.acts.some(({ state, event }) => state === null && event.state === 'signed' && event.form !== 'noun')
    );
  }

  has(state: AgreementState): boolean {
    return this.#states.has(state);
  }
}

/** Whether an act made the agreement: its date is the agreement's. */
export const reached = ({ state }: Act): boolean => state === 'signed' || state === 'announced';

/** Which draft a name means. `statesAround` gives the states named near a name in its sentence, `subjectOf` who does an act, `placeOf` and `placeOfAct` where it was signed. */
export class Coreference {
  readonly #view: ArticleView;
  /** Of the news: of the article's date, else the latest year that the article names. */
  readonly #year: string | null;
  readonly #statesAround: (name: NamedAgreement) => readonly CountryCode[];
  readonly #subjectOf: (act: Act) => readonly string[];
  readonly #placeOf: (draft: Draft) => LocalIndex | null;
  readonly #placeOfAct: (act: Act) => LocalIndex | null;

  constructor(
    view: ArticleView,
    year: string | null,
    statesAround: (name: NamedAgreement) => readonly CountryCode[],
    subjectOf: (act: Act) => readonly string[],
    placeOf: (draft: Draft) => LocalIndex | null,
    placeOfAct: (act: Act) => LocalIndex | null,
  ) {
    this.#view = view;
    this.#year = year;
    this.#statesAround = statesAround;
    this.#subjectOf = subjectOf;
    this.#placeOf = placeOf;
    this.#placeOfAct = placeOfAct;
  }

  /** The agreement that a name means again, null for a new one. */
  refersTo(name: NamedAgreement, acts: readonly Act[], year: string | null, drafts: readonly Draft[]): Draft | null {
    // An indefinite noun alone of which nothing is said means nothing known.
    if (name.bare && !name.definite && !acts.some(({ state }) => state !== null)) return null;
    const near = drafts.slice(-NEAREST_DRAFTS).reverse();
    const latest = near[0];
    const fitting = near.filter(
      (draft) => !(name.contrasted && !name.bare && draft === latest) && this.fits(name, acts, year, draft),
    );
    return (
      fitting.find((draft) => year !== null && draft.year === year) ??
      (name.bare ? null : fitting.find(({ mentions }) => mentions.some((each) => this.#sameWords(each.name, name)))) ??
      // «اتفاقية عبور الطاقة … اتفاقية لتزويد القرى … اتفاقية العبور».
      (name.definite && !name.bare && fitting.length > 1
        ? this.#only(
            fitting,
            ({ heads, mentions }) => heads.has(name.head) && mentions.some((each) => this.#shareWord(each.name, name)),
          )
        : null) ??
      // «الاتفاقية الثلاثية»: of several that which so many signed.
      (name.definite && name.sides > 2 && fitting.length > 1
        ? this.#only(fitting, ({ acts: its }) => its.some((act) => this.#subjectOf(act).length === name.sides))
        : null) ??
      // «المذكرة الجديدة»: that of the news, whatever was told of older ones since.
      (name.newest
        ? (fitting.find(
            ({ heads, mentions }) => heads.has(name.head) && mentions.some((each) => this.#heads(each.name)),
          ) ?? (name.head.any ? fitting.find(({ mentions }) => mentions.some((each) => this.#heads(each.name))) : null))
        : null) ??
      this.#newsBeyondAside(name, fitting) ??
      this.nearest(name, fitting) ??
      fitting[0] ??
      null
    );
  }

  /** The one draft that is so; null where none or several are. */
  #only(drafts: readonly Draft[], isSo: (draft: Draft) => boolean): Draft | null {
    const [only, second] = drafts.filter(isSo);
    return second === undefined ? (only ?? null) : null;
  }

  /** The latest called by its noun; «وأضاف الوزير المصري أن الإعلان …»: of two declarations that of Egypt, where the latest has parties and Egypt is none. */
  nearest(name: NamedAgreement, latestFirst: readonly Draft[]): Draft | undefined {
    const [latest, ...others] = latestFirst.filter(({ heads }) => heads.has(name.head));
    if (!latest || !name.bare || others.length === 0 || latest.parties.length < 2) return latest;
    const around = this.#statesAround(name);
    if (around.length === 0 || around.some((country) => latest.parties.includes(country))) return latest;
    return others.find(({ parties }) => around.every((country) => parties.includes(country))) ?? latest;
  }

  /**
   * «وقال الوزير إن المذكرة …» in a paragraph of its own, behind one that told in passing of another memorandum: that of the news, of which
   * title or lead told. What is spoken of in passing is taken up again in its own paragraph, or by a sentence on what it says («ونصت
   * المذكرة على …»). So it is in all of the marked articles that name an older document by the noun of the news.
   */
  #newsBeyondAside(name: NamedAgreement, latestFirst: readonly Draft[]): Draft | null {
    if (!name.bare || !name.definite || this.#tellsContents(name)) return null;
    const called = latestFirst.filter(({ heads }) => heads.has(name.head));
    const drafts = called.length > 0 ? called : latestFirst;
    const [latest] = drafts;
    if (!latest || (this.#isNews(latest) && !this.#isOfOtherYear(latest))) return null;
    const last = latest.mentions.at(-1)?.name;
    if (!last || this.#paragraphOf(last) === this.#paragraphOf(name)) return null;
    return drafts.find((draft) => this.#isNews(draft) && !this.#isOfOtherYear(draft)) ?? null;
  }

  /** «… بعد عامين على اتفاق الإطار الذي أعلن في 2020»: the lead tells of an older one, too. */
  #isOfOtherYear({ year, date }: Draft): boolean {
    const own = year ?? (date !== null && /^\d{4}/.test(date) ? date.slice(0, 4) : null);
    return own !== null && this.#isOlder(own);
  }

  /** «ونصت المذكرة على …» opens a sentence. */
  #tellsContents({ first, sentence }: NamedAgreement): boolean {
    const from = this.#view.sentences[sentence]?.from;
    return first - 1 === from && contentWords.has(this.#view.word(first - 1).replace(/^[وف](?=.{2})/, ''));
  }

  fits(name: NamedAgreement, acts: readonly Act[], year: string | null, draft: Draft): boolean {
    const latest = draft.mentions.at(-1)?.name;
    if (
      !latest ||
      !(sameKind(name, draft) || this.#isOfDocument(name, draft)) ||
      (name.number !== 'one') !== draft.group
    )
      return false;
    const together = latest.sentence === name.sentence;
    if (
      together &&
      (name.joined ||
        (!name.bare && ((name.head !== latest.head && !latest.bare) || this.linked(latest, name) !== null)))
    )
      return false;
    // «اتفاق ترسيم الحدود … بعد عامين على اتفاق الإطار»: two full names of one sentence that share no word.
    if (together && name.properName === null && latest.properName === null && this.#named(name, latest)) return false;
    // «1- اتفاقية … 2- اتفاقية …»: each item of a list is a document of its own.
    const isListed = draft.mentions.some((each) => each.name.item);
    if (isListed && (name.item || (!name.bare && !name.subjects.some((each) => draft.subjects.has(each)))))
      return false;
    if (year !== null && draft.year !== null && year !== draft.year) return false;
    // «ناقش البرلمان اتفاقية الحدود … ووقع الاتفاقية في 2016 …»: what is still discussed may be signed.
    const same =
      name.bare && name.definite && draft.heads.has(name.head) && !draft.has('signed') && !draft.has('planned');
    if (year !== null && draft.year === null && this.#isOlder(year) && !same)
      if (
        draft.has('signed') ||
        draft.has('negotiated') ||
        draft.has('announced') ||
        ((draft.has('planned') || draft.isRefused) && !acts.some(({ state }) => state === 'planned'))
      )
        return false;
    // «سيوقعان مذكرة … وبحثا تنفيذ اتفاق السلم»: what is carried out is not what is still planned.
    if (draft.has('planned') && !draft.has('signed') && !draft.has('announced') && this.#isCarriedOut(name))
      return false;
    if (this.#isOfAnother(name, acts, year, draft) || this.#isWithAnother(name, draft)) return false;
    if (datesDiffer(acts, draft) || this.#signedByOtherStates(acts, draft)) return false;
    if (!name.bare && signedByOthers(name, acts, draft)) return false;
    // «مذكرة رباعية» is not the agreement of two that was signed beside it.
    if (
      (!name.definite || name.indefinite) &&
      name.sides > 2 &&
      !draft.mentions.some((each) => each.name.sides === name.sides)
    )
      return false;
    if (name.properName !== null)
      return (
        draft.properName === name.properName ||
        (draft.properName === null && year !== null && year === draft.year) ||
        (draft.properName === null &&
          year === null &&
          (this.#saysPlaceOf(name, draft) || this.#signedThere(name, draft))) ||
        this.#isNamedInLead(name, acts, draft)
      );
    // «الاتفاقية القديمة» is one of another time that was named.
    const old = name.apart === 'earlier' && name.definite && draft.year !== null && this.#isOlder(draft.year);
    // What only the title has named is no older one: «تونس توقع اتفاقا … بتوقيع اتفاق جديد».
    const isNews =
      name.apart === 'another' && !name.definite && draft.mentions.every((each) => this.#isTitle(each.name));
    if (name.apart !== null && name.apart !== draft.apart && !old && !isNews) return false;
    if (!agree(name.subjects, draft.subjects)) return false;
    if (name.parties.length > 1 && draft.parties.length > 1 && !sameParties(name.parties, draft.parties)) return false;
    if (name.bare && name.definite) return true;
    // «الإعلان المشترك الثلاثي … الإعلان الثلاثي».
    const ofAsMany = name.sides > 2 && latest.sides === name.sides;
    // «ونص الإعلان بين مصر والأردن وليبيا»: the noun spoken of, with all whom its first name has around it and one that this leaves out.
    if (
      (name.unmodified || ofAsMany) &&
      draft.heads.has(name.head) &&
      name.sentence - latest.sentence <= POINTING_BACK
    ) {
      const around = this.#statesAround(latest);
      if (around.length > 0 && around.every((each) => name.parties.includes(each))) return true;
    }
    if (name.newest && name.properName === null) return !draft.has('ended') && draft.apart !== 'earlier';
    // An old treaty is not signed again: only its own noun with what it is about points back to it.
    if (old) return true;
    if (draft.properName !== null || (draft.year !== null && year === null && this.#isOlder(draft.year)))
      return (
        this.#signedWhereNamed(acts, draft) ||
        (name.definite &&
          !name.indefinite &&
          draft.heads.has(name.head) &&
          (name.subjects.length > 0 || ofAsMany) &&
          // «اتفاق شنقاف» of the news and «الاتفاق النووي المبرم عام 2015».
          (year === null ||
            draft.year !== null ||
            !this.#isOlder(year) ||
            draft.mentions.some((each) => this.#shareWord(each.name, name))))
      );
    // «وفي يناير، أبرمت إثيوبيا مذكرة …»: what a state signs that is no party of the one spoken of is another.
    if (!name.definite && draft.parties.length > 1) {
      const around = this.#statesAround(name);
      if (around.length > 0 && !around.some((country) => draft.parties.includes(country))) return false;
    }
    if (name.parties.length > 1 && draft.parties.length < 2) {
      // A headline names one side and whom else the news is of.
      const around = this.#statesAround(latest);
      const heads =
        this.#heads(latest) && draft.heads.has(name.head) && around.some((each) => name.parties.includes(each));
      if (!heads && !within(name.parties, around)) return false;
    }
    if (draft.parties.length > 1 && name.parties.length < 2 && !within(draft.parties, this.#statesAround(name)))
      return false;
    // With modifiers, or new in the indefinite: it tells of the same act.
    if (contradict(name, acts, draft)) return name.definite && !name.indefinite && draft.heads.has(name.head);
    return (name.definite && !name.indefinite) || !together;
  }

  /**
   * Behind the lead: what is of another year than the news and about something else is not the news; what is told in passing is called by its own noun or by what it is about («مذكرة التفاهم التي وقعتها شركتان … الاتفاق
   * النووي» are two); and of what has been signed or announced an indefinite noun with another signing tells nothing («أعلنت إيران اتفاقا … .
   * ووقع فلان وعلان اتفاقا حول خارطة طريق»).
   */
  #isOfAnother(name: NamedAgreement, acts: readonly Act[], year: string | null, draft: Draft): boolean {
    if (this.#inLead(name) || name.subjects.some((subject) => draft.subjects.has(subject))) return false;
    const isAside = !this.#isNews(draft);
    if (!isAside && !name.bare && year !== null && draft.year === null && this.#isOlder(year))
      return !this.#isOfTitle(draft) && draft.subjects.size > 0;
    // «وقعا مذكرة تعاون زراعي …. إيران طرف في معاهدة حظر الانتشار»: another noun with words that nothing of the other's names has.
    if (!name.bare && name.definite && !draft.heads.has(name.head) && this.#isNamedOtherwise(name, draft)) return true;
    // «لا ترقى إلى اتفاقية دفاع مشترك»: any there may be.
    if (isAside && !name.bare && !name.definite && acts.length === 0) return true;
    const says = name.subjects.length > 0 || name.parties.length > 1;
    if (isAside && !name.bare && !draft.heads.has(name.head) && says) return true;
    const isNew = !name.definite || name.indefinite;
    if (!isNew || !(draft.has('signed') || draft.has('announced'))) return false;
    if (name.bare && !/^(حول|بشان|بخصوص)$/.test(this.#view.word(name.next))) return false;
    if (this.#isOfTitle(draft)) return false;
    const signers = acts.flatMap(({ signatories }) => signatories.map(({ person }) => person));
    const others = draft.acts.flatMap(({ signatories }) => signatories.map(({ person }) => person));
    // «المحضر الذي وقعته الكويت والأردن … وكان فلان وعلان وقعا محضرا»: of the news nobody was named yet, and its noun is a particular one.
    if (!isAside && others.length === 0 && !name.head.any && draft.heads.has(name.head) && draft.has('signed'))
      return false;
    return signers.length > 0 && !signers.some((person) => others.includes(person));
  }

  /** «الاتفاقية الموقعة مع الأردن»: with a state that no sentence of the other names. */
  #isWithAnother(name: NamedAgreement, draft: Draft): boolean {
    if (this.#view.event(name.next)?.form !== 'participle' || this.#view.word(name.next + 1) !== 'مع') return false;
    const partner = this.#view.sideAt(name.next + 2);
    if (partner === null) return false;
    return draft.mentions.every((each) => !this.#statesAround(each.name).includes(partner));
  }

  /** «إعلان المبادئ … اتفاق إعلان المبادئ»: its name has the words of the other, whatever noun stands before them. */
  #isOfDocument(name: NamedAgreement, draft: Draft): boolean {
    const key = ` ${this.#view.key(name)} `;
    return draft.mentions
      .slice(0, FIRST_NAMES)
      .some((each) => each.name.words > 1 && key.includes(` ${this.#view.key(each.name)} `));
  }

  /** «تنفيذ الاتفاق», «بموجب المذكرة». */
  #isCarriedOut({ first, bare }: NamedAgreement): boolean {
    // «سيوقع وثيقة … ضامنا لتنفيذ الاتفاق».
    if (bare) return false;
    const word = this.#view.word(first - 1);
    return relationOf.get(word) === 'implements' || relationOf.get(word.replace(/^[ولب](?=.{3})/, '')) === 'implements';
  }

  /** «وقعت مصر والأردن …. ووقعت مصر وليبيا …»: two lists of those who sign. */
  #signedByOtherStates(acts: readonly Act[], draft: Draft): boolean {
    const listed = (all: readonly Act[]) =>
      all
        .filter(({ state }) => state === 'signed')
        .map(this.#subjectOf)
        .find((parties) => parties.length > 1);
    const own = listed(acts);
    const its = own && listed(draft.acts);
    return own !== undefined && its !== undefined && !sameParties(own, its);
  }

  #inLead({ sentence }: NamedAgreement): boolean {
    return this.#view.sentences[sentence]?.inLead === true;
  }

  /** Whether title or lead told of it: its first name stands there. */
  #isNews({ mentions: [first] }: Draft): boolean {
    return first !== undefined && this.#inLead(first.name);
  }

  /** Whether nothing but the title has named it. */
  #isOfTitle({ mentions }: Draft): boolean {
    const last = mentions.at(-1);
    return last !== undefined && this.#isTitle(last.name);
  }

  #paragraphOf({ sentence }: NamedAgreement): number {
    return this.#view.sentences[sentence]?.paragraph ?? 0;
  }

  /** In the title or the first sentence below it. */
  #heads({ sentence }: NamedAgreement): boolean {
    return this.#view.sentences[sentence]?.before === 0;
  }

  /** «توقيع اتفاق سلام السودان» in the headline, «وقعت الحكومة … على اتفاق شنقاف» in the first sentence: one noun, signed in both. */
  #isNamedInLead(name: NamedAgreement, acts: readonly Act[], draft: Draft): boolean {
    if (draft.properName !== null || !draft.heads.has(name.head) || draft.group || !draft.has('signed')) return false;
    if (!this.#heads(name) || this.#isTitle(name) || name.year !== null) return false;
    if (!draft.mentions.every((each) => this.#isTitle(each.name) && each.name.subjects.length > 0)) return false;
    return acts.some(({ state, event, token }) => state === 'signed' && event.form === 'perfect' && token < name.first);
  }

  /** «اتفاق المصالحة المنبثق عن مسار شنقاف … اتفاق شنقاف»: the further words of its first name say the name. */
  #saysPlaceOf({ nameSpan }: NamedAgreement, draft: Draft): boolean {
    if (nameSpan === null || draft.group) return false;
    const key = this.#view.key(nameSpan);
    return draft.mentions.slice(0, FIRST_NAMES).some(({ name }) => {
      const { to = 0 } = this.#view.sentences[name.sentence] ?? {};
      if (name.bare || !name.definite) return false;
      for (let i = name.next; i < to && i < name.next + NAME_TAIL; i++) {
        const token = this.#view.tokens[i];
        if (token?.kind !== 'word' || this.#view.verb(i)) return false;
        const same = this.#view.key({ start: token.start, end: token.start + nameSpan.end - nameSpan.start }) === key;
        if (same) return this.#view.word(i - 1) !== 'في';
      }
      return false;
    });
  }

  /** «ما مصير اتفاق شنقاف؟ … وقعا في شنقاف اتفاقا لاستئناف التعاون»: of this year, and nothing said when that of the name was. */
  #signedWhereNamed(acts: readonly Act[], { mentions, year, date, group }: Draft): boolean {
    const place = mentions.find(({ name }) => name.properName !== null)?.name.namePlace ?? null;
    if (place === null || group || year !== null || date !== null) return false;
    return acts.some(
      (act) => act.state === 'signed' && act.token < act.mention.first && this.#placeOfAct(act) === place,
    );
  }

  /** «وقعا في شنقاف اتفاقا …. ويرى الوزير أن اتفاق شنقاف …»: called by where the article says that it was signed. */
  #signedThere(name: NamedAgreement, draft: Draft): boolean {
    if (draft.group || name.namePlace === null || !draft.has('signed') || !draft.heads.has(name.head)) return false;
    return this.#placeOf(draft) === name.namePlace;
  }

  /** Whether a name has words of its own, the names of a draft have some, and none of these is one of those. */
  #isNamedOtherwise(name: NamedAgreement, { mentions }: Draft): boolean {
    const full = mentions.filter((each) => this.#tells(each.name));
    return full.length > 0 && full.every((each) => this.#named(each.name, name));
  }

  /** Whether two names have words of their own behind their nouns, and none of them in common. */
  #named(a: NamedAgreement, b: NamedAgreement): boolean {
    return this.#tells(a) && this.#tells(b) && !this.#shareWord(a, b);
  }

  /** Whether a name has words that tell it from others of its noun. */
  #tells(name: NamedAgreement): boolean {
    return this.#ownWords(name).some((word) => !saysLittle(word));
  }

  /** «اتفاقية عبور الطاقة … اتفاقية العبور». */
  #shareWord(a: NamedAgreement, b: NamedAgreement): boolean {
    const stem = (word: string) => word.replace(/(?<=.{3})[هيا]$/, '');
    const words = this.#ownWords(b).map(stem);
    return this.#ownWords(a).some((word) => words.includes(stem(word)));
  }

  /** The words of a name behind its noun, without particle and article; a year is none. */
  #ownWords(name: NamedAgreement): string[] {
    return this.#view
      .key(name)
      .split(' ')
      .slice(1)
      .filter((word) => /^\p{L}{3,}$/u.test(word) && !functionWords.has(word))
      .map((word) => word.replace(/^[وب]?ال(?=.{2})|^لل?(?=.{3})/, ''));
  }

  /** «اتفاق السلم … اتفاق شنقاف … اتفاق السلم»: what is called by the same words is the same. */
  #sameWords(a: NamedAgreement, b: NamedAgreement): boolean {
    return this.#view.key(a) === this.#view.key(b);
  }

  #isTitle({ sentence }: NamedAgreement): boolean {
    return this.#view.sentences[sentence]?.isTitle === true;
  }

  /** Whether a year lies before the news. */
  #isOlder(year: string): boolean {
    return this.#year !== year;
  }

  /** How the first of two names of a sentence stands to the second, by a word like «استكمالا» between them; null where there is none. */
  linked(before: NamedAgreement, name: NamedAgreement): RelationKind | null {
    if (name.first - before.next > LINK_WINDOW) return null;
    // The word may end the first name: «بروتوكول ملحق بالاتفاقية …».
    for (let i = Math.max(before.first + 1, before.next - 1); i < name.first; i++) {
      const word = this.#view.word(i);
      const relation = relationOf.get(word) ?? relationOf.get(word.replace(/^[ولبت](?=.{3})/, ''));
      if (relation !== undefined) return relation;
    }
    return null;
  }
}

/** «تفاهم», «جديدة», «ثلاثي», «عراقية»: words that tell no document from another of the same noun. */
function saysLittle(word: string): boolean {
  return [word, word.replace(/[ها]$/, '')].some(
    (form) =>
      kindWords.has(form) ||
      adjectives.has(form) ||
      anotherWords.has(form) ||
      earlierWords.has(form) ||
      sidesOf.has(form) ||
      nisba(form) !== undefined,
  );
}

/** Both are said to be signed or announced, on different days that stand for themselves or are reckoned from one article. */
function datesDiffer(acts: readonly Act[], draft: Draft): boolean {
  const own = acts.find((act) => reached(act) && act.date !== null)?.date?.value;
  const its = draft.date;
  return own !== undefined && its !== null && !own.startsWith(its) && !its.startsWith(own);
}

/** «كما وقع الوزيران فلان وفلان اتفاق النفط»: others sign what is about something else. */
function signedByOthers(name: NamedAgreement, acts: readonly Act[], draft: Draft): boolean {
  const own = acts.flatMap(({ signatories }) => signatories.map(({ person }) => person));
  const its = draft.acts.flatMap(({ signatories }) => signatories.map(({ person }) => person));
  if (own.length === 0 || its.length === 0 || own.some((person) => its.includes(person))) return false;
  // «كما وقع وزيرا الطاقة مذكرة …»: a new one, whatever it is about.
  const isNew = !name.definite || name.indefinite;
  return name.words > 1 && (isNew || !name.subjects.some((subject) => draft.subjects.has(subject)));
}

/** One is signed or announced already, the other is still to be signed. */
function contradict(name: NamedAgreement, acts: readonly Act[], draft: Draft): boolean {
  // «… أن يوقع الطرفان اتفاقية لا تزال قيد الإعداد».
  const open = acts.length > 0 && acts.every(({ state }) => state === 'planned' || state === 'negotiated');
  // «نتفاوض على مذكرة بشأن التدريب»: what is signed is not negotiated, unless it is spoken of again.
  const planned = open && (!name.definite || name.indefinite || acts.some(({ state }) => state === 'planned'));
  if (draft.has('signed') || draft.has('in force')) return planned;
  // An announced agreement may still be signed, but a new noun in the indefinite, of another subject or kind, is a new document.
  if (draft.has('announced') && !draft.has('planned') && planned) return !name.head.any || name.subjects.length > 0;
  return draft.has('planned') && acts.some(({ state }) => state === 'signed');
}

/** Nouns that can mean one document: the same, or one of them a general one («الاتفاق», «الوثيقة»). */
function sameKind({ head, bare, definite }: NamedAgreement, draft: Draft): boolean {
  // A statement beside an agreement tells of it; «البيان» by itself is most often a press statement.
  if (head.onlyWith.size > 0) return draft.types.has(head.type) && draft.heads.has(head);
  if (draft.types.size === 1 && draft.types.has('statement')) return head.any && bare && definite;
  return head.any || draft.types.size === 0 || draft.types.has(head.type);
}

function agree(subjects: readonly string[], others: ReadonlySet<string>): boolean {
  if (subjects.length === 0 || others.size === 0) return true;
  return subjects.some((subject) => [...others].some((other) => alikeSubjects(subject, other)));
}

/** Whether parties named are among the states named around, if enough are named there; organisations are not looked for. */
const within = (parties: readonly string[], around: readonly CountryCode[]): boolean =>
  around.length < 2 || parties.every((party) => around.includes(party) || !/^[A-Z]{2}$/.test(party));

const sameParties = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((party) => b.includes(party));
