/**
 * What VS Code itself takes to open a view of an extension for a file: the same way as the reading view goes, with nothing in it. For
 * test/bench/reading-view.ts.
 */
const { commands, window } = require('vscode');

const HTML = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-empty'">
<title>Empty</title>
</head>
<body>
<p>Empty</p>
<script nonce="empty">
addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => performance.mark('shown'))));
</script>
</body>
</html>`;

exports.activate = (context) => {
  context.subscriptions.push(
    window.registerCustomEditorProvider('empty.view', {
      resolveCustomTextEditor(_document, panel) {
        panel.webview.options = { enableScripts: true, localResourceRoots: [] };
        panel.webview.html = HTML;
      },
    }),
    commands.registerCommand('empty.open', () =>
      commands.executeCommand('vscode.openWith', window.activeTextEditor.document.uri, 'empty.view'),
    ),
  );
};
