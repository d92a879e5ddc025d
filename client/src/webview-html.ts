/** The shell of a webview: everything in it comes from `dist/`, it fetches nothing, and what is of an article is in it as data only. */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { env, Uri } from 'vscode';
import { dataInScript, escapeHtml } from './escape-html.ts';

/** The languages in which the extension speaks; another language of the editor gets the English words. */
export function uiLanguage(): 'ar' | 'en' {
  return /^ar\b/i.test(env.language) ? 'ar' : 'en';
}

/** VS Code takes at least so long (ms) to prepare an empty view: what is there by then costs the reader nothing more. */
const PREPARING_MS = 120;

/** What is to be written into the document of a view, or null where that takes longer than VS Code takes to prepare the view. */
export function whilePrepared<First>(first: Promise<First>): Promise<First | null> {
  return Promise.race([first, sleep(PREPARING_MS, null)]);
}

const bundles = new Map<string, string>();

/** The text of a file of `dist/`, which does not change while we run. Throws where it is missing. */
function bundle(dist: Uri, file: string): string {
  const path = Uri.joinPath(dist, file).fsPath;
  let text = bundles.get(path);
  if (text === undefined) {
    text = readFileSync(path, 'utf8');
    bundles.set(path, text);
  }
  return text;
}

/**
 * `page`: the name of its script and its style sheet in `dist/`. Both stand in the page: each file that a webview fetches by itself
 * goes through its service worker and the editor's process, which costs more than all else in opening it. `strings`, the words of the
 * page, are ours; they are escaped all the same, for they stand in an attribute. `first`: what the page would ask for at once, and need
 * not wait for; it may hold text of an article.
 */
export function webviewHtml(
  dist: Uri,
  page: string,
  title: string,
  strings: object,
  first: object | null = null,
): string {
  const nonce = randomBytes(16).toString('base64url');
  // Nothing in a bundle may end the element that holds it: esbuild sees to that in scripts.
  const style = bundle(dist, `${page}.css`).replaceAll('</', '<\\/');
  const language = uiLanguage();
  return `<!DOCTYPE html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-strings="${escapeHtml(JSON.stringify(strings))}">
<script type="application/json" id="first">${dataInScript(first)}</script>
<script nonce="${nonce}">${bundle(dist, `${page}.js`)}</script>
</body>
</html>`;
}
