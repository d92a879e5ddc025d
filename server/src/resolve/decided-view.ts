/** An entity as the reader's decisions leave it: several made one, under another name, with another date. */

import { romanize } from '../text/romanize.ts';
import { byEvidence } from './attestations.ts';
import type { Decided } from './decided.ts';
import type { Entity, EntityId, Tenure } from './entities.ts';
import { byCodeUnit } from './keys.ts';
import { lazily } from './lazily.ts';
import { union } from './mention-maps.ts';

/** `rest`: what is the same as `first`, of its kind; of persons none, whose parts are put together where they are resolved. */
export function decidedView(first: Entity, rest: readonly Entity[], decided: Decided): Entity {
  const { id } = first;
  const name = decided.nameOf(id);
  if (rest.length === 0 && name === null && decided.dateOf(id) === null && !decided.joinsBodies) return first;
  const all = [first, ...rest];
  const names = () => [...new Set(all.flatMap((each) => [each.name, ...each.aliases]))];
  const common = {
    id: () => id,
    name: () => name ?? first.name,
    aliases: () => names().filter((form) => form !== (name ?? first.name)),
    latin: () => (name === null ? first.latin : romanize(name)),
    mentions: () => (rest.length === 0 ? first.mentions : union(all.map(({ mentions }) => mentions))),
  };
  const ids = (of: readonly EntityId[]): EntityId[] => [...new Set(of.flatMap((each) => decided.shown(each) ?? []))];
  const one = (of: EntityId | null): EntityId | null => (of === null ? null : decided.shown(of));
  const ofKind = <Kind extends Entity['kind']>(kind: Kind) =>
    all.filter((each): each is Extract<Entity, { kind: Kind }> => each.kind === kind);
  // What other parts of the program add to an entity stays that of the first.
  const kept = Object.fromEntries(
    Object.keys(first).map((key) => [key, () => first[key as keyof Entity]]),
  ) as unknown as { readonly [Key in keyof Entity]: () => Entity[Key] };
  const make = (own: object): Entity => lazily({ ...kept, ...common, ...own }) as unknown as Entity;
  switch (first.kind) {
    case 'person':
      return make({
        tenures: () => tenures(first.tenures, decided),
        agreements: () => ids(first.agreements).sort(byCodeUnit),
      });
    case 'office': {
      const offices = ofKind('office');
      return make({
        organization: () => one(offices.find(({ organization }) => organization !== null)?.organization ?? null),
        tenures: () =>
          tenures(
            offices.flatMap((each) => each.tenures),
            decided,
          ),
      });
    }
    case 'organization': {
      const bodies = ofKind('organization');
      return make({
        country: () => bodies.find(({ country }) => country !== null)?.country ?? null,
        offices: () => ids(bodies.flatMap(({ offices }) => offices)).sort(byCodeUnit),
      });
    }
    case 'agreement': {
      const documents = ofKind('agreement');
      return make({
        date: () => decided.dateOf(id) ?? documents.find(({ date }) => date !== null)?.date ?? null,
        place: () => one(documents.find(({ place }) => place !== null)?.place ?? null),
        parties: () => ids(documents.flatMap(({ parties }) => parties)),
        signatories: () => {
          const signed = new Map(
            documents
              .flatMap(({ signatories }) => signatories)
              .reverse()
              .map((each) => [each.person, { ...each, office: one(each.office) }]),
          );
          return [...signed.values()].reverse();
        },
        states: () =>
          documents
            .flatMap(({ states }) => states)
            .sort((a, b) => byCodeUnit(a.date ?? '~', b.date ?? '~') || byEvidence(a.evidence, b.evidence)),
        subjects: () => [...new Set(documents.flatMap(({ subjects }) => subjects))].sort(byCodeUnit),
        relations: () =>
          documents
            .flatMap(({ relations }) => relations)
            .flatMap((each) => {
              const agreement = decided.shown(each.agreement);
              return agreement === null || agreement === id ? [] : [{ ...each, agreement }];
            }),
      });
    }
    case 'place':
      return make({});
  }
}

/** Tenures of offices that have become one are one. */
function tenures(all: readonly Tenure[], decided: Decided): Tenure[] {
  const byOffice = new Map<string, Tenure>();
  for (const tenure of all) {
    const office = decided.shown(tenure.office);
    if (office === null || decided.shown(tenure.person) === null) continue;
    const key = `${tenure.person} ${office}`;
    const before = byOffice.get(key);
    byOffice.set(key, {
      ...(before ?? tenure),
      office,
      organization: tenure.organization === null ? null : decided.shown(tenure.organization),
      attestations:
        before === undefined ? tenure.attestations : [...before.attestations, ...tenure.attestations].sort(byEvidence),
    });
  }
  return [...byOffice.values()];
}
