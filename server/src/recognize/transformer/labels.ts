/** What the labels of a token-classification model mean, as `id2label` of its `config.json` names them. */
import type { TAGS } from '../tagger/features.ts';

const NAMES: Readonly<Record<string, 'PERS' | 'LOC' | 'ORG'>> = {
  PER: 'PERS',
  PERS: 'PERS',
  PERSON: 'PERS',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
};

/** The first of TAGS, here again so that the lexicon is not loaded a second time with this program. */
export const READ_TAGS = [
  'O',
  'B-PERS',
  'I-PERS',
  'B-LOC',
  'I-LOC',
  'B-ORG',
  'I-ORG',
] as const satisfies readonly (typeof TAGS)[number][];

/** Of each label the index in TAGS of what it says; labels of other kinds say «no name». */
export type Labels = readonly number[];

/**
 * Labels by their ids, which are 0, 1, 2, …; null where the names have no meaning that is known here («LABEL_0»), for one of persons,
 * places or organisations at least. Schemes: BIO, BIOES or BILOU, or the bare kind («PER»), of which neighbours are one name.
 */
export function readLabels(id2label: unknown): Labels | null {
  if (typeof id2label !== 'object' || id2label === null) return null;
  const byId = id2label as Readonly<Record<string, unknown>>;
  const labels: number[] = [];
  for (let id = 0; id < Object.keys(byId).length; id++) {
    const name = byId[id];
    if (typeof name !== 'string') return null;
    const { place = 'I', kind = '' } =
      /^(?:(?<place>[BILUSE])[-_])?(?<kind>.+)$/.exec(name.toUpperCase())?.groups ?? {};
    const known = Object.hasOwn(NAMES, kind) ? NAMES[kind] : undefined;
    const tag = known === undefined ? 'O' : `${'BUS'.includes(place) ? 'B' : 'I'}-${known}`;
    labels.push((READ_TAGS as readonly string[]).indexOf(tag));
  }
  return labels.some((tag) => tag > 0) ? labels : null;
}

/** Kinds as TAGS has them: none, persons, places, organisations. */
const KINDS = 4;
const kindOf = (tag: number) => (tag + 1) >> 1;

/**
 * The tag of one word, and how sure it is (0–1): of the softmax of its scores (from `at` on, one for each label) the share of all labels of
 * the kind that has most. A name begins where the word before is of another kind, and where the labels that begin one outweigh those
 * that go on.
 */
export function tagOf(scores: Float32Array, at: number, labels: Labels, before: number): { tag: number; sure: number } {
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels.length; label++) top = Math.max(top, scores[at + label] as number);
  const shares = new Float64Array(2 * KINDS);
  let all = 0;
  for (let label = 0; label < labels.length; label++) {
    const likely = Math.exp((scores[at + label] as number) - top);
    const tag = labels[label] as number;
    shares[tag] = (shares[tag] as number) + likely;
    all += likely;
  }
  // Of numbers that are none nothing can be said.
  if (!(all > 0)) return { tag: 0, sure: 0 };
  let best = 0;
  let most = shares[0] as number;
  for (let kind = 1; kind < KINDS; kind++) {
    const share = (shares[2 * kind - 1] as number) + (shares[2 * kind] as number);
    if (share <= most) continue;
    best = kind;
    most = share;
  }
  if (best === 0) return { tag: 0, sure: most / all };
  const begins = kindOf(before) !== best || (shares[2 * best - 1] as number) > (shares[2 * best] as number);
  return { tag: begins ? 2 * best - 1 : 2 * best, sure: most / all };
}
