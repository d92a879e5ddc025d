/** What it takes to say which office an article means: a minister is spoken of in thousands of articles without their state. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bodies } from '../../../server/src/resolve/bodies.ts';
import { NOTHING_DECIDED } from '../../../server/src/resolve/decisions.ts';
import { Persons } from '../../../server/src/resolve/persons.ts';
import { advance, EMPTY_STATE } from '../../../server/src/resolve/state.ts';
import { counted, FAMILIES } from './looked-up.ts';
import { report } from './reports.ts';

/** So many ministers, each in an article that does not say of which state, and how many names are looked up to know the office of the last. */
function lookedUp(people: number): number {
  const said = FAMILIES.slice(0, people).map((family, number) => {
    const name = `سامر ${family}`;
    const given = report('2020-11-16', `قال وزير الدفاع ${name} ذلك`, {
      persons: [{ name, office: 'وزير الدفاع = minister/defence/' }],
    });
    return [`${number}.txt`, { given, date: null, decided: null }] as const;
  });
  assert.equal(said.length, people);
  const state = advance(EMPTY_STATE, new Map(said));
  const { state: watched, looked } = counted(state);
  const bodies = new Bodies(watched, new Persons(watched, NOTHING_DECIDED));
  const placement = state.articles.get(`${people - 1}.txt`)?.placements.find((each) => each?.kind === 'office');
  assert.ok(placement);
  assert.match(bodies.ofPlacement(placement)?.id ?? '', /^minister\/defence\//);
  return looked();
}

test('that an office is held by many of no known state costs no more where more hold it', () => {
  const [few, many] = [lookedUp(27), lookedUp(108)];
  assert.ok(few > 0);
  assert.ok(many < 2 * few, `${few} names looked up among 27, ${many} among 108`);
});
