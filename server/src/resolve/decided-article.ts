/**
 * What the reader's decisions change in one article before anything is resolved: mentions that mean somebody else or nobody, persons set
 * apart from their namesakes, offices told. Indexes of mentions and local entities stay what they were; what is new stands at the end.
 */
import type {
  ArticleFacts,
  LocalEntity,
  LocalIndex,
  MentionFact,
  MentionIndex,
  OfficeClaim,
  PersonFact,
} from '../recognize/facts.ts';
import { fold } from '../text/fold.ts';
import {
  type Decision,
  decisionKey,
  isQuoted,
  keyOfName,
  type QuotedWords,
  referenceKey,
  SEPARATOR,
  type Settled,
  type ToldOffice,
} from './decisions.ts';
import type { ArticlePath } from './entities.ts';
import { byCodeUnit } from './keys.ts';
import { nameKey, nameWords } from './person-name.ts';
import type { ResolvableArticle } from './resolver.ts';

export interface DecidedArticle {
  readonly facts: ArticleFacts;
  /** Of persons that are units of their own (see `unitNode`): the unit; null where it stays open who is meant. */
  readonly units: ReadonlyMap<LocalIndex, string | null>;
  /** Agreements that are told by no other article. */
  readonly apart: ReadonlySet<LocalIndex>;
  /** Mentions that are none. */
  readonly dropped: ReadonlySet<MentionIndex>;
  /** Offices that only the reader speaks of. */
  readonly told: ReadonlySet<LocalIndex>;
  /** Decisions (`decisionKey`) that say what a mention means. */
  readonly reasons: ReadonlyMap<MentionIndex, readonly string[]>;
  /** What quoted words are, by `referenceKey`; nothing where the article has none such. */
  readonly located: ReadonlyMap<string, Located>;
}

export type Located = { readonly unit: string } | { readonly mention: MentionIndex };

/**
 * A person of one article that is kept apart from all others of the name: known by the words that the decision quotes. Mentions taken
 * out of what the article says (`~`) are nobody unless a decision says whose they are; a person set apart from a namesake is one.
 */
export type Unit = string;

const APART = '\u0004';
const TAKEN = '\u0005';

const unitNode = (reference: QuotedWords, taken: boolean): Unit => (taken ? TAKEN : APART) + referenceKey(reference);

export const isUnit = (node: string): boolean => node.startsWith(APART) || node.startsWith(TAKEN);
export const isTaken = (node: string): boolean => node.startsWith(TAKEN);

/** The `referenceKey` that a unit is known by. */
export const keyOfUnit = (unit: Unit): string => unit.slice(1);

/** The id of the person that a unit is, without `person:`; ids of other persons have no two number signs in a row. */
export function unitId(unit: Unit): string {
  const [name, article, nth] = unit.slice(1).split(SEPARATOR);
  return `${name}##${nth}${isTaken(unit) ? '~' : ''}#${article}`;
}

/** Null for the id of any other person. */
export function unitOfId(id: string): Unit | null {
  const parts = /^(?<name>[^#]*)##(?<nth>\d*)(?<taken>~?)#(?<article>.*)$/su.exec(id)?.groups;
  return parts === undefined
    ? null
    : (parts.taken === '' ? APART : TAKEN) + [parts.name, parts.article, parts.nth].join(SEPARATOR);
}

/** Key of an organisation or a place that is set apart; none is written so in an article. It ends on what no country ends on. */
const keyOfThingApart = ({ mention, in: path, nth }: QuotedWords): string =>
  `${bare(mention)}##${nth ?? ''}#${path.replaceAll('@', '%40')}#`;

/** Null where no decision speaks of the article. */
export function decideArticle(path: ArticlePath, article: ResolvableArticle, settled: Settled): DecidedArticle | null {
  const decisions = (settled.byArticle.get(path) ?? []).flatMap((index) => settled.all[index] ?? []);
  return decisions.length === 0 ? null : new Deciding(path, article, decisions).result();
}

class Deciding {
  readonly #path: ArticlePath;
  readonly #text: string;
  readonly #facts: ArticleFacts;
  readonly #decisions: readonly Decision[];
  readonly #mentions: MentionFact[];
  readonly #entities: LocalEntity[];
  readonly #units = new Map<LocalIndex, Unit | null>();
  readonly #apart = new Set<LocalIndex>();
  readonly #dropped = new Set<MentionIndex>();
  readonly #told = new Set<LocalIndex>();
  readonly #reasons = new Map<MentionIndex, string[]>();
  readonly #located = new Map<string, Located>();

  constructor(path: ArticlePath, { facts, text }: ResolvableArticle, decisions: readonly Decision[]) {
    this.#path = path;
    this.#text = text?.() ?? '';
    this.#facts = facts;
    this.#decisions = decisions;
    this.#mentions = [...facts.mentions];
    this.#entities = [...facts.entities];
  }

  result(): DecidedArticle {
    const joined = new Set(this.#decisions.flatMap((each) => (each.kind === 'same' ? each.of.map(referenceKey) : [])));
    for (const decision of this.#decisions) if (decision.kind === 'office') this.#giveOffice(decision);
    // Who is kept apart, before anybody is said to be one with them.
    for (const kind of ['not-person', 'hide', 'different', 'same', 'rename', 'date'])
      for (const decision of this.#decisions) {
        if (decision.kind !== kind) continue;
        for (const reference of decision.of)
          if (isQuoted(reference) && reference.in === this.#path) this.#apply(decision, reference, joined);
      }
    return {
      facts: { ...this.#facts, mentions: this.#mentions, entities: this.#entities },
      units: this.#units,
      apart: this.#apart,
      dropped: this.#dropped,
      told: this.#told,
      reasons: this.#reasons,
      located: this.#located,
    };
  }

  #apply(decision: Decision, reference: QuotedWords, joined: ReadonlySet<string>): void {
    const found = this.#find(reference);
    const [first] = found;
    const key = referenceKey(reference);
    if (first === undefined) return;
    for (const index of found) this.#because(index, decision);
    const before = this.#located.get(key);
    if (before !== undefined && 'unit' in before) return;
    this.#located.set(key, { mention: first });
    switch (decision.kind) {
      case 'hide':
      case 'not-person':
        this.#drop(found, decision.kind === 'not-person');
        break;
      case 'different':
      case 'same': {
        const local = this.#fullName(first);
        if (local !== null) {
          if (decision.kind === 'different') this.#setApart(local, reference, key);
          const unit = this.#units.get(local);
          if (unit != null) this.#located.set(key, { unit });
        } else if (found.some((index) => this.#meansPerson(index))) this.#take(found, reference, joined.has(key));
        else if (decision.kind === 'different') this.#setThingApart(first, reference);
      }
    }
  }

  /** Mentions written so, those inside others too; folded, and with or without ال before the first word. */
  #find({ mention, nth }: QuotedWords): MentionIndex[] {
    const words = bare(mention);
    const found = this.#facts.mentions.flatMap(({ start, end }, index) =>
      bare(this.#text.slice(start, end)) === words ? [index] : [],
    );
    return nth === null ? found : found.slice(nth - 1, nth);
  }

  /** The person of the article that a mention names in full; null for any other mention. */
  #fullName(index: MentionIndex): LocalIndex | null {
    const mention = this.#mentions[index];
    const entity = mention && this.#entities[mention.entity];
    return mention?.kind === 'person' && mention.form === 'name' && entity?.kind === 'person' && isFull(entity)
      ? mention.entity
      : null;
  }

  #meansPerson(index: MentionIndex): boolean {
    const mention = this.#mentions[index];
    return mention?.kind === 'person' || (mention?.kind === 'office' && !mention.attached);
  }

  #setApart(local: LocalIndex, reference: QuotedWords, key: string): void {
    const unit = this.#units.get(local) ?? unitNode(reference, false);
    this.#units.set(local, unit);
    this.#located.set(key, { unit });
    for (const [index, mention] of this.#mentions.entries())
      if (mention.entity === local && mention.confidence < 1) this.#mentions[index] = { ...mention, confidence: 1 };
  }

  /** What the article names so is an organisation, a place or an agreement that no other article speaks of. */
  #setThingApart(index: MentionIndex, reference: QuotedWords): void {
    const local = this.#mentions[index]?.entity;
    const entity = local === undefined ? undefined : this.#entities[local];
    if (local === undefined || entity === undefined) return;
    if (entity.kind === 'agreement') this.#apart.add(local);
    else if (entity.kind === 'organization' || entity.kind === 'place') {
      const key = keyOfThingApart(reference);
      this.#entities[local] = { ...entity, key };
      for (const [at, each] of this.#entities.entries())
        if (entity.kind === 'organization' && each.kind === 'agreement' && each.parties.includes(entity.key))
          this.#entities[at] = {
            ...each,
            parties: each.parties.map((party) => (party === entity.key ? key : party)).sort(byCodeUnit),
          };
    }
  }

  /** Takes mentions from whom the article would give them to; they are `known` where a decision says whose they are. */
  #take(found: readonly MentionIndex[], reference: QuotedWords, known: boolean): void {
    const [introduction = 0] = found;
    const unit = known ? unitNode(reference, true) : null;
    const local =
      this.#entities.push({
        kind: 'person',
        name: '',
        words: [],
        introduction,
        ranks: [],
        offices: [],
      } satisfies PersonFact) - 1;
    this.#units.set(local, unit);
    if (unit !== null) this.#located.set(referenceKey(reference), { unit });
    for (const index of found) {
      const mention = this.#mentions[index];
      if (mention === undefined || !this.#meansPerson(index)) continue;
      this.#mentions[index] =
        mention.kind === 'office'
          ? { ...mention, holder: local, confidence: 1 }
          : { ...mention, entity: local, holder: mention.holder === null ? null : local, confidence: 1 };
    }
  }

  /** `nobody`: a full name that is no person takes the short mentions of it along. */
  #drop(found: readonly MentionIndex[], nobody: boolean): void {
    for (const index of found) {
      const local = nobody ? this.#fullName(index) : null;
      if (nobody && this.#mentions[index]?.kind !== 'person') continue;
      this.#dropped.add(index);
      if (local === null) continue;
      this.#units.set(local, null);
      for (const [other, mention] of this.#mentions.entries())
        if (mention.kind === 'person' && mention.entity === local) this.#dropped.add(other);
    }
  }

  #giveOffice(decision: Extract<Decision, { kind: 'office' }>): void {
    const key = keyOfName(decision.of[0]);
    const meant = new Set<LocalIndex>();
    for (const [local, entity] of this.#entities.entries())
      if (entity.kind === 'person' && nameKey(nameWords(entity.words)) === key) meant.add(local);
    if (meant.size === 0)
      for (const index of this.#find({ in: this.#path, mention: decision.of[0], nth: null })) {
        const mention = this.#facts.mentions[index];
        if (mention?.kind === 'person') meant.add(mention.entity);
      }
    for (const local of meant) {
      const person = this.#entities[local];
      if (person?.kind !== 'person') continue;
      const office = this.#office(decision.office);
      this.#entities[local] = { ...person, offices: [this.#claim(person, office)] };
      for (const [index, mention] of this.#mentions.entries())
        if (mention.kind === 'person' && mention.entity === local) this.#because(index, decision);
      for (const [index, entity] of this.#entities.entries())
        if (entity.kind === 'agreement' && entity.signatories.some((each) => each.person === local))
          this.#entities[index] = {
            ...entity,
            signatories: entity.signatories.map((each) => (each.person === local ? { ...each, office } : each)),
          };
      this.#located.set(referenceKey(decision.of[0]), { mention: person.introduction });
    }
  }

  #office({ key, title, role, country }: ToldOffice): LocalIndex {
    const known = this.#entities.findIndex((entity) => entity.kind === 'office' && entity.key === key);
    if (known >= 0) return known;
    const told = this.#entities.push({ kind: 'office', key, title, role, organization: null, country, general: false });
    this.#told.add(told - 1);
    return told - 1;
  }

  /** The article's own words for it where it has some, else the name that the reader said it of. */
  #claim({ offices, introduction }: PersonFact, office: LocalIndex): OfficeClaim {
    const own = offices.find((claim) => claim.office === office && !claim.former);
    const { start = 0, end = 0 } = this.#facts.mentions[introduction] ?? {};
    return own ?? { office, mention: introduction, evidence: { start, end }, former: false };
  }

  #because(index: MentionIndex, decision: Decision): void {
    const reasons = this.#reasons.get(index) ?? [];
    const key = decisionKey(decision);
    if (!reasons.includes(key)) this.#reasons.set(index, [...reasons, key]);
  }
}

const isFull = ({ words }: PersonFact): boolean => nameWords(words).length > 1;

const bare = (words: string): string =>
  fold(words)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^ال(?=\S{2})/, '');
