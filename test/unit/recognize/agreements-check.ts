/** What is read of the agreements of an article, for the tests of each question. */
import assert from 'node:assert/strict';
import type { AgreementFact } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';

export interface Expected {
  readonly title?: string;
  readonly type?: AgreementFact['type'];
  readonly properName?: string | null;
  readonly parties?: readonly string[];
  /** In the order of an agreement's life. */
  readonly states?: readonly string[];
  readonly signatories?: readonly string[];
  readonly place?: string | null;
  readonly date?: string | null;
  readonly subjects?: readonly string[];
  readonly related?: readonly string[];
  readonly mentions?: readonly string[];
}

/** The agreements of an article, in order, in what `expected` speaks of. */
export function checkAgreements(text: string, ...expected: readonly Expected[]): void {
  const facts = recognize(text);
  const nameOf = (index: number) => {
    const entity = facts.entities[index];
    return entity === undefined ? '' : 'name' in entity ? entity.name : entity.title;
  };
  const found = facts.entities.flatMap((entity, index) => (entity.kind === 'agreement' ? [{ entity, index }] : []));
  const seen = found.map(({ entity, index }, i) => {
    const all = {
      ...entity,
      states: entity.states.map(({ state }) => state),
      signatories: entity.signatories.map(({ person }) => nameOf(person)),
      place: entity.place === null ? null : nameOf(entity.place),
      date: entity.date?.value ?? null,
      related: entity.relations.map(({ agreement }) => nameOf(agreement)),
      mentions: facts.mentions
        .filter((mention) => mention.kind === 'agreement' && mention.entity === index)
        .map(({ start, end }) => text.slice(start, end)),
    };
    const wanted = Object.keys(expected[i] ?? { title: '' }) as (keyof Expected)[];
    return Object.fromEntries(wanted.map((key) => [key, all[key]]));
  });
  assert.deepEqual(seen, expected, text);
  for (const { entity } of found)
    for (const { evidence } of entity.states)
      assert.ok(evidence.start >= 0 && evidence.end <= text.length && evidence.start < evidence.end);
}
