import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardAt } from '../../../server/src/features/card.ts';
import { escapeMarkdown, renderMarkdown } from '../../../server/src/features/card-markdown.ts';
import type { Card } from '../../../server/src/features/cards/model.ts';
import { quote, quoted, shortened } from '../../../server/src/features/pieces.ts';
import type { Target } from '../../../server/src/features/target.ts';
import { MEETING, offsetIn, reports } from './reports.ts';

const href = ({ article, span }: Target) => `command:open?${article}@${span.start}`;

/** Isolates as letters that can be read: «R…P» a line from right to left, «F…P» words by their own direction. */
const visible = (markdown: string) =>
  markdown.replaceAll('\u2067', 'R[').replaceAll('\u2068', 'F[').replaceAll('\u2069', ']');

const card = (title: string, more: Partial<Card> = {}): Card => ({
  kind: 'person',
  language: 'ar',
  title: quoted(title),
  subtitle: [],
  sections: [],
  ...more,
});

test('a rich Arabic card is right-aligned, each of its lines between isolates', () => {
  const snapshot = reports();
  const found = cardAt(snapshot, MEETING, offsetIn(snapshot, MEETING, 'بغداد'), 'ar');
  assert.ok(found);
  assert.equal(
    visible(renderMarkdown(found.card, { rich: true, href })),
    `<div align="right">

### R[F[بغداد]]

R[عاصمة · *F[Baghdad]*]

R[الدولة: العراق]

R[**في مقال آخر**]

R[• [F[العراق وإيران يوقعان مذكرة تفاهم أمنية]](command:open?reports/signing.txt@106)، 2 مارس 2021 — ذُكر مرة واحدة]

</div>`,
  );
});

test('a rich English card is laid out left to right, Arabic words isolated', () => {
  const rows = [{ pieces: [{ text: 'Known as ' }, quoted('سالم الراوي', { weight: 'strong' })] }];
  const english = card('سالم', { language: 'en', sections: [{ heading: null, rows }] });
  assert.equal(visible(renderMarkdown(english, { rich: true, href })), '### F[سالم]\n\nKnown as **F[سالم الراوي]**');
});

test('a plain card has no markup of its own kind and no control characters', () => {
  const snapshot = reports();
  const found = cardAt(snapshot, MEETING, offsetIn(snapshot, MEETING, 'سالم الراوي'), 'ar');
  assert.ok(found);
  const markdown = renderMarkdown(found.card, { rich: false, href: () => 'file:///a.txt#L1' });
  assert.doesNotMatch(markdown, /[\p{Cf}<]/u);
  assert.match(markdown, /^### سالم الراوي\n\n\*Salim al-Rawi\* · اللواء\n\n/);
  assert.match(
    markdown,
    /\n\n• \[العراق وإيران يوقعان مذكرة تفاهم أمنية\]\(file:\/\/\/a\.txt#L1\)، 2 مارس 2021 — ذُكر مرتين {2}\n«وقّع/,
  );
});

/** Markdown of a text that an article might hold. */
function checkEscaped(text: string, expected: string): void {
  assert.equal(escapeMarkdown(text), expected);
}

test('nothing that an article says becomes markup, a link, a command or HTML', () => {
  checkEscaped('[هنا](command:workbench.action.quit)', '\\[هنا\\](command:workbench\\.action\\.quit)');
  checkEscaped('![](http://a.b/c.png)', '!\\[\\](http\\://a\\.b/c\\.png)');
  checkEscaped('<img src=x onerror=alert(1)> & </div>', '&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/div&gt;');
  checkEscaped('**غامق** _مائل_ `رمز` ~~شطب~~', '\\*\\*غامق\\*\\* \\_مائل\\_ \\`رمز\\` \\~\\~شطب\\~\\~');
  checkEscaped('www.example.com a@example.com', 'www\\.example\\.com a\\@example\\.com');
  checkEscaped('# عنوان', '\\# عنوان');
  checkEscaped('1. أولا', '1\\. أولا');
  checkEscaped('---', '\\---');
  checkEscaped('\\[', '\\\\\\[');
  checkEscaped('$(trash) | خلية', '\\$(trash) \\| خلية');
});

test('ordinary punctuation stays as it is', () => {
  checkEscaped('قال: «نعم» (أمس)، 15-11.', 'قال: «نعم» (أمس)، 15-11.');
  checkEscaped('انتهى.', 'انتهى.');
  checkEscaped('In no other article of this corpus.', 'In no other article of this corpus.');
});

test('control characters of an article are not shown: overrides, escapes, line breaks', () => {
  assert.equal(quoted('سالم\u202Eيوارلا\u001B[31m\nثان\u2028ثالث\u0000\uD800').text, 'سالميوارلا[31m ثان ثالث\uFFFD');
  assert.equal(quoted('می\u200Cخواهد').text, 'می\u200Cخواهد');
});

test('a link never ends early, whatever its address', () => {
  const linked = card('س', {
    sections: [
      {
        heading: null,
        rows: [{ pieces: [quoted('هنا', { target: { article: 'a (1) <b>.txt', span: { start: 0, end: 1 } } })] }],
      },
    ],
  });
  assert.match(
    renderMarkdown(linked, { rich: false, href: ({ article }) => `file:///${article}` }),
    /\[هنا\]\(file:\/\/\/a%20%281%29%20%3Cb%3E\.txt\)$/,
  );
});

test('words that begin or end in punctuation are not emphasised, because the marks would be read as text', () => {
  const emphasised = card('س', { subtitle: [quoted('«نور»', { weight: 'strong' })] });
  assert.equal(visible(renderMarkdown(emphasised, { rich: false, href })), '### س\n\n«نور»');
});

test('a quotation keeps the spaces around its words and the letters of a word together', () => {
  const text = 'رحب بإيران   ووصل\nإلى';
  const made = quote(text, { start: 5, end: 10 }, { start: 0, end: text.length });
  assert.deepEqual(made, { before: 'رحب ب', words: 'إيران', after: ' ووصل إلى' });
});

test('what is shortened ends between words and never inside a character', () => {
  assert.equal(shortened('وزير الدفاع العراقي', 12), 'وزير الدفاع…');
  assert.equal(shortened('وزير', 12), 'وزير');
  assert.equal(shortened('😀😀😀', 3), '😀…');
});

test('what is escaped does not depend on a sign of markup elsewhere in the text', () => {
  const sign = fc.constantFrom(...'قال «نعم». ٣،# 1-*a:/');
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join('');
      assert.equal(escapeMarkdown(`${text} _`), `${escapeMarkdown(`${text} `)}\\_`);
    }),
  );
});
