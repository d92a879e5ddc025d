/** What it takes to see that a word is nobody's: a common given name begins thousands of names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_DECIDED } from '../../../server/src/resolve/decisions.ts';
import { Persons } from '../../../server/src/resolve/persons.ts';
import { advance, EMPTY_STATE } from '../../../server/src/resolve/state.ts';
import { counted, FAMILIES } from './looked-up.ts';
import { report } from './reports.ts';

/** So many people called سامر, each in an article of his own, and how many names are looked up to know whom the bare word may mean. */
function lookedUp(people: number): number {
  const names = FAMILIES.slice(0, people).map((family) => `سامر ${family}`);
  assert.equal(names.length, people);
  const said = [...names, 'سامر'].map((name, number) => {
    const given = report(null, `قال ${name} ذلك`, { persons: [{ name }] });
    return [`${number}.txt`, { given, date: null, decided: null }] as const;
  });
  const state = advance(EMPTY_STATE, new Map(said));
  const { state: watched, looked } = counted(state);
  const persons = new Persons(watched, NOTHING_DECIDED);
  const placement = state.articles.get(`${people}.txt`)?.placements.find((each) => each?.kind === 'person');
  assert.ok(placement);
  assert.deepEqual(persons.verdict(`${people}.txt`, placement).person, null);
  return looked();
}

test('that a word is borne by too many to tell anything costs no more where more bear it', () => {
  const [few, many] = [lookedUp(27), lookedUp(108)];
  assert.ok(many < 2 * few, `${few} names looked up among 27, ${many} among 108`);
});
