/**
 * What pictures of a whole corpus ask: once through the articles that tell of something, or the names that most articles have, instead of
 * entity by entity.
 */
import { attestation, byFirst, type OfficeAttestation, outlineOf, tenureKey } from './attestations.ts';
import type { AgreementEntity, ArticlePath, EntityId, EventEntity, Survey, TenureOutline } from './entities.ts';
import type { EntityViews } from './entity-views.ts';
import type { Events } from './events.ts';
import { byCodeUnit } from './keys.ts';
import type { Group, Node, State } from './state.ts';
import { STRIDE } from './steps.ts';

export class CorpusSurvey implements Survey {
  readonly #state: State;
  readonly #views: EntityViews;
  readonly #events: Events;

  constructor(state: State, views: EntityViews, events: Events) {
    this.#state = state;
    this.#views = views;
    this.#events = events;
  }

  encounters(): Generator<void, readonly EventEntity[]> {
    return this.#events.encounters();
  }

  *agreements(take: (agreement: AgreementEntity) => void): Generator<void, void> {
    for (const id of yield* this.#views.gatherIds('agreement')) {
      const agreement = this.#views.byId(id);
      if (agreement?.kind === 'agreement' && agreement.mentions.size > 0) take(agreement);
      yield;
    }
  }

  *tenures(): Generator<void, readonly TenureOutline[]> {
    const told = new Map<string, OfficeAttestation[]>();
    let looked = 0;
    for (const [path, statements] of this.#state.officeStatements) {
      if (++looked % STRIDE === 0) yield;
      const date = this.#state.articles.get(path)?.date ?? null;
      for (const statement of statements) {
        const person = this.#views.idOfPlacement(path, statement.person);
        const each = person === null ? null : attestation(this.#views, person, path, date, statement);
        if (each === null) continue;
        const list = told.get(tenureKey(each));
        if (list === undefined) told.set(tenureKey(each), [each]);
        else list.push(each);
      }
    }
    const outlines: TenureOutline[] = [];
    for (const list of told.values()) {
      if (++looked % STRIDE === 0) yield;
      outlines.push(outlineOf(list));
    }
    yield;
    return outlines.sort((a, b) => byCodeUnit(a.person, b.person) || byFirst(a, b));
  }

  *prominent(
    kind: 'person' | 'office' | 'organization',
    most: number,
    counts: ((path: ArticlePath) => boolean) | null,
  ): Generator<void, EntityId[]> {
    const nodes = this.#state.nodes[kind];
    const isFew = nodes.size <= most;
    const named: { readonly node: string; readonly articles: number }[] = [];
    let looked = 0;
    for (const [node, groups] of nodes) {
      if (++looked % STRIDE === 0) yield;
      named.push({ node, articles: isFew ? 0 : articlesOf(groups, counts) });
    }
    if (!isFew) named.sort((a, b) => b.articles - a.articles || byCodeUnit(a.node, b.node)).splice(most);
    yield;
    const found = new Set<EntityId>();
    for (const { node } of named) {
      if (++looked % STRIDE === 0) yield;
      // Of many names a word that is another person in each article is nobody of note; an office too general to be one never is.
      for (const id of this.#views.idsIn(kind, node, isFew && kind === 'person' ? undefined : 0))
        if (!this.#isGeneral(id)) found.add(id);
    }
    return [...found].sort(byCodeUnit);
  }

  mentioning(id: EntityId): readonly ArticlePath[] {
    const entity = this.#views.byId(id);
    return entity === undefined || this.#isGeneral(id) ? [] : [...entity.mentions.keys()];
  }

  /** Also of an office that a correction joins to another it may be that it is too general to be one. */
  #isGeneral(id: EntityId): boolean {
    const entity = this.#views.byId(id);
    return entity?.kind === 'office' && entity.general;
  }
}

/** How many articles have a name, an office that is too general to be one left out. */
function articlesOf(groups: Node, counts: ((path: ArticlePath) => boolean) | null): number {
  let articles = 0;
  for (const [key, group] of groups) if (!key.startsWith('@')) articles += articlesIn(group, counts);
  return articles;
}

function articlesIn({ locals }: Group, counts: ((path: ArticlePath) => boolean) | null): number {
  if (counts === null) return locals.size;
  let articles = 0;
  for (const path of locals.keys()) if (counts(path)) articles++;
  return articles;
}
