import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenOf, type Grouping, groupAgreements, type TreeNode } from '../../../client/src/agreement-tree.ts';
import type { AgreementNode } from '../../../server/src/lsp/requests.ts';

const at = (line: number) => ({
  uri: 'file:///corpus/first.txt',
  range: { start: { line, character: 0 }, end: { line, character: 9 } },
});

function agreement(id: string, given: Partial<AgreementNode> = {}): AgreementNode {
  return {
    id,
    title: 'مذكرة تفاهم',
    type: 'memorandum',
    status: 'signed',
    date: null,
    place: null,
    parties: [],
    signatories: [],
    states: [],
    subjects: [],
    related: [],
    location: at(0),
    articles: [],
    ...given,
  };
}

const border = agreement('border', { date: '1975-06-13', status: 'in force', parties: ['العراق', 'إيران'] });
const security = agreement('security', { date: '2023-03-19', parties: ['العراق', 'إيران'] });
const trade = agreement('trade', { date: '2023', status: 'planned', parties: ['الأردن', 'العراق'] });
const unclear = agreement('unclear', { date: 'XXXX-08-05', status: 'announced' });

/** The groups as `name: ids`. */
function checkGroups(grouping: Grouping, expected: string[]): void {
  const groups = groupAgreements([border, security, trade, unclear], grouping);
  assert.deepEqual(
    groups.map(({ value, agreements }) => `${value}: ${agreements.map(({ id }) => id).join(' ')}`),
    expected,
  );
}

test('by date: years in order, what has none at the end', () => {
  checkGroups('date', ['1975: border', '2023: security trade', 'null: unclear']);
});

test('by party: under each of its parties, the busiest first', () => {
  checkGroups('party', ['العراق: border security trade', 'إيران: border security', 'الأردن: trade', 'null: unclear']);
});

test('by state: in the order of an agreement’s life', () => {
  checkGroups('state', ['planned: trade', 'announced: unclear', 'signed: security', 'in force: border']);
});

const full = agreement('full', {
  parties: ['العراق', 'إيران'],
  signatories: [
    { name: 'فلان', capacity: 'وزير الداخلية', location: at(1) },
    { name: 'علان', capacity: null, location: at(1) },
  ],
  related: [{ id: 'border', title: 'اتفاقية الحدود', relation: 'implements', location: at(2) }],
  states: [
    { state: 'planned', date: '2023-01-02', article: 'الأول', sentence: 'سيوقعان المذكرة', location: at(3) },
    { state: 'signed', date: '2023-03-19', article: 'الأول', sentence: 'وقعا المذكرة', location: at(4) },
  ],
  subjects: ['border'],
  articles: [
    {
      uri: 'file:///corpus/first.txt',
      title: 'الأول',
      date: null,
      mentions: [
        { location: at(3), text: 'المذكرة', sentence: 'المذكرة هنا' },
        { location: at(4), text: 'المذكرة', sentence: 'والمذكرة هناك' },
      ],
    },
  ],
});

function all(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...all(childrenOf(node))]);
}

test('below an agreement: states over time, parties, subjects, signatories, related ones, and its mentions by article', () => {
  assert.deepEqual(
    all(groupAgreements([full], 'date')).map(({ kind }) => kind),
    [
      'group',
      'agreement',
      'state',
      'attested',
      'attested',
      'parties',
      'subjects',
      'signatory',
      'signatory',
      'related',
      'article',
      'mention',
      'mention',
    ],
  );
});

test('every node has an id of its own, which an answer with more agreements leaves as it is', () => {
  for (const grouping of ['date', 'party', 'state'] as const) {
    const ids = all(groupAgreements([full], grouping)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, grouping);
    const more = all(groupAgreements([border, security, full, trade], grouping)).map(({ id }) => id);
    assert.equal(new Set(more).size, more.length, grouping);
    assert.deepEqual(
      ids.filter((id) => !more.includes(id)),
      [],
      grouping,
    );
  }
});
