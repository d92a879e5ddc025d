/** What every handler stands behind: clear errors for bad requests, one line in the log for defects, cancellation. */
import {
  CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  type RemoteConsole,
  ResponseError,
} from './protocol.ts';

type Log = Pick<RemoteConsole, 'error'>;

/**
 * Wraps a request handler: an answer never leaves a rejected promise behind. Errors meant for the client (ResponseError) pass; all
 * others are defects, logged with their stack and answered as an internal error that names the method.
 */
export function guarded<Params, Result>(
  log: Log,
  method: string,
  handler: (params: Params, cancelled: CancellationToken) => Result | Promise<Result>,
): (params: Params, cancelled?: CancellationToken) => Promise<Result | ResponseError> {
  return async (...given: readonly unknown[]) => {
    try {
      // Without `params` the token stands in their place; of a list of them, behind the last. They may be anything.
      const cancelled = given.find((each) => CancellationToken.is(each)) ?? CancellationToken.None;
      const params = given[0] === cancelled ? {} : given[0];
      return await handler(params as Params, cancelled);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      log.error(`${method}: ${describe(error)}`);
      return new ResponseError(
        ErrorCodes.InternalError,
        `${method}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

/** Wraps a notification handler: there is nobody to answer to, so defects are logged. */
export function guardedNotification<Params>(
  log: Log,
  method: string,
  handler: (params: Params) => void | Promise<void>,
): (params: Params) => Promise<void> {
  return async (params) => {
    try {
      await handler(params);
    } catch (error) {
      log.error(`${method}: ${describe(error)}`);
    }
  };
}

/** Lets what has come in be read, a cancellation above all, and throws where the request was cancelled meanwhile. */
export async function checkpoint(cancelled: CancellationToken): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (cancelled.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** How long (ms) an answer is worked on before others get their turn. */
const TURN = 20;

/** The result of what is done in steps, with a checkpoint every so often between them. */
export async function inTurns<Result>(steps: Generator<void, Result>, cancelled: CancellationToken): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < TURN) continue;
    await checkpoint(cancelled);
    begun = performance.now();
  }
}

/** The document of a request. The protocol's types promise it; clients and people with a terminal may not keep that promise. */
export function uriIn(params: unknown): string {
  const textDocument = field(params, 'textDocument');
  return stringField(textDocument ?? params, 'uri', textDocument === undefined ? 'uri' : 'textDocument.uri');
}

export function positionIn(params: unknown): Position {
  const position = field(params, 'position');
  const line = field(position, 'line');
  const character = field(position, 'character');
  if (!isCount(line) || !isCount(character)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      'position: expected { line, character }, both integers of at least 0',
    );
  }
  return { line, character };
}

export function stringField(value: unknown, name: string, path = name): string {
  const found = field(value, name);
  if (typeof found !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${path}: expected a string`);
  return found;
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Of a list, as a client may send it or not, the strings that its items have under `name`. */
export function stringsOf(list: unknown, name: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((each) => field(each, name)).filter((each) => typeof each === 'string');
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** An error with its stack, for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
