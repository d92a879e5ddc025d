/**
 * Who signs: the subject of the verb, which may stand behind it, before it (dual, plural, «الذي وقع»), behind the object, or behind
 * «من قبل» and «مع»; or in a sentence of its own below («ووضع توقيعه عن الجانب …», «ومثل الجانب … في التوقيع …»). Patrons and hosts
 * are none.
 */
import {
  afterWords,
  bothParties,
  clauseWords,
  colleagues,
  type EventWord,
  governmentWords,
  meetingWords,
  notModifiers,
  presentWords,
  representWords,
  visitWords,
} from '../lexicon/agreements.ts';
import { verbKind } from '../lexicon/verbs.ts';
import type { Act } from './agreement-drafts.ts';
import type { NamedAgreement } from './agreement-mentions.ts';
import type { ArticleView } from './agreement-view.ts';
import type { LocalIndex } from './facts.ts';

type Persons = { person: LocalIndex; token: number }[];

/** Names of signatories behind the verb, in tokens. */
const SIGNATORY_WINDOW = 45;
/** Between the agreement and «مع نظيره», «من قبل», or a subject behind it. */
const PARTNER_WINDOW = 5;
/** Place and time between the object and the subject behind it, in tokens. */
const CIRCUMSTANCES = 14;
/** «وهو اليوم رئيس الهيئة» has at most so many words. */
const ASIDE = 10;
/** The verb that signs stands among the first tokens of a sentence below. */
const OPENING_WINDOW = 6;
/** Such a sentence is one of the next. */
const SENTENCES_BELOW = 2;

/** With «و» or «ف», or without: each of the words has five letters and more. */
const isColleagues = (word: string): boolean => colleagues.has(word.replace(/^[وف](?=.{5})/, ''));
/** «تولى … التوقيع». */
const TOOK_OVER = /^[وف]?تول(ي|ت|يا|وا)$/;

export class Signatories {
  readonly #view: ArticleView;

  constructor(view: ArticleView) {
    this.#view = view;
  }

  /** Who signs by the event at `token`; `from` and `to`: the tokens of its sentence between the agreements beside it. */
  of(token: number, event: EventWord, name: NamedAgreement, from: number, to: number): Act['signatories'] {
    const view = this.#view;
    const objectBehind = token < name.first;
    const found: Persons = [];
    const add = (people: Persons) => {
      for (const one of people) if (!found.some(({ person }) => person === one.person)) found.push(one);
    };
    const passive =
      !objectBehind && !event.pronoun && event.form !== 'noun' && !/^علي(ها|ه|هما)$/.test(view.word(token + 1));
    if (passive) add(this.#sides(token + 1, to));
    else if (event.form === 'perfect' || event.form === 'imperfect' || event.form === 'noun') {
      let end = objectBehind ? name.first : Math.min(to, token + SIGNATORY_WINDOW);
      if (!objectBehind) end = this.#clauseEnd(token + 1, end);
      add(this.#persons(token + 1, end));
    }
    // «الوزير …، الذي وقع الاتفاقية مع نظيره»: the partner alone has not signed.
    if (found.length === 0 && objectBehind && event.form !== 'noun') add(this.#before(token, event, name, from));
    if (objectBehind && event.form !== 'participle') {
      const after = name.next;
      let passed = 0;
      for (let i = after; i < to && i < after + passed + PARTNER_WINDOW; i++) {
        const word = view.word(i);
        // «… في بكين في الثاني من أيلول 2018 مع …».
        if (view.dateAt(i) || view.mentionAt(i, 'place') || word === 'في') passed++;
        const by = word === 'من' && /^(قبل|طرف|جانب)$/.test(view.word(i + 1));
        if (word === 'مع' || by) {
          add(this.#persons(i + 1, this.#clauseEnd(i + 1, Math.min(to, i + SIGNATORY_WINDOW / 2))));
          break;
        }
        if (view.tokens[i]?.kind === 'punctuation') break;
      }
    }
    // «الوزير سالم كريم كان قد وقع مع نظيره …», «وكان الوزير سالم كريم وقع مع نظيره …»: with whom, and before the verb who.
    if (event.form === 'perfect' && !event.many && view.word(token + 1) === 'مع') {
      const was = this.#subjectOfWas(token, from);
      const right = was.length > 0 ? was : this.#subjectRightBefore(token, from);
      add(right.length > 0 ? right : this.#visitor(token, from));
    }
    // «وقع الاتفاقية الوزيران …», «وقع الاتفاقية عن الجانب العراقي …»: the subject behind the object.
    const behind = name.next;
    const subject = found.length === 0 && name.first === token + 1 ? this.#subjectBehind(behind, to) : null;
    if (subject !== null)
      add(this.#persons(subject, this.#clauseEnd(subject, Math.min(to, subject + SIGNATORY_WINDOW))));
    if (found.length === 0 && event.form === 'noun') add(this.#tookOver(token, from));
    if (found.length === 0 && event.form !== 'noun') add(this.#before(token, event, name, from));
    // «وقع المحضر في شنقاف بين فلان وفلان».
    if (found.length === 0 && event.form === 'perfect' && name.first === token + 1) add(this.#sides(behind, to));
    if (found.length === 1 && event.pronoun && !event.many) add(this.#speaker(token, name));
    return found;
  }

  /** Who is named behind token `at`, to the end of the clause. */
  behind(at: number, to: number): Act['signatories'] {
    return this.#persons(at + 1, this.#clauseEnd(at + 1, Math.min(to, at + SIGNATORY_WINDOW)));
  }

  /** «التي وقعت في بغداد بين الوزير … ونظيره …», «الموقعة من قبل …»: of a passive who is named behind «بين», if two are, or «من قبل». */
  #sides(from: number, to: number): Persons {
    const view = this.#view;
    let after = false;
    for (let i = from; i < to && i < from + SIGNATORY_WINDOW; i++) {
      const word = view.word(i);
      if (view.verb(i) || clauseWords.has(word)) return [];
      // «… بعد محادثات بين فلان وفلان»: those talked; «… خلال زيارة فلان من قبل علان» says who signs.
      after ||= afterWords.has(word) || i >= from + CIRCUMSTANCES;
      const between = word === 'بين';
      if (between ? after : !(word === 'من' && /^(قبل|طرف|جانب)$/.test(view.word(i + 1)))) continue;
      const persons = this.#persons(i + 1, this.#clauseEnd(i + 1, Math.min(to, i + SIGNATORY_WINDOW)));
      return persons.length > 1 || !between ? persons : [];
    }
    return [];
  }

  /** «وقال سالم كريم إن المذكرة التي وقعها أمس مع نظيره …»: who says so, where nothing but time and place stands before «مع». */
  #speaker(token: number, name: NamedAgreement): Persons {
    const view = this.#view;
    if (!/ه[ا]?$/.test(view.word(token)) || /ته[ا]?$/.test(view.word(token))) return [];
    for (let i = token + 1; view.word(i) !== 'مع'; i++) {
      if (i > token + CIRCUMSTANCES) return [];
      if (!view.dateAt(i) && !view.mentionAt(i, 'place') && !/^(في|بنفسه|شخصيا)$/.test(view.word(i))) return [];
    }
    const from = view.sentences[name.sentence]?.from ?? token;
    for (let i = from; i < from + OPENING_WINDOW && i < name.first; i++)
      if (verbKind(core(view.word(i))) === 'speech') return view.persons(i + 1, i + 1 + OPENING_WINDOW).slice(0, 1);
    return [];
  }

  /** «تولى فلان وفلان التوقيع على …»: nothing but those who sign between verb and noun. */
  #tookOver(token: number, from: number): Persons {
    const view = this.#view;
    for (let i = token - 1; i >= from && i >= token - SIGNATORY_WINDOW; i--) {
      if (TOOK_OVER.test(view.word(i))) return this.#persons(i + 1, token);
      if (view.inside(i, ['person', 'office', 'organization', 'place'])) continue;
      if (clauseWords.has(view.word(i)) || view.event(i) || view.verb(i) || presentWords.has(view.word(i))) return [];
    }
    return [];
  }

  /** «الوزيران يوقعان …», «… وزير النقل سالم كريم الذي وقع الاتفاقية». */
  #before(token: number, event: EventWord, name: NamedAgreement, from: number): Persons {
    const view = this.#view;
    if (event.many) {
      let start = token - 1;
      while (
        start >= from &&
        start > token - SIGNATORY_WINDOW / 2 &&
        !clauseWords.has(view.word(start)) &&
        !view.verb(start)
      )
        start--;
      return view.persons(start + 1, token);
    }
    // «التقيت الوزير سالم كريم، وقد وقع هو مذكرة»: the one named last.
    if (event.form === 'perfect' && /^(هو|هي)$/.test(view.word(token + 1)))
      return view.persons(Math.max(from, token - SIGNATORY_WINDOW / 2), token).slice(-1);
    // «وكان الوزير سالم كريم قد وقع المذكرة».
    if (event.form === 'perfect' && view.word(token - 1) === 'قد') {
      const subject = this.#subjectOfWas(token, from);
      if (subject.length > 0) return subject;
    }
    // «زيارة الوزير سالم كريم …، التي وقع خلالها مذكرة»: the one spoken of, unless a subject follows («خلالها البلدان»).
    if (
      event.form === 'perfect' &&
      !event.pronoun &&
      token < name.first &&
      /^(خلال|اثناء|في)ه[ا]?$/.test(view.word(token + 1)) &&
      !bothParties.has(view.word(token + 2)) &&
      view.actorAt(token + 2) === null
    )
      return view.persons(Math.max(from, token - SIGNATORY_WINDOW / 2), token).slice(-1);
    if (event.pronoun || token > name.first || view.word(token - 1) !== 'الذي') return [];
    const comma = view.tokens[token - 2]?.norm === '،' ? 1 : 0;
    const [last] = view.persons(Math.max(from, token - 2 - comma), token).slice(-1);
    return last ? [last] : [];
  }

  /** «… من زيارة الوزير سالم كريم إلى شنقاف، حين وقع مع نظيره …»: who came. */
  #visitor(token: number, from: number): Persons {
    const view = this.#view;
    if (!/^(حين|عندما|حيث)$/.test(view.word(token - 1))) return [];
    for (let i = token - 2; i >= from && i >= token - SIGNATORY_WINDOW; i--)
      if (visitWords.has(view.word(i)) || visitWords.has(view.word(i).replace(/^[وفبل]/, '')))
        return view.persons(i + 1, Math.min(token, i + 1 + OPENING_WINDOW)).slice(0, 1);
    return [];
  }

  /** «… أن الوزير سالم كريم وقع مع نظيره», «والمحافظ سالم كريم، الذي وقع مع نظيره»: one person whose name or office ends right before. */
  #subjectRightBefore(token: number, from: number): Persons {
    const view = this.#view;
    const relative = view.word(token - 1) === 'الذي' ? 1 : 0;
    const comma = relative && view.tokens[token - 2]?.norm === '،' ? 1 : 0;
    const last = token - 1 - relative - comma;
    const mention = view.mentionAt(last, 'person') ?? view.mentionAt(last, 'office');
    if (!mention || last < from) return [];
    const first = view.tokenAt(mention.start);
    // «وزير النقل سالم كريم وقع»: no other verb has them, and a clause or sentence begins with them.
    let start = first;
    while (start > from && view.inside(start - 1, ['person', 'office', 'organization', 'place'])) start--;
    const opens = relative > 0 || start === from || /^(ان|بان)$/.test(view.word(start - 1));
    return opens ? view.persons(first, last + 1).slice(-1) : [];
  }

  /** The subject of «كان» before a verb: behind «كان» («وكان الوزير فلان قد وقع»), or before it («الوزير فلان كان قد وقع»). */
  #subjectOfWas(token: number, from: number): Persons {
    const view = this.#view;
    const verb = view.word(token - 1) === 'قد' ? token - 1 : token;
    for (let i = verb - 1; i >= from && i > verb - SIGNATORY_WINDOW / 2 && !clauseWords.has(view.word(i)); i--) {
      if (/^[وف]?كانت?$/.test(view.word(i))) {
        // «فلان كان، بصفته وزيرا، قد وقع».
        const behind = view.persons(i + 1, token).slice(0, 1);
        return behind.length > 0 ? behind : view.persons(Math.max(from, i - SIGNATORY_WINDOW / 2), i).slice(-1);
      }
      if (view.verb(i) || view.event(i)) return [];
    }
    return [];
  }

  /**
   * «… اتفاقية أمنية. ووقعها عن الجانب العراقي …»: a sentence that signs without naming what. Looks at the next sentences, before
   * sentence `until`, where the next agreement is named.
   */
  below(
    name: NamedAgreement,
    until: number,
  ): (Pick<Act, 'token' | 'signatories'> & { readonly sentence: number }) | null {
    const view = this.#view;
    for (let below = name.sentence + 1; below <= until && below <= name.sentence + SENTENCES_BELOW; below++) {
      const sentence = view.sentences[below];
      if (!sentence) return null;
      for (let i = sentence.from; i < sentence.to && i < sentence.from + OPENING_WINDOW; i++) {
        const token = this.#signsAt(i, sentence.to, below === until);
        if (token === null) continue;
        const end = Math.min(sentence.to, token + SIGNATORY_WINDOW);
        const represents = representWords.has(core(view.word(token)));
        const signatories = this.#persons(token + 1, represents ? end : this.#clauseEnd(token + 1, end));
        return { token, signatories, sentence: below };
      }
    }
    return null;
  }

  /** Whether a sentence signs what was named before it: the token behind which the signatories stand. */
  #signsAt(i: number, to: number, namesAnother: boolean): number | null {
    const view = this.#view;
    const event = view.event(i);
    if (event?.state === 'signed') {
      // «ووضع توقيعه», «ووضعا توقيعيهما».
      if (event.form === 'noun') return event.pronoun && /^[وف]?(ي|ت)?ضع|^[وف]?وضع/.test(view.word(i - 1)) ? i : null;
      if (event.form !== 'perfect' || namesAnother) return null;
      return event.pronoun || /^(عن|عليها|عليه|نيابه)$/.test(view.word(i + 1)) ? i : null;
    }
    if (!representWords.has(core(view.word(i))) || namesAnother) return null;
    for (let at = i + 1; at < to && at < i + 2 * OPENING_WINDOW; at++) {
      const noun = view.event(at);
      if (noun?.state === 'signed' && noun.form === 'noun') return i;
    }
    return null;
  }

  /** Persons from token `from` up to `to`, without those behind «برعاية …», «بحضور …», «عقب لقاء …». */
  #persons(from: number, to: number): Persons {
    // «وقعت حكومة سالم كريم»: he has not signed.
    return this.#withoutPatrons(from, to)
      .flatMap(([a, b]) => this.#view.persons(a, b))
      .filter(({ token }) => !governmentWords.has(core(this.#view.word(token - 1))));
  }

  /** Where the subject behind an object begins, behind place and time: «وقع المذكرة في شنقاف، أول من أمس (الاثنين)، الوزيران …». */
  #subjectBehind(behind: number, to: number): number | null {
    const view = this.#view;
    let at = behind;
    while (at < to && at < behind + CIRCUMSTANCES) {
      const place = view.word(at) === 'في' ? view.mentionAt(at + 1, 'place') : null;
      if (place) {
        at++;
        while ((view.tokens[at]?.start ?? Infinity) < place.end) at++;
      } else if (
        view.dateAt(at) ||
        (/^(يوم|بتاريخ)$/.test(view.word(at)) && view.dateAt(at + 1)) ||
        (at > behind && /^[،()]$/.test(view.tokens[at]?.norm ?? ''))
      )
        at++;
      else break;
    }
    return this.#subjectFollows(at) ? at : null;
  }

  /** «عن الجانب …», «نيابة عن الحكومة …», «من الجانب …», or a person within the next words, with nothing but nouns before. */
  #subjectFollows(at: number): boolean {
    const view = this.#view;
    if (/^(عن|نيابه|بالنيابه)$/.test(view.word(at))) return true;
    if (view.word(at) === 'من' && /^(ال)?(جانب|طرف)$/.test(view.word(at + 1))) return true;
    for (let i = at; i < at + PARTNER_WINDOW; i++) {
      if (view.startsMention(i, ['person', 'office']) || isColleagues(view.word(i))) return true;
      const word = view.word(i);
      const each = word === 'كل' && view.word(i + 1) === 'من';
      if (word === '' || view.verb(i) || (notModifiers.has(word) && !each && view.word(i - 1) !== 'كل')) return false;
    }
    return false;
  }

  /** Where the subject behind a verb ends: at the next verb or clause, at a comma that no office, «وعن» or «و» follows. */
  #clauseEnd(from: number, to: number): number {
    const view = this.#view;
    for (let i = from; i < to; i++) {
      const token = view.tokens[i];
      if (!token || token.newLine || view.isSign(i, /^[.؟!؛]$/)) return i;
      if (token.norm === ':' && !this.#namesColleagues(i)) return i;
      const word = view.word(i);
      // «السفيرة فلانة، ممثلة البلد الذي يتولى الرئاسة، والمدير علان»: what is said of one of them ends with the next comma.
      const said = /^(الذي|التي)$/.test(word) ? this.#asideEnd(i, to) : null;
      if (said !== null) {
        i = said - 1;
        continue;
      }
      if (clauseWords.has(word) || view.verb(i)) return i;
      if (token.norm === '،' || token.norm === ',') {
        const next = view.word(i + 1);
        // «فلان، وهو اليوم رئيس الهيئة، ووزير النقل علان»: what is said of one of them ends with the next comma.
        const aside = /^وه[يو]$/.test(next) ? this.#asideEnd(i + 1, to) : null;
        if (aside !== null) {
          i = aside - 1;
          continue;
        }
        if (
          !view.startsMention(i + 1, ['person', 'office']) &&
          !/^و?(عن|نيابه|من|مع)$/.test(next) &&
          !(next.startsWith('و') && view.inside(i + 1, ['person', 'office'])) &&
          // «، ومعالي فلان», «وزير الداخلية، السيد فلان».
          !(!view.verb(i + 1) && view.startsMention(i + 2, ['person'])) &&
          !view.dateAt(i + 1) &&
          // «وقعها في شنقاف، في 27 مايو 2019، فلان وفلان».
          !(next === 'في' && (view.dateAt(i + 2) || view.mentionAt(i + 2, 'place'))) &&
          // «في 5 مايو، كل من …»; «في 5 مايو، بعد شهر من زيارة فلان», «في 5 مايو، أسس مع فلان»: who is named there does not sign.
          !(view.dateAt(i - 1) && next === 'كل')
        )
          return i;
      }
    }
    return to;
  }

  /** The comma that ends «وهو اليوم رئيس الهيئة», where a further person or office follows it. */
  #asideEnd(from: number, to: number): number | null {
    const view = this.#view;
    const relative = /^(الذي|التي)$/.test(view.word(from));
    for (let i = from + 1; i < to && i < from + ASIDE; i++) {
      // A relative clause has its verb right behind the pronoun, and no other.
      if ((view.verb(i) && !(relative && i === from + 1)) || view.event(i) || view.tokens[i]?.newLine) return null;
      if (view.tokens[i]?.norm !== '،') continue;
      return view.word(i + 1).startsWith('و') && view.inside(i + 1, ['person', 'office']) ? i : null;
    }
    return null;
  }

  /** «وزيرا الدفاع: التركي فلان والعراقي فلان»: what the colon leads to. */
  #namesColleagues(colon: number): boolean {
    for (let i = colon - 1; i >= colon - 3; i--) if (isColleagues(this.#view.word(i))) return true;
    return false;
  }

  /** Stretches of a clause without «برعاية …», «بحضور …», «عقب لقاء مع …», each up to the next comma. */
  #withoutPatrons(from: number, to: number): [number, number][] {
    const stretches: [number, number][] = [];
    let start = from;
    for (let i = from; i < to; i++) {
      const word = this.#view.word(i);
      if (!presentWords.has(word) && !(afterWords.has(core(word)) && meetingWords.has(this.#view.word(i + 1))))
        continue;
      stretches.push([start, i]);
      while (i < to && this.#view.tokens[i]?.norm !== '،') i++;
      start = i;
    }
    stretches.push([start, to]);
    return stretches;
  }
}

const core = (word: string): string => (/^[وف].{2,}/.test(word) ? word.slice(1) : word);
