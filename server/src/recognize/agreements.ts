/**
 * Agreements of one article: memoranda, treaties, minutes, protocols, joint statements. Several words for one document become one
 * agreement where their nouns can mean the same, their parties, years and subjects do not differ, and one of them points back or tells
 * of the same act; two documents of the same parties stay two. A group that is signed together («ثلاث مذكرات تفاهم») is one agreement,
 * unless the article names its members. What is said of agreements in general («الاتفاقيات بين البلدين») is none.
 *
 * This file puts them together. The questions have files of their own: which words name one (agreement-mentions, -extent), which names
 * mean the same (-drafts), what is done with it (-acts), who signs (-signatories), whose it is (-parties), when and where (-circumstances).
 */
import { calledWords, goesBackWords, memberWords, sportWords } from '../lexicon/agreements.ts';
import type { DateFact } from '../text/dates.ts';
import { clean } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { Acts } from './agreement-acts.ts';
import { Circumstances, evidenceOf } from './agreement-circumstances.ts';
import { type Act, Coreference, Draft, LIFE, NEAREST_DRAFTS, reached } from './agreement-drafts.ts';
import { type NamedAgreement, namedAgreements } from './agreement-mentions.ts';
import { Parties } from './agreement-parties.ts';
import { Signatories } from './agreement-signatories.ts';
import { nominative } from './agreement-title.ts';
import { topicsOf } from './agreement-topics.ts';
import type { ArticleView } from './agreement-view.ts';
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
import type { Triggers } from './words.ts';

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
  /** The state whose agency reports; null of any other report. */
  readonly home: CountryCode | null;
  /** Which rules can begin at each token. */
  readonly triggers: Triggers;
}

export interface AgreementDraft {
  /** Entity references are indexes into `KnownArticle.entities`; `relations` index drafts as `entities.length + draft`. */
  readonly entity: AgreementFact;
  /** In text order. */
  readonly mentions: readonly (Span & {
    readonly form: MentionForm;
    readonly confidence: number;
    readonly reason: Reason['code'];
  })[];
}

/** The agreements of an article, in order of their first mention; `view` is that of `known`. Time is linear in the length of the text. */
export function recognizeAgreements(known: KnownArticle, view: ArticleView): AgreementDraft[] {
  const found = namedAgreements(view);
  return found.every(({ press }) => press) ? [] : new AgreementReader(known, view, found).read();
}

/** An agreement that another carries out or amends is named so near behind it, in tokens. */
const RELATED_WINDOW = 12;
/** Below the title so many sentences may name what the body then tells. */
const LEAD_SENTENCES = 2;
/** A heading between paragraphs names what the next sentences tell. */
const HEADED_SENTENCES = 2;
/** «ووقع الوزيران كذلك …»: so near behind the verb. */
const ALSO = 8;
/** What a group comprises is told in the next so many sentences. */
const MEMBER_SENTENCES = 4;
/** Of the names in a line without end the first are enough. */
const NAMES_PER_SENTENCE = 12;
/** Persons named beside an agreement, in tokens on either side. */
const PARTICIPANT_WINDOW = 45;
/** Of a club or player, in tokens on either side of an agreement. */
const SPORT_WINDOW = 15;
/** So many words of sport make an article one of sport. */
const SPORT_NEWS = 3;
/** Only the persons named first beside an agreement help to tell it. */
const MOST_PARTICIPANTS = 20;

const SIGNED_BELOW = { state: 'signed', form: 'perfect', pronoun: true, many: false } as const;

class AgreementReader {
  readonly #known: KnownArticle;
  readonly #view: ArticleView;
  readonly #signatories: Signatories;
  readonly #circumstances: Circumstances;
  readonly #acts: Acts;
  readonly #found: readonly NamedAgreement[];
  readonly #parties: Parties;
  readonly #coreference: Coreference;
  #sportWords: number | null = null;
  #bySentence: ReadonlyMap<number, readonly { name: NamedAgreement; index: number }[]> | null = null;

  constructor(known: KnownArticle, view: ArticleView, found: readonly NamedAgreement[]) {
    this.#known = known;
    this.#view = view;
    this.#signatories = new Signatories(this.#view);
    this.#circumstances = new Circumstances(this.#view, known.date);
    this.#acts = new Acts(this.#view, this.#signatories, this.#circumstances);
    this.#found = found;
    this.#parties = new Parties(this.#view, this.#found);
    this.#coreference = new Coreference(
      this.#view,
      yearOfNews(known),
      (name) => this.#parties.around(name),
      (act) => this.#parties.subject(act),
      (draft) => this.#circumstances.saidPlace(draft),
      (act) => this.#circumstances.placeOfAct(act),
    );
  }

  read(): AgreementDraft[] {
    const found = this.#found;
    const names = found.filter(({ press }) => !press);
    const statements = found.filter(({ head }) => head.press);
    const drafts: Draft[] = [];
    const emptied = new Set<Draft>();
    let joinedTo: readonly Act[] = [];
    let spoken: { draft: Draft; name: NamedAgreement } | null = null;
    let spokenOf: Draft | null = null;
    let group: { draft: Draft | null; name: NamedAgreement; acts: readonly Act[] } | null = null;
    let statement = 0;
    // «مذكرة تفاهم جديدة» in a headline without a verb: the body says what it is.
    const headlines: NamedAgreement[] = [];
    for (const [i, name] of names.entries()) {
      const [before, after] = [names[i - 1], names[i + 1]];
      if (spoken) this.#signedBelow(spoken.draft, spoken.name, name.sentence);
      spoken = null;
      const sentence = this.#view.sentences[name.sentence];
      const from = before?.sentence === name.sentence ? before.next : (sentence?.from ?? 0);
      if (before && spokenOf && this.#isAlias(before, name)) {
        spokenOf.add(name, [], null, false);
        spoken = { draft: spokenOf, name };
        continue;
      }
      const origin: Draft | null = before && spokenOf && this.#isOriginOf(before, name) ? spokenOf : null;
      const next = after && this.#isAlias(name, after) ? names[i + 2] : after;
      const to = next?.sentence === name.sentence ? next.first : (sentence?.to ?? 0);
      let acts = this.#acts.of(name, from, to);
      const member =
        group !== null && group.name.sentence === name.sentence && this.#isMember(group.name, name, before);
      const inherited = member && group !== null ? group.acts : name.joined ? joinedTo : [];
      if (acts.length === 0) acts = inherited.map((act) => ({ ...act, mention: name }));
      joinedTo = acts;
      const year = name.year ?? this.#yearOf(name, acts);
      let draft: Draft | null = origin;
      if (draft) {
        // Known already.
      } else if (name.quoted) {
        // «البيان» is that of a ministry where such a one was spoken of last.
        while ((statements[statement + 1]?.first ?? Infinity) < name.first) statement++;
        const last = statements[statement];
        if (name.head.press && name.bare && last && last.first < name.first && last.press) continue;
        draft = this.#coreference.nearest(name, drafts.slice(-NEAREST_DRAFTS).reverse()) ?? null;
      } else if (!member) draft = this.#coreference.refersTo(name, acts, year, drafts);
      if (draft) draft.add(this.#calledByPlace(name, draft), acts, year, name.bare);
      else if (!name.quoted && (this.#introduces(name, acts) || this.#isSignedItem(name, after))) {
        draft = new Draft(name.number !== 'one');
        drafts.push(draft);
        draft.add(name, acts, year, false);
        this.#takeHeadlines(headlines, draft);
      } else if (acts.every(({ state }) => state === null) && this.#mayPrecede(name)) headlines.push(name);
      if (name.number !== 'one') group = { draft, name, acts };
      else if (member && draft && group?.draft) emptied.add(group.draft);
      spoken = draft ? { draft, name } : null;
      spokenOf = draft;
    }
    if (spoken) this.#signedBelow(spoken.draft, spoken.name, this.#view.sentences.length);
    for (const draft of drafts) draft.settle((name) => this.#isTitle(name));
    const members = new Map<Draft, Draft>();
    for (const group of this.#newsOf(drafts)) {
      const own = this.#signedBeside(group, drafts);
      if (drafts.some(isSignedItem) || this.#namedBelow(group, drafts) || own.length > 1) emptied.add(group);
      if (own.length > 1) for (const member of own) members.set(member, group);
    }
    const kept = drafts.filter((draft) => !emptied.has(draft) && this.#isAgreement(draft));
    const described = kept.map((draft) => this.#describe(draft, kept));
    const related = this.#ofRelated(described);
    const placed = related.map((each, i) => this.#placed(each, kept[i], kept, related));
    return this.#listed(this.#together(this.#ofGroups(placed, kept, members), kept), kept, drafts);
  }

  /** «وقعا في شنقاف اتفاقا …. ويرى الوزير أن اتفاق شنقاف …»: a document with a signing of its own has no name by that; articles that tell of it need not say so. */
  #calledByPlace(name: NamedAgreement, draft: Draft): NamedAgreement {
    const isNews = this.#circumstances.isNews(draft);
    const isName = name.namePlace === null || draft.properName !== null || (draft.parties.length < 2 && !isNews);
    return isName || this.#circumstances.saidPlace(draft) !== name.namePlace ? name : { ...name, properName: null };
  }

  /** «وقع البلدان خمس وثائق. ووقع الوزيران مذكرة …»: each was signed when and where the group was, unless it says when or where itself. */
  #ofGroups(
    agreements: readonly AgreementDraft[],
    kept: readonly Draft[],
    groups: ReadonlyMap<Draft, Draft>,
  ): AgreementDraft[] {
    return agreements.map((each, i) => {
      const group = kept[i] && groups.get(kept[i]);
      if (!group) return each;
      const { entity } = each;
      const [date, place] = [this.#circumstances.date(group, false), this.#circumstances.saidPlace(group)];
      return { ...each, entity: { ...entity, date: entity.date ?? date, place: entity.place ?? place } };
    });
  }

  /**
   * «… خمس وثائق. ووقع الوزيران مذكرة …، فيما وقع الوزيران …»: documents that the next sentences say were signed, with no other day than the
   * group's, are those of the group.
   */
  #signedBeside(group: Draft, drafts: readonly Draft[]): Draft[] {
    const told = group.mentions.find(({ name }) => !this.#isTitle(name))?.name;
    if (!told) return [];
    return drafts.filter((draft) => {
      const first = draft.mentions.find(({ name }) => !this.#isTitle(name))?.name;
      if (draft.group || !first || !draft.has('signed') || draft.date !== null || draft.year !== null) return false;
      const behind = first.sentence - told.sentence;
      const called = [...group.heads].some((head) => head.any || draft.heads.has(head));
      return called && behind >= 0 && behind <= MEMBER_SENTENCES && first.first > told.first;
    });
  }

  /** «تم التوقيع على: 1- … 2- …»: items of a list were signed when and where the news says that «اتفاقيات» were. */
  #listed(agreements: AgreementDraft[], kept: readonly Draft[], drafts: readonly Draft[]): AgreementDraft[] {
    const [news, other] = this.#newsOf(drafts);
    if (news === undefined || other !== undefined) return agreements;
    const date = this.#circumstances.date(news, false);
    const place = this.#circumstances.saidPlace(news);
    return agreements.map((each, i) => {
      if (!kept[i] || !isSignedItem(kept[i]) || each.entity.date !== null || each.entity.place !== null) return each;
      return { ...each, entity: { ...each.entity, date, place } };
    });
  }

  /** «مراسم التوقيع على اتفاقيات»: groups that the article is the news of; items of a list are their members. */
  #newsOf(drafts: readonly Draft[]): Draft[] {
    return drafts.filter((draft) => draft.group && this.#circumstances.isNews(draft));
  }

  /** «… بتوقيع عدد من المذكرات» in the headline: of several whose number it does not say, two that the body names are signed. */
  #namedBelow(group: Draft, drafts: readonly Draft[]): boolean {
    if (
      !group.mentions.every(({ name }) => this.#isTitle(name) && this.#view.tokens[name.first - 1]?.kind !== 'number')
    )
      return false;
    const members = drafts.filter(
      (draft) => !draft.group && draft.has('signed') && [...draft.heads].some((head) => group.heads.has(head)),
    );
    return members.length > 1;
  }

  /** «كما وقع …», «ووقعا كذلك …», «وفي ذات المراسم وقع …»: what the sentence before tells of the day and the place of signing holds here. */
  #together(agreements: AgreementDraft[], drafts: readonly Draft[]): AgreementDraft[] {
    const signedIn = new Map<number, number>();
    for (const [i, draft] of drafts.entries())
      for (const { state, mention } of draft.acts)
        if (state === 'signed' && !signedIn.has(mention.sentence)) signedIn.set(mention.sentence, i);
    for (const [sentence, i] of [...signedIn].sort(([a], [b]) => a - b)) {
      const before = [1, 2, 3].find((back) => signedIn.has(sentence - back)) ?? 1;
      const [agreement, other] = [agreements[i], agreements[signedIn.get(sentence - before) ?? -1]];
      if (!agreement || !other || other === agreement || !this.#goesOn(sentence)) continue;
      // «وفي اليوم نفسه …» is that of the sentence before; «كما وقع …» may come behind what was said at the ceremony.
      if (before > 1 && this.#onTheSameDay(sentence)) continue;
      const { entity } = agreement;
      const said = drafts[i] ? this.#circumstances.saidPlace(drafts[i]) : null;
      const place = this.#onTheSameDay(sentence) ? entity.place : (said ?? other.entity.place ?? entity.place);
      agreements[i] = { ...agreement, entity: { ...entity, date: entity.date ?? other.entity.date, place } };
    }
    return agreements.map((agreement, i) => this.#onTheDayOf(agreement, i, agreements, drafts));
  }

  /** «… مذكرة أمنية، في اليوم ذاته الذي وقع فيه فلان مذكرة أخرى»: on the day of the one before it in the sentence. */
  #onTheDayOf(
    agreement: AgreementDraft,
    i: number,
    agreements: readonly AgreementDraft[],
    drafts: readonly Draft[],
  ): AgreementDraft {
    const act = drafts[i]?.acts.find(
      ({ state, token, from }) => state === 'signed' && this.#sameDayBefore(token, from),
    );
    if (agreement.entity.date !== null || !act) return agreement;
    const before = drafts.findLastIndex(({ acts }, j) =>
      acts.some(
        ({ state, mention, token }) =>
          j !== i && state === 'signed' && mention.sentence === act.mention.sentence && token < act.token,
      ),
    );
    const date = agreements[before]?.entity.date ?? null;
    return { ...agreement, entity: { ...agreement.entity, date } };
  }

  #sameDayBefore(token: number, from: number): boolean {
    const words = Array.from({ length: Math.min(4, token - from) }, (_, back) => this.#view.word(token - 1 - back));
    return /(^| )(ذاته|نفسه) اليوم|اليوم (نفس|ذات)( |$)/.test(words.join(' '));
  }

  /** Whether a sentence opens with words that go on telling of one ceremony. */
  #goesOn(sentence: number): boolean {
    const from = this.#view.sentences[sentence]?.from ?? 0;
    if (/^و?كما$/.test(this.#view.word(from))) return this.#view.event(from + 1)?.state === 'signed';
    if (this.#view.event(from)?.state === 'signed')
      for (let i = from + 1; i < from + ALSO; i++) if (/^(كذلك|ايضا)$/.test(this.#view.word(i))) return true;
    const at = /^[وف]?في$/.test(this.#view.word(from)) ? from + 1 : from;
    return (
      this.#onTheSameDay(sentence) ||
      (/^([وف]?ب?)(ذات|نفس)$/.test(this.#view.word(at)) &&
        /^(المراسم|المراسيم|المناسبه|الحفل)$/.test(this.#view.word(at + 1)))
    );
  }

  /** «وفي اليوم نفسه وقعت …». */
  #onTheSameDay(sentence: number): boolean {
    const from = this.#view.sentences[sentence]?.from ?? 0;
    const words = [from, from + 1, from + 2].map((i) => this.#view.word(i)).join(' ');
    return /^[وف]?في (اليوم (نفسه|ذاته)|(نفس|ذات) اليوم)$/.test(words);
  }

  /** «المذكرة "تكمل المحضر الأمني الموقع عام 2023"»: what carries on another is of the same parties, where only one of the two says whose. */
  #ofRelated(agreements: readonly AgreementDraft[]): AgreementDraft[] {
    const partiesOf = agreements.map(({ entity }) => entity.parties);
    for (const [i, { entity }] of agreements.entries()) {
      for (const { relation, agreement } of entity.relations) {
        const other = agreement - this.#known.entities.length;
        const [own = [], its = []] = [partiesOf[i], partiesOf[other]];
        if (relation === 'implements') continue;
        if (its.length < 2 && own.length > 1 && its.every((party) => own.includes(party))) partiesOf[other] = own;
        else if (own.length < 2 && its.length > 1 && own.every((party) => its.includes(party))) partiesOf[i] = its;
      }
    }
    return agreements.map((each, i) => ({ ...each, entity: { ...each.entity, parties: partiesOf[i] ?? [] } }));
  }

  /** An agreement told of «الزيارة» was signed where the news says that another of the same parties was. */
  #placed(
    agreement: AgreementDraft,
    draft: Draft | undefined,
    drafts: readonly Draft[],
    described: readonly AgreementDraft[],
  ): AgreementDraft {
    if (!draft || agreement.entity.place !== null || !this.#circumstances.isOfTheVisit(draft)) return agreement;
    const key = agreement.entity.parties.join();
    const near = described.slice(0, NAMES_PER_SENTENCE);
    const news = near.find(
      ({ entity }, i) =>
        entity.place !== null && entity.parties.join() === key && drafts[i] && this.#circumstances.isNews(drafts[i]),
    );
    return news ? { ...agreement, entity: { ...agreement.entity, place: news.entity.place } } : agreement;
  }

  /** Somebody's, and not only «اتفاق على …» of parties nobody names: agreeing, not a document. */
  #isAgreement(draft: Draft): boolean {
    if (draft.properName !== null) return true;
    const parties = this.#parties.of(draft);
    if (draft.mentions.every(({ name }) => this.#isSport(name)) || isAnyDocument(draft)) return false;
    // «أما اتفاق السلام مع الحركة في 2005 ف…»: with nobody that the article says more of.
    if (parties.length === 0)
      return (
        draft.mentions.some(({ name }) => name.contrasted && name.year !== null) ||
        // «… باتفاق المقايضة الذي وقع ببغداد في 11 تموز»: one that is known, with the day of its signing.
        draft.acts.some(
          ({ state, date, token, mention }) =>
            state === 'signed' && date !== null && token >= mention.next && mention.definite && !mention.bare,
        )
      );
    if (parties.length !== 1) return parties.length > 1;
    // «وقع المدير فلان والرئيس علان اتفاقا»: of one of them the article does not say for whom.
    if (draft.acts.some(({ state, signatories }) => state === 'signed' && signatories.length > 1)) return true;
    return draft.mentions.some(
      ({ name }) =>
        !name.head.any || name.telling || name.year !== null || name.definite || this.#view.word(name.next) === 'مع',
    );
  }

  /** «توصل النادي إلى اتفاق مع المدرب …»: a contract, in a sentence without any official. */
  #isSport({ head, sentence: index, first, next }: NamedAgreement): boolean {
    // «الصفقة بين النادي والاتحاد»: in news of sport a deal is one of sport.
    if (head.onlyWith.size > 0) return this.#isSportNews();
    if (!head.any) return false;
    const sentence = this.#view.sentences[index];
    if (!sentence) return false;
    let sport = false;
    let coach: MentionFact | null = null;
    for (let i = Math.max(sentence.from, first - SPORT_WINDOW); i < Math.min(sentence.to, next + SPORT_WINDOW); i++) {
      const isSport = isSportWord(this.#view.word(i));
      const office = this.#view.mentionAt(i, 'office');
      // «المدرب التونسي» holds no office of state.
      if (isSport && office !== null) coach = office;
      if (office !== null && office !== coach) return false;
      sport ||= isSport;
    }
    return sport;
  }

  /** Whether the article speaks of sport again and again; looked at once, however many deals it names. */
  #isSportNews(): boolean {
    this.#sportWords ??= this.#view.tokens.filter((_, i) => isSportWord(this.#view.word(i))).length;
    return this.#sportWords >= SPORT_NEWS;
  }

  /** «بيان مشترك بعد الاجتماع» in the headline, a line of it or the lead; «لن توقع مصر اتفاقية الغاز» in the headline. */
  #mayPrecede(name: NamedAgreement): boolean {
    const { before = 0 } = this.#view.sentences[name.sentence] ?? {};
    return this.#isTitle(name) || (before < LEAD_SENTENCES && !name.definite) || this.#isHeading(name);
  }

  #isTitle({ sentence }: NamedAgreement): boolean {
    return this.#view.sentences[sentence]?.isTitle === true;
  }

  /** A line of its own between paragraphs: «اتفاق أمني مع كييف». */
  #isHeading({ sentence }: NamedAgreement): boolean {
    const { isTitle = true, before = 0 } = this.#view.sentences[sentence] ?? {};
    return !isTitle && this.#view.sentences[sentence + 1]?.before === before;
  }

  /** Names in the headline that were left open belong to the first agreement of the body that they fit. */
  #takeHeadlines(headlines: NamedAgreement[], draft: Draft): void {
    for (const headline of headlines.splice(0)) {
      const below = (draft.mentions[0]?.name.sentence ?? 0) - headline.sentence;
      if (headline.bare || (this.#isHeading(headline) && below > HEADED_SENTENCES)) continue;
      if (this.#coreference.fits({ ...headline, apart: null }, [], headline.year, draft)) draft.precede(headline);
      else headlines.push(headline);
    }
  }

  /** «… مذكرات تفاهم، منها مذكرة في مجال …»: the first member, or one joined to a member. */
  #isMember(group: NamedAgreement, name: NamedAgreement, before: NamedAgreement | undefined): boolean {
    if (name.number !== 'one') return false;
    if (before !== group && name.joined) return true;
    for (let i = group.next; i < name.first; i++)
      if (this.#view.tokens[i]?.norm === ':' || memberWords.has(this.#view.word(i).replace(/^[وف](?=.{3})/, '')))
        return true;
    return false;
  }

  /** Whether a name that points back to nothing is an agreement by itself. */
  #introduces(name: NamedAgreement, acts: readonly Act[]): boolean {
    const states = acts.flatMap(({ state }) => state ?? []);
    if (name.number !== 'one')
      // A group is one where something is done with it; «الاتفاقيات» in general are none.
      return name.definite && !name.counted
        ? false
        : states.includes('signed') || (name.counted && states.includes('planned'));
    if (states.length > 0)
      return (
        name.head.plain ||
        !name.bare ||
        acts.some(({ event, state }) => state === 'signed' || state === 'planned' || event.pronoun)
      );
    // «لن يوقع الأردن اتفاقية المياه بين البلدين»: a plan that is known by name and parties.
    const known = name.definite && !name.indefinite && name.head.plain && name.subjects.length > 0;
    const sides = name.parties.length > 1 || this.#view.word(name.next) === 'مع';
    if (known && sides && acts.some(({ event }) => isSigning(event))) return true;
    if (acts.some(({ event }) => event.form !== 'noun')) return false; // denied or only wished for
    if (name.properName !== null || name.year !== null) return name.head.plain || name.telling;
    if (name.bare) return false;
    // An existing document: «بموجب اتفاقية التعاون بين البلدين»; an indefinite one that nothing is said of may not exist.
    return (
      name.definite &&
      (!name.indefinite || name.parties.length > 1 || this.#view.word(name.next) === 'مع') &&
      (name.head.plain ? name.subjects.length > 0 || name.telling || name.parties.length > 1 : name.telling)
    );
  }

  /**
   * «اتفاقية السلام المعروفة باتفاقية شنقاف», «معاهدة الحدود المبرمة عام 1975 والمعروفة باسم اتفاقية شنقاف»: two names of one document.
   */
  #isAlias(name: NamedAgreement, other: NamedAgreement): boolean {
    const view = this.#view;
    if (other.sentence !== name.sentence) return false;
    const called = view.word(other.first - 1) === 'باسم' ? other.first - 2 : other.first - 1;
    if (!calledWords.has(view.word(called).replace(/^و(?=.{4})/, ''))) return false;
    let at = name.next;
    if (view.event(at)?.form === 'participle') at = view.behindPlaceAndTime(at + 1);
    if (view.tokens[at]?.norm === '،') at++;
    if (/^و?(التي|الذي)$/.test(view.word(at))) at++;
    return at === called;
  }

  /**
   * «ويعود الاتفاق إلى 19 آذار الماضي، حين وقع فلان وفلان محضرا أمنيا», «المذكرة، وهي اتفاق إطاري»: what an agreement goes back to, or is,
   * is that agreement, whatever noun each is called by.
   */
  #isOriginOf(name: NamedAgreement, other: NamedAgreement): boolean {
    const view = this.#view;
    if (other.sentence !== name.sentence || !name.definite || other.definite || other.number !== 'one') return false;
    if (/^و?ه[وي]$/.test(view.word(other.first - 1)))
      return other.first - 2 === name.next && view.tokens[name.next]?.norm === '،';
    if (!goesBackWords.has(view.word(name.first - 1).replace(/^[وف](?=.{3})/, ''))) return false;
    if (view.word(name.next) !== 'الي') return false;
    for (let i = name.next + 1; i < other.first; i++)
      if (/^(حين|عندما|يوم|حيث)$/.test(view.word(i))) return view.event(i + 1)?.state === 'signed';
    return false;
  }

  /** «2- بروتوكول في مجال النقل. وقعه فلان وعلان.»: an item of a list with who signed it. */
  #isSignedItem(name: NamedAgreement, after: NamedAgreement | undefined): boolean {
    if (!name.item || name.number !== 'one') return false;
    return this.#signatories.below(name, after?.sentence ?? this.#view.sentences.length) !== null;
  }

  #signedBelow(draft: Draft, name: NamedAgreement, until: number): void {
    const signing = this.#signatories.below(name, until);
    const sentence = signing && this.#view.sentences[signing.sentence];
    if (!signing || !sentence) return;
    draft.act({
      state: 'signed',
      event: SIGNED_BELOW,
      token: signing.token,
      mention: { ...name, sentence: signing.sentence, first: signing.token, next: signing.token + 1 },
      signatories: signing.signatories,
      date: null,
      from: sentence.from,
      to: sentence.to,
    });
  }

  /** «مذكرة التفاهم التي وقعها البلدان عام 2018», «وقع البلدان عام 2018 مذكرة»: the year of signing that the sentence gives. */
  #yearOf(name: NamedAgreement, acts: readonly Act[]): string | null {
    const entry = this.#view.entryDate(name.sentence);
    if (entry && acts.some(reached)) return /^\d{4}/.exec(entry.value)?.[0] ?? null;
    for (const { token, state, date } of acts) {
      const told = state === 'signed' || (state === 'announced' && token >= name.next);
      if (!told || date === null || date.relative) continue;
      if (token >= name.next || this.#known.date === null || !date.value.startsWith(this.#known.date.value.slice(0, 4)))
        return /^\d{4}/.exec(date.value)?.[0] ?? null;
    }
    return null;
  }

  #describe(draft: Draft, drafts: readonly Draft[]): AgreementDraft {
    const names = draft.mentions.map(({ name }) => name);
    const type = typeOf(names);
    const states = this.#states(draft);
    const history = draft.properName !== null || draft.year !== null;
    const reached = states.some(({ state }) => state !== 'planned' && state !== 'negotiated');
    const parties = this.#parties.of(draft);
    const entity: AgreementFact = {
      kind: 'agreement',
      type,
      title: this.#title(names, type),
      properName: draft.properName,
      parties,
      signatories: this.#signatoriesOf(draft),
      place: reached ? this.#circumstances.place(draft, parties) : null,
      date: reached ? this.#circumstances.date(draft, history) : null,
      states,
      subjects: [...new Set(names.flatMap(({ subjects }) => subjects))].sort(),
      topics: topicsOf(this.#view, names),
      relations: this.#relations(draft, drafts),
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
    const last = this.#view.tokenAt(name.end - 1);
    for (const kind of ['organization', 'place', 'office', 'person'] as const) {
      const mention = this.#view.mentionAt(last, kind);
      if (mention && mention.end > end && mention.start > name.start) end = Math.min(end, mention.start);
    }
    while (end > name.start && /\s/.test(this.#known.text[end - 1] ?? '')) end--;
    return { start: name.start, end };
  }

  #title(names: readonly NamedAgreement[], type: AgreementType): string {
    const telling = names.filter(({ head }) => head.type === type);
    let best = telling[0] ?? names[0];
    for (const name of telling) if (best && name.words > best.words) best = name;
    if (!best) return '';
    // «تنفيذا للاتفاق النووي»: the article that لل hides.
    const article = this.#known.text.slice(best.start - 2, best.start) === 'لل' ? 'ال' : '';
    return nominative(article + clean(this.#known.text.slice(best.start, best.end)));
  }

  /** The states in the order of an agreement's life, each with its first evidence; an existing document was signed. */
  #states(draft: Draft): AgreementFact['states'] {
    const first = new Map<AgreementState, Act>();
    const isOfTwo = this.#parties.of(draft).length === 2;
    for (const act of draft.acts) {
      // Who withdraws from a treaty of many does not end it.
      if (act.state === 'ended' && !isOfTwo && WITHDRAWAL.test(this.#view.word(act.token))) continue;
      if (act.state !== null && !first.has(act.state)) first.set(act.state, act);
    }
    const states = LIFE.flatMap((state) => {
      const act = first.get(state);
      if (!act) return [];
      const date = state === 'negotiated' ? null : (act.date?.value ?? act.mention.year);
      return [{ state, date, evidence: evidenceOf(this.#view, act) }];
    });
    if (states.length > 0) return states;
    // «لن يوقع الأردن الاتفاقية»: not signed yet, whatever else is said of it.
    const refused = draft.acts.find(({ state, event, mention }) => state === null && isSigning(event) && !mention.year);
    if (refused && draft.properName === null)
      return [{ state: 'planned', date: null, evidence: evidenceOf(this.#view, refused) }];
    const name = draft.mentions[0]?.name;
    return name
      ? [{ state: 'signed', date: name.year, evidence: { start: name.start, end: name.end }, presumed: true }]
      : [];
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

  /** Agreements that this one carries out, amends or follows: named behind it in one sentence, «تنفيذ» or the like between. */
  #relations(draft: Draft, drafts: readonly Draft[]): AgreementFact['relations'] {
    this.#bySentence ??= this.#sentencesOf(drafts);
    const found = new Map<LocalIndex, AgreementFact['relations'][number]>();
    for (const { name } of draft.mentions) {
      for (const { name: target, index } of this.#bySentence.get(name.sentence) ?? []) {
        if (drafts[index] === draft || target.first < name.next || target.first - name.next > RELATED_WINDOW) continue;
        const relation = this.#coreference.linked(name, target);
        const agreement = this.#known.entities.length + index;
        if (relation !== null && !found.has(agreement))
          found.set(agreement, { relation, agreement, evidence: { start: name.start, end: target.end } });
      }
    }
    return [...found.values()].sort((a, b) => a.agreement - b.agreement);
  }

  #sentencesOf(drafts: readonly Draft[]): Map<number, { name: NamedAgreement; index: number }[]> {
    const sentences = new Map<number, { name: NamedAgreement; index: number }[]>();
    for (const [index, { mentions }] of drafts.entries()) {
      for (const { name } of mentions) {
        const list = sentences.get(name.sentence) ?? [];
        if (list.length < NAMES_PER_SENTENCE) list.push({ name, index });
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
      const from = Math.max(sentence.from, name.first - PARTICIPANT_WINDOW);
      const to = Math.min(sentence.to, name.next + PARTICIPANT_WINDOW);
      for (const { person } of this.#view.persons(from, to)) if (found.size < MOST_PARTICIPANTS) found.add(person);
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** The year of the article's date, else the latest that it names before what is to come. */
function yearOfNews({ date, dates }: KnownArticle): string | null {
  if (date !== null) return date.value.slice(0, 4);
  const years = dates.flatMap(({ value }) => /^\d{4}/.exec(value)?.[0] ?? []);
  return years.sort().at(-1) ?? null;
}

/** «لن توقع», not «التوقيع على». */
const isSigning = ({ state, form }: Act['event']): boolean =>
  state === 'signed' && (form === 'imperfect' || form === 'future');

/** «تنسحب من», «انسحاب … من». */
const WITHDRAWAL = /نسحب|نسحاب/;

const isSportWord = (word: string): boolean => sportWords.has(word.replace(/^[وفبل]?(ال|لل)?(?=.{3})/, ''));

/** «توقيع وثيقة إحالة», «وثيقة سياسية جديدة»: a document that nothing makes an agreement of several. */
const isAnyDocument = (draft: Draft): boolean =>
  draft.mentions.every(
    ({ name }) =>
      name.head.type === 'document' && !name.telling && name.parties.length < 2 && name.sides < 2 && name.year === null,
  ) &&
  !draft.acts.some(({ state, event, signatories }) => state === 'signed' && (event.many || signatories.length > 1));

const isSignedItem = (draft: Draft): boolean => draft.has('signed') && draft.mentions.some(({ name }) => name.item);

/** The most telling noun: «محضر» says more than «وثيقة», that more than «اتفاق». */
function typeOf(names: readonly NamedAgreement[]): AgreementType {
  const particular = names.find(({ head }) => !head.any)?.head.type;
  if (particular) return particular;
  return names.some(({ head }) => head.type === 'agreement') ? 'agreement' : 'document';
}
