/**
 * A folder of hostile articles in a real VS Code: nothing in it runs, nothing is loaded, no link leads anywhere but into the folder, and
 * everything of it that is shown is text.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame, Locator, Page, Request } from 'playwright-core';
import { openWorkbench } from '../host/browser.ts';
import { eventually } from '../host/eventually.ts';
import { temporaryFolder, tinyExtension } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';
import { isCommandLink, isInFolder } from '../hostile/harmless.ts';

const RUN = 'top.pwned=1;globalThis.pwned=1;alert(1)';
/** On one line, everything that a page, an editor or a document could take for more than text. */
const EVIL = [
  `<img src=x onerror="${RUN}">`,
  `<script>${RUN}</script>`,
  `<svg onload="${RUN}"></svg>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  '</bdi></p></div><style>*{display:none}</style>',
  '![صورة](https://evil.example/p.png)',
  '[اضغط](command:workbench.action.terminal.new)',
  '[اضغط](https://evil.example/x)',
  `<a href="javascript:${RUN}">اضغط</a>`,
  'https://evil.example/bare www.evil.example',
  '$(sync~spin) $(bug)',
  '\u202Eabc\u2066',
].join(' ');
const SHORT = `<img src=x onerror="${RUN}"> [x](command:workbench.action.quit) $(sync~spin)`;

const ARTICLE = `${EVIL} لقاء في بغداد

بغداد – 3 آذار 2019

وقّع وزير الداخلية العراقي كريم عبد الله الطائي ونظيره الإيراني أحمد رضائي في بغداد مذكرة تفاهم «${SHORT}» بشأن الحدود بين البلدين.

وقال الطائي إن المذكرة ${EVIL} تنظم ضبط الحدود. والتقى الطائي في بغداد رئيس الوزراء العراقي سالم الراوي يوم 4 آذار 2019.
`;
const OTHER = ARTICLE.replace('لقاء في بغداد', 'خبر آخر').replace('كريم عبد الله الطائي', 'سامر الحداد');

const LONG_LINE = `[نعم](command:workbench.action.closeActiveEditor) $(bug)`;

function hostileFolder(): string {
  const folder = temporaryFolder({
    'article.txt': ARTICLE,
    'other.txt': OTHER,
    [`${LONG_LINE}.txt`]: `${ARTICLE}${'كلمة في سطر طويل '.repeat(15_000)}\n`,
    '<img src=x onerror=top.pwned=1>.txt': ARTICLE,
    'javascript:alert(1)/a.txt': ARTICLE,
    'fihris.yaml': `corrections:
  - { rename: كريم عبد الله الطائي, to: ${JSON.stringify(`كريم الطائي ${SHORT}`)} }
  - { rename: أحمد رضائي, to: ${JSON.stringify(`أحمد ${SHORT} رضائي`)} }
`,
  });
  return folder;
}

/** Calls commands as a link or another extension may, with arguments that nobody should give. */
const FORGER = `exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.commands.registerCommand('tiny.forge', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const folder = vscode.workspace.workspaceFolders[0].uri.toString();
    const bad = ['file:///etc/passwd', folder + '/../../etc/passwd', folder + '/%2e%2e/%2e%2e/etc/passwd', 'https://evil.example',
      'command:workbench.action.quit', 'vscode://file/etc/passwd', 'javascript:alert(1)', 'untitled:x', '', 7, null, undefined, {}];
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label);
    const before = labels();
    const failed = [];
    for (const uri of bad)
      for (const [command, argumentsOf] of Object.entries({
        'fihris.open': [{ uri, range }],
        'fihris.showArticles': [uri, range.start, [{ uri, range }]],
        'fihris.dossier': [{ entry: { entity: { uri, id: 'x' } } }],
        'fihris.concordance': [{ kind: 'agreement', agreement: { location: { uri, range } } }],
        'fihris.timeline': [{ kind: 'agreement', agreement: { location: { uri, range } } }],
        'fihris.people.findReferences': [{ entry: { location: { uri, range } } }],
      }))
        await Promise.race([
          vscode.commands.executeCommand(command, ...argumentsOf).then(undefined, (error) => failed.push(command + ' ' + error)),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]);
    for (const argument of [{ uri: folder + '/article.txt' }, { uri: folder + '/article.txt', range: { start: 1 } }, [], 'x', { range }])
      await vscode.commands.executeCommand('fihris.open', argument);
    const opened = labels().filter((label) => !before.includes(label));
    vscode.window.showInformationMessage('forged: ' + opened.length + ' opened, ' + failed.length + ' failed. ' + [...opened, ...failed].join(' '));
  }));
};`;

interface Watch {
  readonly requests: Request[];
  readonly windows: string[];
  readonly dialogs: string[];
}

/** What leaves the machine, and what asks for attention. */
function watch(page: Page): Watch {
  const requests: Request[] = [];
  const windows: string[] = [];
  const dialogs: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1') requests.push(request);
  });
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  page.context().on('page', (opened) => windows.push(opened.url()));
  return { requests, windows, dialogs };
}

async function checkNothingRan(
  { page }: Workbench,
  { requests, windows, dialogs }: Watch,
  title: RegExp,
): Promise<void> {
  for (const frame of page.frames()) {
    const ran = await frame.evaluate(() => 'pwned' in globalThis).catch(() => false);
    assert.equal(ran, false, `something ran in ${frame.url()}`);
  }
  // A policy refuses a request before it is sent; the browser tells of it all the same.
  const sent = requests.filter((request) => !/csp/i.test(request.failure()?.errorText ?? ''));
  assert.deepEqual(
    sent.map((request) => request.url()),
    [],
    'requests that leave the machine',
  );
  assert.deepEqual(windows, []);
  assert.deepEqual(dialogs, []);
  assert.match(await page.title(), title);
}

/** What no text of an article may have become. */
async function checkText(place: Locator, name: string): Promise<void> {
  const found = await place.evaluateAll((roots) =>
    roots.flatMap((root) =>
      [
        ...root.querySelectorAll(
          'img, script, iframe, svg script, style, form, object, embed, video, [onerror], [onload]',
        ),
      ]
        // Ours have a nonce, or are data without the sign that opens a tag; the editor's lists bring a style of their own.
        .filter(
          (element) =>
            !(element as HTMLElement).nonce &&
            !(element.matches('script[type="application/json"]') && !/</.test(element.textContent ?? '')) &&
            !/^\.monaco-/.test(element.textContent ?? ''),
        )
        .map((element) => element.outerHTML.slice(0, 200)),
    ),
  );
  assert.deepEqual(found, [], name);
  assert.equal(
    await place.locator('.codicon-sync, .codicon-bug, .codicon-modifier-spin').count(),
    0,
    `an icon in ${name}`,
  );
}

/** The frame of the page in the webview in sight. */
async function pageFrame({ page }: Workbench): Promise<Frame> {
  const frame = await (await page.locator('iframe.webview:visible').elementHandle())?.contentFrame();
  const inner = await (await frame?.locator('iframe#active-frame').elementHandle())?.contentFrame();
  assert.ok(inner);
  return inner;
}

const POLICY =
  /^default-src 'none'; style-src 'nonce-([\w-]{20,})'; script-src 'nonce-\1'; base-uri 'none'; form-action 'none'$/;

/** The page's policy as it is written, and that it holds: even markup that had got in would run and load nothing. */
async function checkPolicy(workbench: Workbench, name: string): Promise<void> {
  const frame = await pageFrame(workbench);
  const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content');
  assert.match(policy ?? '', POLICY, name);
  const refused = await frame.evaluate(
    async (run) => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        blocked.push(blockedURI === 'eval' ? 'eval' : effectiveDirective),
      );
      const box = document.createElement('div');
      box.innerHTML = `<img src="https://evil.example/p.png" onerror="${run}"><style>@import "https://evil.example/x.css";</style><iframe src="https://evil.example/"></iframe><b style="color:red">x</b>`;
      document.body.append(box);
      const script = document.createElement('script');
      script.textContent = run;
      document.body.append(script);
      // Not by `new Function`: to what a test evaluates, the browser lets that through.
      const inTime = setTimeout as (code: string) => void;
      inTime(run);
      await fetch('https://evil.example/').catch(() => blocked.push('fetch'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      box.remove();
      script.remove();
      return blocked;
    },
    RUN.replace('top.pwned=1;', ''),
  );
  for (const directive of ['img-src', 'frame-src', 'script-src-elem', 'eval', 'fetch'])
    assert.ok(refused.includes(directive), `${name} lets ${directive} through: ${refused}`);
}

async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.openFile('article.txt');
  await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await workbench.page.locator('.statusbar-item', { hasText: /Fihris\P{L}*5/u }).waitFor();
  await workbench.editor.locator('.view-overlays .cdr[class*="ced-"]').first().waitFor({ state: 'attached' });
}

test('a reader in a folder of hostile articles', async (t) => {
  const folder = hostileFolder();
  const workbench = await openWorkbench({
    folder,
    file: 'article.txt',
    extensions: [ROOT, tinyExtension(FORGER, { commands: [{ command: 'tiny.forge', title: 'Tiny: Forge' }] })],
    settings: { 'editor.wordWrap': 'on' },
    size: { width: 1400, height: 1000 },
  });
  const { page, webview } = workbench;
  const watched = watch(page);
  const inside = isInFolder(folder);
  const step = (name: string, body: () => Promise<void>) =>
    t.test(name, () =>
      workbench.recordFailure(name, async () => {
        await body();
        await checkNothingRan(workbench, watched, /Visual Studio Code|code-server|fihris/i);
      }),
    );
  try {
    await step('opens an article', async () => {
      await openArticle(workbench);
      await checkText(workbench.editor, 'the editor');
    });

    await step('reads a card: all of it is text, and its links lead into the folder', async () => {
      const text = await workbench.hoverCardText('رضائي');
      assert.ok(text.includes('<img src=x') && text.includes('](command:workbench.action.quit)'), text);
      await checkText(workbench.hoverCard, 'the card');
      const links = await workbench.hoverCard
        .locator('a')
        .evaluateAll((all) => all.map((a) => (a as HTMLElement).dataset.href ?? a.getAttribute('href') ?? ''));
      assert.ok(links.length > 0);
      // «Go to definition» and the like are the editor's own.
      for (const link of links) assert.ok(isCommandLink(link, inside), link);
      await page.keyboard.press('Escape');
    });

    await step('looks for symbols, in the article and in the folder', async () => {
      for (const [key, typed] of [
        ['Control+p', '@'],
        ['Control+p', '#رضائي'],
      ] as const) {
        await page.keyboard.press(key);
        const input = page.locator('.quick-input-widget:visible .quick-input-box input');
        await input.fill(typed);
        const list = page.locator('.quick-input-widget:visible .quick-input-list');
        await list
          .locator('.monaco-list-row', { hasText: /رضائي|img src/ })
          .first()
          .waitFor();
        await checkText(list, `symbols by ${typed}`);
        await page.keyboard.press('Escape');
      }
    });

    await step('finds a person, and is offered corrections', async () => {
      await workbench.runCommand('Fihris: Find a Person or an Office');
      const input = page.locator('.quick-input-widget:visible .quick-input-box input');
      await input.fill('رضائي');
      const list = page.locator('.quick-input-widget:visible .quick-input-list');
      await list.locator('.monaco-list-row', { hasText: 'img src' }).first().waitFor();
      await checkText(list, 'the search');
      await page.keyboard.press('Escape');
      await workbench.clickWord('رضائي');
      await workbench.runCommand('Fihris: Correct…');
      await list.locator('.monaco-list-row').first().waitFor();
      await checkText(list, 'corrections');
      await page.keyboard.press('Escape');
    });

    await step('looks through agreements and people', async () => {
      await workbench.runCommand('View: Show Fihris');
      await workbench.treeRow('مذكرة', 'Agreements').waitFor();
      const panes = page.locator('.part.sidebar .monaco-list-rows');
      await workbench.runCommand('Fihris: List People by Article');
      await checkText(panes, 'the trees');
      await workbench.treeRow('مذكرة', 'Agreements').hover();
      await page.locator('.workbench-hover, .monaco-hover').filter({ visible: true }).first().waitFor();
      await checkText(page.locator('.workbench-hover, .monaco-hover').filter({ visible: true }), 'a tooltip');
      await page.mouse.move(700, 500);
    });

    await step('is told of a file by its name, in a message that has no link', async () => {
      await workbench.runCommand('View: Show Explorer');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'closeActiveEditor' }).dblclick();
      const toast = page.locator('.notification-toast', { hasText: 'stays plain text' });
      await toast.waitFor();
      assert.match(await toast.innerText(), /command:workbench\.action\.closeActiveEditor/);
      assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
      await checkText(toast, 'a message');
      await page.keyboard.press('Escape');
      await workbench.runCommand('Notifications: Clear All Notifications');
      await openArticle(workbench);
    });

    for (const [name, command, shown] of [
      ['the dossier', 'Show Dossier', 'blockquote'],
      ['the concordance', 'Show All Mentions in Context (Concordance)', 'tbody tr'],
      ['the timeline', 'Show Timeline', 'svg.picture .mark'],
      ['the network', 'Show Network of People, Offices and Bodies', 'canvas'],
      ['the reading view', 'Open Reading View', '.mark.on'],
    ] as const)
      await step(`opens ${name}`, async () => {
        await openArticle(workbench);
        await workbench.clickWord('رضائي');
        await workbench.runCommand(`Fihris: ${command}`);
        await webview.locator(shown).first().waitFor();
        if (name === 'the network' || name === 'the timeline')
          await webview.getByText('Table', { exact: true }).click();
        const text = await eventually(`the payload in ${name}`, async () => {
          const found = await webview.locator('body').innerText();
          return found.includes('<img src=x') && found;
        });
        assert.ok(!text.includes('\u202E'), 'no override is left');
        await checkText(webview.locator('body'), name);
        assert.equal(await webview.locator('a[href], area, base').count(), 0, 'a page has no address to lead to');
        if (name === 'the reading view') {
          await webview.locator('.mark.on', { hasText: 'رضائي' }).first().hover();
          await webview.locator('.card').waitFor();
          assert.match(await webview.locator('.card').innerText(), /<img src=x/);
          await checkText(webview.locator('body'), 'a card of the reading view');
        }
        await checkPolicy(workbench, name);
        await workbench.runCommand('View: Close All Editors');
      });

    await step('runs commands with forged arguments, and nothing comes of it', async () => {
      await workbench.runCommand('Tiny: Forge');
      const toast = page.locator('.notification-toast .notification-list-item-message', { hasText: 'forged:' });
      await toast.waitFor({ timeout: 60_000 });
      // What is no place says nothing of a timeline: that of the whole folder opens, and nothing else.
      assert.match(await toast.innerText(), /^forged: 1 opened, 0 failed\. Timeline$/);
    });
  } finally {
    await workbench.close();
  }
});
