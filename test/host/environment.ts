/** The environment that a child process of the test host gets. */

/**
 * This process's environment without what an outer `npm run`, `node --test` or VS Code would say to a child:
 * `npm_*`, `NODE_*`, `VSCODE_*`, `ELECTRON_*` and `PORT` all change how a server of VS Code starts.
 *
 * @param keepNpmConfig keeps `npm_config_*` (registry, cache), for a child that is npm itself.
 */
export function cleanEnvironment({ keepNpmConfig = false } = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => {
    if (/^npm_config_(?!local_prefix|prefix)/i.test(name)) return keepNpmConfig;
    return !/^(npm_|NODE_|VSCODE_|ELECTRON_|INIT_CWD$|PORT$)/i.test(name);
  });
  return Object.fromEntries(kept);
}
