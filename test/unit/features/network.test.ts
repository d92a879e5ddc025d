/** Who is tied to whom, by what, and the sentences that show it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import {
  type NetworkRequest,
  NODE_KINDS,
  network,
  networkEvidence,
  TIE_KINDS,
  type TieKind,
} from '../../../server/src/features/network.ts';
import { corpus } from './corpus.ts';
import { finished, readCorpus } from './read-corpus.ts';

const VISIT = `وزير النفط العراقي يصل إلى طهران

طهران 15 نوفمبر 2020

وصل وزير النفط العراقي سالم الراوي إلى طهران، والتقى وزير النفط الإيراني كريم نوري.

ووقع سالم الراوي وكريم نوري مذكرة تفاهم بين العراق وإيران في مجال الطاقة.
`;

const LATER = `سالم الراوي يزور البصرة

2 مارس 2021

زار وزير النفط العراقي سالم الراوي محافظة البصرة. وكان كريم نوري قد أشاد بالمذكرة.

وقال وزير الصحة العراقي هاشم البدري إن المستشفى جاهز.
`;

const ALL: NetworkRequest = { entity: null, from: null, to: null, nodes: NODE_KINDS, ties: TIE_KINDS };
const snapshot = readCorpus({ 'later.txt': LATER, 'visit.txt': VISIT });

const entity = (name: string, of: Snapshot = snapshot) =>
  [...of.resolution.entities.values()].find((each) => each.name === name) ?? assert.fail(name);

/** «name – name: kind strength», of persons in the order of their names. */
function tiesIn(request: Partial<NetworkRequest>, of: Snapshot = snapshot): string[] {
  const { nodes, ties } = finished(network(of, { ...ALL, ...request }));
  return ties.map(({ a, b, kind, strength }) => {
    const names = [nodes[a]?.name, nodes[b]?.name].sort();
    return `${names.join(' – ')}: ${kind} ${strength}`;
  });
}

test('people are tied by articles, meetings and signatures, and to the offices they hold', () => {
  const ties = tiesIn({});
  assert.ok(ties.includes('سالم الراوي – كريم نوري: article 2'), ties.join('\n'));
  assert.ok(ties.includes('سالم الراوي – كريم نوري: meeting 1'));
  assert.ok(ties.includes('سالم الراوي – كريم نوري: signature 1'));
  assert.ok(ties.includes('سالم الراوي – وزير النفط العراقي: tenure 2'));
});

test('filters by period, by kind of tie and by kind of node', () => {
  assert.deepEqual(tiesIn({ ties: ['meeting'] }), ['سالم الراوي – كريم نوري: meeting 1']);
  assert.deepEqual(tiesIn({ ties: ['meeting'], from: '2021-01-01' }), []);
  assert.deepEqual(tiesIn({ ties: ['article'], nodes: ['person'], to: '2020-12-31' }), [
    'سالم الراوي – كريم نوري: article 1',
  ]);
  assert.ok(tiesIn({ nodes: ['person'] }).every((tie) => !tie.includes('وزير')));
});

test('the neighbours of one', () => {
  const { nodes } = finished(network(snapshot, { ...ALL, entity: entity('هاشم البدري'), nodes: ['person'] }));
  assert.deepEqual(nodes.map(({ name }) => name).sort(), ['سالم الراوي', 'كريم نوري', 'هاشم البدري']);
  const before = { ...ALL, entity: entity('هاشم البدري'), to: '2020-12-31' };
  assert.deepEqual(
    finished(network(snapshot, before)).nodes.map(({ name }) => name),
    ['هاشم البدري'],
  );
});

function checkEvidence(kind: TieKind, expected: readonly string[], other: string | null = 'كريم نوري'): void {
  const b = other === null ? null : entity(other);
  const { statements } = networkEvidence(snapshot, entity('سالم الراوي'), b, kind, ALL, 10);
  assert.deepEqual(
    statements.map(({ date, target, quote }) => `${date} ${target.article} ${quote.words}`),
    expected,
  );
}

test('each tie has its sentences, by date', () => {
  checkEvidence('article', ['2020-11-15 visit.txt سالم الراوي', '2021-03-02 later.txt سالم الراوي']);
  checkEvidence('meeting', ['2020-11-15 visit.txt والتقى']);
  checkEvidence(
    'tenure',
    ['2020-11-15 visit.txt وزير النفط العراقي سالم الراوي', '2021-03-02 later.txt وزير النفط العراقي سالم الراوي'],
    'وزير النفط العراقي',
  );
  const { statements } = networkEvidence(snapshot, entity('سالم الراوي'), entity('كريم نوري'), 'signature', ALL, 10);
  assert.ok(statements.length > 0 && statements.every(({ target }) => target.article === 'visit.txt'));
  const mentioned = networkEvidence(snapshot, entity('سالم الراوي'), null, 'article', ALL, 1);
  assert.deepEqual([mentioned.total, mentioned.statements.length], [2, 1]);
});

test('the sentence that names both is shown before any other', () => {
  const { statements } = networkEvidence(snapshot, entity('كريم نوري'), entity('سالم الراوي'), 'article', ALL, 10);
  assert.match(statements[0]?.quote.before ?? '', /سالم الراوي/);
});

test('of many names the strongest are shown, as many as can be read, and how many there are is said', () => {
  const people = Array.from({ length: 90 }, (_, n) => `person:${String(n).padStart(2, '0')}`);
  // Each with the next in so many articles as its number says.
  const articles = Object.fromEntries(
    people.slice(1).flatMap((id, n) =>
      Array.from({ length: n + 1 }, (_, copy) => [
        `${id}-${copy}.txt`,
        {
          text: 'فلان وعلان',
          date: '2020-01-01',
          mentions: [
            { words: 'فلان', entity: people[n] ?? '' },
            { words: 'علان', entity: id },
          ],
        },
      ]),
    ),
  );
  const many = corpus(articles, { persons: Object.fromEntries(people.map((id) => [id, { name: id }])) });
  const found = finished(network(many, ALL));
  assert.equal(found.nodesTotal, 90);
  assert.equal(found.tiesTotal, 89);
  assert.equal(found.nodes.length, 40);
  assert.equal(found.ties[0]?.strength, 89);
  assert.ok(found.nodes.some(({ id }) => id === 'person:89') && !found.nodes.some(({ id }) => id === 'person:00'));
  assert.deepEqual(finished(network(many, ALL)), found, 'the same again');
});

test('a network of nobody is empty', () => {
  const found = finished(network(corpus({}), ALL));
  assert.deepEqual([found.nodes, found.ties, found.nodesTotal], [[], [], 0]);
});
