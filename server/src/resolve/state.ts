/**
 * What the resolver keeps between updates: counts and lists by group, and indexes from words, offices and beginnings of words to them.
 * All of it is a sum over the articles, so it cannot depend on their order, and taking an article away undoes exactly what adding it
 * did. Nothing is decided here. The maps are persistent: a Resolution holds the state it was made of.
 */
import type { ArticleFacts, IsoDate, LocalIndex, MentionIndex } from '../recognize/facts.ts';
import { type AgreementItem, blockOf, isOfParties, itemKey, signersKey, sliceOf } from './agreement-items.ts';
import { CompactMap, MapEdit } from './compact-map.ts';
import { type DecidedArticle, isUnit } from './decided-article.ts';
import {
  CANDIDATE_GROUP,
  type Contribution,
  type Description,
  describe,
  type GroupedKind,
  type Placement,
  reference,
} from './describe.ts';
import type { ArticlePath } from './entities.ts';
import { parseClaim } from './keys.ts';
import type { OfficeStatement } from './office-statements.ts';
import { wordPairs, wordsOf } from './person-name.ts';
import type { RankStatement } from './rank-statements.ts';
import type { ResolvableArticle } from './resolver.ts';
import { bucketOf, searchKeys, searchUnits } from './search-keys.ts';
import { englishName } from './states.ts';
import type { ToldDate, ToldDates } from './told-dates.ts';

/** See Contribution; `forms`, `links` and `times` are counted. */
export interface Group {
  readonly locals: ByArticle<LocalIndex>;
  readonly mentions: ByArticle<MentionIndex>;
  readonly weak: ByArticle<MentionIndex>;
  readonly open: ByArticle<MentionIndex>;
  readonly events: ByArticle<number>;
  /** Of an office that only the reader speaks of: as `locals`. */
  readonly told: ByArticle<LocalIndex>;
  readonly forms: Counts;
  readonly links: Counts;
  readonly times: Counts;
}

/** By path of the article; few names stand in more than one. */
export type ByArticle<Index extends number> = CompactMap<readonly Index[]>;
export type Counts = CompactMap<number>;
export type Node = CompactMap<Group>;
/** From a key to the members that have it, counted. */
export type Index = CompactMap<Counts>;
/** By `itemKey`. */
export type AgreementSlice = CompactMap<AgreementItem>;
/** By `sliceOf`. */
export type AgreementBlock = CompactMap<AgreementSlice>;

/** An article as it was given, with the date that it has by itself or by others, and what the reader's decisions change in it. */
export interface DecidedInput {
  readonly given: ResolvableArticle;
  readonly date: IsoDate | null;
  /** Where `date` is inferred from other articles: how. */
  readonly told?: ToldDate;
  readonly decided: DecidedArticle | null;
}

/** An article with what is asked of it when another one is read; its facts are those that the reader's decisions leave. */
export interface ArticleRecord extends DecidedInput {
  readonly facts: ArticleFacts;
  readonly placements: Description['placements'];
  readonly countries: Description['countries'];
  readonly offices: Description['offices'];
  /** Its agreements among its local entities. */
  readonly agreements: readonly LocalIndex[];
}

export interface State {
  readonly articles: CompactMap<ArticleRecord>;
  readonly nodes: Readonly<Record<GroupedKind, CompactMap<Node>>>;
  readonly agreements: CompactMap<AgreementBlock>;
  /** Blocks of named agreements by the block of their parties, counted. */
  readonly namedAgreements: Index;
  /** Blocks of parties by those who signed an agreement of theirs (`signersKey`), counted. */
  readonly signedAgreements: Index;
  /** Names (of two words or more, proven by some article) by the pairs of words they hold, in order, and by each word. */
  readonly pairs: Index;
  readonly words: Index;
  /** References to groups of persons by the base of an office they claim. */
  readonly holders: Index;
  /** Nodes of organisations by the state that articles say they are of. */
  readonly bodiesOf: Index;
  /** Articles that tell of meetings, visits and calls, which few do, with these tellings. */
  readonly encounters: ByArticle<number>;
  /** Articles that give somebody an office, with all that they say of it. */
  readonly officeStatements: CompactMap<readonly OfficeStatement[]>;
  /** Articles that give somebody a rank, with all that they say of it. */
  readonly rankStatements: CompactMap<readonly RankStatement[]>;
  /** What tells the day of articles that do not give it. */
  readonly toldDates: ToldDates;
  readonly search: SearchIndex;
}

/** What a reader may type (see search-keys.ts). */
export interface SearchIndex {
  /** References `kind node` of what is called so, by each word of its forms. */
  readonly words: Index;
  /** Words by what they may be typed as, by the first letters of that. */
  readonly spellings: CompactMap<Index>;
}

const EMPTY_GROUP: Group = {
  locals: CompactMap.empty(),
  mentions: CompactMap.empty(),
  weak: CompactMap.empty(),
  open: CompactMap.empty(),
  events: CompactMap.empty(),
  told: CompactMap.empty(),
  forms: CompactMap.empty(),
  links: CompactMap.empty(),
  times: CompactMap.empty(),
};

export const EMPTY_STATE: State = {
  articles: CompactMap.empty(),
  nodes: {
    person: CompactMap.empty(),
    office: CompactMap.empty(),
    organization: CompactMap.empty(),
    place: CompactMap.empty(),
  },
  agreements: CompactMap.empty(),
  namedAgreements: CompactMap.empty(),
  signedAgreements: CompactMap.empty(),
  pairs: CompactMap.empty(),
  words: CompactMap.empty(),
  holders: CompactMap.empty(),
  bodiesOf: CompactMap.empty(),
  encounters: CompactMap.empty(),
  officeStatements: CompactMap.empty(),
  rankStatements: CompactMap.empty(),
  toldDates: CompactMap.empty(),
  search: { words: CompactMap.empty(), spellings: CompactMap.empty() },
};

/** Of an article that was read in this session: whoever gave it may read its facts anew each time they are asked for. */
class ReadRecord implements ArticleRecord {
  readonly given: ResolvableArticle;
  readonly date: IsoDate | null;
  readonly told?: ToldDate;
  readonly decided: DecidedArticle | null;
  readonly placements: Description['placements'];
  readonly countries: Description['countries'];
  readonly offices: Description['offices'];
  readonly agreements: readonly LocalIndex[];

  constructor(
    { given, date, told, decided }: DecidedInput,
    { placements, countries, offices, agreements }: Omit<ArticleRecord, 'facts' | keyof DecidedInput>,
  ) {
    this.given = given;
    this.date = date;
    if (told !== undefined) this.told = told;
    this.decided = decided;
    this.placements = placements;
    this.countries = countries;
    this.offices = offices;
    this.agreements = agreements;
  }

  get facts(): ArticleFacts {
    return this.decided?.facts ?? this.given.facts;
  }
}

/** The next state. `next` holds for each changed article what it is now, null where it is gone. Cost: that of the changed articles. */
export function advance(state: State, next: ReadonlyMap<ArticlePath, DecidedInput | null>): State {
  const step = new Step(state);
  const encounters: Lists<number> = new MapEdit(state.encounters);
  const offices = new MapEdit(state.officeStatements);
  const ranks = new MapEdit(state.rankStatements);
  const articles = state.articles.edited((records) => {
    for (const [path, article] of next) {
      const before = state.articles.get(path);
      if (before !== undefined) step.count(describe(path, before), -1);
      encounters.delete(path);
      offices.delete(path);
      ranks.delete(path);
      if (article === null) records.delete(path);
      else {
        const described = describe(path, article);
        step.count(described, 1);
        list(encounters, path, described.encounters, 1);
        if (described.officeStatements.length > 0)
          offices.set(path, described.officeStatements.map(step.sharedStatement));
        if (described.rankStatements.length > 0) ranks.set(path, described.rankStatements);
        const placements = described.placements.map(step.shared);
        const agreements = described.agreements.map(({ local }) => local);
        const { countries, offices: told } = described;
        records.set(path, new ReadRecord(article, { placements, countries, offices: told, agreements }));
      }
    }
  });
  return step.finish({
    articles,
    encounters: encounters.done(),
    officeStatements: offices.done(),
    rankStatements: ranks.done(),
  });
}

type Changes = Map<string, number>;
type Deltas = Map<string, Changes>;

/** One update being made: what it touches is copied once, changed in place, and put back at the end. */
class Step {
  readonly #state: State;
  readonly #groups = new Map<string, Draft>();
  readonly #placements = new Map<string, Placement>();
  readonly #items = new Map<string, Map<string, Map<string, AgreementItem | null>>>();
  readonly #namedAgreements: Deltas = new Map();
  readonly #signedAgreements: Deltas = new Map();
  readonly #pairs: Deltas = new Map();
  readonly #words: Deltas = new Map();
  readonly #holders: Deltas = new Map();
  readonly #bodiesOf: Deltas = new Map();
  readonly #search: Deltas = new Map();

  constructor(state: State) {
    this.#state = state;
  }

  /** One object for equal placements of an update: most articles of a corpus name the same persons, offices and places. */
  readonly shared = <Place extends Placement | null>(placement: Place): Place => {
    if (placement === null) return placement;
    const key = `${placement.kind} ${reference(placement.node, placement.group)}`;
    const known = this.#placements.get(key);
    if (known === undefined) this.#placements.set(key, placement);
    return (known ?? placement) as Place;
  };

  readonly sharedStatement = (statement: OfficeStatement): OfficeStatement => ({
    ...statement,
    person: this.shared(statement.person),
    office: this.shared(statement.office),
  });

  /** Adds (1) or takes away (-1) what an article says. */
  count(described: Description, sign: 1 | -1): void {
    for (const contribution of described.contributions)
      this.#draft(contribution).count(described.path, contribution, sign);
    for (const item of described.agreements) {
      const block = blockOf(item);
      const items = inner(inner(this.#items, block), sliceOf(item));
      items.set(itemKey(item), sign === 1 ? item : null);
      if (item.properName !== null && item.parties.length > 1 && !item.apart)
        add(this.#namedAgreements, item.parties.join('+'), block, sign);
      const signers = isOfParties(block) ? signersKey(item) : null;
      if (signers !== null) add(this.#signedAgreements, signers, block, sign);
      for (const word of searchUnits(item.title)) add(this.#search, word, `agreement ${block}`, sign);
    }
  }

  #draft({ kind, node, group }: Contribution): Draft {
    const key = `${kind} ${reference(node, group)}`;
    let draft = this.#groups.get(key);
    if (draft === undefined) {
      draft = new Draft(kind, node, group, this.#state.nodes[kind].get(node)?.get(group) ?? EMPTY_GROUP);
      this.#groups.set(key, draft);
    }
    return draft;
  }

  /** `byArticle`: what is kept of each article by itself. */
  finish(byArticle: Pick<State, 'articles' | 'encounters' | 'officeStatements' | 'rankStatements'>): State {
    const { nodes, agreements, namedAgreements, signedAgreements, pairs, words, holders, bodiesOf, search, toldDates } =
      this.#state;
    const changed = { person: new Map(), office: new Map(), organization: new Map(), place: new Map() } as Record<
      GroupedKind,
      Map<string, Draft[]>
    >;
    for (const draft of this.#groups.values()) {
      const of = changed[draft.kind];
      const list = of.get(draft.node);
      if (list === undefined) of.set(draft.node, [draft]);
      else list.push(draft);
    }
    const nextNodes = {
      person: this.#finishNodes(nodes.person, changed.person),
      office: this.#finishNodes(nodes.office, changed.office),
      organization: this.#finishNodes(nodes.organization, changed.organization),
      place: this.#finishNodes(nodes.place, changed.place),
    };
    return {
      ...byArticle,
      nodes: nextNodes,
      agreements: agreements.edited((blocks) => {
        for (const [block, slices] of this.#items)
          put(
            blocks,
            block,
            (blocks.get(block) ?? (CompactMap.empty() as AgreementBlock)).edited((map) => {
              for (const [slice, items] of slices)
                put(
                  map,
                  slice,
                  (map.get(slice) ?? (CompactMap.empty() as AgreementSlice)).edited((all) => {
                    for (const [key, item] of items)
                      if (item === null) all.delete(key);
                      else all.set(key, item);
                  }),
                );
            }),
          );
      }),
      namedAgreements: summed(namedAgreements, this.#namedAgreements),
      signedAgreements: summed(signedAgreements, this.#signedAgreements),
      pairs: summed(pairs, this.#pairs),
      words: summed(words, this.#words),
      holders: summed(holders, this.#holders),
      bodiesOf: summed(bodiesOf, this.#bodiesOf),
      toldDates,
      search: nextSearch(search, this.#search),
    };
  }

  #finishNodes(nodes: CompactMap<Node>, changed: ReadonlyMap<string, Draft[]>): CompactMap<Node> {
    return nodes.edited((map) => {
      for (const [key, drafts] of changed) {
        const before: Node = map.get(key) ?? CompactMap.empty();
        const after = before.edited((groups) => {
          for (const draft of drafts) {
            const group = draft.finish();
            if (group.locals.isEmpty()) groups.delete(draft.group);
            else groups.set(draft.group, group);
            this.#indexGroup(draft, group);
          }
        });
        put(map, key, after);
        if (drafts[0]?.kind === 'person') this.#indexName(key, Number(isProven(after)) - Number(isProven(before)));
      }
    });
  }

  /** What appears or vanishes with a group: its offices' holder, and forms of its name. */
  #indexGroup({ kind, node, group, before }: Draft, after: Group): void {
    const change = Number(!after.locals.isEmpty()) - Number(!before.locals.isEmpty());
    if (kind === 'person' && group !== CANDIDATE_GROUP && group !== '' && change !== 0)
      for (const base of new Set(group.split('\n').map((claim) => parseClaim(claim).base)))
        add(this.#holders, base, reference(node, group), change);
    if (kind === 'organization' && group.startsWith('=') && change !== 0)
      add(this.#bodiesOf, group.slice(1), node, change);
    // What is only a candidate, or too general to be an office, is not found by its name.
    if ((kind === 'person' && group === CANDIDATE_GROUP) || group.startsWith('@')) return;
    const ref = `${kind} ${node}`;
    const english = kind === 'place' ? englishName(node) : null;
    if (english !== null && change !== 0) for (const word of searchUnits(english)) add(this.#search, word, ref, change);
    for (const form of after.forms.keys())
      if (!before.forms.has(form)) for (const word of searchUnits(form)) add(this.#search, word, ref, 1);
    for (const form of before.forms.keys())
      if (!after.forms.has(form)) for (const word of searchUnits(form)) add(this.#search, word, ref, -1);
  }

  #indexName(name: string, change: number): void {
    if (change === 0 || isUnit(name)) return;
    const words = wordsOf(name);
    if (words.length < 2) return;
    for (const pair of wordPairs(words)) add(this.#pairs, pair, name, change);
    for (const word of new Set(words)) add(this.#words, word, name, change);
  }
}

const isProven = (node: Node): boolean => node.size > (node.has(CANDIDATE_GROUP) ? 1 : 0);

/** A group being changed. */
class Draft {
  readonly kind: GroupedKind;
  readonly node: string;
  readonly group: string;
  readonly before: Group;
  readonly #locals: Lists<LocalIndex>;
  readonly #mentions: Lists<MentionIndex>;
  readonly #weak: Lists<MentionIndex>;
  readonly #open: Lists<MentionIndex>;
  readonly #events: Lists<number>;
  readonly #told: Lists<LocalIndex>;
  readonly #forms: Changes = new Map();
  readonly #links: Changes = new Map();
  readonly #times: Changes = new Map();

  constructor(kind: GroupedKind, node: string, group: string, before: Group) {
    this.kind = kind;
    this.node = node;
    this.group = group;
    this.before = before;
    this.#locals = new MapEdit(before.locals);
    this.#mentions = new MapEdit(before.mentions);
    this.#weak = new MapEdit(before.weak);
    this.#open = new MapEdit(before.open);
    this.#events = new MapEdit(before.events);
    this.#told = new MapEdit(before.told);
  }

  count(
    path: ArticlePath,
    { locals, mentions, weak, open, events, told, forms, links, times }: Contribution,
    sign: 1 | -1,
  ): void {
    list(this.#locals, path, locals, sign);
    list(this.#mentions, path, mentions, sign);
    list(this.#weak, path, weak, sign);
    list(this.#open, path, open, sign);
    list(this.#events, path, events, sign);
    list(this.#told, path, told, sign);
    for (const form of forms) bump(this.#forms, form, sign);
    for (const link of links) bump(this.#links, link, sign);
    for (const time of times) bump(this.#times, time, sign);
  }

  finish(): Group {
    return {
      locals: this.#locals.done(),
      mentions: this.#mentions.done(),
      weak: this.#weak.done(),
      open: this.#open.done(),
      events: this.#events.done(),
      told: this.#told.done(),
      forms: summedCounts(this.before.forms, this.#forms),
      links: summedCounts(this.before.links, this.#links),
      times: summedCounts(this.before.times, this.#times),
    };
  }
}

type Lists<Index extends number> = MapEdit<readonly Index[]>;

function list<Index extends number>(
  map: Lists<Index>,
  path: ArticlePath,
  indexes: readonly Index[],
  sign: 1 | -1,
): void {
  if (sign === -1) map.delete(path);
  else if (indexes.length > 0) map.set(path, sharedList(indexes));
}

/** Most lists are of one small number: these are one object each, of which there are as many as there are such numbers. */
export function sharedList<Index extends number>(indexes: readonly Index[]): readonly Index[] {
  const [only, second] = indexes;
  if (only === undefined || second !== undefined || only >= SINGLES.length) return indexes.slice();
  return SINGLES[only] as readonly Index[];
}

const SINGLES: readonly (readonly number[])[] = Array.from({ length: 512 }, (_, index) => [index]);

/** Sets a map inside a map, or takes it away where nothing is left in it. */
function put<Inner extends { isEmpty(): boolean }>(map: MapEdit<Inner>, key: string, value: Inner): void {
  if (value.isEmpty()) map.delete(key);
  else map.set(key, value);
}

function inner<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

const bump = (counts: Changes, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

function add(deltas: Deltas, key: string, member: string, by: number): void {
  bump(inner(deltas, key), member, by);
}

function summedCounts(counts: Counts, deltas: Changes): Counts {
  return counts.edited((map) => {
    for (const [key, by] of deltas) {
      if (by === 0) continue;
      const sum = (map.get(key) ?? 0) + by;
      if (sum === 0) map.delete(key);
      else map.set(key, sum);
    }
  });
}

function summed(index: Index, deltas: Deltas): Index {
  return index.edited((map) => {
    for (const [key, counts] of deltas) {
      put(map, key, summedCounts(map.get(key) ?? CompactMap.empty(), counts));
    }
  });
}

/** What a word may be typed as is looked into only where the word comes or goes. */
function nextSearch({ words, spellings }: SearchIndex, deltas: Deltas): SearchIndex {
  const next = summed(words, deltas);
  const spelt: Deltas = new Map();
  for (const word of deltas.keys()) {
    const change = Number(next.has(word)) - Number(words.has(word));
    if (change !== 0) for (const key of searchKeys(word)) add(spelt, key, word, change);
  }
  return { words: next, spellings: summedInBuckets(spellings, spelt) };
}

function summedInBuckets(buckets: SearchIndex['spellings'], deltas: Deltas): SearchIndex['spellings'] {
  const byBucket = new Map<string, Deltas>();
  for (const [key, counts] of deltas) {
    const bucket = bucketOf(key);
    const list = byBucket.get(bucket);
    if (list === undefined) byBucket.set(bucket, new Map([[key, counts]]));
    else list.set(key, counts);
  }
  return buckets.edited((map) => {
    for (const [bucket, inside] of byBucket) {
      put(map, bucket, summed(map.get(bucket) ?? (CompactMap.empty() as Index), inside));
    }
  });
}
