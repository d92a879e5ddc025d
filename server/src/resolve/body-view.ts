/** An office or organisation as a reader of the index sees it. */
import type { LocalIndex } from '../recognize/facts.ts';
import { attestation, type EntityIndex, type OfficeAttestation, tenuresOf } from './attestations.ts';
import type { Bodies, Body } from './bodies.ts';
import { ownGroup, parseReference } from './describe.ts';
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
    tenures: () => tenuresOf(index, held(state, bodies, index, body)),
  });
}

function groupsOf(state: State, { kind, base, groups }: Body): Group[] {
  const node = state.nodes[kind].get(base);
  return groups().flatMap((group) => node?.get(group) ?? []);
}

function shared(state: State, body: Body) {
  const groups = once(() => groupsOf(state, body));
  const forms = once(() => merged(groups().map((group) => group.forms)));
  // Of a body of a known state the form that was read with its state: «وزير الدفاع العراقي» before «وزير الدفاع».
  const own = once(() => {
    const node = state.nodes[body.kind].get(body.base);
    const group = body.country === null ? undefined : node?.get(ownGroup(body.country));
    return mostFrequent(new Map((group ?? groups()[0])?.forms ?? []));
  });
  const name = once(() => own() ?? mostFrequent(forms()) ?? body.base);
  return {
    id: () => `${body.kind}:${body.id}`,
    ...naming(name, forms),
    mentions: () => withProof(union(groups().map(({ mentions }) => mentions)), union(groups().map(({ weak }) => weak))),
    country: () => body.country,
  };
}

/** Offices of an organisation, or organisations of an office, with how often articles say so. */
function linked(state: State, bodies: Bodies, body: Body, kind: Body['kind']): Map<EntityId, number> {
  const counted = new Map<EntityId, number>();
  for (const group of groupsOf(state, body))
    for (const [ref, count] of group.links) {
      const other = bodies.ofPlacement({ kind, ...parseReference(ref) });
      if (other !== null) counted.set(`${kind}:${other.id}`, (counted.get(`${kind}:${other.id}`) ?? 0) + count);
    }
  return counted;
}

/** What articles say of who holds an office; one that is too general to be an office is that of one article. */
function held(state: State, bodies: Bodies, index: EntityIndex, body: Body): OfficeAttestation[] {
  const found: OfficeAttestation[] = [];
  const take = (path: ArticlePath, persons: readonly LocalIndex[] | null) => {
    const date = state.articles.get(path)?.date ?? null;
    for (const statement of state.officeStatements.get(path) ?? []) {
      if (persons?.includes(statement.local) === false || bodies.idOf(statement.office) !== body.id) continue;
      const person = index.idOfPlacement(path, statement.person);
      const told = person === null ? null : attestation(index, person, path, date, statement);
      if (told !== null) found.push(told);
    }
  };
  if (body.general) take(body.id.slice(body.id.indexOf('@') + 1), null);
  else
    for (const ref of state.holders.get(body.base)?.keys() ?? []) {
      const { node, group } = parseReference(ref);
      for (const [path, locals] of state.nodes.person.get(node)?.get(group)?.locals ?? []) take(path, locals);
    }
  return found;
}
