/** An office or organisation as a reader of the index sees it. */
import type { LocalIndex } from '../recognize/facts.ts';
import { attestationsOf, type EntityIndex, type OfficeAttestation, occurrence, tenuresOf } from './attestations.ts';
import type { Bodies, Body } from './bodies.ts';
import { parseReference } from './describe.ts';
import type { ArticlePath, EntityId, OfficeEntity, OrganizationEntity } from './entities.ts';
import { merged, mostFrequent, naming } from './forms.ts';
import { byCodeUnit, roleOf } from './keys.ts';
import { lazily, once } from './lazily.ts';
import { union, withProof } from './mention-maps.ts';
import type { Group, State } from './state.ts';

export function organizationView(state: State, bodies: Bodies, body: Body): OrganizationEntity {
  return lazily<OrganizationEntity>({
    ...shared(state, body),
    kind: () => 'organization',
    offices: () => [...linked(state, bodies, body, 'office').keys()].sort(byCodeUnit),
  });
}

export function officeView(state: State, bodies: Bodies, index: EntityIndex, body: Body): OfficeEntity {
  return lazily<OfficeEntity>({
    ...shared(state, body),
    kind: () => 'office',
    role: () => roleOf(body.base),
    organization: () => mostFrequent(linked(state, bodies, body, 'organization')),
    general: () => body.general,
    tenures: () => tenuresOf(index, body.general ? heldInArticle(state, index, body) : held(state, index, body)),
  });
}

function groupsOf(state: State, { kind, base, groups }: Body): Group[] {
  const node = state.nodes[kind].get(base);
  return groups.flatMap((group) => node?.get(group) ?? []);
}

function shared(state: State, body: Body) {
  const groups = groupsOf(state, body);
  const forms = once(() => merged(groups.map((group) => group.forms)));
  // Of a body of a known state the form that was read with its state: «وزير الدفاع العراقي» before «وزير الدفاع».
  const own = once(() => mostFrequent(new Map(groups[0]?.forms ?? [])));
  const name = once(() => own() ?? mostFrequent(forms()) ?? body.base);
  return {
    id: () => `${body.kind}:${body.id}`,
    ...naming(name, forms),
    mentions: () => withProof(union(groups.map(({ mentions }) => mentions)), union(groups.map(({ weak }) => weak))),
    country: () => body.country,
  };
}

/** Offices of an organisation, or organisations of an office, with how often articles say so. */
function linked(state: State, bodies: Bodies, body: Body, kind: Body['kind']): Map<EntityId, number> {
  const counted = new Map<EntityId, number>();
  for (const group of groupsOf(state, body))
    for (const [ref, count] of group.links) {
      const id = bodies.idOf({ kind, ...parseReference(ref) });
      if (bodies.byId(kind, id) === null) continue;
      counted.set(`${kind}:${id}`, (counted.get(`${kind}:${id}`) ?? 0) + count);
    }
  return counted;
}

function held(state: State, index: EntityIndex, body: Body): OfficeAttestation[] {
  const found: OfficeAttestation[] = [];
  for (const ref of state.holders.get(body.base)?.keys() ?? []) {
    const { node, group } = parseReference(ref);
    for (const [path, locals] of state.nodes.person.get(node)?.get(group)?.locals ?? [])
      found.push(...heldBy(state, index, body, path, locals));
  }
  return found;
}

function heldInArticle(state: State, index: EntityIndex, body: Body): OfficeAttestation[] {
  const path = body.id.slice(body.id.indexOf('@') + 1);
  const entities = state.articles.get(path)?.facts.entities ?? [];
  const persons = entities.flatMap(({ kind }, local) => (kind === 'person' ? [local] : []));
  return heldBy(state, index, body, path, persons);
}

function heldBy(
  state: State,
  index: EntityIndex,
  body: Body,
  path: ArticlePath,
  persons: readonly LocalIndex[],
): OfficeAttestation[] {
  const record = state.articles.get(path);
  if (record === undefined) return [];
  return persons.flatMap((local) => {
    const person = index.idOfLocal(path, record, local);
    const found = person === null ? null : occurrence(path, record, local);
    if (person === null || found === null) return [];
    return attestationsOf(index, person, found).filter(({ office }) => office === `office:${body.id}`);
  });
}
