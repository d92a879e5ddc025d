/** What the command `fihris.correct` is given: by code actions, and by the menus of trees. Nothing about it is taken on trust. */
import type { CorrectionCommand, CorrectionQuestion, WireLocation, WireRange } from '../../server/src/lsp/requests.ts';
import { locationOf } from './location-argument.ts';

export interface CorrectionPlace {
  readonly location: WireLocation;
  /** The entity of a row; null where what is mentioned at the location is meant. */
  readonly entity: string | null;
}

const QUESTIONS: readonly CorrectionQuestion[] = ['same', 'different', 'rename', 'office', 'date', 'article-date'];

/**
 * A location; a row of the trees of agreements, or of people and offices; a row of VS Code's own tree of references, calls or types,
 * which has an item of the protocol or a location as VS Code has them. Null for anything else.
 */
export function placeOf(argument: unknown): CorrectionPlace | null {
  const location = locationOf(argument);
  if (location !== null) return { location, entity: null };
  const { agreement, signatory, related, mention, entry, item, location: own } = record(argument);
  for (const row of [agreement, related]) {
    const at = locationOf(record(row).location);
    if (at !== null) return { location: at, entity: agreementId(record(row).id) };
  }
  for (const row of [signatory, mention]) {
    const at = locationOf(record(row).location);
    if (at !== null) return { location: at, entity: null };
  }
  const { entity, location: introduced } = record(entry);
  const at = locationOf(introduced);
  if (at !== null) return { location: at, entity: text(record(entity).id) };
  return fromEditor(item) ?? fromEditor(own);
}

export function commandOf(argument: unknown): CorrectionCommand {
  const { entity, question, offer } = record(argument);
  const known = QUESTIONS.find((each) => each === question);
  return {
    ...(typeof entity === 'string' && { entity }),
    ...(known !== undefined && { question: known }),
    ...(typeof offer === 'string' && { offer }),
  };
}

/** Where there are several corpora, a row's id has the number of its corpus before it. */
function agreementId(id: unknown): string | null {
  return text(id)?.replace(/^\d+:/, '') ?? null;
}

/** An item of a hierarchy, or a Location: its `uri` is an object that says what it is as text. */
function fromEditor(value: unknown): CorrectionPlace | null {
  const { uri, range, selectionRange } = record(value);
  if (typeof uri !== 'object' || uri === null) return null;
  const { start, end } = record(selectionRange ?? range);
  const location = locationOf({
    uri: String(uri),
    range: { start: start as WireRange['start'], end: end as WireRange['end'] },
  });
  return location && { location, entity: null };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
