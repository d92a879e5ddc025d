/** What pictures of a whole corpus cost: of how many articles the facts are read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NODE_KINDS, network, TIE_KINDS } from '../../../server/src/features/network.ts';
import { TIMELINE_KINDS, timeline } from '../../../server/src/features/timeline.ts';
import { wholeCorpus } from '../../../server/src/features/whole-corpus.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { type ResolvableArticle, Resolver } from '../../../server/src/resolve/resolver.ts';
import { finished, readCorpus } from './read-corpus.ts';

const OFFICE = 'قال وزير النفط العراقي سالم الراوي إن العمل مستمر.\n';
const MEETING =
  'لقاء في طهران\n\nطهران 15 نوفمبر 2020\n\nالتقى وزير النفط العراقي سالم الراوي وزير النفط الإيراني كريم نوري في طهران.\n';
const NAME = 'قال هاشم البدري إن العمل مستمر.\n';

test('of articles that only give somebody an office, or only name somebody, no facts are read', () => {
  const texts: Readonly<Record<string, string>> = Object.fromEntries([
    ...Array.from({ length: 30 }, (_, n) => [`office-${n}.txt`, OFFICE]),
    ...Array.from({ length: 30 }, (_, n) => [`name-${n}.txt`, NAME]),
    ['meeting.txt', MEETING],
  ]);
  const read = new Set<string>();
  const set = Object.entries(texts).map(([path, text]): [string, ResolvableArticle] => {
    const facts = recognize(text, null);
    const given = {
      date: '2020-11-15',
      get facts() {
        read.add(path);
        return facts;
      },
    };
    return [path, given];
  });
  const resolution = new Resolver().update({ set });
  const snapshot = { ...readCorpus(texts), resolution };
  read.clear();
  const { tenures, encounters } = finished(wholeCorpus(snapshot));
  assert.deepEqual(
    tenures.map(({ person, attestations }) => [person, attestations.length]),
    [
      ['person:سالم-راوي', 31],
      ['person:كريم-نوري', 1],
    ],
  );
  assert.equal(encounters.length, 1);
  assert.deepEqual([...read], ['meeting.txt']);
});

test('a timeline and a network that are half gathered are taken on by whoever asks', () => {
  const texts = { 'meeting.txt': MEETING, 'office.txt': OFFICE };
  const all = { entity: null, from: null, to: null };
  const snapshot = readCorpus(texts);
  let surveys = 0;
  const { resolution } = snapshot;
  const counted = {
    ...snapshot,
    resolution: {
      ...resolution,
      survey: () => {
        surveys++;
        return resolution.survey();
      },
    },
  };
  const ahead = timeline(counted, { ...all, kinds: TIMELINE_KINDS, unit: 'year' }, 'ar');
  ahead.next();
  ahead.next();
  const drawn = finished(network(counted, { ...all, nodes: NODE_KINDS, ties: TIE_KINDS }));
  assert.ok(drawn.ties.some(({ kind }) => kind === 'tenure'));
  const lanes = finished(ahead).lanes.map(({ kind, total }) => `${kind} ${total}`);
  assert.ok(lanes.includes('tenure 2'), lanes.join());
  assert.equal(surveys, 1);
});
