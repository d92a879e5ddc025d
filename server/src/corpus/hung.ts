/** Files that do not come: on a mount that hangs a call to the system may take for ever, and nobody's question waits for that. */
import { Unreadable } from './door.ts';
import type { FileProblem } from './problems.ts';

/** What is said of a file that does not come. */
export const TIMED_OUT: FileProblem = { code: 'system', error: 'ETIMEDOUT' };

export const isTimedOut = (problem: FileProblem): boolean => problem.code === 'system' && problem.error === 'ETIMEDOUT';

/** The disk has not answered in time. */
export class Hung extends Unreadable {
  /** Done when it has answered after all, which may be never. Does not reject. */
  readonly ended: Promise<unknown>;

  constructor(ended: Promise<unknown>) {
    super(TIMED_OUT);
    this.name = 'Hung';
    this.ended = ended;
  }
}

/** The result of `work`, if it comes within so many milliseconds of `since()`, which may move on meanwhile. Rejects with Hung. */
export async function within<Result>(
  limit: number,
  work: Promise<Result>,
  since: () => number = begunNow(),
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const ended = work.then(
    () => {},
    () => {},
  );
  const late = new Promise<never>((_, reject) => {
    const look = () => {
      const left = since() + limit - performance.now();
      if (left <= 0) reject(new Hung(ended));
      // The process need not live on for this.
      else timer = setTimeout(look, left).unref();
    };
    look();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function begunNow(): () => number {
  const begun = performance.now();
  return () => begun;
}
