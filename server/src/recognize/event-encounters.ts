/** Meetings, visits, receptions and calls: by a verb («التقى فلان فلانا») or a noun («خلال لقائه فلانا», «زيارة فلان إلى بغداد»). */
import {
  circumstanceWords,
  delegationWords,
  duringWords,
  type EncounterKind,
  encounterNouns,
  fillerWords,
  gatherWords,
  headedWords,
  heldWords,
  lightVerbs,
  phoneWords,
  quantityWords,
  receivingWords,
  type VerbTense,
} from '../lexicon/events.ts';
import { visitedNouns } from '../lexicon/geography.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { ArticleView } from './agreement-view.ts';
import { circumstancesOf, modalityOfNoun, modalityOfVerb, wordsBack } from './event-circumstances.ts';
import { type Clauses, encounterVerbAt, encounterVerbIn, type Person, withoutAnd } from './event-clauses.ts';
import { sentenceOf } from './event-statements.ts';
import type {
  ArticleFacts,
  EventActor,
  EventCode,
  EventFact,
  EventKind,
  EventModality,
  EventRole,
  LocalIndex,
} from './facts.ts';
import { MAY } from './words.ts';

/** The other party behind «مع», «بـ» or «إلى». */
const OTHER_WITHIN = 24;
/** Names between the one who acts and the pronoun that means them. */
const NAMED_BETWEEN = 12;
/** «زيارة … إلى بغداد»: adjectives and the visitor between. */
const DESTINATION_WITHIN = 14;
/** «اتصال هاتفي»: the adjective behind the noun; «بحثا هاتفيا»: the adverb in the clause. */
const PHONE_WITHIN = 14;
/** The verb that carries a noun: «أجرى الرئيس فلان مباحثات»; of the words between them names and dates are not counted. */
const CARRIED_WITHIN = 12;

/** «اللقاء الثنائي المغلق الذي جمع …». */
const GATHERED_WITHIN = 6;
/** «جمعه بفلان», «جمعتهما». */
const GATHERED_HIM = /^س?[يت]?جمعت?(ه|ها|هما)$/;

const MAKES = /^(اداها|ادتها|س?[يت]ؤديها|س?[يت]جريها|اجراها|اجرتها|[يت]بداها|بداها|بداتها)$/;

/** Source and target of each kind, as CAMEO has them. */
const ROLES: Readonly<Record<EncounterKind, readonly [EventRole, EventRole]>> = {
  meeting: ['participant', 'participant'],
  negotiation: ['participant', 'participant'],
  reception: ['host', 'visitor'],
  visit: ['visitor', 'host'],
  call: ['caller', 'called'],
};
const CODES: Readonly<Record<EncounterKind, EventCode>> = {
  meeting: '040',
  negotiation: '046',
  call: '041',
  visit: '042',
  reception: '043',
};

/** Those whom a relative clause says to have met. */
interface Relative {
  readonly sources: readonly Person[];
  readonly targets: readonly Person[];
  readonly tense: VerbTense;
}

interface Told {
  readonly kind: EncounterKind;
  readonly at: number;
  readonly modality: EventModality;
  readonly sources: readonly Person[];
  readonly targets: readonly Person[];
  /** Of a visit: the place visited. */
  readonly destination?: EventActor | null;
}

export class Encounters {
  readonly #view: ArticleView;
  readonly #articleDate: ArticleFacts['date'];
  /** Of whom the last sentence told: who did what a verb without a subject tells at the start of the next. */
  #topic: Person | null = null;
  #topicEnd = -1;
  /** Who takes part in what this sentence told so far: no pronoun of the one who acts means them. */
  #told: Set<LocalIndex> = new Set();
  /** Whether this sentence had a verb so far. */
  #acts = false;

  constructor(view: ArticleView, articleDate: ArticleFacts['date']) {
    this.#view = view;
    this.#articleDate = articleDate;
  }

  /** Those that one sentence tells of; sentences are asked in order. */
  in(clauses: Clauses): EventFact[] {
    const view = this.#view;
    const found: EventFact[] = [];
    /** Who acts by the last verb so far; at first whoever the sentence before was about. */
    let current: readonly Person[] = this.#topic !== null && this.#topicEnd === clauses.from ? [this.#topic] : [];
    let first: Person | null = null;
    const add = (told: Told | null) => {
      const event = told && this.#event(clauses, told);
      if (!event) return;
      found.push(event);
      for (const { entity } of event.actors) this.#told.add(entity);
    };
    this.#told = new Set();
    this.#acts = false;
    for (let i = clauses.from; i < clauses.to; i++) {
      if (!view.may(i, MAY.encounter | MAY.clauseVerb)) continue;
      const word = view.word(i);
      if (word === '' || view.inside(i, ['person', 'office'])) continue;
      const encounter = encounterVerbAt(view, i);
      if (encounter !== null) {
        this.#acts = true;
        const { told, subjects } = this.#byVerb(clauses, i, encounter, current);
        add(told);
        if (subjects.length > 0) {
          current = subjects;
          first ??= subjects[0] ?? null;
        } else if (!encounter.joined && !continues(view, i)) current = [];
        continue;
      }
      const noun = this.#noun(i);
      if (noun !== null) {
        add(this.#byNoun(clauses, i, noun, current));
        continue;
      }
      // «وكان في استقباله فلان»: who stands behind is told by the noun.
      if (/^و?كان(ت)?$/.test(word) && view.word(i + 1) === 'في' && /^استقباله/.test(view.word(i + 2))) continue;
      if (clauses.isVerb(i) || lightVerbs.has(withoutAnd(word))) {
        this.#acts = true;
        const { subjects } = clauses.clause(i);
        if (subjects.length > 0) {
          current = subjects;
          first ??= subjects[0] ?? null;
        } else if (!continues(view, i)) current = [];
      }
    }
    if (!clauses.isTitle) {
      this.#topic = first ?? (this.#topicEnd === clauses.from ? this.#topic : null);
      this.#topicEnd = clauses.to;
    }
    return found;
  }

  #byVerb(
    clauses: Clauses,
    at: number,
    { verb, joined, pronoun }: NonNullable<ReturnType<typeof encounterVerbAt>>,
    current: readonly Person[],
  ): { told: Told | null; subjects: readonly Person[] } {
    const view = this.#view;
    const clause = clauses.clause(at);
    let { subjects, next } = clause;
    if (pronoun) {
      // «واستقبله فلان»: whoever acted before, and acts on.
      const visited = clause.carried ? [] : this.#meant(clauses, at, current);
      const modality = modalityOfVerb(clauses, at, verb, false);
      const met = visited.length > 0 && !subjects.some(({ entity }) => visited.some((one) => one.entity === entity));
      const told =
        met && modality !== null ? { kind: verb.kind, at, modality, sources: subjects, targets: visited } : null;
      return { told, subjects: current };
    }
    const { kind, object } = verb;
    const follows = joined || continues(view, at);
    const headline = !follows && clauses.subjectBefore(at).length > 0;
    const modality = modalityOfVerb(clauses, at, verb, headline);
    const result = (targets: readonly Person[], more: Partial<Told> = {}) => {
      const told: Told | null =
        modality === null || subjects.length === 0 ? null : { kind, at, modality, sources: subjects, targets, ...more };
      return { told, subjects };
    };
    switch (object) {
      case 'direct': {
        let targets = this.#objectsFrom(clauses, next, /^ب?$/);
        if (targets.length === 0) targets = this.#with(clauses, next, true);
        if (targets.length === 0) targets = this.#delegation(clauses, next);
        if (clause.carried) {
          // «والتقى بفلان»: whoever acted before; «فلان يلتقي فلانا» has its subject before it.
          if (subjects.length === 0 && follows) subjects = current;
        } else if (targets.length === 0) {
          // «فلان يلتقي فلانا», «والتقى فلانا»: the one behind the verb is met.
          const before = joined ? [] : clauses.subjectBefore(at);
          const acting = before.length > 0 ? before : follows ? current : [];
          if (acting.length > 0) {
            targets = subjects;
            subjects = acting;
          }
        }
        if (targets.length === 0) return { told: null, subjects };
        return result(targets);
      }
      case 'with':
      case 'nearWith': {
        if (subjects.length === 0 && follows) subjects = current;
        let targets = this.#with(clauses, next, object === 'with');
        // «اجتمع فلان بنظيره».
        if (targets.length === 0 && object === 'with') targets = this.#objectsFrom(clauses, next, /^ب$/);
        if (targets.length === 0) {
          // «اجتمع فلان وفلان»: with each other.
          if (object === 'nearWith' || subjects.length < 2) return { told: null, subjects };
          return result([]);
        }
        const phoned = this.#phoned(clauses, at, targets.at(-1)?.to ?? at);
        return result(targets, phoned ? { kind: 'call' } : {});
      }
      case 'phone': {
        if (subjects.length === 0 && follows) subjects = current;
        const targets = this.#objectsFrom(clauses, next, /^ب$/);
        if (targets.length === 0 || !this.#phoned(clauses, at, targets.at(-1)?.to ?? at))
          return { told: null, subjects };
        return result(targets);
      }
      case 'place': {
        const host = this.#objectsFrom(clauses, next, /^$/, false);
        if (clause.carried && subjects.length === 0 && follows) subjects = current;
        const destination = this.#placeFrom(clauses, next, false);
        if (host.length > 0 && destination === null) return result(host);
        if (destination === null) {
          // «وزار فلانا».
          if (!clause.carried && follows && current.length > 0 && subjects.length > 0) {
            const visited = subjects;
            subjects = current;
            return result(visited);
          }
          return { told: null, subjects };
        }
        return result([], { destination });
      }
      default: {
        // «وصل … إلى بغداد في زيارة»: a journey is a visit where it is called one.
        if (subjects.length === 0 && follows) subjects = current;
        if (!this.#calledVisit(clauses, next)) return { told: null, subjects };
        const destination = this.#placeFrom(clauses, next, true);
        return destination === null ? { told: null, subjects } : result([], { destination });
      }
    }
  }

  /** What the word at `i` is of the nouns of encounters, behind its particles and article. */
  #noun(i: number): { kind: EncounterKind; pronoun: boolean; definite: boolean } | null {
    const view = this.#view;
    if (view.inside(i, ['organization', 'agreement'])) return null;
    const word = view.word(i);
    for (const core of cores(word)) {
      const noun = encounterNouns.get(core.word);
      if (noun === undefined) continue;
      // «جلسة عمل مع …»; any other is a sitting of a body.
      if (core.word === 'جلسه' && view.word(i + 1) !== 'عمل') return null;
      if (noun.kind === 'call') {
        const phone = this.#phoneBeside(i);
        if (!phone) return core.word.startsWith('محادث') ? { ...noun, kind: 'meeting', definite: core.definite } : null;
      }
      const kind = noun.kind === 'meeting' && this.#phoneBeside(i) ? 'call' : noun.kind;
      return { kind, pronoun: noun.pronoun, definite: core.definite };
    }
    return null;
  }

  #phoneBeside(i: number): boolean {
    return phoneWords.has(this.#view.word(i + 1)) || phoneWords.has(this.#view.word(i + 2));
  }

  #byNoun(
    clauses: Clauses,
    at: number,
    { kind, pronoun, definite }: { kind: EncounterKind; pronoun: boolean; definite: boolean },
    current: readonly Person[],
  ): Told | null {
    const view = this.#view;
    if (kind === 'visit') return definite && !this.#isMade(at) ? null : this.#visit(clauses, at, pronoun, current);
    // «اللقاء الذي جمع فلانا وفلانا», «محادثات أجراها فلان مع فلان»: told as a fact, whatever is said of it.
    const relative = this.#gathered(clauses, at, current) ?? this.#held(clauses, at, current);
    if (relative !== null) {
      const { sources, targets, tense } = relative;
      if (sources.length + targets.length < 2) return null;
      const fact = tense === 'perfect' || (tense === 'imperfect' && clauses.isTitle);
      const modality =
        (definite || tense !== 'perfect' ? null : modalityOfNoun(clauses, at, { stands: true, visit: false })) ??
        (fact ? 'happened' : 'planned');
      return { kind, at, modality, sources, targets };
    }
    if (view.word(at).endsWith('هما')) {
      const both = this.#both(clauses, at);
      return both.length === 2 ? this.#nominal(clauses, kind, at, both, [], false) : null;
    }
    if (definite && kind !== 'call') return this.#inTheCourse(clauses, kind, at, current);
    let next = at + 1;
    // «لقاء ثنائي مغلق مع», «اتصال هاتفي بين».
    while (next < at + 4 && this.#isAdjective(next)) next++;
    if (view.word(next) === 'بين') {
      const { people } = this.#listFrom(clauses, next + 1, /^$/);
      return people.length < 2
        ? null
        : this.#nominal(clauses, kind, at, people, [], clauses.isTitle || at <= clauses.from + 1);
    }
    if (pronoun && kind === 'reception' && view.word(at - 1) === 'في') {
      // «كان في استقباله فلان».
      const { people } = this.#listFrom(clauses, next, /^$/);
      const visitors = this.#meant(clauses, at, current);
      return people.length === 0 || visitors.length === 0 || people.some(({ entity }) => entity === visitors[0]?.entity)
        ? null
        : { kind, at, modality: 'happened', sources: people, targets: visitors };
    }
    if (pronoun) {
      const sources = this.#pronoun(clauses, at, current);
      if (sources.length === 0) return null;
      let targets = this.#objectsFrom(clauses, next, /^[بل]?$/);
      if (targets.length === 0) targets = this.#with(clauses, next, true);
      if (targets.length === 0) targets = this.#delegation(clauses, next);
      return targets.length === 0 ? null : this.#nominal(clauses, kind, at, sources, targets, false);
    }
    // «لقاء الرئيس فلان بفلان», «استقبال فلان لفلان».
    const owner = clauses.startingAt(next);
    const person = clauses.persons[owner];
    if (person !== undefined && person.particles === '') {
      const { people, next: behind } = clauses.list(owner);
      let targets = this.#objectsFrom(clauses, behind, kind === 'reception' ? /^ل$/ : /^[بل]$/);
      if (targets.length === 0 && kind !== 'reception') targets = this.#with(clauses, behind, true);
      if (targets.length === 0) return null;
      return this.#nominal(clauses, kind, at, people, targets, true);
    }
    if (kind === 'reception') return null;
    // «تلقى فلان اتصالا هاتفيا من فلان».
    const carrier = this.#carrier(clauses, at, current);
    if (carrier.length === 0) return null;
    if (kind === 'call' && this.#received(clauses, at)) {
      const callers = this.#callers(clauses, next);
      if (callers.length === 0) return null;
      return this.#nominal(clauses, kind, at, callers, carrier, false);
    }
    let targets = this.#with(clauses, next, true);
    if (targets.length === 0) targets = this.#objectsFrom(clauses, next, /^ب$/);
    return targets.length === 0 ? null : this.#nominal(clauses, kind, at, carrier, targets, false);
  }

  #nominal(
    clauses: Clauses,
    kind: EncounterKind,
    at: number,
    sources: readonly Person[],
    targets: readonly Person[],
    stands: boolean,
  ): Told | null {
    const modality = modalityOfNoun(clauses, at, { stands, visit: false });
    return modality === null ? null : { kind, at, modality, sources, targets };
  }

  /** «زيارة فلان إلى بغداد», «زيارته إلى بغداد», «(في|بدأ فلان) زيارة إلى بغداد». */
  #visit(clauses: Clauses, at: number, pronoun: boolean, current: readonly Person[]): Told | null {
    let visitors: readonly Person[] = [];
    let next = at + 1;
    if (pronoun) visitors = this.#pronoun(clauses, at, current);
    else {
      const owner = clauses.startingAt(next);
      const person = clauses.persons[owner];
      if (person !== undefined && person.particles === '') {
        const list = clauses.list(owner);
        visitors = list.people;
        next = list.next;
      } else {
        const whose = this.#whoseVisit(clauses, next);
        visitors = whose?.people ?? this.#carrier(clauses, at, current);
        next = whose?.next ?? next;
      }
    }
    if (visitors.length === 0) return null;
    const destination = this.#placeFrom(clauses, next, true);
    if (destination === null) return null;
    const told = modalityOfNoun(clauses, at, { stands: next > at + 1, visit: true });
    // «زيارة سيؤديها فلان»
    let modality = told;
    for (let i = at + 1; i < next && told === 'happened'; i++)
      if (/^س[يت]/.test(this.#view.word(i)) && this.#isMaking(i)) modality = 'planned';
    return modality === null ? null : { kind: 'visit', at, modality, sources: visitors, targets: [], destination };
  }

  /** «الزيارة الرسمية التي أداها فلان إلى …»: a visit that a relative clause says who made. */
  #isMade(at: number): boolean {
    const next = this.#behindAdjectives(at + 1);
    return this.#view.word(next) === 'التي' && this.#isMaking(next + 1);
  }

  /** Past «رسمية», «الرسمية الأخيرة». */
  #behindAdjectives(from: number): number {
    let next = from;
    while (next < from + 3 && (this.#isAdjective(next) || /^ال.{2,}(?:ي|يه|يره)$/.test(this.#view.word(next)))) next++;
    return next;
  }

  /** «أداها», «يؤديها», «قام بها». */
  #isMaking(at: number): boolean {
    const word = this.#view.word(at);
    return /^س?[يت]?قوم|^قام/.test(word) ? this.#view.word(at + 1) === 'بها' : MAKES.test(word);
  }

  /** Whether what follows says where or when, and not whose («زيارة لجنة الزراعة»). */
  #leadsOn(i: number): boolean {
    const view = this.#view;
    const word = view.word(i);
    return (
      word === '' ||
      view.dateAt(i) !== null ||
      view.inside(i, ['place']) ||
      fillerWords.has(word) ||
      circumstanceWords.has(word) ||
      duringWords.has(word) ||
      /^(الي|هي|هو|من|بدعوه|تلبيه|بيوم.*|لل.*|ل(مدينه|محافظه|ولايه|دوله|جمهوريه))$/.test(word)
    );
  }

  /** «زيارة قام بها فلان»: who, and the token behind; «زيارة أداها اليوم»: null, whoever is spoken of; nobody where it is somebody unknown. */
  #whoseVisit(clauses: Clauses, from: number): { people: readonly Person[]; next: number } | null {
    const view = this.#view;
    let next = this.#behindAdjectives(from);
    if (view.word(next) === 'التي' && this.#isMaking(next + 1)) next++;
    if (this.#isMaking(next)) next += MAKES.test(view.word(next)) ? 1 : 2;
    else return this.#leadsOn(next) ? null : { people: [], next };
    const list = this.#listFrom(clauses, next, /^$/);
    if (list.people.length > 0) return list;
    return this.#leadsOn(next) ? null : { people: [], next };
  }

  /** Whom the pronoun of «لقائه» means: whoever acts in the sentence, before it or, at its start, behind it. */
  #pronoun(clauses: Clauses, at: number, current: readonly Person[]): readonly Person[] {
    if (this.#acts) return current.length === 1 && !this.#another(clauses, at, current) ? current : [];
    // «وخلال لقائه فلانا، قال فلان»: the subject of the next verb.
    for (let i = at + 1; i < clauses.to; i++) {
      if (!clauses.isVerb(i)) continue;
      const { subjects } = clauses.clause(i);
      if (subjects.length === 1) return subjects;
      break;
    }
    return current.length === 1 ? current : [];
  }

  /** Whom the pronoun behind a verb means: the one who acted before, nobody else between. */
  #meant(clauses: Clauses, at: number, current: readonly Person[]): readonly Person[] {
    return current.length === 1 && !this.#another(clauses, at, current) ? current : [];
  }

  /** «نفى فلان تصريح الرئيس خلال لقائه»: whether somebody else, whom the pronoun may mean, stands between. */
  #another(clauses: Clauses, at: number, current: readonly Person[]): boolean {
    const last = clauses.nextPerson(at) - 1;
    for (let i = last; i >= 0 && i > last - NAMED_BETWEEN; i--) {
      const person = clauses.persons[i] as Person;
      if (current.some(({ entity }) => entity === person.entity)) return false;
      if (person.to <= at && !this.#told.has(person.entity)) return true;
    }
    return false;
  }

  /** Who acts by the verb that carries a noun («أجرى فلان مباحثات»), or in whose course it is told («خلال اتصال مع»). */
  #carrier(clauses: Clauses, at: number, current: readonly Person[]): readonly Person[] {
    const view = this.#view;
    let noun = at;
    while (noun > clauses.from && quantityWords.has(view.word(noun - 1))) noun--;
    for (const i of wordsBack(clauses, at, CARRIED_WITHIN)) {
      const word = withoutAnd(view.word(i));
      if (i >= noun - 2 && duringWords.has(word)) return this.#pronoun(clauses, at, current);
      const light = lightVerbs.has(word) || lightVerbs.has(view.word(i));
      if (light) {
        const { subjects, next, carried } = clauses.clause(i);
        if (subjects.length === 0) return continues(view, i) && current.length > 0 ? current : [];
        if (carried) return subjects;
        // The noun follows the subject, with nothing between but adverbs: it is what the verb carries.
        return next <= noun && clauses.between(next, noun, true) ? subjects : [];
      }
      if (clauses.isVerb(i)) break;
    }
    return [];
  }

  /** «من فلان», «من قبل فلان», a date before. */
  #callers(clauses: Clauses, from: number): readonly Person[] {
    const view = this.#view;
    for (let i = from; i < clauses.to && i < from + OTHER_WITHIN; i++) {
      if (view.word(i) === 'من' && clauses.between(from, i, false))
        return this.#listFrom(clauses, /^(قبل|طرف|جانب)$/.test(view.word(i + 1)) ? i + 2 : i + 1, /^$/, true).people;
      if (clauses.breaks(i)) break;
    }
    return [];
  }

  #received(clauses: Clauses, at: number): boolean {
    for (const i of wordsBack(clauses, at, CARRIED_WITHIN))
      if (receivingWords.has(withoutAnd(this.#view.word(i)))) return true;
    return false;
  }

  /**
   * «لقاء جمع فلانا وفلانا», «الاجتماع الذي ضم فلانا وفلانا», «جمع فلانا بفلان», «جمعه بفلان»; null where nobody is said to be
   * gathered.
   */
  #gathered(clauses: Clauses, at: number, current: readonly Person[]): Relative | null {
    const view = this.#view;
    for (let i = at + 1; i < Math.min(at + GATHERED_WITHIN, clauses.to); i++) {
      const word = withoutAnd(view.word(i));
      const tense: VerbTense = word.startsWith('س') ? 'future' : /^[يت]/.test(word) ? 'imperfect' : 'perfect';
      if (view.inside(i, ['person', 'office'])) continue;
      // «يوم الجمعة» is none.
      const [, pronoun] = view.written(i).endsWith('ة') ? [] : (GATHERED_HIM.exec(word) ?? []);
      if (pronoun !== undefined) {
        const sources = pronoun === 'هما' ? this.#both(clauses, at) : this.#meant(clauses, at, current);
        if (pronoun === 'هما') return { sources, targets: [], tense };
        let targets = this.#objectsFrom(clauses, i + 1, /^ب$/);
        if (targets.length === 0) targets = this.#with(clauses, i + 1, true);
        return { sources: targets.length === 0 ? [] : sources, targets: sources.length === 0 ? [] : targets, tense };
      }
      if (!gatherWords.has(word)) continue;
      const between = this.#between(clauses, i + 1);
      const { people, next } = between ?? this.#listFrom(clauses, i + 1, /^$/);
      if (people.length !== 1 || between !== null) return { sources: people, targets: [], tense };
      const others = this.#objectsFrom(clauses, next, /^ب$/);
      return { sources: people, targets: [...others, ...this.#with(clauses, next, false)], tense };
    }
    return null;
  }

  /** «جمع في العاصمة بين فلان وفلان»; null where there is no «بين». */
  #between(clauses: Clauses, from: number): { people: readonly Person[]; next: number } | null {
    for (let i = from; i < clauses.to && i < from + GATHERED_WITHIN; i++) {
      if (this.#view.word(i) === 'بين')
        return clauses.between(from, i, false) ? this.#listFrom(clauses, i + 1, /^$/) : null;
      if (clauses.breaks(i) || clauses.startingAt(i) >= 0) return null;
    }
    return null;
  }

  /** «محادثات أجراها فلان مع فلان», «اللقاء الذي عقده مع فلان»; null where nobody is said to hold it. */
  #held(clauses: Clauses, at: number, current: readonly Person[]): Relative | null {
    const view = this.#view;
    let verb = at + 1;
    while (
      verb < at + GATHERED_WITHIN &&
      (this.#isAdjective(verb) || /^(الذي|التي)$/.test(view.word(verb)) || isDefinite(view, verb))
    )
      verb++;
    const tense = view.written(verb).endsWith('ة') ? undefined : heldWords.get(view.word(verb));
    if (tense === undefined) return null;
    const { people, next } = this.#listFrom(clauses, verb + 1, /^$/);
    const sources = people.length > 0 ? people : this.#meant(clauses, at, current);
    const targets = this.#with(clauses, people.length > 0 ? next : verb + 1, true);
    return { sources: targets.length === 0 ? [] : sources, targets: sources.length === 0 ? [] : targets, tense };
  }

  /** The two whom «لقائهما» means: those that the sentence names before it, where they are two. */
  #both(clauses: Clauses, at: number): readonly Person[] {
    const named = new Map<LocalIndex, Person>();
    for (const person of clauses.persons) {
      if (person.from >= at) break;
      if (!named.has(person.entity)) named.set(person.entity, person);
    }
    return named.size === 2 ? [...named.values()] : [];
  }

  /** «عقب الاجتماع مع فلان»: whoever is spoken of met him. */
  #inTheCourse(clauses: Clauses, kind: EncounterKind, at: number, current: readonly Person[]): Told | null {
    const view = this.#view;
    let next = at + 1;
    while (next < at + 3 && isDefinite(view, next)) next++;
    if (view.word(next) !== 'مع' || !duringWords.has(withoutAnd(view.word(at - 1))) || view.word(at - 1) === 'في')
      return null;
    const sources = this.#pronoun(clauses, at, current);
    const targets = sources.length === 0 ? [] : this.#with(clauses, next, false);
    return targets.length === 0 ? null : this.#nominal(clauses, kind, at, sources, targets, false);
  }

  /** The persons listed behind token `from`, the first with such particles, nothing but circumstances before. */
  #listFrom(
    clauses: Clauses,
    from: number,
    particles: RegExp,
    apposed = false,
  ): { people: readonly Person[]; next: number } {
    const index = clauses.nextPerson(from);
    const person = clauses.persons[index];
    if (person === undefined || !particles.test(person.particles) || !clauses.between(from, person.from, apposed))
      return { people: [], next: from };
    return clauses.list(index);
  }

  #objectsFrom(clauses: Clauses, from: number, particles: RegExp, apposed = true): readonly Person[] {
    const index = clauses.nextPerson(from);
    const person = clauses.persons[index];
    if (person === undefined || !particles.test(person.particles) || !clauses.between(from, person.from, apposed))
      return [];
    const view = this.#view;
    if (/^(من|في|الي|علي|عن|مع|بين|لدي|ضد)$/.test(view.word(person.from - 1))) return [];
    return clauses.list(index).people;
  }

  /** «مع فلان», «بكل من فلان وفلان». `far`: other circumstances may stand before. */
  #with(clauses: Clauses, from: number, far: boolean): readonly Person[] {
    const view = this.#view;
    for (let i = from; i < clauses.to && i < from + (far ? OTHER_WITHIN : 6); i++) {
      const word = view.word(i);
      if (word === 'مع') {
        if (!clauses.between(from, i, far && i > from)) return [];
        let next = i + 1;
        while (next < i + 4 && (fillerWords.has(view.word(next)) || view.word(next) === 'من')) next++;
        const people = this.#listFrom(clauses, next, /^$/, true).people;
        return people.length > 0 ? people : this.#delegation(clauses, i + 1);
      }
      if (/^بكل$/.test(word) && view.word(i + 1) === 'من') return this.#listFrom(clauses, i + 2, /^$/, true).people;
      if (clauses.breaks(i)) return [];
    }
    return [];
  }

  /** «وفدا من … برئاسة فلان». */
  #delegation(clauses: Clauses, from: number): readonly Person[] {
    const view = this.#view;
    let delegation = -1;
    for (let i = from; i < clauses.to && i < from + OTHER_WITHIN; i++) {
      const word = view.word(i);
      if (delegation < 0 && (delegationWords.has(word) || delegationWords.has(word.replace(/^[وب]/, ''))))
        delegation = i;
      if (delegation >= 0 && headedWords.has(word)) {
        const { people } = this.#listFrom(clauses, i + 1, /^$/);
        return people.slice(0, 1);
      }
      if (clauses.breaks(i) || (delegation < 0 && clauses.startingAt(i) >= 0)) return [];
    }
    return [];
  }

  #isAdjective(i: number): boolean {
    const word = this.#view.word(i);
    return (
      phoneWords.has(word) ||
      /^(ثنائي|ثنائيه|مغلق|مغلقه|مطول|مطوله|موسع|موسعه|مشترك|رسمي|رسميه|عاجل|قصير|سري|سريه|مماثل|اخر|خاص|خاصه|منفصل|منفصله|اول|مباشره|مباشر|طارئ|تشاوري|تنسيقي|عمل|دوله|ميدانيه|تفقد|تفقديه|قصيره|خاطفه|اخويه|مفاجئه|تاريخيه|سريعه|اولي|ثانيه|نادره|هامه|مهمه|استطلاعيه|وداعيه|غير|معلنه|حاليا|مماثله)$/.test(
        word,
      ) ||
      this.#view.dateAt(i) !== null
    );
  }

  /** Whether «هاتفيا» or «اتصال هاتفي» stands in the clause. */
  #phoned(clauses: Clauses, at: number, end: number): boolean {
    const view = this.#view;
    for (let i = at + 1; i < clauses.to && i < Math.max(at + PHONE_WITHIN, end + 4); i++) {
      if (phoneWords.has(view.word(i))) return true;
      if (i >= end && clauses.breaks(i)) return false;
    }
    return false;
  }

  #calledVisit(clauses: Clauses, from: number): boolean {
    const view = this.#view;
    for (let i = from; i < clauses.to && i < from + OTHER_WITHIN; i++) {
      if ((/^(ب|في)?زياره$/.test(view.word(i)) && /^(في|ضمن)$/.test(view.word(i - 1))) || /^بزياره$/.test(view.word(i)))
        return true;
      // «في أول رحلة خارجية له», «تلبية لدعوة من …», «بدعوة من …».
      if (/^رحله$/.test(view.word(i)) && (view.word(i - 1) === 'في' || view.word(i - 2) === 'في')) return true;
      if ((/^تلبيه$/.test(view.word(i)) && /^لدعوه/.test(view.word(i + 1))) || /^بدعوه$/.test(view.word(i)))
        return true;
      if (clauses.isVerb(i)) return false;
    }
    return false;
  }

  /** The place visited: right behind («زار بغداد»), or behind «إلى» and «لـ». */
  #placeFrom(clauses: Clauses, from: number, to: boolean): EventActor | null {
    const view = this.#view;
    for (let i = from; i < clauses.to && i < from + DESTINATION_WITHIN + (to ? 6 : 0); i++) {
      const token = view.tokens[i];
      const mention = view.inside(i, ['person', 'office', 'organization', 'agreement'])
        ? null
        : view.mentionAt(i, 'place');
      if (mention !== null && token !== undefined && mention.start >= token.start && mention.kind === 'place') {
        const particle = view.text.slice(token.start, mention.start);
        const before = view.word(i - 1);
        const behindTo =
          /^(الي|باتجاه|صوب)$/.test(before) ||
          /ل$/.test(particle) ||
          (visitedNouns.has(before) && /^(الي)$/.test(view.word(i - 2))) ||
          (before.startsWith('ل') && visitedNouns.has(before.replace(/^ل(?=ل)|^ل/, '').replace(/^ل/, 'ال')));
        const direct = particle === '' && clauses.between(from, visitedNouns.has(before) ? i - 1 : i, false);
        if (!behindTo && !direct && to && !/^(من|في)$/.test(before) && !/^[وف]?ب/.test(token.norm)) return null;
        if (behindTo || direct)
          return { entity: mention.entity, role: 'host', span: { start: mention.start, end: mention.end } };
      }
      if (clauses.breaks(i) && i > from) return null;
    }
    return null;
  }

  #event(clauses: Clauses, { kind, at, modality, sources, targets, destination }: Told): EventFact | null {
    const [from, to] = ROLES[kind];
    const actors = new Map<LocalIndex, EventActor>();
    const add = (people: readonly Person[], role: EventRole) => {
      for (const { entity, span } of people)
        if (!actors.has(entity)) actors.set(entity, { entity, role, span: { start: span.start, end: span.end } });
    };
    add(sources, from);
    add(targets, to);
    const persons = actors.size;
    if (destination) actors.set(destination.entity, destination);
    if (persons < 2 && !destination) return null;
    const token = this.#view.tokens[at];
    if (token === undefined) return null;
    const end = Math.max(
      at + 1,
      ...[...sources, ...targets].filter(({ from: start }) => start > at).map(({ to: last }) => last),
    );
    const { place, date, news } = circumstancesOf(clauses, at, end, modality);
    // What is said to have happened after the article was written is misread, or is a visit on the programme.
    const later = date !== null && this.#articleDate !== null && date > this.#articleDate.value;
    if (modality === 'happened' && later && kind !== 'visit') return null;
    const told = modality === 'happened' && later ? 'planned' : modality;
    const eventKind: EventKind = kind === 'negotiation' ? 'meeting' : kind;
    return {
      kind: eventKind,
      code: told === 'planned' ? '036' : CODES[kind],
      modality: told,
      actors: [...actors.values()].sort((a, b) => a.span.start - b.span.start),
      agreement: null,
      place: kind === 'visit' ? (destination?.entity ?? place) : kind === 'call' ? null : place,
      date,
      news,
      trigger: { start: token.start, end: token.end },
      sentence: sentenceOf(clauses),
    };
  }
}

/** «اللقاء [الثنائي]»: an adjective of a definite noun. */
const isDefinite = (view: ArticleView, i: number): boolean =>
  /^ال/.test(view.word(i)) &&
  !/^(الذي|التي)$/.test(view.word(i)) &&
  !view.inside(i, ['person', 'office', 'organization', 'place']);

/** Whether the verb at `i` goes on with who acted before: «والتقى», «كما التقى», «أنه التقى», «ثم توجه». */
function continues(view: ArticleView, i: number): boolean {
  const word = view.word(i);
  if (/^[وف]/.test(word) && verbKind(word) === undefined) return true;
  const before = view.word(i - 1);
  return /^(كما|ثم|انه|انها|وانه|وانها|بانه|بانها|حيث|قد|سوف)$/.test(before) || /^(وكان|فيما)$/.test(before);
}

/** Whether a word may tell of an encounter, or is a verb that only carries the noun of one. */
export function tellsEncounter(word: string): boolean {
  if (encounterVerbIn(word) !== null || lightVerbs.has(withoutAnd(word))) return true;
  for (const core of cores(word)) if (encounterNouns.has(core.word)) return true;
  return false;
}

/** Readings of a word without و ف ب ل ك and the article. */
function* cores(word: string): Generator<{ word: string; definite: boolean }> {
  yield { word, definite: false };
  if (word.startsWith('ال')) yield { word: word.slice(2), definite: true };
  const rest = /^(?:[وف]?[بلك]?)(?=.{3})/.exec(word)?.[0] ?? '';
  for (let cut = 1; cut <= rest.length; cut++) {
    const core = word.slice(cut);
    yield { word: core, definite: false };
    if (core.startsWith('ال')) yield { word: core.slice(2), definite: true };
    if (core.startsWith('ل') && word[cut - 1] === 'ل') yield { word: core.slice(1), definite: true };
  }
}
