/** What leaves the reader: quotations, tables and dossiers, in formats that take some of their characters for more than text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concordanceCsv } from '../../../client/src/pages/csv.ts';
import { dossierHtml, dossierMarkdown } from '../../../client/src/pages/dossier-export.ts';
import { type Order, ordered } from '../../../client/src/pages/order.ts';
import { type Citation, quotationAs } from '../../../client/src/reader/citation.ts';
import type { QuotationFormat } from '../../../client/src/reader/messages.ts';
import type { Concordance, Dossier, WireLocation } from '../../../server/src/lsp/requests.ts';

const CITATION: Citation = {
  quotation: 'سيوقع البلدان مذكرة تفاهم.',
  title: 'زيارة إلى طهران',
  source: 'وكالة الرافد',
  date: '2021-03-02',
  dateWords: '2 مارس 2021',
  path: 'أخبار/2021-03-02-visit.txt',
};

function checkQuotation(format: QuotationFormat, citation: Partial<Citation>, expected: string): void {
  assert.equal(quotationAs(format, { ...CITATION, ...citation }), expected);
}

test('a quotation with source and date, as text, Markdown and BibTeX', () => {
  checkQuotation('text', {}, '«سيوقع البلدان مذكرة تفاهم.»\n— زيارة إلى طهران، وكالة الرافد، 2 مارس 2021\n');
  checkQuotation('markdown', {}, '> سيوقع البلدان مذكرة تفاهم.\n>\n> — *زيارة إلى طهران*، وكالة الرافد، 2 مارس 2021\n');
  checkQuotation(
    'bibtex',
    {},
    [
      '@article{2021-03-02-visit,',
      '  title = {{زيارة إلى طهران}},',
      '  journal = {وكالة الرافد},',
      '  year = {2021},',
      '  month = {03},',
      '  day = {02},',
      '  langid = {arabic},',
      '  note = {«سيوقع البلدان مذكرة تفاهم.»},',
      '}',
      '',
    ].join('\n'),
  );
});

test('what is not known is left out of a quotation', () => {
  checkQuotation('text', { source: null, dateWords: null }, '«سيوقع البلدان مذكرة تفاهم.»\n— زيارة إلى طهران\n');
  const bibtex = quotationAs('bibtex', { ...CITATION, source: null, date: 'XXXX-03', path: 'مقال.txt' });
  assert.match(bibtex, /^@misc\{article-[a-z0-9]+,\n/);
  assert.doesNotMatch(bibtex, /year|journal/);
});

test('words of an article are no markup in a quotation', () => {
  const hostile = {
    quotation: '# [اضغط](command:x) <img src=x>\n- بند',
    title: '*عنوان*',
    source: null,
    dateWords: null,
  };
  checkQuotation(
    'markdown',
    hostile,
    '> \\# \\[اضغط\\](command:x) \\<img src=x\\>\n>\n> \\- بند\n>\n> — *\\*عنوان\\**\n',
  );
  const bibtex = quotationAs('bibtex', { ...CITATION, quotation: 'a} % {\\input b_c & $5', title: 'عنوان}' });
  assert.match(bibtex, /title = \{\{عنوان\\textbraceright\{\}\}\}/);
  assert.match(bibtex, /a\\textbraceright\{\} \\% \\textbraceleft\{\}\\textbackslash\{\}input b\\_c \\& \\\$5/);
  // BibTeX counts braces.
  assert.equal(bibtex.split('{').length, bibtex.split('}').length);
});

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });

const CONCORDANCE: Concordance = {
  entity: { id: 'person:a', kind: 'person', name: 'سالم الراوي' },
  total: 3,
  articles: [
    { uri: 'file:///n/b.txt', title: '=HYPERLINK("x")', date: '2020-01-02', source: null },
    { uri: 'file:///n/a.txt', title: 'أول', date: null, source: 'واع' },
  ],
  lines: [
    { article: 0, range: at(4), form: 'name', before: 'قال الوزير ', words: 'سالم الراوي', after: '، إن' },
    { article: 0, range: at(6), form: 'short', before: 'وأكّد «أمين» ', words: 'الراوي', after: ' أمس' },
    { article: 1, range: at(2), form: 'name', before: '- ', words: 'سالم الراوي', after: ' بعد, "غد"' },
  ],
};

function checkOrder(order: Order, descending: boolean, expected: readonly number[]): void {
  const found = ordered(CONCORDANCE, order, descending);
  assert.deepEqual(
    found.map((line) => CONCORDANCE.lines.indexOf(line)),
    expected,
    order,
  );
}

test('lines of a concordance by what is before the name, nearest word first, and by what is after it', () => {
  checkOrder('place', false, [0, 1, 2]);
  checkOrder('place', true, [2, 1, 0]);
  checkOrder('before', false, [2, 0, 1]);
  checkOrder('after', false, [1, 0, 2]);
  checkOrder('mention', false, [1, 0, 2]);
  checkOrder('mention', true, [0, 2, 1]);
  checkOrder('article', false, [0, 1, 2]);
});

test('a table for a spreadsheet has no formulas in it', () => {
  const csv = concordanceCsv(CONCORDANCE, CONCORDANCE.lines, ['date', 'before'], (uri) => uri.slice(10));
  assert.equal(
    csv,
    [
      '\uFEFFdate,before',
      `2020-01-02,قال الوزير ,سالم الراوي,، إن,"'=HYPERLINK(""x"")",,b.txt,5`,
      `2020-01-02,وأكّد «أمين» ,الراوي, أمس,"'=HYPERLINK(""x"")",,b.txt,7`,
      `,"'- ",سالم الراوي," بعد, ""غد""",أول,واع,a.txt,3`,
      '',
    ].join('\r\n'),
  );
  for (const formula of ['＝1+1', '=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', ' =1', '";=1']) {
    const line = { ...CONCORDANCE.lines[0], before: formula } as Concordance['lines'][number];
    const [, row] = concordanceCsv(CONCORDANCE, [line], [], () => '').split('\r\n');
    assert.ok(row?.includes(`"'${formula.replaceAll('"', '""')}"`), `${formula} in ${row}`);
  }
});

const DOSSIER: Dossier = {
  entity: { id: 'person:a', kind: 'person', name: 'سالم' },
  language: 'ar',
  title: { text: 'سالم <b>', quoted: true },
  subtitle: [{ text: 'Salim', quoted: true, weight: 'emphasis' }],
  summary: [{ pieces: [{ text: 'يُكتب أيضًا: ' }, { text: 'سالم*', quoted: true }] }],
  statements: [
    {
      kind: 'office',
      kindWords: 'منصب',
      date: '2020-11-15',
      dateWords: '15 نوفمبر 2020',
      inferred: false,
      claim: [{ text: 'وزير الدفاع', quoted: true, weight: 'strong' }],
      quote: { before: 'قال <script>alert(1)</script> ', words: 'وزير الدفاع', after: ' [x](javascript:y)' },
      location: { uri: 'file:///n/a (1).txt', range: at(3) },
      article: [{ text: 'عنوان "كبير"', quoted: true }],
      also: [],
    },
    {
      kind: 'meeting',
      kindWords: 'لقاء',
      date: null,
      dateWords: 'بلا تاريخ',
      inferred: false,
      claim: [{ text: 'مع ' }, { text: 'كريم <i>', quoted: true }],
      quote: { before: '', words: 'التقى', after: '' },
      location: { uri: 'file:///n/b.txt', range: at(1) },
      article: [{ text: 'لقاء', quoted: true }],
      also: [{ text: 'ورد كذلك في: ' }, { text: '<u>', quoted: true }],
    },
  ],
  total: 2,
  contradictions: [
    {
      message: 'وزير الدفاع: سالم هنا، و*ماجد* <s> في موضع آخر.',
      places: [
        {
          label: '',
          quote: { before: '', words: 'سالم <p>', after: '' },
          location: { uri: 'file:///n/b.txt', range: at(1) },
          article: [{ text: 'لقاء', quoted: true }],
        },
        {
          label: '<q>ماجد',
          quote: { before: '', words: 'ماجد', after: '' },
          location: { uri: 'file:///n/c.txt', range: at(2) },
          article: [{ text: 'جولة', quoted: true }],
        },
      ],
    },
  ],
  contradictionsNote: null,
  headings: { undated: 'بلا تاريخ', contradictions: 'ما تتناقض فيه المقالات' },
};

test('a dossier as Markdown and HTML: statements with quotation and link, and nothing of an article is markup', () => {
  const address = ({ uri, range }: WireLocation) => ({ path: uri.slice(10), line: range.start.line + 1 });
  const markdown = dossierMarkdown(DOSSIER, address);
  assert.match(markdown, /^# سالم \\<b\\>\n/);
  assert.match(
    markdown,
    /\n## 2020\n\n### 15 نوفمبر 2020\n\nمنصب: \*\*وزير الدفاع\*\*\n\n> «قال \\<script\\>alert\(1\)\\<\/script\\>/,
  );
  assert.match(markdown, /\\\[x\\\]\(javascript:y\)»/);
  assert.match(markdown, /— \[عنوان "كبير"\]\(\.\/a%20%281%29\.txt#L4\)/);
  const html = dossierHtml(DOSSIER, address);
  assert.match(html, /^<!DOCTYPE html>\n<html lang="ar" dir="rtl">/);
  assert.match(html, /<time datetime="2020-11-15">15 نوفمبر 2020<\/time>/);
  assert.match(html, /«قال &lt;script&gt;alert\(1\)&lt;\/script&gt; <strong>وزير الدفاع<\/strong>/);
  assert.match(html, /<a href="\.\/a%20%281%29\.txt#L4"><bdi>عنوان &quot;كبير&quot;<\/bdi><\/a>/);
  assert.doesNotMatch(html, /<script|<b>|<i>|<u>|<s>|<p>\s*»|<q>/);
});

test('in both exports years are headings, undated statements stand apart, and contradictions come last with both places', () => {
  const address = ({ uri, range }: WireLocation) => ({ path: uri.slice(10), line: range.start.line + 1 });
  const markdown = dossierMarkdown(DOSSIER, address);
  assert.deepEqual(
    markdown.split('\n').filter((line) => line.startsWith('#')),
    [
      '# سالم \\<b\\>',
      '## 2020',
      '### 15 نوفمبر 2020',
      '## بلا تاريخ',
      '### بلا تاريخ',
      '## ما تتناقض فيه المقالات',
      '### وزير الدفاع: سالم هنا، و\\*ماجد\\* \\<s\\> في موضع آخر.',
    ],
  );
  assert.match(
    markdown,
    /سالم \\<p\\>\*\*»\n\n— \[لقاء\]\(\.\/b\.txt#L2\)\n\n\\<q\\>ماجد\n\n> «\*\*ماجد\*\*»\n\n— \[جولة\]\(\.\/c\.txt#L3\)/,
  );
  const html = dossierHtml(DOSSIER, address);
  assert.deepEqual(
    [...html.matchAll(/<(h\d)>(?:<[^>]*>)*([^<]*)/g)].map(([, tag, words]) => `${tag} ${words}`),
    [
      'h1 سالم &lt;b&gt;',
      'h2 2020',
      'h3 15 نوفمبر 2020',
      'h2 بلا تاريخ',
      'h3 بلا تاريخ',
      'h2 ما تتناقض فيه المقالات',
      'h3 وزير الدفاع: سالم هنا، و*ماجد* &lt;s&gt; في موضع آخر.',
    ],
  );
  assert.match(html, /<a href="\.\/b\.txt#L2">[\s\S]*<a href="\.\/c\.txt#L3">/);
});

test('a link of a dossier leads to its file, whatever the file is called', () => {
  const [first] = DOSSIER.statements;
  const one = { ...DOSSIER, statements: [first], contradictions: [] } as Dossier;
  for (const [path, href] of [
    ['javascript:alert(1).txt', './javascript%3Aalert%281%29.txt#L4'],
    ['data:text/html,<script>.txt', './data%3Atext/html%2C%3Cscript%3E.txt#L4'],
    ['أخبار/a#b?c%20.txt', './%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/a%23b%3Fc%2520.txt#L4'],
  ] as const) {
    assert.ok(dossierMarkdown(one, () => ({ path, line: 4 })).includes(`](${href})`), path);
    assert.ok(dossierHtml(one, () => ({ path, line: 4 })).includes(`<a href="${href}">`), path);
  }
});

test('a date that no text states is slanted in both exports', () => {
  const [first] = DOSSIER.statements;
  const inferred = { ...DOSSIER, statements: [{ ...first, inferred: true }] } as Dossier;
  assert.match(
    dossierMarkdown(inferred, () => ({ path: 'a.txt', line: 1 })),
    /\n### _15 نوفمبر 2020_\n/,
  );
  assert.match(
    dossierHtml(inferred, () => ({ path: 'a.txt', line: 1 })),
    /<h3><time datetime="2020-11-15"><em>15 نوفمبر 2020<\/em><\/time><\/h3>/,
  );
});
