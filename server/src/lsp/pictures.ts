/** Pictures of a corpus or of one entity: the timeline, the network, and the sentences that show a tie. */

import type { Snapshot } from '../corpus/snapshot.ts';
import { dateWords } from '../features/date-words.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { type NetworkNode, NODE_KINDS, network, networkEvidence, TIE_KINDS } from '../features/network.ts';
import { displayable, shortened } from '../features/pieces.ts';
import { type Mark, TIMELINE_KINDS, type TimelineUnit, timeline } from '../features/timeline.ts';
import type { Entity } from '../resolve/entities.ts';
import { location } from './answers.ts';
import { field, inTurns, stringField } from './guard.ts';
import { labelOf } from './pages.ts';
import type { Connection } from './protocol.ts';
import type { Questions } from './questions.ts';
import {
  EVIDENCE,
  type Evidence,
  NETWORK,
  type Network,
  TIMELINE,
  type Timeline,
  type TimelineMark,
} from './requests.ts';
import type { Root } from './roots.ts';
import type { Workspace } from './workspace.ts';

/** Sentences for a tie: more than anybody reads. */
const STATEMENTS_LIMIT = 100;
const TITLE_LIMIT = 160;

/** `told`: called for every picture. */
export function listenForPictures(
  connection: Connection,
  questions: Questions,
  workspace: Workspace,
  told: () => void,
): void {
  connection.onRequest(
    TIMELINE,
    questions.upToDate(TIMELINE, async (params, cancelled): Promise<Timeline | null> => {
      told();
      const asked = askedIn(workspace, params);
      if (asked === null) return null;
      const { root, snapshot, entity } = asked;
      const { language } = questions;
      const request = {
        ...periodIn(params),
        entity,
        kinds: listIn(params, 'kinds', TIMELINE_KINDS),
        unit: unitIn(params),
      };
      const found = await inTurns(timeline(snapshot, request, language), cancelled);
      const wire = ({ target, ...mark }: Mark): TimelineMark => ({
        ...mark,
        location: location(root, snapshot, target),
      });
      return {
        ...found,
        entity: entity && labelOf(entity),
        language,
        lanes: found.lanes.map((lane) => ({
          ...lane,
          marks: lane.marks.map(wire),
          rows: lane.rows.map(({ target, marks, ...row }) => ({
            ...row,
            location: location(root, snapshot, target),
            marks: marks.map(wire),
          })),
        })),
        undated: found.undated.map(wire),
      };
    }),
  );
  connection.onRequest(
    NETWORK,
    questions.upToDate(NETWORK, async (params, cancelled): Promise<Network | null> => {
      told();
      const asked = askedIn(workspace, params);
      if (asked === null) return null;
      const { root, snapshot, entity } = asked;
      const kinds = { nodes: listIn(params, 'nodes', NODE_KINDS), ties: listIn(params, 'ties', TIE_KINDS) };
      const found = await inTurns(network(snapshot, { ...periodIn(params), ...kinds, entity }), cancelled);
      const node = ({ target, ...rest }: NetworkNode) => ({
        ...rest,
        location: target && location(root, snapshot, target),
      });
      return {
        ...found,
        entity: entity && labelOf(entity),
        language: questions.language,
        nodes: found.nodes.map(node),
      };
    }),
  );
  connection.onRequest(
    EVIDENCE,
    questions.upToDate(EVIDENCE, (params): Evidence | null => {
      const asked = askedIn(workspace, params);
      if (asked?.entity == null) return null;
      const { root, snapshot, entity } = asked;
      const other = entityIn(snapshot, field(params, 'other'));
      if (other === undefined) return null;
      const [tie = 'article'] = listIn(params, 'tie', TIE_KINDS);
      const { statements, total } = networkEvidence(snapshot, entity, other, tie, periodIn(params), STATEMENTS_LIMIT);
      const { language } = questions;
      return {
        total,
        statements: statements.map(({ date, quote, target }) => ({
          date,
          dateWords: date === null ? messagesFor(language).undated : dateWords(date, language),
          quote,
          location: location(root, snapshot, target),
          article: shortened(displayable(snapshot.articles.get(target.article)?.title ?? ''), TITLE_LIMIT),
        })),
      };
    }),
  );
}

interface Asked {
  readonly root: Root;
  readonly snapshot: Snapshot;
  readonly entity: Entity | null;
}

/** Null where there is no such corpus, or no such entity in it. */
function askedIn(workspace: Workspace, params: unknown): Asked | null {
  const uri = stringField(params, 'uri');
  const root = workspace.roots.find((each) => each.uri === uri) ?? workspace.locate(uri)?.root;
  if (root === undefined) return null;
  const { snapshot } = root.corpus;
  const entity = entityIn(snapshot, field(params, 'entity'));
  return entity === undefined ? null : { root, snapshot, entity };
}

/** Null where none is asked for; undefined for one that the corpus does not know, or no longer: an edit took its mentions away. */
function entityIn({ resolution }: Snapshot, id: unknown): Entity | null | undefined {
  if (id === null || id === undefined) return null;
  const entity = typeof id === 'string' ? resolution.entities.get(id) : undefined;
  return entity === undefined || entity.mentions.size === 0 ? undefined : entity;
}

function periodIn(params: unknown): { readonly from: string | null; readonly to: string | null } {
  const day = (name: string) => {
    const value = field(params, name);
    return typeof value === 'string' ? value : null;
  };
  return { from: day('from'), to: day('to') };
}

/** Those of `known` that a parameter names, one or a list; all where it is left out. */
function listIn<Value extends string>(params: unknown, name: string, known: readonly Value[]): readonly Value[] {
  const value = field(params, name);
  if (value === undefined) return known;
  const named: readonly unknown[] = Array.isArray(value) ? value : [value];
  return known.filter((each) => named.includes(each));
}

function unitIn(params: unknown): TimelineUnit {
  const value = field(params, 'unit');
  return value === 'year' || value === 'day' ? value : 'month';
}
