/**
 * What the sentence of an agreement says is done with it: signed, planned, in force, ended. An act needs a verb or noun that the name is
 * the object of, or that stands behind the name and speaks of it («التي وقعها …», «الموقعة …», «لا تزال نافذة»), and counts as done only
 * where nothing plans, denies or wishes it.
 */
import {
  bothParties,
  carryingWords,
  circumstantialWords,
  clauseWords,
  decidedWords,
  decisionNouns,
  denialWords,
  doneWords,
  type EventWord,
  endingWords,
  endsItselfWords,
  genitiveWords,
  haltingWords,
  happeningWords,
  negationWords,
  noLongerWords,
  ofTheDocumentWords,
  openWords,
  otherPapers,
  plannedWords,
  stillWords,
  utterances,
  witnessWords,
} from '../lexicon/agreements.ts';
import { comingWords } from '../lexicon/events.ts';
import { functionWords } from '../lexicon/person-names.ts';
import type { Circumstances } from './agreement-circumstances.ts';
import { type Act, LIFE } from './agreement-drafts.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { Signatories } from './agreement-signatories.ts';
import type { ArticleView } from './agreement-view.ts';
import type { AgreementState } from './facts.ts';

/** How far from an agreement's name, in tokens, the verb of its sentence may stand. */
const VERB_WINDOW = 60;
/** A noun («توقيع») or a verb of little weight stands nearer; dates and signs between them are not counted. */
const NOUN_WINDOW = 6;
const TALK_WINDOW = 12;
/** Behind a name: «مذكرة التعاون، التي وقعها أمس …». */
const RELATIVE_WINDOW = 20;
const PARTICIPLE_WINDOW = 5;
/** Where words that plan, deny or call for an event stand before it. */
const MODALITY_WINDOW = 8;
const NEGATION_WINDOW = 4;
/** «تم، …، التوقيع على»: who, when and where between. */
const CARRIED_WINDOW = 40;
/** A headline has about so many words. */
const TITLE_WINDOW = 24;

type Modality = 'affirmed' | 'planned' | 'denied' | 'open' | 'neutral';

export class Acts {
  readonly #view: ArticleView;
  readonly #signatories: Signatories;
  readonly #circumstances: Circumstances;

  constructor(view: ArticleView, signatories: Signatories, circumstances: Circumstances) {
    this.#view = view;
    this.#signatories = signatories;
    this.#circumstances = circumstances;
  }

  /** What the sentence of a name says about its life. `from` and `to`: the tokens of the sentence between the names beside it. */
  of(name: NamedAgreement, from: number, to: number): Act[] {
    const acts: Act[] = [];
    const add = (token: number, event: EventWord) => {
      const act = this.#act(token, event, name, from, to);
      if (act) acts.push(act);
    };
    const before = this.#governing(name, from);
    if (before) add(before.token, before.event);
    for (let i = name.next; i < to && i < name.next + 2 * RELATIVE_WINDOW; i++) {
      const event = this.#view.event(i);
      // Far behind only a clause that names it anew, or whose verb is said of agreements alone.
      const far = i >= name.next + RELATIVE_WINDOW;
      if (!event) continue;
      if (far ? this.#isSubjectAgain(i, name) || this.#goesOn(i, event, name) : this.#speaksOf(i, event, name, to))
        add(i, event);
    }
    const bears = this.#bears(name, to);
    if (bears)
      acts.push({ ...bears, mention: name, date: this.#circumstances.dateNear(bears.token, name, from, to), from, to });
    return acts;
  }

  /** «حملت الاتفاقية توقيع الوزير فلان ونظيره علان», «… توقيعي الوزيرين …». */
  #bears(name: NamedAgreement, to: number): Pick<Act, 'state' | 'event' | 'token' | 'signatories'> | null {
    const view = this.#view;
    const verb = view.word(name.first - 1);
    if (!/^[وف]?[يت]?حملت?$/.test(verb) || !/^توقيع(ي|ات|ا)?$/.test(view.word(name.next))) return null;
    const event = { state: 'signed', form: 'perfect', pronoun: true, many: false } as const;
    return { state: 'signed', event, token: name.next, signatories: this.#signatories.behind(name.next, to) };
  }

  #act(token: number, event: EventWord, name: NamedAgreement, from: number, to: number): Act | null {
    const act = (state: AgreementState | null, signatories: Act['signatories'] = []): Act => {
      const date = this.#circumstances.dateNear(token, name, from, to);
      return { state, event, token, mention: name, signatories, date, from, to };
    };
    if (event.state === 'in force' || event.state === 'ended') {
      // What is not yet so, or no longer, is an agreement all the same: then the act says nothing.
      const modality = this.#modality(token, event, name);
      if (event.state === 'in force' && this.#noLonger(token)) return act('ended');
      // «نقض اتفاقية دولية يحتاج إلى …»: of any there may be.
      const quoted = /^["«“]$/.test(this.#view.tokens[token - 1]?.norm ?? '') ? 1 : 0;
      const isNoun = event.form === 'noun' || /^ب?ان$/.test(this.#view.word(token - 1 - quoted));
      if (event.state === 'ended' && isNoun && name.indefinite && name.parties.length < 2 && !name.year) return null;
      const begins = event.state === 'in force' && event.form === 'noun' && modality === 'neutral';
      const decided = modality === 'neutral' && this.#decided(token, from);
      return modality === 'affirmed' || begins || decided ? act(event.state) : null;
    }
    const modality = this.#modality(token, event, name);
    if (modality === 'affirmed') {
      const signatories = event.state === 'signed' ? this.#signatories.of(token, event, name, from, to) : [];
      return act(event.state, signatories);
    }
    if (modality === 'planned')
      return act(LIFE.indexOf(event.state) > LIFE.indexOf('planned') ? 'planned' : event.state);
    return act(null);
  }

  /** «شهد الرئيسان … توقيع»: nothing but the subject between verb and noun. */
  #witnessed(token: number, from: number): boolean {
    for (let i = token - 1; i >= from && i >= token - 2 * TALK_WINDOW; i--) {
      const word = this.#view.word(i);
      if (witnessWords.has(word) || witnessWords.has(word.slice(1))) return true;
      if (word === 'ان' || clauseWords.has(word) || this.#view.event(i) || this.#view.verb(i)) return false;
    }
    return false;
  }

  /** «توقيع مذكرة بين البلدين»: a headline that begins with the noun tells the news, but not «توقيع اتفاق غدا». */
  #opens(token: number, from: number): boolean {
    const view = this.#view;
    const before = view.tokens[token - 1]?.norm ?? '';
    if (token !== from && !(/^[:.…]$/.test(before) || view.dateAt(token - 1) !== null)) return false;
    for (let i = token + 1; i < token + TITLE_WINDOW && !view.tokens[i]?.newLine; i++)
      if (plannedWords.has(view.word(i)) || comingWords.has(view.word(i))) return false;
    return true;
  }

  /** «تم، بعد ظهر الثلاثاء، بقصر الحكومة، التوقيع على …», «تولى فلان وفلان التوقيع على …»: no other verb between. */
  #carriedOut(token: number, from: number): boolean {
    const view = this.#view;
    for (let i = token - 1; i >= from && i >= token - CARRIED_WINDOW; i--) {
      if (view.dateAt(i) !== null || view.inside(i, ['person', 'office', 'organization', 'place'])) continue;
      const word = withoutAnd(view.word(i));
      if (carryingWords.has(word)) return !negationWords.has(view.word(i - 1));
      if (clauseWords.has(word) || word === 'ان' || view.event(i) || view.verb(i)) return false;
      if (view.isSign(i, /^[.:؛]$/)) return false;
    }
    return false;
  }

  /** «قرر البرلمان إلغاء الاتفاقية», «قرار البرلمان إلغاء الاتفاقية»: before a noun, its subject between; «مشروع قرار» decides nothing. */
  #decided(token: number, from: number): boolean {
    const view = this.#view;
    for (let i = token - 1; i >= from && i >= token - NOUN_WINDOW; i--) {
      const word = view.word(i);
      if (view.verb(i)) return decidedWords.has(withoutAnd(word));
      if (decisionNouns.has(word) || decisionNouns.has(word.replace(/^[وبل](?=.{4})/, '')))
        return !ofTheDocumentWords.has(view.word(i - 1).replace(/^[وبل]/, ''));
    }
    return false;
  }

  /** Whether an event behind a name is said of it. */
  #speaksOf(i: number, event: EventWord, name: NamedAgreement, to: number): boolean {
    const near = i < name.next + PARTICIPLE_WINDOW;
    // «ويأتي الاتفاق تنفيذا لما أعلن …»: something else was.
    if (OF_WHAT.test(this.#view.word(i - 1))) return false;
    if (event.pronoun)
      return (
        this.#pronounAgrees(i, name) &&
        !(
          i > name.next &&
          (utterances.has(this.#view.word(i - 1)) || (event.state === 'announced' && this.#behindNoun(i)))
        )
      );
    if (event.state === 'in force')
      return event.form !== 'noun' && (near || this.#isSubjectAgain(i, name) || this.#goesOn(i, event, name));
    if (near && event.form === 'participle' && this.#agrees(i, name)) return true;
    if (this.#willBeSigned(i, event, name, to)) return true;
    if (this.#signedRelatively(i, event, name) || this.#signedBehindComma(i, event, name)) return true;
    if (event.state === 'ended' && this.#view.word(i + 1) === 'العمل') return this.#goesOn(i, event, name);
    // «أعلنت الوزارة أن العمل بالمعاهدة … انتهى».
    if (near && event.state === 'ended' && event.form === 'perfect' && this.#worksBy(name))
      return endsItselfWords.has(withoutAnd(this.#view.word(i)));
    if (this.#onIt(i)) return true;
    // «الاتفاق الذي توصلت إليه القاهرة وعمّان».
    if (event.state === 'announced' && /توصل/.test(this.#view.word(i)))
      return (
        /^(الذي|التي|تم)$/.test(this.#view.word(i - 1)) &&
        this.#view.word(i + 1) === (name.head.feminine ? 'اليها' : 'اليه')
      );
    // «لا يزال قيد التفاوض».
    if (event.state === 'negotiated' && near && /^(قيد|محل|رهن)$/.test(this.#view.word(i - 1))) return true;
    return (
      near &&
      event.form !== 'noun' &&
      event.form !== 'participle' &&
      event.state !== 'negotiated' &&
      (event.state !== 'ended' || endsItselfWords.has(withoutAnd(this.#view.word(i)))) &&
      !event.many &&
      this.#passive(i, name)
    );
  }

  /** «الوثيقة "تسد ثغرات كشفتها الحرب"»: right behind an indefinite noun a verb with a pronoun speaks of that noun. */
  #behindNoun(i: number): boolean {
    const word = this.#view.word(i - 1);
    if (word.length < 3 || word.startsWith('ال') || functionWords.has(word)) return false;
    return !this.#view.verb(i - 1) && !this.#view.inside(i - 1, ['person', 'office', 'organization', 'place']);
  }

  /** «العمل بالمعاهدة»: what may end behind it is the working. */
  #worksBy(name: NamedAgreement): boolean {
    return /^[وفل]?ال?عمل$/.test(this.#view.word(name.first - 1)) && this.#behindParticle(name, 'ب');
  }

  /** «اتفاقية الإطار التي وقعها …، وهي ما زالت نافذة»: the pronoun of a new clause, in gender. */
  #isSubjectAgain(i: number, name: NamedAgreement): boolean {
    const view = this.#view;
    const still = stillWords.has(view.word(i - 1)) ? 2 : 0;
    if (view.event(i)?.state !== 'in force') return false;
    const pronoun = view.word(i - 1 - still);
    const clause = view.tokens[i - 2 - still]?.norm === '،';
    return (
      clause && pronoun === (name.head.feminine || name.number === 'many' ? 'وهي' : 'وهو') && this.#agrees(i, name)
    );
  }

  /**
   * «الاتفاقية وقعت في … من قبل …، ثم دخلت حيز النفاذ», «… قبل أن تعلن بغداد إنهاء العمل به», «… فقد انتهى العمل بها»: what is said of
   * agreements only, in its gender.
   */
  #goesOn(i: number, event: EventWord, name: NamedAgreement): boolean {
    const view = this.#view;
    if (event.state === 'ended' && view.word(i + 1) === 'العمل')
      return view.word(i + 2) === (name.head.feminine ? 'بها' : 'به');
    const entered = /حيز$/.test(view.word(i + 1)) ? /^[وف]?دخل(ت?)$/.exec(view.word(i)) : null;
    return event.state === 'in force' && entered !== null && (entered[1] === 'ت') === name.head.feminine;
  }

  /** «اتفاقية … للبحرية، التي وقعت بين …»: behind the comma the relative clause speaks of the name, however long this is. */
  #signedRelatively(i: number, event: EventWord, name: NamedAgreement): boolean {
    const view = this.#view;
    const made = event.state === 'signed' || event.state === 'announced';
    if (!made || event.form !== 'perfect' || event.many || !this.#passive(i, name)) return false;
    if (view.word(i - 1) !== (name.head.feminine ? 'التي' : 'الذي') || view.tokens[i - 2]?.norm !== '،') return false;
    return /^(بين|في|عام|سنه|خلال)$/.test(view.word(i + 1)) || view.dateAt(i + 1) !== null;
  }

  /** «بروتوكول … تموله الدولتان، وسيوقع حين تقره اللجنة»: a passive in its gender, with when behind it and no other agreement. */
  #willBeSigned(i: number, event: EventWord, name: NamedAgreement, to: number): boolean {
    const view = this.#view;
    if (event.state !== 'signed' || event.form !== 'future' || event.many || !this.#passive(i, name)) return false;
    if (view.tokens[i - 1]?.norm !== '،' || to < (view.sentences[name.sentence]?.to ?? 0)) return false;
    return /^(حين|عندما|بعد|فور|لدي|عند|قريبا|خلال)$/.test(view.word(i + 1)) || view.dateAt(i + 1) !== null;
  }

  /** «إعلان … بين الجيش وقوات …، الموقع في 11 مايو»: however long the name; «، الموقع الإلكتروني» is none. */
  #signedBehindComma(i: number, event: EventWord, name: NamedAgreement): boolean {
    const view = this.#view;
    if (event.state !== 'signed' || event.form !== 'participle' || view.tokens[i - 1]?.norm !== '،') return false;
    if (!view.word(i).startsWith('ال') || !this.#agrees(i, name)) return false;
    return /^(بين|في|عام|سنه|بتاريخ)$/.test(view.word(i + 1)) || view.dateAt(i + 1) !== null;
  }

  /** «وقعها» of «المذكرة», «وقعه» of «المحضر»; a group is «ها» or «هما». */
  #pronounAgrees(i: number, name: NamedAgreement): boolean {
    const word = this.#view.word(i);
    if (word.endsWith('هما')) return name.number === 'two' || name.number === 'one';
    if (name.number === 'many') return word.endsWith('ها');
    if (name.number === 'two') return false;
    return word.endsWith('ها') === name.head.feminine;
  }

  /** The nearest word before a name that the name can be the object of. */
  #governing(name: NamedAgreement, from: number): { token: number; event: EventWord } | null {
    let uncounted = 0;
    for (let i = name.first - 1; i >= from && i >= name.first - VERB_WINDOW; i--) {
      const event = this.#view.event(i);
      const word = this.#view.word(i);
      const distance = name.first - i - uncounted;
      if (!event) {
        if (word === '' || this.#view.dateAt(i)) uncounted++;
        if (
          clauseWords.has(word) ||
          (distance === 1 && (genitiveWords.has(word) || genitiveWords.has(word.replace(/^ب(?=.{4})/, ''))))
        )
          return null;
        continue;
      }
      if (event.pronoun || event.form === 'participle') continue;
      if (event.state === 'in force') {
        if (event.form === 'noun' ? this.#ends(i, name) : distance <= TALK_WINDOW) return { token: i, event };
        continue;
      }
      if (event.form === 'noun') {
        if (distance <= NOUN_WINDOW && this.#isObject(i, name, event)) return { token: i, event };
        if (event.state === 'signed' && distance <= TALK_WINDOW && this.#subjectBetween(i, name))
          return { token: i, event };
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

  /** «وقع» is also "it happened", «توقع» "he expects": the latter signs only behind أن or its subject. */
  #canSign(i: number, event: EventWord, name: NamedAgreement): boolean {
    const word = this.#view.word(i);
    if (SPENDS.test(word) && !this.#isSigned(i, name)) return false;
    if (this.#signsAnother(i, name)) return false;
    if (
      // «يوقعان في شنقاف» happens to nobody.
      (/وقع/.test(word) &&
        happeningWords.has(this.#view.word(i + 1)) &&
        !(event.many && this.#view.word(i + 1) === 'في') &&
        !this.#signsIn(i, event) &&
        !(this.#view.word(i + 1) === 'في' && this.#view.persons(i + 2, name.first).length > 0)) ||
      (!name.counted && circumstantialWords.has(this.#view.word(name.first - 1)))
    )
      return false;
    if (event.form !== 'imperfect' || event.many || !/^[ون]?توقع$/.test(word)) return true;
    if (this.#view.entryDate(name.sentence) !== null) return true;
    return (
      /^(ان|قد|سوف|لن|لم|لا)$/.test(this.#view.word(i - 1)) ||
      (name.first - i <= 3 && this.#view.countryAt(i - 1) !== null)
    );
  }

  /** «وقع الرئيس قانونا يلغي المذكرة», «وقع مرسوما بالمصادقة على الاتفاقية»: another paper is the object. */
  #signsAnother(i: number, name: NamedAgreement): boolean {
    const view = this.#view;
    // «وقع مرسوما ومذكرة»: both.
    if (view.word(name.first).startsWith('و')) return false;
    for (let at = i + 1; at < name.first; at++) {
      if (view.inside(at, ['person', 'office', 'organization', 'place'])) continue;
      if (otherPapers.has(view.word(at))) return true;
    }
    return false;
  }

  /** «أمضى المذكرة عن الجانب …»: he signs what stands right behind, and is no subject («أمضى الاتفاق عامه الأول»). */
  #isSigned(i: number, name: NamedAgreement): boolean {
    if (name.first !== i + 1) return false;
    return !name.definite || /^[وف]?امضت/.test(this.#view.word(i)) !== name.head.feminine;
  }

  /** «يوقع في العاصمة مذكرة»: what happens is «يقع». */
  #signsIn(i: number, event: EventWord): boolean {
    const view = this.#view;
    const where = view.mentionAt(i + 2, 'place') !== null || /^(ال)?(عاصمه|مدينه)$/.test(view.word(i + 2));
    return event.form !== 'perfect' && view.word(i + 1) === 'في' && where;
  }

  /** Between a noun or verb and its object stand at most its subject and a preposition. */
  #isObject(i: number, name: NamedAgreement, event: EventWord): boolean {
    const word = this.#view.word(i);
    const between: string[] = [];
    for (let at = i + 1; at < name.first; at++) {
      if (this.#view.isSign(at, /^[.]$/)) return false;
      // «توقيع 19 مذكرة».
      if (this.#view.tokens[at]?.kind !== 'number') between.push(this.#view.word(at));
    }
    if (ofTheDocumentWords.has(word.replace(/^[وفبل]?(ال|ل)?/, ''))) return between.length === 0;
    if (event.state === 'ended') return this.#ends(i, name);
    if (event.state === 'announced' && /توصل/.test(word))
      return between.includes('الي') || this.#behindParticle(name, 'ل');
    // «اتفقا على مذكرة», «اتفقا على توقيع مذكرة»; «على إلغاء مادة من الاتفاق» is something else.
    if (event.state === 'announced' && /تفق/.test(word))
      return between.lastIndexOf('علي') >= Math.max(0, between.length - 2);
    // «أعلنت الانفصال، واتفاقية …»: the verb has another object.
    const joined = this.#view.tokens[name.first - 1]?.norm === '،' && this.#behindParticle(name, 'و');
    if (event.state === 'announced' && joined && name.first > i + 1) return false;
    // «أصدر بيانا أكد فيه تمسكه بالاتفاق», «أعلنت انسحابها من الاتفاق»: another verb or noun has the name.
    for (let at = i + 1; event.state === 'announced' && event.form !== 'noun' && at < name.first; at++)
      if (
        (this.#view.verb(at) && this.#view.word(at - 1) !== 'من') ||
        this.#view.event(at)?.state === 'ended' ||
        this.#view.event(at)?.form === 'perfect'
      )
        return false;
    if (event.form !== 'noun') return true;
    return (
      between.length === 0 ||
      between.at(-1) === 'علي' ||
      between.at(-1) === 'عن' ||
      this.#view.tokens[name.first]?.start !== name.start ||
      between.every((word, at) => word !== '' && !this.#view.verb(i + 1 + at))
    );
  }

  /** «توقيع حكومة البلاد، برئاسة فلان، مذكرة»: the noun has its subject, with no other noun of agreement between. */
  #subjectBetween(i: number, name: NamedAgreement): boolean {
    const view = this.#view;
    if (name.definite || !view.startsMention(i + 1, ['office', 'organization', 'place', 'person'])) {
      if (name.definite || !/^(حكومه|وفد|سلطات)$/.test(view.word(i + 1))) return false;
    }
    for (let at = i + 1; at < name.first; at++) {
      if (view.tokens[at]?.newLine || view.verb(at) || view.isSign(at, /^[.:؛]$/)) return false;
      if (/^(علي|الي|عن|ب.{3,}بان)$/.test(view.word(at))) return false;
    }
    return true;
  }

  #behindParticle(name: NamedAgreement, particle: string): boolean {
    const token = this.#view.tokens[name.first];
    return token !== undefined && token.start < name.start && token.norm.includes(particle);
  }

  /**
   * Whether what ends is the agreement: «ألغت تركيا الاتفاقية», «انتهت مدة الاتفاقية», «علقت العمل بالاتفاق», «انسحب من المعاهدة»; not
   * «أنهى البلدان خلافهما بموجب اتفاقية» and not «أنهى الاتفاق الحرب».
   */
  #ends(i: number, name: NamedAgreement): boolean {
    const view = this.#view;
    const word = withoutAnd(view.word(i));
    const between: string[] = [];
    for (let at = i + 1; at < name.first; at++) {
      const own = view.word(at);
      const plain = own.replace(/^[وبل](?=.{3})/, '');
      between.push(own);
      const subject =
        view.inside(at, ['place', 'organization', 'office', 'person']) ||
        view.countryAt(at) !== null ||
        view.dateAt(at) !== null ||
        bothParties.has(own) ||
        /^(الحكومه|الرئيس|البرلمان|رسميا|من|في|طرف|واحد|جانب|،)$/.test(own || (view.tokens[at]?.norm ?? ''));
      if (!subject && !endingWords.has(own) && !endingWords.has(plain)) return false;
    }
    // «انتهت الحرب باتفاقية»: the agreement is how.
    if (endsItselfWords.has(word) && this.#behindParticle(name, 'ب') && between.at(-1) !== 'العمل') return false;
    if (/نسحب|نسحاب/.test(word)) return between.includes('من');
    if (/^[يت]?علق|^تعليق$|^[يت]?وقف|^اوقف|^[يت]?جمد|^تجميد$/.test(word))
      return between.some((each) => haltingWords.has(each)) || (between.length === 0 && /^ت.*[يا]/.test(word));
    // Right behind a verb of its own gender the name is the subject.
    if (between.length > 0 || view.event(i)?.form === 'noun' || endsItselfWords.has(word)) return true;
    return (/^ت/.test(word) || /ت$/.test(word)) !== name.head.feminine;
  }

  /** «وقعت عليها», «سيوقع عليها». */
  #onIt(i: number): boolean {
    const event = this.#view.event(i);
    return event?.state === 'signed' && /^(عليها|عليه|عليهما)$/.test(this.#view.word(i + 1));
  }

  /** «المذكرة الموقعة», «المحضر الموقع»: in gender; a plural of things takes the feminine. */
  #agrees(i: number, name: NamedAgreement): boolean {
    return this.#view.word(i).endsWith('ه') === (name.number === 'many' || name.head.feminine);
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

  /** «الأمين الجديد يوقع في العاصمة مذكرة»: the first sentence below the title, a line of its own, its subject before the verb, tells as a headline does. */
  #isStandfirst(sentence: number, token: number): boolean {
    const view = this.#view;
    const { from = 0, to = 0, before, isTitle } = view.sentences[sentence] ?? {};
    if (isTitle || before !== 0 || !view.sentences[0]?.isTitle || view.tokens[to]?.newLine === false) return false;
    const first = view.itemAt(sentence)?.from ?? from;
    return view.tokens[from]?.newLine === true && first < token && !view.verb(first) && !view.event(first);
  }

  /** «كانت تونس أول بلد يوقع …», «تونس كانت أول بلد من الضفة الجنوبية يوقع …». */
  #wasFirst(token: number): boolean {
    const view = this.#view;
    for (let i = token - 1; i >= token - MODALITY_WINDOW && view.word(i) !== '' && !view.verb(i); i--)
      if (/^(اول|ثاني|ثالث|اخر)$/.test(view.word(i)))
        return [1, 2].some((back) => /^[وف]?كانت?$/.test(view.word(i - back)));
    return false;
  }

  /** «لم تعد سارية». */
  #noLonger(token: number): boolean {
    return noLongerWords.has(this.#view.word(token - 1)) && negationWords.has(withoutAnd(this.#view.word(token - 2)));
  }

  #modality(token: number, event: EventWord, name: NamedAgreement): Modality {
    const view = this.#view;
    const sentence = view.sentences[name.sentence];
    // «رفضت بغداد الاتفاق الموقع …»: what stands before the name is not said of the signing.
    const own = token >= name.next && event.state !== 'in force';
    const first = Math.max(own ? name.next : (sentence?.from ?? 0), token - MODALITY_WINDOW);
    let planned = event.form === 'future';
    let open = false;
    let done = false;
    let subjunctive = false;
    for (let i = token - 1; i >= first; i--) {
      const written = view.word(i);
      const word = /^[وفبل]/.test(written) && written.length > 3 ? written.slice(1) : written;
      const is = (list: ReadonlySet<string>) => list.has(written) || list.has(word);
      const still = stillWords.has(view.word(i + 1));
      if (is(negationWords) && !still && token - i <= NEGATION_WINDOW) return 'denied';
      if (is(denialWords)) return 'denied';
      if (view.isSign(i, /^[.]$/)) break;
      const other = view.event(i);
      if (other && (other.form === 'future' || (other.form === 'noun' && /^ل/.test(written)))) planned = true;
      if (is(plannedWords) && (written !== 'قريبا' || token - i < 4)) planned = true;
      // «بحثت» is no ب + «حثت».
      else if (openWords.has(written) || (openWords.has(word) && (/^[وف]/.test(written) || word.length > 3)))
        open = true;
      else if (is(doneWords) && token - i <= NEGATION_WINDOW) done = true;
      // «تعد بتعليق الاتفاقية»: she promises.
      if (/^[يت]عد$/.test(written) && token - i === 1 && /^ب/.test(view.word(token))) open = true;
      if (written === 'ان' && token - i === 1) subjunctive = true;
    }
    const behind = view.word(token + 1);
    const word = view.word(token);
    // «تعرض على البرلمان قبل التوقيع عليها».
    if (own && event.state === 'signed' && event.form === 'noun' && view.word(token - 1) === 'قبل') planned = true;
    if (event.form === 'noun' && /^ل/.test(word) && !done) planned = true;
    if (event.form === 'noun' && behind === 'قريبا') planned = true;
    if (planned) return 'planned';
    if (open) return 'open';
    if (event.form === 'participle' || event.form === 'perfect') return 'affirmed';
    // Chronicles tell in the present: «– 27 آب 1973: البلدان يوقعان …».
    const chronicle = event.form === 'imperfect' && !subjunctive && view.entryDate(name.sentence) !== null;
    if (event.form === 'imperfect')
      return sentence?.isTitle ||
        chronicle ||
        this.#wasFirst(token) ||
        (!subjunctive && this.#isStandfirst(name.sentence, token))
        ? 'affirmed'
        : subjunctive
          ? 'open'
          : 'planned';
    if (event.state === 'negotiated') return 'affirmed';
    // «– 2008: توقيع البروتوكول».
    if (
      event.state === 'signed' &&
      view.itemAt(name.sentence)?.from === token &&
      view.entryDate(name.sentence) !== null
    )
      return 'affirmed';
    if (done || /^ب/.test(word) || this.#witnessed(token, sentence?.from ?? 0)) return 'affirmed';
    if (event.state === 'signed' && sentence !== undefined) {
      if (sentence.isTitle ? this.#opens(token, sentence.from) : this.#carriedOut(token, sentence.from))
        return 'affirmed';
    }
    return event.state === 'announced' ? 'affirmed' : 'neutral';
  }
}

/** «لما», «كما»: "what" with a particle begins a clause of its own. */
const OF_WHAT = /^[وف]?(لما|كما|بما|مما|حسبما|وفقما|ما)$/;
/** «أمضى» is also "he spent". */
const SPENDS = /^[وف]?امض/;

const withoutAnd = (word: string): string =>
  /^[وف].{3,}/.test(word) && !word.startsWith('وقع') ? word.slice(1) : word;
