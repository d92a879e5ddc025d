/** Puts an extension under development, and a suite to run in the extension host, into a workbench page. */

import type { Page } from 'playwright-core';

export interface UnderDevelopment {
  /** Folders of extensions. */
  extensions: readonly string[];
  /** A CommonJS module that exports `run(): Promise<void>`. */
  tests?: string | undefined;
}

/**
 * The workbench reads its configuration from a `<meta>` of its page. A release build ignores the address's
 * `extensionDevelopmentPath`, so the configuration itself is changed, after the parser put the `<meta>` there and
 * before the workbench's script reads it. (Rewriting the HTML on its way, with `page.route`, does not work.)
 */
export async function injectExtensions(page: Page, development: UnderDevelopment): Promise<void> {
  await page.addInitScript(({ extensions, tests }) => {
    if (window.top !== window) return;
    const uri = (path: string) => ({ $mid: 1, scheme: 'vscode-remote', authority: location.host, path });
    const observer = new MutationObserver(() => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      observer.disconnect();
      const configuration = JSON.parse(meta.dataset.settings ?? '{}');
      configuration.developmentOptions = {
        ...configuration.developmentOptions,
        extensions: extensions.map(uri),
        ...(tests && { extensionTestsPath: uri(tests) }),
      };
      meta.dataset.settings = JSON.stringify(configuration);
    });
    observer.observe(document, { childList: true, subtree: true });
  }, development);
}
