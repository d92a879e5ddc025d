/**
 * Whose agreement it is: states by code, else organisations by key. A name may say it («بين مصر والأردن»); else the sentences that speak of
 * the agreement vote, those that tell of the act most. Who mediates or hosts is no party.
 */
import { afterWords, bothParties, bothWords, mediationWords, union } from '../lexicon/agreements.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Act, Draft } from './agreement-drafts.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { ArticleView } from './agreement-view.ts';
import type { CountryCode } from './facts.ts';
import { MAY, withoutArticle } from './words.ts';

/** States named in the sentence of an agreement, around it, in tokens. */
const PARTY_WINDOW = 45;
/** A subject in the dual or plural may stand so far before its verb. */
const SUBJECT_WINDOW = 12;
const NEAR_OBJECT = 5;
/** Between two actors of one subject stand office and name: «وزير النقل المصري سالم كريم ونظيره الليبي». */
const LIST_GAP = 10;
/** «مع أكبر مجمع …»: the noun stands so near behind «مع». */
const NEAR_BODY = 2;
/** Both sides behind «بين» stand in so many tokens. */
const BETWEEN_WINDOW = 8;
/** «بوساطة قطرية ومصرية»: mediators follow the noun so near. */
const MEDIATORS_WINDOW = 6;

/** Where those stand who sign for somebody, behind the verb. */
const SIGNING_WINDOW = 45;
/** Who speaks, or whom one signs with, is named in so many tokens. */
const SPEAKER_WINDOW = 6;
/** A body that nothing knows has so many words at least. */
const UNKNOWN_BODY = 2;

/** «اتفاق مع إيران» names a party more surely than a state somewhere in the sentence. */
const PARTNER_WEIGHT = 6;
/** So do the sentences that tell of the act. */
const ACT_WEIGHT = 3;
/** What a state named in the title, or in the first sentence below it, counts more than one further down. */
const TITLE_WEIGHT = 4;
const LEAD_WEIGHT = 3;

export class Parties {
  readonly #view: ArticleView;
  /** How often each state is named in the article. */
  readonly #frequency = new Map<CountryCode, number>();
  /** The two states that the article is about, sorted; fewer where it names fewer. */
  readonly #pair: readonly CountryCode[];
  readonly #saysBoth: boolean;
  /** Title or lead name the pair, and nobody else as often. */
  readonly #clearPair: boolean;
  /** Tokens in proper names of agreements. */
  readonly #inNames = new Set<number>();
  readonly #known = new Map<Draft, readonly string[]>();

  /** `names`: all agreements that the article names; places in their proper names are no parties of any. */
  constructor(view: ArticleView, names: readonly NamedAgreement[]) {
    this.#view = view;
    for (const { nameSpan } of names) {
      if (nameSpan === null) continue;
      for (let i = view.tokenAt(nameSpan.start); (view.tokens[i]?.start ?? Infinity) < nameSpan.end; i++)
        this.#inNames.add(i);
    }
    const weights = new Map<CountryCode, number>();
    let saysBoth = false;
    for (const { from, to, isTitle, before } of view.sentences) {
      const weight = isTitle ? TITLE_WEIGHT : before === 0 ? LEAD_WEIGHT : 1;
      for (let i = from; i < to; i++) {
        if (this.#inNames.has(i)) continue;
        if (view.may(i, MAY.bothParties) && isBothParties(view.word(i))) saysBoth = true;
        const country = view.sideAt(i);
        if (country === null) continue;
        this.#frequency.set(country, (this.#frequency.get(country) ?? 0) + 1);
        if (!this.#mediates(i, from)) weights.set(country, (weights.get(country) ?? 0) + weight);
      }
    }
    this.#saysBoth = saysBoth;
    const ranked = ranking(weights, () => 0);
    this.#pair = ranked.slice(0, 2).sort();
    const [, second, third] = ranked.map((country) => weights.get(country) ?? 0);
    this.#clearPair = second !== undefined && second >= LEAD_WEIGHT && second > (third ?? 0);
  }

  /** States by code, else organisations by key. Sorted. */
  of(draft: Draft): readonly string[] {
    const known = this.#known.get(draft) ?? this.#read(draft);
    this.#known.set(draft, known);
    return known;
  }

  /** States named in the sentence of an agreement, those of its proper name left out. */
  around(name: NamedAgreement): CountryCode[] {
    return this.#statesIn(name.first - PARTY_WINDOW, name.next + PARTY_WINDOW, name);
  }

  #read(draft: Draft): string[] {
    const names = draft.mentions.map(({ name }) => name);
    if (draft.parties.length > 1) return [...draft.parties].sort();
    // «بين طهران والقوى الكبرى», «بين رجال الأعمال»: the name says that its parties are others than the states around it.
    for (const name of names) {
      const named = this.#namedBetween(name);
      if (named !== null) return named;
    }
    const votes = new Map<string, number>();
    const vote = (party: string, weight: number) => votes.set(party, (votes.get(party) ?? 0) + weight);
    const telling = draft.acts.filter(({ state }) => state !== null);
    const sides = Math.max(2, ...names.flatMap((name) => [name.sides, 1 + this.#partners(name).length]));
    for (const act of telling) {
      const behalf = this.#onBehalf(act);
      if (behalf.length > 1) return behalf.sort();
    }
    // «وقع البلدان الاتفاق الخاص بالمياه ومذكرة الطريق مع قطر»: the two of the news, with those who sign with them.
    if (this.#clearPair && telling.some((act) => this.#bothSign(act)))
      return [...new Set([...this.#pair, ...names.flatMap((name) => this.#partners(name))])].sort();
    const listed = telling.map((act) => this.#actors(act)).find((actors) => actors.length > 1);
    // «وقع الرئيس فلان ونظيره السوداني ورئيس الوزراء الإثيوبي»: of the first only his office elsewhere says whose he is.
    const pairs = telling.map((act) => this.#signedWith(act));
    const told = pairs.find((pair) => pair !== null);
    if (told && sides === 2) return told;
    const signers = this.#signersOf(telling);
    if (listed && signers.length > listed.length && listed.every((actor) => signers.includes(actor)))
      return signers.sort();
    if (listed && (sides === 2 || listed.length === sides)) return [...listed].sort();
    // «وقعت الحكومة السودانية والجبهة الثورية»: with a body that nothing knows; who is named besides is no party for that.
    const partnered = names.some((name) => this.#partners(name).length > 0 || this.#isWithBody(name));
    if (telling.some((act) => (!partnered && this.#actsWithBody(act)) || this.#actsWithUnknown(act)))
      return [...(listed ?? telling.map((act) => this.subject(act)).find((actors) => actors.length > 0) ?? [])].sort();
    // «الإعلان الثلاثي» of which two of those who signed are named: the third is told elsewhere.
    if (!partnered && signers.length >= sides) return [...signers].sort();
    const acting = new Set(telling.map(({ mention }) => mention));
    const organizations = new Set<string>();
    /** States that act or are named as a side, not only in the sentence. */
    const sure = new Set<string>(listed);
    // «معاهدة شنقاف الموقعة عام 1929 … وتدعم تونس معاهدة شنقاف»: who speaks of it elsewhere is no party of what has a name.
    const isOld = draft.properName !== null && telling.every(({ event }) => event.form === 'participle');
    for (const name of names) {
      if (isOld && telling.length > 0 && !acting.has(name)) continue;
      // The sentence that tells of the act says best who acts.
      const weight = acting.has(name) ? ACT_WEIGHT : 1;
      for (const country of this.around(name)) vote(country, weight);
      for (const partner of this.#partners(name)) {
        if (isState(partner)) {
          vote(partner, PARTNER_WEIGHT);
          sure.add(partner);
        } else organizations.add(partner);
      }
    }
    for (const act of telling) {
      // The subject stands between verb and object, or before a verb in the dual or plural.
      const [from, to] =
        act.token < act.mention.first ? [act.token, act.mention.first] : [act.token, act.token + SUBJECT_WINDOW];
      const before = act.event.many && to - from < NEAR_OBJECT ? from - SUBJECT_WINDOW : from;
      for (const country of this.#statesIn(before, to, act.mention)) vote(country, ACT_WEIGHT);
      // Of organisations only those count that act: who announces need not be a party.
      if (act.event.state !== 'signed' && act.event.state !== 'ended') continue;
      for (const actor of [...this.subject(act), ...this.#subjectBefore(act)])
        if (isState(actor)) sure.add(actor);
        else organizations.add(actor);
    }
    const ranked = ranking(votes, (country) => this.#frequency.get(country) ?? 0);
    if (organizations.size > 0 || names.some((name) => this.#isWithBody(name))) {
      const others = [...organizations].slice(0, sides);
      // Who makes an agreement with a company or a party need not be a state that the sentence names.
      const states = ranked.filter((country) => sure.has(country));
      return [...states.slice(0, sides - others.length), ...others].sort();
    }
    // «اتفاقية بين البلدين»: the two that the article is about, whoever else is named in the sentence.
    if (this.#clearPair && names.some((name) => this.#betweenBoth(name)))
      if (ranked.length === 0 || ranked.some((country) => this.#pair.includes(country))) return [...this.#pair];
    // What is only spoken of: states in its sentence are its parties if there are no more of them than it has sides.
    if (telling.length === 0 && !names.some((name) => this.#partners(name).length > 0)) {
      if (draft.properName !== null || ranked.length > sides) return [];
    }
    const both = names.some(({ sentence }) => this.#saysBothIn(sentence));
    // «التي وقعها البلدان»: the two that the article is about.
    if (both && ranked.length < 2 && ranked.every((country) => this.#pair.includes(country))) return [...this.#pair];
    // The news is of two states, and the sentence of the signing names none: «وشهدت الزيارة توقيع …».
    if (ranked.length === 0 && telling.length > 0 && this.#clearPair) return [...this.#pair];
    // «وقع فلان ونظيره الفرنسي»: one signs for a side of the two.
    const [signer] = signers;
    if (signer !== undefined && this.#clearPair && this.#pair.includes(signer))
      if (ranked.every((country) => this.#pair.includes(country))) return [...this.#pair];
    // «وقعت الحكومة اتفاقا مع قبرص»: whoever else is named in the sentence, the other is that of whom the article tells.
    const [partner, more] = names.flatMap((name) => this.#partners(name));
    if (partner !== undefined && more === undefined && this.#clearPair && this.#pair.includes(partner))
      if (ranked.length > 1 && sure.size === 1 && telling.some(({ event }) => event.state === 'signed'))
        return [...this.#pair];
    // «مع طهران» says that there is another side.
    const withOne = ranked.length === 1 && names.some((name) => this.#partners(name).includes(ranked[0] ?? ''));
    if (withOne && this.#clearPair && this.#pair.includes(ranked[0] ?? '')) return [...this.#pair];
    if (ranked.length === 1 && this.#saysBoth) {
      const known = this.#pair.includes(ranked[0] ?? '');
      const other = known ? this.#pair.find((country) => country !== ranked[0]) : this.#ofPersons(names);
      if (other && (this.#frequency.get(other) ?? 0) > 1) ranked.push(other);
    }
    // «اتفاق شنقاف …»: one state in the sentence of what has a name, and nowhere else, is no side of it for that.
    const [lone, second] = ranked;
    if (draft.properName !== null && lone !== undefined && second === undefined && !sure.has(lone))
      if (this.#frequency.get(lone) === 1) return [];
    return ranked.slice(0, sides).sort();
  }

  /**
   * Who does it, right behind the verb and joined by و: «وقعت تركيا والعراق وقطر مذكرة», «وقع وزير النقل المصري … ونظيره الليبي …».
   * Empty or one actor where the verb has its subject elsewhere.
   */
  subject({ token, mention, event }: Act): string[] {
    const view = this.#view;
    if (event.form === 'participle' || token > mention.first) return [];
    const found: string[] = [];
    let joined = false;
    let last = -1;
    for (let i = token + 1; i < mention.first; i++) {
      const word = view.word(i);
      const sign = view.tokens[i]?.norm ?? '';
      if (word === '') {
        if (/^[،"«»“”]$/.test(sign) || view.tokens[i]?.kind === 'number') continue;
        if (sign === '.' && !view.isSign(i, /^[.]$/)) continue;
        break;
      }
      const plain = word.replace(/^[وف](?=.{2})/, '');
      if (mediationWords.has(plain) || mediationWords.has(word)) break;
      if ((afterWords.has(plain) || plain === 'وفق' || plain === 'بحسب') && !view.inside(i, ['organization'])) break;
      if (word.startsWith('و') && view.tokens[i]?.start !== undefined) joined = true;
      const actor = view.actorAt(i);
      if (actor === null || found.includes(actor)) continue;
      // «في» behind the subject is where; a state behind it without و belongs to the one before.
      if (found.length > 0 && !joined) continue;
      if (found.length > 0 && i - last > LIST_GAP) break;
      found.push(actor);
      joined = false;
      last = i;
    }
    return found;
  }

  /** Who does it: behind the verb, else before one in the dual or plural («مصر والاتحاد الأوروبي يوقعان»). */
  #actors(act: Act): string[] {
    const behind = this.subject(act);
    return behind.length > 0 || !act.event.many ? behind : this.#listBefore(act);
  }

  /** «مصر والاتحاد الأوروبي يوقعان …»: two or more joined by و right before the verb; nothing but names, their nouns and adjectives between. */
  #listBefore({ token, mention, from }: Act): string[] {
    const view = this.#view;
    const found: string[] = [];
    if (token > mention.first) return found;
    let last = token;
    for (let i = token - 1; i >= from && last - i <= NEAR_OBJECT; i--) {
      const word = view.word(i);
      if (word === '' || view.verb(i) || view.event(i) || /^(في|من|الي|علي|مع|عن|بين|ان)$/.test(word)) break;
      const actor = view.actorAt(i);
      if (actor === null) continue;
      if (!found.includes(actor)) found.push(actor);
      last = i;
    }
    return found.length > 1 ? found : [];
  }

  /** «وقع البلدان …», «حين أبرمت الحكومتان …», «الذي وقعه مسؤولون من البلدين»: right behind the verb. */
  #bothSign({ token, mention, event }: Act): boolean {
    const view = this.#view;
    if (event.form !== 'perfect') return false;
    if (token < mention.first) return bothWords.has(view.word(token + 1));
    return (
      event.state === 'signed' && event.pronoun && view.word(token + 2) === 'من' && bothWords.has(view.word(token + 3))
    );
  }

  /** Whether the subject of an act joins a private body that is no known actor: «… والجبهة الثورية». */
  #actsWithBody({ token, mention, event, from }: Act): boolean {
    const view = this.#view;
    if (event.state !== 'signed' || event.form === 'participle' || token > mention.first) return false;
    // «حكومة الإقليم … توقع مع تركيا»: before its verb.
    for (let i = token - 1; i >= from && i >= token - SUBJECT_WINDOW; i--) {
      if (view.verb(i) || view.event(i) || view.isSign(i, /^[.:؛]$/)) break;
      if (/^(حكومه|سلطات|اداره)$/.test(view.word(i)) && REGION.test(view.word(i + 1))) return true;
    }
    // «كنفدرالية الحقول والمؤسسات»: before an actor it is a part of a name.
    let actor = false;
    for (let i = token + 1; i < mention.first; i++) {
      const word = view.word(i);
      if (word === '' || view.verb(i) || /^(في|عن|مع|بين)$/.test(word)) return false;
      if (view.actorAt(i) !== null) {
        actor = true;
        continue;
      }
      if (!actor) continue;
      // «وحكومة الإقليم».
      if (/^و(حكومه|سلطات|اداره)$/.test(word) && REGION.test(view.word(i + 1))) return true;
      if (!word.startsWith('وال') || view.inside(i, ['person', 'office', 'organization'])) continue;
      if (view.bodyIn(i, i + 1)) return true;
    }
    return false;
  }

  /** «وقعها عن الجانب المغربي … وعن الجانب الفرنسي …», «عن المغرب … وعن فرنسا …»: for whom they sign. */
  #onBehalf({ token, event, to }: Act): string[] {
    const view = this.#view;
    const found: string[] = [];
    if (event.state !== 'signed') return found;
    for (let i = token + 1; i < to && i < token + SIGNING_WINDOW; i++) {
      if (!/^و?عن$/.test(view.word(i))) continue;
      const at = /^(ال)?(جانب|طرف)$/.test(view.word(i + 1)) ? i + 2 : i + 1;
      const actor = view.actorAt(at);
      if (actor !== null && !found.includes(actor)) found.push(actor);
    }
    return found;
  }

  /** The states for which those sign who are named, if each has one. */
  #signersOf(acts: readonly Act[]): CountryCode[] {
    const persons = acts.flatMap(({ signatories }) => signatories.map(({ person }) => person));
    const countries = [...new Set(persons)].map((person) => this.#view.countryOf(person));
    return [...new Set(countries.flatMap((country) => country ?? []))];
  }

  /**
   * «وقعت الحكومة الاتفاق مع تنسيقية الحقول», «أبرم المغرب مع إقليم … مذكرة»: with somebody whom nothing knows; no state that is named besides
   * is a party for that.
   */
  #actsWithUnknown({ event, token, mention }: Act): boolean {
    const view = this.#view;
    if (event.state !== 'signed') return false;
    if (view.word(mention.next) === 'مع') return this.#isUnknown(mention.next + 1);
    for (let i = token + 1; i < mention.first; i++) if (view.word(i) === 'مع') return this.#isUnknown(i + 1);
    return false;
  }

  /**
   * «وقال وزير الخارجية المصري إن الاتفاق الذي وقعه مع نظيره الأردني …»: nothing but time and place between verb and «مع»; he who speaks
   * signs, and the two are the parties.
   */
  #signedWith({ event, token, mention }: Act): CountryCode[] | null {
    const view = this.#view;
    if (event.state !== 'signed' || event.form !== 'perfect' || !event.pronoun || event.many) return null;
    if (token < mention.next) return null;
    const at = view.behindPlaceAndTime(token + 1);
    if (view.word(at) !== 'مع') return null;
    const from = view.sentences[mention.sentence]?.from ?? token;
    // «وتحصل مصر بموجب الاتفاقية التي وقعتها مع السودان على …»: the state that the sentence speaks of first.
    if (/ته(ا|ما)?$/.test(view.word(token))) {
      const partner = view.countryAt(at + 1);
      const [subject] = this.#statesIn(from, mention.first, mention);
      return subject !== undefined && partner !== null && subject !== partner && this.#isSubject(subject, from)
        ? [subject, partner].sort()
        : null;
    }
    let speaker: CountryCode | null = null;
    for (let i = from; i < from + SPEAKER_WINDOW && i < mention.first && speaker === null; i++)
      if (verbKind(view.word(i).replace(/^[وف](?=.{3})/, '')) === 'speech') speaker = this.#countryBehind(i + 1);
    const partner = this.#countryBehind(at + 1);
    return speaker !== null && partner !== null && speaker !== partner ? [speaker, partner].sort() : null;
  }

  /** Whether a state stands right behind the verb that opens a sentence, or opens it. */
  #isSubject(country: CountryCode, from: number): boolean {
    const view = this.#view;
    return view.countryAt(from) === country || view.countryAt(from + 1) === country;
  }

  /** The state of the office or person that stands at `from`. */
  #countryBehind(from: number): CountryCode | null {
    const view = this.#view;
    const office = view.mentionAt(from, 'office');
    if (office !== null) {
      for (let i = from; (view.tokens[i]?.start ?? Infinity) < office.end; i++) {
        const country = view.countryAt(i);
        if (country !== null) return country;
      }
    }
    const [person] = view.persons(from, from + SPEAKER_WINDOW);
    return person === undefined ? null : view.countryOf(person.person);
  }

  /** Whether the words at `from` name a side that is no state, no known body and nobody in office. */
  #isUnknown(from: number): boolean {
    const view = this.#view;
    if (REGION.test(view.word(from))) return true;
    for (let i = from; i < from + UNKNOWN_BODY; i++) {
      const word = view.word(i);
      if (word === '' || bothWords.has(withoutParticles(word)) || view.verb(i)) return false;
      if (view.actorAt(i) !== null || view.inside(i, ['person', 'office', 'place', 'organization'])) return false;
    }
    return true;
  }

  /** «تونس وقعت مذكرة …»: who stands right before the verb. */
  #subjectBefore({ token, mention, event }: Act): string[] {
    if (event.form === 'participle' || event.form === 'noun' || token > mention.first) return [];
    const actor = this.#view.actorAt(token - 1);
    return actor === null ? [] : [actor];
  }

  /**
   * «الاتفاق بين طهران والقوى الكبرى»: the sides that stand behind the name where it says between whom it is, one of them or both being no
   * state and no known body. Null where it does not say so, or by persons, offices or «البلدين».
   */
  #namedBetween(name: NamedAgreement): string[] | null {
    const view = this.#view;
    const comma = view.tokens[name.next]?.norm === '،' && view.event(name.next + 1)?.form === 'participle' ? 1 : 0;
    const next = name.next + comma;
    const at = view.event(next)?.form === 'participle' ? view.behindPlaceAndTime(next + 1) : next;
    if (view.word(at) !== 'بين') return null;
    const found: string[] = [];
    let joined = false;
    // «وقوات …»: a side that no mention begins with is nobody known, whatever is read into its further words.
    let unknown = false;
    for (let i = at + 1; i <= at + BETWEEN_WINDOW; i++) {
      const word = view.word(i);
      // «بين قوات خفر السواحل في البلدين».
      if (word === 'في' && found.length === 0 && bothWords.has(view.word(i + 1))) return null;
      if (word === '' || view.verb(i) || view.event(i) || endsSides(word)) break;
      const inside = view.inside(i, ['person', 'office']);
      if (unknown && inside) break;
      if (bothWords.has(withoutParticles(word)) || inside) return null;
      joined ||= word.startsWith('و') && i > at + 1;
      unknown ||= joined && found.length === 1 && view.actorAt(i) === null;
      const actor = view.actorAt(i);
      if (actor !== null && !found.includes(actor)) found.push(actor);
    }
    return found.length < 2 && (joined || found.length === 0) ? found : null;
  }

  #statesIn(from: number, to: number, name: NamedAgreement): CountryCode[] {
    const sentence = this.#view.sentences[name.sentence];
    const found: CountryCode[] = [];
    if (!sentence) return found;
    const start = Math.max(sentence.from, from);
    for (let i = start; i < sentence.to && i < to; i++) {
      if (this.#inNames.has(i)) continue;
      const country = this.#view.sideAt(i);
      if (country === union.key && !this.#standsBesideSide(i)) continue;
      if (country && !found.includes(country) && !this.#mediates(i, sentence.from)) found.push(country);
    }
    return found;
  }

  /**
   * «مع الاتحاد الأوروبي», «والاتحاد الأوروبي», «عن الجانب الأوروبي», «وقع الاتحاد الأوروبي»: the union is named in very many reports that are about
   * agreements of others («رحب الاتحاد الأوروبي», «أسواق منها الاتحاد الأوروبي»).
   */
  #standsBesideSide(i: number): boolean {
    const view = this.#view;
    const before = view.word(i - 1);
    return (
      /^[ول]/.test(view.word(i)) ||
      SIDE_BEFORE.test(before) ||
      view.event(i - 1) !== null ||
      union.sides.has(withoutArticle(before))
    );
  }

  /** Whether the state at `i` is named behind «بوساطة», «برعاية» and their like. */
  #mediates(i: number, from: number): boolean {
    for (let at = i - 1; at >= from && at >= i - MEDIATORS_WINDOW; at--) {
      const word = this.#view.word(at);
      if (mediationWords.has(word)) return true;
      if (word === '' || word === 'بين' || this.#view.verb(at) || this.#view.event(at)) return false;
    }
    return false;
  }

  /** «… بين البلدين», «الموقعة بين الجانبين» right behind a name. */
  #betweenBoth({ next }: NamedAgreement): boolean {
    const at = this.#view.event(next)?.form === 'participle' ? next + 1 : next;
    return this.#view.word(at) === 'بين' && bothWords.has(this.#view.word(at + 1));
  }

  /** Of the two that the article is about the one that alone has persons in the sentences of the names: «زيارة فلان إلى تركيا». */
  #ofPersons(names: readonly NamedAgreement[]): CountryCode | undefined {
    const countries = names.flatMap(({ sentence }) => {
      const { from = 0, to = 0 } = this.#view.sentences[sentence] ?? {};
      return this.#view.persons(from, to).flatMap(({ person }) => this.#view.countryOf(person) ?? []);
    });
    const [only, second] = new Set(countries.filter((country) => this.#pair.includes(country)));
    return second === undefined ? only : undefined;
  }

  #saysBothIn(index: number): boolean {
    const sentence = this.#view.sentences[index];
    if (!sentence) return false;
    for (let i = sentence.from; i < sentence.to && i < sentence.from + 2 * PARTY_WINDOW; i++)
      if (bothWords.has(withoutParticles(this.#view.word(i)))) return true;
    return false;
  }

  /** «اتفاقية مع شركات كندية», «مع أكبر مجمع للتأمين»: with somebody private, whoever it is. */
  #isWithBody({ next }: NamedAgreement): boolean {
    return this.#view.word(next) === 'مع' && this.#view.bodyIn(next + 1, next + 1 + NEAR_BODY);
  }

  /** «مع روسيا وإيران وسوريا»: states one right behind the other, each behind its و. */
  #joinedStates(from: number): CountryCode[] {
    const view = this.#view;
    const found: CountryCode[] = [];
    for (let at = from; ; ) {
      const place = view.mentionAt(at, 'place');
      const country = place && view.placeType(place) === 'state' ? view.countryAt(at) : null;
      if (!place || country === null || (found.length > 0 && !view.word(at).startsWith('و'))) return found;
      if (!found.includes(country)) found.push(country);
      while ((view.tokens[at]?.start ?? Infinity) < place.end) at++;
    }
  }

  /** «اتفاق مع إيران», «الاتفاق الثلاثي مع مصر والسودان», «مذكرة تفاهم مع منظمة …». */
  #partners(name: NamedAgreement): string[] {
    // «الاتفاق الموقع مع …», «الاتفاق المبرم عام 2010 مع …».
    let next = name.next;
    if (this.#view.event(next)?.form === 'participle') {
      next++;
      while (next < name.next + NEAR_OBJECT && (this.#view.dateAt(next) || this.#view.word(next) === 'في')) next++;
    }
    if (this.#view.word(next) !== 'مع') return [];
    const list = this.#view.actorsAfter(next + 1, next + 1 + SUBJECT_WINDOW);
    if (list.length > 1 && name.sides > 2) return list;
    const joined = this.#joinedStates(next + 1);
    if (joined.length > 1) return joined;
    for (let i = next + 1; i <= next + 3; i++) {
      const actor = this.#view.actorAt(i);
      if (actor !== null) return [actor];
    }
    return [];
  }
}

/** What has a government and is no state. */
const REGION = /^(ال)?(اقليم|ولايه|محافظه)$/;

/** Ends the sides behind «بين»; so does «لدعم …». */
const SIDES_END = new Set(['في', 'علي', 'حول', 'بشان', 'بخصوص', 'الذي', 'التي', 'من', 'الي']);
const endsSides = (word: string): boolean =>
  SIDES_END.has(word) || (word.length > 3 && word.startsWith('ل') && !word.startsWith('لل'));

const SIDE_BEFORE = /^(مع|بين|عن)$/;

/** «البلدان», «الطرفين», behind a particle or not. */
export const isBothParties = (word: string): boolean => bothParties.has(withoutParticles(word));

const withoutParticles = (word: string): string => word.replace(/^[وبل](?=ال)/, '').replace(/^لل/, 'ال');

const isState = (party: string): boolean => /^[A-Z]{2}$/.test(party) || party === union.key;

/** By weight, then by `often`, then by code unit. */
function ranking(weights: ReadonlyMap<string, number>, often: (party: string) => number): string[] {
  return [...weights]
    .sort(([a, m], [b, n]) => n - m || often(b) - often(a) || (a < b ? -1 : 1))
    .map(([party]) => party);
}
