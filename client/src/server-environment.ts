/** Variables that the server is started with. What other editors start goes without, and benchmarks with them. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = {
  /**
   * So many threads wait for files instead of Node's four. Of a folder whose disk hangs up to three wait (corpus/corpus.ts): four such
   * folders leave some for the others.
   */
  UV_THREADPOOL_SIZE: '16',
  /**
   * Where memory comes from the GNU C library (mallopt(3)): threads share two heaps, whatever is large goes back to the system when it is
   * freed, and so does what lies free at the end of a heap. By itself it takes the first large piece that is freed as a sign that all of
   * them are to be kept, and after 10,000 articles holds a hundred megabytes of nothing. No other library looks at these.
   */
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};
