/**
 * Preloaded into a server (`node --expose-gc --import heap-probe.ts dist/server.js`, with an IPC channel): answers any message with the
 * bytes of its heap that are still in use after a collection, and those of the whole process.
 */
process.on('message', () => {
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed: heapUsed + external, rss });
});
