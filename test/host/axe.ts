/** Accessibility of a webview's page, by axe-core. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe calls serious or critical on the page that is in sight, one line each. */
export async function seriousViolations(webview: FrameLocator): Promise<string[]> {
  const script = readFileSync(AXE, 'utf8');
  const violations = await webview.locator('html').evaluate(async (_, script) => {
    const known = window as unknown as { axe?: { run(): Promise<{ violations: Violation[] }> } };
    // The policy of the page allows no script but its own; what a test evaluates is not the page's.
    // biome-ignore lint/security/noGlobalEval: axe-core comes as a script, and a page without origin can load none.
    if (!known.axe) globalThis.eval(script);
    return (await known.axe?.run())?.violations ?? [];
  }, script);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html.slice(0, 200)}; ${nodes[0]?.failureSummary})`);
}
