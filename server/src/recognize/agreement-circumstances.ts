/** When and where an agreement was signed or announced: said beside the act, else with the journey or the news itself. */
import {
  ceremonyWords,
  clauseWords,
  contentVerbs,
  encounterWords,
  fieldWords,
  visitWords,
} from '../lexicon/agreements.ts';
import { nisba } from '../lexicon/geography.ts';
import type { DateFact } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { type Act, type Draft, reached } from './agreement-drafts.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { ArticleView } from './agreement-view.ts';
import type { AgreementFact, CountryCode, LocalIndex } from './facts.ts';

/** Where the place and the date of an event stand around it, in tokens. */
const CIRCUMSTANCE_WINDOW = 14;
/** «الموقعة عام 1975» behind a name. */
const PARTICIPLE_WINDOW = 5;
/** «في القاهرة» right behind an act. */
const RIGHT_BEHIND = 2;
/** Length of a full date. */
const DAY = 10;
/** «لعام 1975» behind a name. */
const NAME_YEAR_WINDOW = 3;
/** The place that a verb of travel leads to. */
const JOURNEY_WINDOW = 12;
/** «… إلى بغداد في نيسان الماضي»: in so many tokens; and a visit is news for so many days. */
const JOURNEY_DATE = 4;
const VISIT_DAYS = 7;
const MS_PER_DAY = 86_400_000;
/** A state is where it was signed only so near the act or the name. */
const STATE_WINDOW = 5;
/** «الزيارة» before the noun or verb of signing. */
const VISIT_WINDOW = 4;
/** Between the verb and its object who signs may stand besides. */
const VISIT_BEHIND = 10;
/** Of a text that tells of many journeys the first are enough. */
const MOST_JOURNEYS = 40;
/** The title and so many sentences of prose tell the news. */
const LEAD_SENTENCES = 2;
/** A place so near before the article's date, in code units, is where it was written: «بكين 10 مارس 2023». */
const DATELINE = 40;

/** Nouns before the name of a city, alone and behind ب. */
const CITY = /^(العاصمه|مدينه|المدينه|بلده|قصر|منتجع)$/;
const CITY_WITH_PARTICLE = /^ب(العاصمه|مدينه|المدينه|بلده|قصر|منتجع)$/;
/** Before a date that is no day of an act. */
const SINCE = new Set(['منذ', 'حتي']);
/** «استضافته», «احتضنتها»: the city behind it is where. */
const HOSTED = /^(ت?استضافت|تستضيف|احتضنت|تحتضن)(ه|ها|هما)$/;

interface Journey {
  readonly place: LocalIndex;
  readonly type: string;
  readonly country: CountryCode | null;
  readonly sentence: number;
  /** Token of the place. */
  readonly at: number;
  /** Another day than the days before the article is said behind it: «زيارته إلى بغداد في نيسان الماضي». */
  readonly past: boolean;
}

export class Circumstances {
  readonly #view: ArticleView;
  readonly #articleDate: AgreementFact['date'];
  #journeyList: readonly Journey[] | null = null;

  constructor(view: ArticleView, articleDate: AgreementFact['date']) {
    this.#view = view;
    this.#articleDate = articleDate;
  }

  /**
   * The date expression nearest to the act at token `token` of the agreement `name`, among tokens `from` up to `to`; what stands behind
   * an act told behind the name comes first («معاهدة 1950، التي أنهتها … عام 1969»), and between act and name is near enough.
   */
  dateNear(token: number, name: NamedAgreement, from: number, to: number): DateFact | null {
    const entry = this.#view.entryDate(name.sentence);
    if (entry) return entry;
    const behind = token >= name.next;
    const forward = this.#firstDate(token + 1, Math.min(to, this.#reach(token + 1)), 1, behind);
    // «التقاه في 5 مايو وأكد أن الاتفاقية الموقعة …»: what stands before the name of a participle is another verb's.
    const own = behind && this.#view.event(token)?.form === 'participle' ? name.first : from;
    const before = this.#firstDate(token - 1, Math.max(own, this.#reachBack(token)) - 1, -1);
    // «أعلن أمس إلغاء المذكرة التي أبرمتها …»: a day reckoned from the news before the name is of the main clause.
    const ofMain = before?.date.relative && before.at < name.first && this.#isRelativeClause(token, name);
    // «شنقاف 28 سبتمبر 2012 – وقع الوزيران أمس …»: when it was written, where the sentence says when they signed.
    const written = forward !== null && before?.date.start === this.#articleDate?.start;
    const backward = ofMain || written ? null : before;
    if (forward && (behind || !backward || forward.at - token <= token - backward.at)) return forward.date;
    if (backward && !(behind && backward.at < name.next + NAME_YEAR_WINDOW && name.year !== null)) return backward.date;
    if (behind) return null;
    const between = this.#firstDate(name.first - 1, Math.max(token, name.first - CIRCUMSTANCE_WINDOW), -1);
    return (between ?? this.#firstDate(name.next, Math.min(to, name.next + CIRCUMSTANCE_WINDOW), 1))?.date ?? null;
  }

  /** «التي أبرمتها», «الذي تم التوصل إليه» behind the name. */
  #isRelativeClause(token: number, name: NamedAgreement): boolean {
    return [1, 2, 3].some((back) => token - back >= name.next && isRelative(this.#view.word(token - back)));
  }

  /** `relative`: the act stands in a relative clause of the name. */
  #firstDate(from: number, to: number, step: 1 | -1, relative = false): { date: DateFact; at: number } | null {
    for (let i = from; step > 0 ? i < to : i > to; i += step) {
      // «وقعت … اتفاقا في 2020، بينما أبرم اتفاق …»: the date of the other clause.
      if (step < 0 && /^(بينما|فيما|لكن|كما)$/.test(this.#view.word(i))) return null;
      // «… على أن يبدأ السداد في أكتوبر».
      if (step > 0 && this.#view.word(i) === 'ان' && this.#view.word(i - 1) === 'علي') return null;
      // «التي أبرمتها مصر مع الإقليم، الذي استقل عام 1991»: the date of another clause.
      if (relative && isRelative(this.#view.word(i))) return null;
      const date = this.#view.dateAt(i);
      // «في أول لقاء منذ 2016، ووقع الرجلان بيانا»: since when, and not when.
      if (step < 0 && date && SINCE.has(this.#view.word(this.#view.tokenAt(date.start) - 1))) continue;
      if (date) return { date, at: i };
    }
    return null;
  }

  /** Where the circumstances of an act end at the latest: the names and offices of those who sign are not counted. */
  #reach(from: number): number {
    let end = from;
    for (let counted = 0; counted < CIRCUMSTANCE_WINDOW && end < from + 3 * CIRCUMSTANCE_WINDOW; end++)
      if (!this.#view.inside(end, ['person', 'office'])) counted++;
    return end;
  }

  #reachBack(from: number): number {
    let start = from;
    for (let counted = 0; counted < CIRCUMSTANCE_WINDOW && start > from - 3 * CIRCUMSTANCE_WINDOW; start--)
      if (!this.#view.inside(start - 1, ['person', 'office'])) counted++;
    return start;
  }

  /** When it was signed or announced: said beside the act, else the article's date if its news is the act. `history`: it is an old one. */
  date(draft: Draft, history: boolean): AgreementFact['date'] {
    const acts = actsOf(draft);
    for (const act of acts) {
      const date = this.dateNear(act.token, act.mention, act.from, act.to);
      // What is still to come when it is told was not then.
      if (date && this.#articleDate !== null && date.value > `${this.#articleDate.value}~`) continue;
      if (date && !date.value.startsWith('X')) {
        // «… عام 1993، وأنهت الحرب بتوقيع اتفاق جدة الذي وقعه … في 16 سبتمبر 2018»: of what is said of one name the day.
        const { start, end, value } = this.#exacter(date, act, acts);
        return { start, end, value };
      }
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
    // Old ones are told in the perfect, or by their name.
    const news = acts.filter((act) => this.#isNews(act) && (!history || act.event.form === 'imperfect'));
    if (news.length > 0) return this.#dayOfNews();
    const ofNews = history ? undefined : acts.find((act) => this.#isOfTheNews(act));
    return ofNews ? this.#dayOfVisit(ofNews) : null;
  }

  /**
   * «التقى أمس نظيره … ووقعا عقب اللقاء …»: the day that the paragraph of an act has reckoned from the article's, else that of the news; none
   * where the paragraph tells of another time («زار طهران العام الماضي ووقع خلال الزيارة …»).
   */
  #dayOfVisit({ from, token, mention }: Act): AgreementFact['date'] {
    const paragraph = this.#view.sentences[mention.sentence]?.paragraph;
    let start = from;
    for (let i = mention.sentence; this.#view.sentences[i]?.paragraph === paragraph; i--)
      start = this.#view.sentences[i]?.from ?? start;
    for (let i = token - 1; i >= start; i--) {
      const date = this.#view.dateAt(i);
      if (!date) continue;
      if (this.#isBefore(date)) return null;
      if (date.relative) return date;
    }
    return this.#dayOfNews();
  }

  /** Whether a date lies further back than a visit that is news lasts, or is no day. */
  #isBefore(date: DateFact): boolean {
    const days = (Date.parse(this.#articleDate?.value ?? '') - Date.parse(date.value)) / MS_PER_DAY;
    return date.value.length < DAY || !(days <= VISIT_DAYS);
  }

  /** The day that the first sentence of prose reckons from the article's («عقد أمس جلسة … . وشهد الجانبان توقيع …»), else the article's. */
  #dayOfNews(): AgreementFact['date'] {
    const article = this.#articleDate;
    const lead = this.#view.sentences.find(({ isTitle, before, inLead }, i, all) => {
      return !isTitle && inLead && before === 0 && (all[i + 1]?.before ?? 1) > 0;
    });
    if (!lead || article === null) return article;
    for (let i = lead.from; i < lead.to; i++) {
      const date = this.#view.dateAt(i);
      if (date?.relative && date.value.length === DAY && date.value <= article.value) return date;
    }
    return article;
  }

  /** «ووقعا على هامش المراسم …», «وصدر في ختام المباحثات …»: with its article it is what the article is the news of. */
  #isOfTheNews(act: Act): boolean {
    return this.#wordsAround(act).some((word) => {
      const noun = /^[وفب]?(?:ال|لل)(.{3,})$/.exec(word)?.[1] ?? '';
      return encounterWords.has(noun) || ceremonyWords.has(noun);
    });
  }

  /** Words before a signing and between it and the name, where the visit stands. */
  #wordsAround({ from, to, token, mention }: Act): string[] {
    const end = Math.min(to, token < mention.first ? mention.first : token, token + VISIT_BEHIND + 1);
    const words: string[] = [];
    for (let i = Math.max(from, token - VISIT_WINDOW); i < end; i++) words.push(this.#view.word(i));
    return words;
  }

  #exacter(date: DateFact, { mention }: Act, acts: readonly Act[]): DateFact {
    if (date.value.length === DAY) return date;
    for (const act of acts) {
      if (act.mention !== mention || act.token < mention.next) continue;
      const other = this.dateNear(act.token, mention, act.from, act.to);
      if (other?.value.length === DAY && !other.value.startsWith('X')) return other;
    }
    return date;
  }

  /** Where its name or the words beside the act say that it was signed. */
  saidPlace(draft: Draft): LocalIndex | null {
    const named = draft.mentions.find(({ name }) => name.namePlace !== null)?.name.namePlace ?? null;
    for (const act of actsOf(draft)) {
      // «ووقع الاتفاقية في القاهرة …» of «اتفاقية تيران»: the act says where better than the name.
      if (named !== null && act.state !== 'signed') continue;
      const place = this.#placeNear(act, named !== null);
      if (place !== null) return place;
    }
    return named;
  }

  /** Where the words beside an act say that it was. */
  placeOfAct(act: Act): LocalIndex | null {
    return this.#placeNear(act);
  }

  /** Where it was signed: of «معاهدة لندن» its name, else «في طهران» beside the act, else where the journey it is told with led to. */
  place(draft: Draft, parties: readonly string[]): LocalIndex | null {
    const near = this.saidPlace(draft);
    if (near !== null) return near;
    const acts = actsOf(draft);
    if (acts.length === 0) return null;
    const heard = new Set(acts.map(({ mention }) => mention.sentence));
    const journeys = this.#journeys();
    const city = journeys.find(
      ({ type, country, past }) => type !== 'state' && country !== null && parties.includes(country) && !past,
    );
    const news = acts.some((act) => this.#isNews(act));
    const said = journeys.find(
      ({ sentence, at }) =>
        heard.has(sentence) && acts.some((act) => at < act.token && act.event.form !== 'participle'),
    );
    if (!news) return said?.place ?? null;
    return city?.place ?? said?.place ?? this.#datelinePlace(parties);
  }

  /** Whether the article is the news of an act. */
  #isNews({ event, mention, token }: Act): boolean {
    // «بعد يوم من توقيع اتفاقية», «منذ توقيع …»: what happened before the news.
    if (event.form === 'noun' && /^(من|منذ)$/.test(this.#view.word(token - 1))) return false;
    // «عاد النشاط تنفيذا للاتفاق الذي تم التوصل إليه …»: of one that is known.
    if (mention.definite && this.#isRelativeClause(token, mention)) return false;
    const { isTitle = false, before = 0 } = this.#view.sentences[mention.sentence] ?? {};
    return isTitle || (event.form !== 'participle' && before < LEAD_SENTENCES);
  }

  /** «وشهدت الزيارة توقيع …», «ووقعا على هامش الزيارة …»: it was signed where the visit is that is the news. */
  isOfTheVisit(draft: Draft): boolean {
    return actsOf(draft).some((act) =>
      this.#wordsAround(act).some((word) => encounterWords.has(word.replace(/^[وفب]?(ال|لل)/, ''))),
    );
  }

  /** Whether the article is the news of its signing or announcing. */
  isNews(draft: Draft): boolean {
    return actsOf(draft).some((act) => this.#isNews(act));
  }

  /** `behind`: only what stands right behind the act. */
  #placeNear(act: Act, behind = false): LocalIndex | null {
    const view = this.#view;
    const [from, to] = [
      // «التقيا بالعاصمة، وبحثا الاتفاقية الموقعة عام …»: what stands before a participle is another's.
      behind || act.event.form === 'participle' ? act.token : Math.max(act.from, act.token - CIRCUMSTANCE_WINDOW),
      behind
        ? Math.min(act.to, Math.max(act.token + 1, act.mention.next) + RIGHT_BEHIND)
        : Math.min(act.to, this.#reach(Math.max(act.token, act.mention.next))),
    ];
    // «كانت المحطة الأخيرة شنقاف، حيث صدر الإعلان».
    const comma = view.tokens[act.token - 2]?.norm === '،' ? 3 : 2;
    const before = view.word(act.token - 1) === 'حيث' ? view.mentionAt(act.token - comma, 'place') : null;
    if (before && !view.inside(act.token - comma, ['person', 'office', 'organization'])) {
      const type = view.placeType(before);
      if (type === 'city' || type === 'capital') return before.entity;
    }
    let state: LocalIndex | null = null;
    for (let i = from; i < to; i++) {
      const capital = this.#capitalAt(i);
      if (capital !== null && !this.#betweenOthers(act, i) && !this.#ofSomethingElse(i, act)) return capital;
      const mention = view.mentionAt(i, 'place');
      const token = view.tokens[i];
      if (!mention || !token || view.inside(i, ['person', 'office', 'organization'])) continue;
      const inIt = this.#isIn(i) || (mention.start > token.start && token.norm.startsWith('ب'));
      // «… في ختام اجتماع استضافته العاصمة …».
      const host = HOSTED.test(view.word(view.word(i - 1) === 'العاصمه' ? i - 2 : i - 1)) && i > act.token;
      if (host && view.placeType(mention) !== 'state') return mention.entity;
      if (!inIt || this.#betweenOthers(act, i) || this.#ofSomethingElse(i, act)) continue;
      const type = view.placeType(mention);
      if (type === 'city' || type === 'capital') return mention.entity;
      // «قطاع الكهرباء في العراق»: a state further off is where something else is.
      const near = Math.min(Math.abs(i - act.token), Math.abs(i - act.mention.next)) <= STATE_WINDOW;
      if (type !== null && view.country(mention) !== null && near) state ??= mention.entity;
    }
    return state;
  }

  /** «في [شنقاف]», «في العاصمة التركية [أنقرة]», «بمدينة [شنقاف]». */
  #isIn(i: number): boolean {
    const view = this.#view;
    if (view.word(i - 1) === 'في') return true;
    const noun = nisba(view.word(i - 1).replace(/^ال/, '')) === undefined ? i - 1 : i - 2;
    return (view.word(noun - 1) === 'في' && CITY.test(view.word(noun))) || CITY_WITH_PARTICLE.test(view.word(noun));
  }

  /** «في العاصمة التركية», «بالعاصمة العراقية» without its name: the capital, where the article names it elsewhere. */
  #capitalAt(i: number): LocalIndex | null {
    const view = this.#view;
    if (!(view.word(i) === 'بالعاصمه' || (view.word(i) === 'العاصمه' && view.word(i - 1) === 'في'))) return null;
    const country = nisba(view.word(i + 1).replace(/^ال/, ''));
    return country === undefined || view.mentionAt(i + 2, 'place') !== null ? null : view.capitalOf(country);
  }

  /** «بين وزارتي الصحة في تونس وليبيا», «قطاع النقل في مصر»: the place says which. */
  #ofSomethingElse(place: number, act: Act): boolean {
    for (let i = place - 2; i >= place - 1 - STATE_WINDOW && i >= act.from; i--) {
      const word = this.#view.word(i);
      // «… بين مصر وليبيا في القاهرة»: who belongs to the name.
      if (i >= act.mention.first && i < act.mention.next) continue;
      if (word === 'بين') return !this.#sidesNamed(i, place);
      if (fieldWords.has(word)) return true;
      if (word === '' || this.#view.event(i)) return false;
    }
    return false;
  }

  /** «المبرمة بين تونس وليبيا في شنقاف»: two sides between «بين» and a town, which is neither's. */
  #sidesNamed(between: number, place: number): boolean {
    const view = this.#view;
    const mention = view.mentionAt(place, 'place');
    if (mention === null || view.placeType(mention) === 'state' || view.word(place - 1) !== 'في') return false;
    const sides = new Set<string>();
    for (let i = between + 1; i < place - 1; i++) {
      const side = view.sideAt(i);
      if (side !== null) sides.add(side);
    }
    return sides.size > 1;
  }

  /** Whether another verb stands between an act and a place: then the place is that verb's. */
  #betweenOthers(act: Act, place: number): boolean {
    const [from, to] = [Math.min(act.token, place), Math.max(act.token, place)];
    for (let i = from + 1; i < to; i++) {
      if (i >= act.mention.first && i < act.mention.next) continue;
      const word = this.#view.word(i);
      if (clauseWords.has(word) || word === 'ان' || contentVerbs.has(word)) return true;
      if (!this.#view.event(i) && this.#view.verb(i)) return true;
    }
    return false;
  }

  /** «بكين 10 مارس 2023», «عمان – 5 أيار 2020 (وكالة …)»: a city of the parties right before the article's date. */
  #datelinePlace(parties: readonly string[]): LocalIndex | null {
    const view = this.#view;
    const date = this.#articleDate;
    if (date === null) return null;
    for (let i = view.tokenAt(date.start) - 1; i >= 0; i--) {
      const token = view.tokens[i];
      if (!token || date.start - token.start > DATELINE || view.tokens[i + 1]?.newLine) return null;
      const place = view.mentionAt(i, 'place');
      const country = place && view.country(place);
      if (place && country && parties.includes(country) && view.placeType(place) !== 'state') return place.entity;
    }
    return null;
  }

  /** Whether a day further back than a visit lasts, or only a month or year, stands right behind the place at `at`. */
  #isPast(at: number, to: number): boolean {
    for (let i = at + 1; i < to && i <= at + JOURNEY_DATE; i++) {
      const date = this.#view.dateAt(i);
      if (date && this.#articleDate !== null) return this.#isBefore(date);
    }
    return false;
  }

  /** Where someone went: «زار بغداد», «وصوله إلى طهران», «زيارتين للصين». */
  #journeys(): readonly Journey[] {
    if (this.#journeyList !== null) return this.#journeyList;
    const view = this.#view;
    const found: Journey[] = [];
    for (const [sentence, { from, to }] of view.sentences.entries()) {
      for (let i = from; i < to && found.length < MOST_JOURNEYS; i++) {
        const word = view.word(i);
        if (!visitWords.has(word) && !visitWords.has(word.replace(/^[وفبل]/, ''))) continue;
        for (let at = i + 1; at < to && at <= i + JOURNEY_WINDOW; at++) {
          // «لدى وصوله إن اللجنة ستجتمع في …»: another clause.
          if (clauseWords.has(view.word(at)) || view.event(at)) break;
          const mention = view.inside(at, ['person', 'office', 'organization']) ? null : view.mentionAt(at, 'place');
          const type = mention && view.placeType(mention);
          if (!mention || !type) continue;
          found.push({
            place: mention.entity,
            type,
            country: view.country(mention),
            sentence,
            at,
            past: this.#isPast(at, to),
          });
          break;
        }
      }
    }
    this.#journeyList = found;
    return found;
  }
}

const isRelative = (word: string): boolean => /^(الذي|التي)$/.test(word);

/** The acts that made it, those of signing before those of announcing. */
function actsOf(draft: Draft): Act[] {
  const acts = draft.acts.filter(reached);
  const signed = acts.filter(({ state }) => state === 'signed');
  return [...signed, ...acts.filter(({ state }) => state !== 'signed')];
}

/** The stretch of an act and the name it is said of. */
export function evidenceOf(view: ArticleView, { token, mention }: Act): Span {
  const [from, to] = [Math.min(token, mention.first), Math.max(token + 1, mention.next)];
  return { start: view.tokens[from]?.start ?? 0, end: view.tokens[to - 1]?.end ?? 0 };
}
