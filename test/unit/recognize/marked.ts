import assert from 'node:assert/strict';
import { CANDIDATE, type EntityKind, type LocalEntity, type PersonFact } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';

const shown = (text: string) => {
  const facts = recognize(text);
  return { facts, mentions: facts.mentions.filter((mention) => mention.confidence >= CANDIDATE) };
};

/** The words marked as `kind` in `text`, in order. */
export function checkMarked(kind: EntityKind, text: string, expected: readonly string[]): void {
  const { mentions } = shown(text);
  assert.deepEqual(
    mentions.filter((mention) => mention.kind === kind).map(({ start, end }) => text.slice(start, end)),
    expected,
    text,
  );
}

/** Each person of `text` by the fullest name, with the words of all its mentions by name. */
export function checkPersons(text: string, expected: Record<string, readonly string[]>): void {
  const { facts, mentions } = shown(text);
  const found: Record<string, string[]> = {};
  for (const { kind, entity, start, end } of mentions) {
    if (kind !== 'person') continue;
    const { name } = facts.entities[entity] as PersonFact;
    found[name] = [...(found[name] ?? []), text.slice(start, end)];
  }
  assert.deepEqual(found, expected, text);
}

/** Offices of `text` in order, as «words» → holder's name, or null where it stays open. */
export function checkHolders(text: string, expected: readonly (readonly [string, string | null])[]): void {
  const { facts, mentions } = shown(text);
  const found = mentions
    .filter(({ kind }) => kind === 'office')
    .map(({ start, end, holder }): [string, string | null] => [
      text.slice(start, end),
      holder === null ? null : (facts.entities[holder] as PersonFact).name,
    ]);
  assert.deepEqual(found, expected, text);
}

/** Keys of the entities of `kind` in `text`, in order of their first mention. */
export function checkKeys(kind: 'office' | 'organization' | 'place', text: string, expected: readonly string[]): void {
  const { facts } = shown(text);
  const found = facts.entities.filter((entity: LocalEntity) => entity.kind === kind);
  assert.deepEqual(
    found.map((entity) => (entity as { key: string }).key),
    expected,
    text,
  );
}
