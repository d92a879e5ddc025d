/** Where programs keep what they can make again, as each system has it. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder for Fihris: under `$XDG_CACHE_HOME` or `~/.cache` (XDG Base Directory Specification 0.8), on macOS `~/Library/Caches`, on
 * Windows `%LOCALAPPDATA%`. Null where there is no such place.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const { XDG_CACHE_HOME: named, LOCALAPPDATA: local } = environment;
  if (platform === 'win32') return local ? join(local, 'Fihris', 'Cache') : null;
  // The specification has relative paths ignored.
  if (named && isAbsolute(named)) return join(named, 'fihris');
  const home = environment.HOME || homedir();
  if (!home || !isAbsolute(home)) return null;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'Fihris') : join(home, '.cache', 'fihris');
}
