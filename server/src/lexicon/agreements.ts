/** What the words around agreements mean: nouns for documents, verbs of their life, subjects. Data: agreements.json. */
import { fold } from '../text/fold.ts';
import data from './agreements.json' with { type: 'json' };
import organizationData from './organizations.json' with { type: 'json' };
import { words } from './phrases.ts';

export type AgreementKind = 'memorandum' | 'treaty' | 'minutes' | 'protocol' | 'document' | 'statement' | 'agreement';
export type LifeState = 'planned' | 'negotiated' | 'signed' | 'in force' | 'announced' | 'ended';

/** A noun for a document. */
export interface HeadNoun {
  readonly type: AgreementKind;
  readonly feminine: boolean;
  /** Can stand for an agreement of any type: «الاتفاق», «الوثيقة». */
  readonly any: boolean;
  /** An agreement even where nothing beside it says so. */
  readonly plain: boolean;
  /** Of a ministry or agency as often as of two states: «بيان». */
  readonly press: boolean;
  readonly notBefore: ReadonlySet<string>;
  /** If not empty: an agreement only with one of these beside it («بيان مشترك»). */
  readonly onlyWith: ReadonlySet<string>;
}

/** How many documents a form of a noun means: «مذكرة», «مذكرتي», «مذكرات». */
export type DocumentNumber = 'one' | 'two' | 'many';

/** A word that says something about the life of an agreement. */
export interface EventWord {
  readonly state: LifeState;
  readonly form: 'perfect' | 'imperfect' | 'future' | 'noun' | 'participle';
  /** The object is a pronoun on the verb or noun: «وقعها», «توقيعها». */
  readonly pronoun: boolean;
  /** Dual or plural: the subject may stand before it. */
  readonly many: boolean;
}

const set = (text: string): ReadonlySet<string> => new Set(words(text));

/** Folded head noun, as it stands without its article, also in the indefinite accusative («اتفاقا»), dual and plural. */
export const headNouns: ReadonlyMap<string, { readonly noun: HeadNoun; readonly number: DocumentNumber }> = new Map(
  data.heads.flatMap((head) => {
    const noun: HeadNoun = {
      type: head.type as AgreementKind,
      feminine: head.feminine,
      any: head.any ?? false,
      plain: head.plain ?? false,
      press: head.press ?? false,
      notBefore: set(head.notBefore),
      onlyWith: set(head.onlyWith ?? ''),
    };
    const one = head.forms.flatMap((form) => (head.feminine ? [fold(form)] : [fold(form), `${fold(form)}ا`]));
    const forms = (written: readonly string[], number: DocumentNumber) =>
      written.map((form) => [form, { noun, number }] as const);
    return [...forms(one, 'one'), ...forms(words(head.two ?? ''), 'two'), ...forms(words(head.many ?? ''), 'many')];
  }),
);

/** Folded word without ال, singular masculine → what it is about. */
export const subjectOf: ReadonlyMap<string, string> = new Map(
  Object.entries(data.subjects).flatMap(([subject, list]) => words(list).map((word) => [word, subject] as const)),
);

export const kindWords = set(data.kinds);
export const modifierNouns = set(data.nouns);
export const adjectives = set(data.adjectives);
/** Modifiers that set an agreement apart from the one spoken of: an earlier one, or one more. */
export const earlierWords = set(data.earlier);
export const anotherWords = set(data.another);
/** «اتفاقية السلام المعروفة باتفاقية شنقاف»: another name of it follows. */
export const calledWords = set(data.calledWords);
/** «ويعود الاتفاق إلى آذار الماضي، حين وقع …»: what is told behind it is how the agreement came to be. */
export const goesBackWords = set(data.goesBack);
export const notModifiers = set(data.notModifiers);
export const generalWords = set(data.general);
/** «عدد من», «سلسلة», and numerals: before a plural they make it a group. */
export const severalWords = set(data.several);
export const countWords = set(data.counts);
/** «منها», «أبرزها»: what follows belongs to the group before. */
export const memberWords = set(data.members);
/** «الاتفاق الخاص بالمياه»: behind ب follows what it is about. */
export const concerningWords = set(data.concerning);
/** «اتفاقية خور [كذا]», «معاهدة وادي [كذا]»: what lies on a border or in it, before its name. */
export const landmarkNouns = set(data.landmarks);
/** «مجال», «قطاع»: what an agreement is about follows. */
export const fieldWords = set(data.fields);
export const bothParties = set(data.parties);
/** Of them those that mean the two states spoken of. */
export const bothWords = set(data.both);
export const negationWords = set(data.negation);
/** Verbs that deny what follows, further off than a particle: «نفى الناطق باسم … التوصل». */
export const denialWords = set(data.denial);
/** «لا تزال», «لم تعد» before what is in force. */
export const stillWords = set(data.still);
export const noLongerWords = set(data.noLonger);
export const plannedWords = set(data.planned);
export const openWords = set(data.open);
export const doneWords = set(data.done);
/** Of them verbs that only carry the noun, however far behind them it stands: «تم …، التوقيع», «تولى … التوقيع». */
export const carryingWords = set(data.carrying);
/** «ينص الاتفاق على»: there «الاتفاق على» is no agreeing. */
export const contentWords = set(data.contents);
/** «شهد الرئيسان توقيع …», «رعى … مراسم توقيع»: it was done. */
export const witnessWords = set(data.witnesses);
/** «اتفاق ثلاثي»: how many parties it has, by the folded adjective. */
export const sidesOf: ReadonlyMap<string, number> = new Map(
  Object.entries(data.sides).flatMap(([count, list]) => words(list).map((word) => [word, Number(count)] as const)),
);
/** «وقع انفجار»: what happens; nobody signs. */
/** «بحسب بيان أصدرته …»: what is issued is that, and no agreement before it. */
export const utterances = set(data.utterances);
/** «تم الاتفاق حول …», «تم الاتفاق أيضا على …»: the act of agreeing; the verb, and what may stand before «على». */
export const agreeingWords = set(data.agreeing);
export const adverbs = set(data.adverbs);
/** «… تتعلق بالمقيمين في …»: a place behind it belongs to what the agreement is about. */
export const contentVerbs = set(data.contentVerbs);
/** «المدرب التونسي», «الصحيفة البريطانية»: who is of a state and does not act for it. */
export const privateNouns = set(data.private);
/** «شركة», «جامعة», «حزب»: bodies that make agreements of their own, which are not those of their state. */
export const ownBodies = set(data.bodies);
/** Adjectives of such bodies that do not end like those of states: «الاتحاد العام التونسي». */
export const bodyAdjectives = set(data.bodyAdjectives);
/** «اتفاق مع مدرب»: news of sport. */
export const sportWords = set(data.sport);
/** «العاصمة العراقية», «المدينة المغربية»: where, and not who. */
export const whereNouns = set(data.wherever);
export const happeningWords = set(data.happenings);
/** «وقع قانونا يلغي المذكرة»: what is signed is that. */
export const otherPapers = set(data.otherPapers);
/** «… بعد اتفاقية», «… بموجب الاتفاقية»: the name behind it is no object of the verb. */
export const circumstantialWords = set(data.circumstantial);
/** «قرر … إلغاء الاتفاقية»: the decision ends it. */
export const decidedWords = set(data.decided);
/** «قرار الحكومة إنهاء العمل بالاتفاقية»: the noun of such a verb. */
export const decisionNouns = set(data.decisions);
export const clauseWords = set(data.clause);
export const presentWords = set(data.present);
/** «عقب لقاء …»: who is met there does not sign by that; the preposition and the noun. */
export const meetingWords = set(data.meetings);
export const afterWords = set(data.after);
/** «تربط البلدين اتفاقية», «ترتبط تونس مع الاتحاد باتفاقية». */
export const bindingWords = set(data.binding);
/** «مصر والأردن يرتبطان باتفاقية»: whom they bind stands before them. */
export const bindingBehindWords = set(data.bindingBehind);
/** «حكومة فلان», «وفد فلان»: what acts, and not he. */
export const governmentWords = set(data.governments);
/** «مثل الجانب العراقي في التوقيع»: the verb. */
export const representWords = set(data.represents);
/** «وشهدت الزيارة توقيع …»: without their article. */
export const encounterWords = set(data.encounters);
/** «ووقعا على هامش المراسم …»: those and these, with their article, are what the article is the news of. */
export const ceremonyWords = set(data.ceremonies);
export const visitWords = set(data.visits);
/** Verbs of the list that are written like prepositions or nouns. */
export const notVerbs = set(data.notVerbs);
/** «بوساطة صينية»: who mediates is no party. */
export const mediationWords = set(data.mediation);
/** «بحسب بيان مشترك»: a statement that is only quoted. */
export const quotingWords = set(data.quoting);
/** Nouns whose object an agreement is then: who cancels «قانون تصديق الاتفاقية» does not cancel the agreement. */
export const genitiveWords = set(data.genitive);
/** «تنفيذا», «ملحق», «استكمالا» between two agreements: how the first stands to the second. */
export type RelationKind = 'follows' | 'implements' | 'amends';
export const relationOf: ReadonlyMap<string, RelationKind> = new Map(
  Object.entries(data.links).flatMap(([relation, list]) =>
    words(list).map((word) => [word, relation as RelationKind] as const),
  ),
);
/** «دخل حيز التنفيذ»: the verb, and the word after «حيز». */
export const forceVerbs = set(data.events.force);
export const forceWords = set(data.events.forceWords);
export const inForceWords = set(data.events.inForce);
/** «بدء سريان الهدنة»: the beginning, and what begins. */
export const beginningWords = set(data.events.beginning);
export const effectWords = set(data.events.effect);
/** «انتهت مدة الاتفاقية», «علقت العمل بالاتفاقية»: what may stand between the verb and what it ends. */
export const endingWords = set(`${data.events.ending} ${data.events.halting}`);
/** «علق» alone is "commented". */
export const haltingWords = set(data.events.halting);
/** «انتهت الاتفاقية»: the agreement is the subject; of «ألغت» it is the object. */
export const endsItselfWords = set(data.events.endsItself);
/** «مشروع اتفاقية»: only where they stand right before the noun. */
export const ofTheDocumentWords = set(data.events.ofTheDocument);
/** «تبادل الوزيران وثائق الاتفاقية» is signing. */
export const exchangedWords = set(data.events.exchanged);

/**
 * «بروكسل», «الجانب الأوروبي», «الأوروبيون»: how the press calls the one union that signs as states do, in a report that names it. Words
 * folded, without ال.
 */
export const union = {
  key: data.union.key,
  seat: set(data.union.seat),
  seatOf: set(data.union.seatOf),
  adjective: set(data.union.adjective),
  members: set(data.union.members),
  sides: set(data.union.sides),
};

/** Keys of organisations that act for themselves; what else has a Latin key is an institution of some state. */
export const namedBodies: ReadonlySet<string> = new Set(Object.keys(organizationData.named));

const PRONOUNS = ['ها', 'ه', 'هما'];

/*
 * Every form of the verbs and nouns of an agreement's life, folded, without و, ف, ب, ل, ك and ال; and of them those that can have the
 * article («التفاوض»), where a verb of the same letters comes first in `all`.
 */
const events = (() => {
  const forms = new Map<string, EventWord>();
  const nominal = new Map<string, EventWord>();
  const add = (form: string, event: EventWord) => {
    if (!forms.has(form)) forms.set(form, event);
    if ((event.form === 'noun' || event.form === 'participle') && !event.pronoun && !nominal.has(form))
      nominal.set(form, event);
  };
  const withPronouns = (form: string, event: Omit<EventWord, 'pronoun'>) => {
    add(form, { ...event, pronoun: false });
    const stem = form.endsWith('وا') ? form.slice(0, -1) : form;
    for (const pronoun of PRONOUNS) add(stem + pronoun, { ...event, pronoun: true });
  };
  const entries = (record: object) => Object.entries(record) as [LifeState, string][];
  for (const [state, stems] of entries(data.events.perfect)) {
    for (const stem of words(stems)) {
      for (const suffix of ['', 'ت', 'نا']) withPronouns(stem + suffix, { state, form: 'perfect', many: false });
      for (const suffix of ['ا', 'تا', 'وا']) withPronouns(stem + suffix, { state, form: 'perfect', many: true });
    }
  }
  for (const [state, stems] of entries(data.events.imperfect)) {
    for (const stem of words(stems)) {
      for (const prefix of ['ي', 'ت', 'ن']) {
        withPronouns(prefix + stem, { state, form: 'imperfect', many: false });
        withPronouns(`س${prefix}${stem}`, { state, form: 'future', many: false });
        for (const suffix of ['ان', 'ون', 'ا', 'وا']) {
          withPronouns(prefix + stem + suffix, { state, form: 'imperfect', many: true });
          withPronouns(`س${prefix}${stem}${suffix}`, { state, form: 'future', many: true });
        }
      }
    }
  }
  for (const [state, list] of entries(data.events.other))
    for (const form of words(list)) {
      const pronoun = state === 'signed' ? /(ها|(?<=ا|ت|و)ه)$/.test(form) : form.endsWith('ها');
      add(form, { state, form: 'perfect', pronoun, many: /(يا|تا|وا)$/.test(form) && state === 'signed' });
    }
  for (const [state, list] of entries(data.events.participle))
    for (const form of words(list)) add(form, { state, form: 'participle', pronoun: false, many: false });
  for (const [state, list] of entries(data.events.noun)) {
    for (const form of words(list)) {
      const noun = { state, form: 'noun', many: false } as const;
      // «بحث» is noun and verb: either way it says the same.
      add(form, { ...noun, pronoun: false });
      const stem = form.endsWith('ه') ? `${form.slice(0, -1)}ت` : form;
      for (const pronoun of PRONOUNS) add(stem + pronoun, { ...noun, pronoun: true });
    }
  }
  return { forms, nominal };
})();

export const eventWords: ReadonlyMap<string, EventWord> = events.forms;
/** Those that can have the article: «التوقيع», «الموقعة». */
export const nominalEvents: ReadonlyMap<string, EventWord> = events.nominal;

/** «اتفاقية إنشاء …»: verbal nouns of the names of agreements that take an indefinite object. */
export const takingObject: ReadonlySet<string> = new Set(words(data.takingObject));
/** Two or more of one office in the construct: «وزيرا الدفاع: …». */
export const colleagues: ReadonlySet<string> = new Set(words(data.colleagues));
