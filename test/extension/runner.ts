/**
 * The runner of the suites in this folder. They run inside an extension host, where node:test reports nothing (it
 * does so at the end of its process), so a test here is a name and a function, run one after the other.
 */

interface Test {
  name: string;
  body: () => Promise<void> | void;
}

const tests: Test[] = [];

const TEST_LIMIT_MS = 60_000;

/** Adds a test. It fails when its body throws or takes longer than a minute. */
export function test(name: string, body: Test['body']): void {
  tests.push({ name, body });
}

/** What the extension host calls: runs all tests, prints each result, and throws when one failed or none was there. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const { name, body } of tests) {
    const started = Date.now();
    try {
      await withinLimit(body);
      console.log(`✔ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`✖ ${name} (${Date.now() - started} ms)\n${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0 || tests.length === 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

async function withinLimit(body: Test['body']): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${TEST_LIMIT_MS / 1000} s`)), TEST_LIMIT_MS);
  });
  try {
    await Promise.race([body(), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
