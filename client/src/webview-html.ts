/** The shell of a webview: everything in it comes from `dist/`, nothing from elsewhere, and nothing of an article is in it. */

import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import { escapeHtml } from './escape-html.ts';

/** The languages in which the extension speaks; another language of the editor gets the English words. */
export function uiLanguage(): 'ar' | 'en' {
  return /^ar\b/i.test(env.language) ? 'ar' : 'en';
}

/**
 * `page`: the name of its script and its style sheet in `dist/`. `strings`, the words of the page, are ours; they are escaped all the
 * same, for they stand in an attribute.
 */
export function webviewHtml(webview: Webview, dist: Uri, page: string, title: string, strings: object): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(dist, `${page}.js`));
  const style = webview.asWebviewUri(Uri.joinPath(dist, `${page}.css`));
  const language = uiLanguage();
  return `<!DOCTYPE html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style.toString())}">
</head>
<body data-strings="${escapeHtml(JSON.stringify(strings))}">
<script nonce="${nonce}" src="${escapeHtml(script.toString())}"></script>
</body>
</html>`;
}
