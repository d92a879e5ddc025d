/** What must not outlive this process: server processes and temporary folders go, however the process ends. */

type Cleanup = () => void;

const cleanups = new Set<Cleanup>();

/**
 * Runs a synchronous cleanup when the process ends: at its end, at `process.exit`, an uncaught error, Ctrl+C or a
 * polite signal. Gives a function that takes the cleanup back, for one who has cleaned up already.
 */
export function atExit(cleanup: Cleanup): () => void {
  listen();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    for (const cleanup of cleanups) cleanup();
  });
  // A signal's default action ends the process without its `exit` event; process.exit brings it about.
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.on(signal, () => process.exit(128 + number));
  }
}
