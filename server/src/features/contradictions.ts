/**
 * What an article says against another: two holders of one office at a time, two dates of one signing, a signatory who holds another
 * office, a name that fits several people. A reader who meets false alarms reads none of them, so each rule asks for claims that stand
 * by themselves: on dates that the articles give, of offices with one seat, in sentences that tell neither of the past nor of a change.
 */
import { datesIn, isInferredFromOthers } from '../corpus/article.ts';
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import { successionWords } from '../lexicon/succession.ts';
import type { IsoDate } from '../recognize/facts.ts';
import type {
  AgreementEntity,
  ArticlePath,
  Attestation,
  EntityId,
  Evidence,
  OfficeEntity,
  PersonEntity,
} from '../resolve/entities.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span } from '../text/span.ts';
import { dateWords, daysBetween } from './date-words.ts';
import type { Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { entityOf } from './subject.ts';
import type { Target } from './target.ts';

interface Found<Code extends string, Data> {
  readonly code: Code;
  /** What the article being read says. */
  readonly span: Span;
  readonly message: string;
  /** What speaks against it, and where that stands. */
  readonly related: readonly (Target & { readonly message: string })[];
  /** What a correction needs to know. */
  readonly data: Data;
}

/** Which of two claims is wrong is for the reader to say. */
export type Contradiction =
  | Found<'two-holders', { readonly office: EntityId; readonly persons: readonly EntityId[]; readonly date: IsoDate }>
  | Found<'two-signing-dates', { readonly agreements: readonly EntityId[]; readonly dates: readonly IsoDate[] }>
  | Found<
      'office-of-signatory',
      {
        readonly agreement: EntityId;
        readonly person: EntityId;
        readonly claimed: EntityId;
        readonly attested: EntityId;
      }
    >
  | Found<'several-candidates', { readonly text: string; readonly candidates: readonly EntityId[] }>;

/** Shown in one article; a text that contradicts everything is read wrongly. */
const MOST = 20;
/** Somebody attested twice within so many days held the office in between. */
const SPELL_DAYS = 120;
/** Two dates of one signing are no further apart: else they sign every year. */
const SIGNING_DAYS = 7;
/** An office attested within so many days of a signing was held at the signing. */
const OFFICE_DAYS = 15;
/** A date in the sentence that is further from the article's makes it a sentence about the past, or the future. */
const PRESENT_DAYS = 60;
/** A surname that more than so many bear is no finding but the state of things. */
const MOST_CANDIDATES = 4;
const NAMESAKES = 8;
const NAME_LIMIT = 80;

/** Where nothing contradicts anything: the empty list. In text order; each finding once an article. */
export function contradictions(snapshot: Snapshot, path: ArticlePath, language: Language): Contradiction[] {
  const article = snapshot.articles.get(path);
  if (article === undefined) return [];
  const reader = new Reader(snapshot, article, language);
  const found = [...reader.holders(), ...reader.signings(), ...reader.signatories(), ...reader.candidates()];
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).slice(0, MOST);
}

class Reader {
  readonly #snapshot: Snapshot;
  readonly #article: Article;
  readonly #language: Language;
  /** The day of the article, by itself. */
  readonly #day: IsoDate | null;

  constructor(snapshot: Snapshot, article: Article, language: Language) {
    this.#snapshot = snapshot;
    this.#article = article;
    this.#language = language;
    this.#day = ownDay(article);
  }

  /** Somebody holds an office here that another holds on the same day, or before and after it. */
  *holders(): Generator<Contradiction> {
    const day = this.#day;
    if (day === null) return;
    for (const office of this.#here('office')) {
      if (!hasOneSeat(office)) continue;
      const told = office.tenures.flatMap((tenure) => {
        const person = entityOf(this.#snapshot, tenure.person, 'person');
        return person === null || !isFullName(person) ? [] : [{ person, attestations: tenure.attestations }];
      });
      const said = new Set<EntityId>();
      for (const mine of told) {
        const here = mine.attestations.find((each) => each.article === this.#article.path && this.#isPresent(each));
        if (here === undefined) continue;
        for (const theirs of told) {
          // Of two holders in this article each is said once.
          if (theirs === mine || said.has(theirs.person.id) || mayBeOne(mine.person, theirs.person)) continue;
          const evidence = this.#spell(theirs.attestations, day);
          if (evidence === null) continue;
          said.add(mine.person.id);
          const messages = messagesFor(this.#language).contradictions;
          yield {
            code: 'two-holders',
            span: here.span,
            message: messages.twoHolders(named(office), this.#words(day), named(mine.person), named(theirs.person)),
            related: evidence.map((each) => this.#related(each, messages.holder(named(theirs.person), this.#on(each)))),
            data: { office: office.id, persons: [mine.person.id, theirs.person.id], date: day },
          };
          break;
        }
      }
    }
  }

  /** The attestations that put somebody in office on `day`: one of that day, or the nearest before and after it. */
  #spell(attestations: readonly Attestation[], day: IsoDate): Attestation[] | null {
    const present = attestations.filter((each) => this.#isPresent(each));
    const same = present.find(({ date }) => date === day);
    if (same !== undefined) return [same];
    const before = present.filter(({ date }) => date !== null && date < day).at(-1);
    const after = present.find(({ date }) => date !== null && date > day);
    if (before === undefined || after === undefined) return null;
    return apart(before.date, after.date) <= SPELL_DAYS ? [before, after] : null;
  }

  /** A signing by the same people of the same parties that others date to another day of the same week. */
  *signings(): Generator<Contradiction> {
    for (const agreement of this.#here('agreement')) {
      if (this.#isDatedByReader(agreement)) continue;
      const own = this.#signing(agreement, (evidence) => evidence.article === this.#article.path);
      if (own === null) continue;
      const [other] = [agreement, ...this.#sameSigners(agreement)].flatMap((candidate) => {
        if (this.#isDatedByReader(candidate)) return [];
        const signing = this.#signing(
          candidate,
          (evidence, date) => evidence.article !== this.#article.path && date !== own.date,
        );
        return signing !== null && apart(signing.date, own.date) <= SIGNING_DAYS
          ? [{ ...signing, id: candidate.id }]
          : [];
      });
      if (other === undefined) continue;
      const messages = messagesFor(this.#language).contradictions;
      yield {
        code: 'two-signing-dates',
        span: own.evidence.span,
        message: messages.twoSigningDates(named(agreement), this.#words(own.date), this.#words(other.date)),
        related: [this.#related(other.evidence, messages.signedOn(this.#words(other.date)))],
        data: { agreements: [...new Set([agreement.id, other.id])], dates: [own.date, other.date] },
      };
    }
  }

  /** The reader has said when it was: what articles say besides contradicts nobody. */
  #isDatedByReader({ id, mentions }: AgreementEntity): boolean {
    const { corrections } = this.#snapshot.settings;
    if (corrections.length === 0) return false;
    const [path] = mentions.keys();
    const mention = this.#snapshot.resolution.mentions.get(path ?? '')?.find(({ entity }) => entity === id);
    return (mention?.reasons ?? []).some(
      (reason) => 'decision' in reason && corrections[reason.decision ?? -1]?.decision.kind === 'date',
    );
  }

  #signing(
    { states }: AgreementEntity,
    counts: (evidence: Evidence, date: IsoDate) => boolean,
  ): { readonly date: IsoDate; readonly evidence: Evidence } | null {
    for (const { state, date, evidence } of states)
      if (state === 'signed' && date !== null && isDay(date) && counts(evidence, date)) {
        const article = this.#snapshot.articles.get(evidence.article);
        if (article !== undefined && ownDay(article) !== null) return { date, evidence };
      }
    return null;
  }

  /** Agreements of the same kind, parties and signatories that resolution holds for others, for the dates differ. */
  #sameSigners(agreement: AgreementEntity): AgreementEntity[] {
    const signers = [...new Set(agreement.signatories.map(({ person }) => person))];
    const [first] = signers;
    if (first === undefined || signers.length < 2) return [];
    const all = entityOf(this.#snapshot, first, 'person')?.agreements ?? [];
    return all.flatMap((id) => {
      const other = id === agreement.id ? null : entityOf(this.#snapshot, id, 'agreement');
      if (other === null || other.type !== agreement.type) return [];
      const same =
        sameMembers(other.parties, agreement.parties) &&
        sameMembers([...new Set(other.signatories.map(({ person }) => person))], signers) &&
        sameMembers(other.subjects, agreement.subjects);
      // Two documents that one article tells apart are two.
      const together = [...other.mentions.keys()].some((path) => agreement.mentions.has(path));
      return same && !together ? [other] : [];
    });
  }

  /** Somebody signs here as minister of one thing whom articles of those days call minister of another. */
  *signatories(): Generator<Contradiction> {
    const day = this.#day;
    if (day === null) return;
    for (const agreement of this.#here('agreement'))
      for (const { person: id, office: officeId, evidence } of agreement.signatories) {
        if (evidence.article !== this.#article.path) continue;
        const person = entityOf(this.#snapshot, id, 'person');
        const claimed = entityOf(this.#snapshot, officeId, 'office');
        if (person === null || claimed === null || !isFullName(person) || !isHeadOfGovernmentOrMinistry(claimed))
          continue;
        const other = this.#otherOffice(person, claimed, day);
        if (other === null) continue;
        const messages = messagesFor(this.#language).contradictions;
        yield {
          code: 'office-of-signatory',
          span: evidence.span,
          message: messages.officeOfSignatory(named(person), named(claimed), named(other.office)),
          related: [
            this.#related(other.attestation, messages.holder(named(other.office), this.#on(other.attestation))),
          ],
          data: { agreement: agreement.id, person: id, claimed: claimed.id, attested: other.office.id },
        };
      }
  }

  /** Resolution takes ministers of two things at one time for two people, so those of the same name are asked too. */
  #otherOffice(
    person: PersonEntity,
    claimed: OfficeEntity,
    day: IsoDate,
  ): { readonly office: OfficeEntity; readonly attestation: Attestation } | null {
    const namesakes = this.#snapshot.resolution.names
      .search(person.name, NAMESAKES)
      .filter((entity): entity is PersonEntity => entity.kind === 'person' && fold(entity.name) === fold(person.name));
    const near = [...new Map([person, ...namesakes].map((each) => [each.id, each])).values()].flatMap(({ tenures }) =>
      tenures.flatMap((tenure) => {
        const office = entityOf(this.#snapshot, tenure.office, 'office');
        return tenure.attestations.flatMap((attestation) =>
          office !== null &&
          attestation.article !== this.#article.path &&
          this.#isPresent(attestation) &&
          apart(attestation.date, day) <= OFFICE_DAYS
            ? [{ office, attestation }]
            : [],
        );
      }),
    );
    if (near.some(({ office }) => office.id === claimed.id)) return null;
    return (
      near.find(({ office }) => isHeadOfGovernmentOrMinistry(office) && office.country === claimed.country) ?? null
    );
  }

  /**
   * A name that several people bear whom this very article names in full, once for each spelling. That some other article names
   * somebody of the same given name is no finding.
   */
  *candidates(): Generator<Contradiction> {
    const seen = new Set<string>();
    for (const mention of this.#snapshot.resolution.mentions.get(this.#article.path) ?? []) {
      const { start, end, kind, entity, candidates } = mention;
      if (kind !== 'person' || entity !== null || candidates.length < 2 || candidates.length > MOST_CANDIDATES)
        continue;
      const text = displayable(this.#article.text.slice(start, end));
      if (seen.has(fold(text))) continue;
      seen.add(fold(text));
      const here = candidates.flatMap((id) => {
        const person = entityOf(this.#snapshot, id, 'person');
        const introduction = person?.introductions.find(({ article }) => article === this.#article.path);
        const at = introduction && this.#article.facts.mentions[introduction.mention];
        return person && at && isFullName(person) ? [{ person, span: { start: at.start, end: at.end } }] : [];
      });
      if (new Set(here.map(({ person }) => skeleton(fold(person.name)))).size < 2) continue;
      const messages = messagesFor(this.#language);
      yield {
        code: 'several-candidates',
        span: { start, end },
        message: messages.contradictions.severalCandidates(
          isolated(text),
          here.map(({ person }) => named(person)).join(messages.listSeparator),
        ),
        related: here.map(({ person, span }) => ({ article: this.#article.path, span, message: named(person) })),
        data: { text, candidates: here.map(({ person }) => person.id) },
      };
    }
  }

  /** Entities of a kind that this article mentions, in text order. */
  #here<Kind extends 'office' | 'agreement'>(kind: Kind): Extract<OfficeEntity | AgreementEntity, { kind: Kind }>[] {
    const ids = new Set<EntityId>();
    for (const mention of this.#snapshot.resolution.mentions.get(this.#article.path) ?? [])
      if (mention.kind === kind && mention.entity !== null) ids.add(mention.entity);
    return [...ids].flatMap((id) => (entityOf(this.#snapshot, id, kind) as never) ?? []);
  }

  /** Whether an attestation says what was so on the day of its article, and says it plainly, the state of the office with it. */
  #isPresent(attestation: Attestation): boolean {
    const { former, manner, article: path, span } = attestation;
    const article = this.#snapshot.articles.get(path);
    const day = article === undefined ? null : ownDay(article);
    if (former || manner !== undefined || article === undefined || day === null) return false;
    return saysItPlainly(article, span, day);
  }

  #related({ article, span }: Evidence, message: string): Target & { readonly message: string } {
    return { article, span, message };
  }

  #words(date: IsoDate): string {
    return dateWords(date, this.#language);
  }

  #on({ date }: Evidence): string {
    return date === null ? messagesFor(this.#language).undated : this.#words(date);
  }
}

/** By article, which never changes: a page about one office asks of its attestations from each of their articles. */
const PLAIN = new WeakMap<Article, Map<string, boolean>>();

/** Whether the sentence around the span says the state of the office and tells neither of another time nor of a change. */
function saysItPlainly(article: Article, span: Span, day: IsoDate): boolean {
  const known = PLAIN.get(article) ?? new Map<string, boolean>();
  PLAIN.set(article, known);
  const key = `${span.start}-${span.end}`;
  let plain = known.get(key);
  if (plain === undefined) {
    plain = readPlainly(article, span, day);
    known.set(key, plain);
  }
  return plain;
}

function readPlainly(article: Article, span: Span, day: IsoDate): boolean {
  const { sentences, mentions, entities } = article.facts;
  const sentence = sentences.find((each) => contains(each, span));
  // The state of an office that its article leaves open was found by what else is known: too little to contradict anybody.
  const saysState = mentions.some((mention) => {
    const office = mention.kind === 'office' && contains(span, mention) ? entities[mention.entity] : undefined;
    return office?.kind === 'office' && office.country !== null;
  });
  if (sentence === undefined || !saysState) return false;
  const isOfAnotherTime = datesIn(article).some((date) => contains(sentence, date) && !isNear(date.value, day));
  const words = fold(article.text.slice(sentence.start, sentence.end)).split(/[^\p{L}]+/u);
  return (
    !isOfAnotherTime &&
    !words.some((word) => successionWords.has(word) || successionWords.has(word.replace(/^[وفبل]/u, '')))
  );
}

const isDay = (date: IsoDate): boolean => /^\d{4}-\d\d-\d\d$/.test(date);

/** The day that the article gives by itself, or that its file name or the reader gives; none that was inferred. */
function ownDay({ date }: Article): IsoDate | null {
  return date !== null && !isInferredFromOthers(date) && isDay(date.value) ? date.value : null;
}

/** Days between two dates; endless where one is not known to the day. */
const apart = (a: IsoDate | null, b: IsoDate | null): number => {
  const days = a === null || b === null ? null : daysBetween(a, b);
  return days === null ? Number.POSITIVE_INFINITY : Math.abs(days);
};

function isNear(date: IsoDate, day: IsoDate): boolean {
  if (date.startsWith('X')) return true;
  return isDay(date) ? apart(date, day) <= PRESENT_DAYS : day.startsWith(date);
}

/** Heads of states and governments; ministers with a portfolio; heads of bodies that every reader of news knows. */
export function hasOneSeat({ id, general, country }: OfficeEntity): boolean {
  if (general || country === null) return false;
  const [role = '', subject = ''] = id.slice(id.indexOf(':') + 1).split('/');
  if (role === 'minister') return subject !== '' && !subject.startsWith('state');
  if (SOVEREIGNS.has(role)) return subject === '';
  return HEADS.has(role) && /^[a-z][a-z.-]*$/.test(subject) && !PLURAL_BODIES.has(subject);
}

const SOVEREIGNS = new Set(['president', 'prime-minister', 'king', 'queen', 'emir', 'crown-prince']);
const HEADS = new Set(['president', 'secretary']);
/** A state has several of them: «رئيس المحكمة», «رئيس الحزب». */
const PLURAL_BODIES = new Set(['army', 'police', 'republic', 'party', 'court', 'committee', 'university', 'council']);

function isHeadOfGovernmentOrMinistry(office: OfficeEntity): boolean {
  const role = office.id.slice(office.id.indexOf(':') + 1).split('/', 1)[0];
  return hasOneSeat(office) && (role === 'minister' || role === 'prime-minister' || role === 'president');
}

const isFullName = ({ name }: PersonEntity): boolean => fold(name).trim().includes(' ');

/** Two spellings of one name, as far as one can tell: a word in common, or two that differ by vowels and doubled letters only. */
function mayBeOne(a: PersonEntity, b: PersonEntity): boolean {
  const words = (person: PersonEntity) =>
    [person.name, ...person.aliases].flatMap((name) => fold(name).split(/[\s-]+/));
  const theirs = new Set(words(b).map(skeleton));
  return words(a).some((word) => word.length > 2 && theirs.has(skeleton(word)));
}

/** The consonants of a word, those of one sound as one letter. */
const skeleton = (word: string): string =>
  word
    .replace(/^ال/u, '')
    .replace(/[اويءئؤه]/gu, '')
    .replace(/[غق]/gu, 'ج')
    .replace(/[طة]/gu, 'ت')
    .replace(/ث/gu, 'س')
    .replace(/(.)\1/gu, '$1');

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

const named = ({ name }: { readonly name: string }): string => isolated(shortened(displayable(name), NAME_LIMIT));

/** A message is plain text in the reader's language; words of articles in it keep their own direction. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
