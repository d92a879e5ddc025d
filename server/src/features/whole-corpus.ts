/**
 * What the pictures of a whole corpus rest on. It is gathered once for a snapshot, in small steps that whoever needs it first may drive
 * and the next one takes on; what is kept of it says what was told where, and holds no entity.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { IsoDate } from '../recognize/facts.ts';
import type {
  AgreementEntity,
  ArticlePath,
  EntityId,
  EventEntity,
  Survey,
  TenureOutline,
} from '../resolve/entities.ts';
import { SharedSteps } from '../resolve/steps.ts';
import { statesOverTime } from './agreements.ts';

export interface WholeCorpus {
  /** Of each article. */
  readonly dates: ReadonlyMap<ArticlePath, IsoDate | null>;
  /** Meetings, visits and calls, by date. */
  readonly encounters: readonly EventEntity[];
  /** By id. */
  readonly agreements: readonly AgreementOutline[];
  /** By person. */
  readonly tenures: readonly TenureOutline[];
  /** That by which it was gathered: the next to ask of the whole corpus needs what it decided. Gives it once, then another one. */
  survey(): Survey;
}

export interface AgreementOutline {
  readonly id: EntityId;
  /** So many articles mention it. */
  readonly articles: number;
  readonly date: IsoDate | null;
  /** See `statesOverTime`. */
  readonly states: AgreementEntity['states'];
  /** Those who signed, each once, and the bodies that are parties. */
  readonly signedBy: readonly EntityId[];
}

export const outlineOfAgreement = (agreement: AgreementEntity): AgreementOutline => ({
  id: agreement.id,
  articles: agreement.mentions.size,
  date: agreement.date,
  states: statesOverTime(agreement),
  signedBy: signedBy(agreement),
});

/** Those who signed, each once, and the bodies that are parties. */
export function signedBy({ signatories, parties }: AgreementEntity): EntityId[] {
  if (signatories.length === 0) return [];
  return [
    ...new Set([
      ...signatories.map(({ person }) => person),
      ...parties.filter((party) => party.startsWith('organization:')),
    ]),
  ];
}

const gathered = new WeakMap<Snapshot, SharedSteps<WholeCorpus>>();

export function* wholeCorpus(snapshot: Snapshot): Generator<void, WholeCorpus> {
  let shared = gathered.get(snapshot);
  if (shared === undefined) {
    shared = new SharedSteps(() => gather(snapshot));
    gathered.set(snapshot, shared);
  }
  return yield* shared.join();
}

/** So many articles are looked at in a step. */
const STRIDE = 256;

function* gather({ articles, resolution }: Snapshot): Generator<void, WholeCorpus> {
  const dates = new Map<ArticlePath, IsoDate | null>();
  for (const { path, date } of articles.values()) {
    dates.set(path, date?.value ?? null);
    if (dates.size % STRIDE === 0) yield;
  }
  const survey = resolution.survey();
  yield;
  const tenures = yield* survey.tenures();
  const encounters = yield* survey.encounters();
  const outlines: AgreementOutline[] = [];
  yield* survey.agreements((agreement) => outlines.push(outlineOfAgreement(agreement)));
  let used: Survey | null = survey;
  return {
    dates,
    encounters,
    agreements: outlines,
    tenures,
    survey: () => {
      const given = used ?? resolution.survey();
      used = null;
      return given;
    },
  };
}
