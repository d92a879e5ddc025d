/**
 * Words of the reading view stand where the Unicode Bidirectional Algorithm puts them: as in the same text set without any marks by a
 * browser, which implements it, and no mark or click target moves them.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withWorkbench } from '../host/browser.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';

/** Habits of Arabic news that mix directions: digits, Latin names, quotation marks, brackets, percent signs, dates, ranges. */
const LINES = [
  'قال وزير الطاقة العراقي سالم الراوي إن الإنتاج بلغ 4.2 ملايين برميل يومياً.',
  'وارتفع السعر بنسبة 12.5% في بغداد، و٧٫٥٪ في طهران.',
  'اجتمع الوزير (سالم الراوي) مع نظيره (كريم نوري).',
  'وقال الراوي: "لن نوقع قبل 15/11/2020"، ثم غادر.',
  'أعلنت شركة BP البريطانية في بغداد أن الاتفاق (PSC) وُقّع في 2021.',
  'كتب سالم الراوي على «تويتر»: Thank you, Baghdad! ثم حذف التغريدة.',
  'في 2020-11-15 وصل وزير الدفاع العراقي سالم الراوي إلى طهران.',
  'بين 10 و20 في المئة من الموازنة (2021-2022) للعراق.',
  'انتخب 3-2 لصالح العراق ضد إيران.',
  'COVID-19 أوقف زيارة وزير الدفاع العراقي سالم الراوي إلى طهران.',
  'زار العراق 1,250,000 شخص عام 2019، بينهم 35% من إيران.',
  'قال: «إن "الاتفاق" مع إيران [لم يُنشر] بعد».',
  'رقم الهاتف +964 770 123 4567 لمكتب الوزير في بغداد.',
  'الموقع www.example.org/ar?id=5 نشر صورة سالم الراوي.',
  'البريد press@example.org، والمتحدث سالم الراوي في بغداد.',
  'درجة الحرارة -5 في طهران و+40 في بغداد.',
  'الساعة 10:30 (07:30 GMT) وصل الراوي إلى طهران.',
  'من 1/2 إلى 3/4 من حصة العراق في الحقل.',
  '1. وزير الدفاع العراقي سالم الراوي',
  '2) وزير الخارجية الإيراني كريم نوري',
  'المادة 5 (أ) من اتفاقية العراق وإيران.',
  'قال Kareem Nouri (كريم نوري) في طهران: "OK".',
  'بلغ سعر برميل خام «برنت» $75.30، أي ٪2 أكثر، بحسب العراق.',
  'طائرة F-16 عراقية و"سو-35" روسية في إيران.',
  'ISIS أو «داعش» كما يسميه العراق، في 2014/6/10.',
  'قال الراوي (وهو من مواليد 1960) إنه زار طهران (3 مرات).',
  'العراق – إيران: 2 - 1 (0 - 1).',
  'قرار مجلس الأمن 598 (1987) بشأن العراق وإيران.',
  'تراوحت بين 5°C و 12°C في بغداد.',
  'وزن الشحنة 5kg/50kg إلى بغداد.',
  'يسعى العراق إلى "Net Zero" بحلول 2050!',
  'السؤال: هل يوقع سالم الراوي؟ الجواب: نعم/لا.',
  'قناة Al Iraqiya TV نقلت عن سالم الراوي قوله: نعم...',
  'وكالة (أ.ف.ب) - بغداد: وصل سالم الراوي.',
  '#بغداد_2021 و@salim_rawi على تويتر مع سالم الراوي.',
  'النسبة 100% + 5% = 105% في العراق.',
  'ا. ب. سالم الراوي و ج. د. كريم نوري في طهران.',
  'وزير النفط: OPEC+ قرار يخدم العراق & إيران.',
  'بيان رقم: IQ/2021/15-B صادر في بغداد.',
  '"Baghdad" و\'Tehran\' و«بغداد» و“طهران”.',
  'Minister Salim (سالم الراوي) said 5% in بغداد yesterday.',
  'The Arabic name بغداد 2021 (العراق) is on page 5.',
];

test('forty hard lines stand in the order of the bidirectional algorithm', async () => {
  assert.ok(LINES.length >= 40);
  const text = `وزير الطاقة يزور العاصمة لبحث التعاون\n\n${LINES.join('\n\n')}\n`;
  const folder = temporaryFolder({ 'hard.txt': text, 'fihris.yaml': 'name: تجربة\n' });
  const options = { folder, file: 'hard.txt', extensions: [ROOT], size: { width: 1200, height: 900 } };
  await withWorkbench('word-order', options, async (workbench) => {
    await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /Fihris\P{L}*1/u }).waitFor();
    await workbench.runCommand('Fihris: Open Reading View');
    await workbench.webview.locator('.mark.on').first().waitFor();
    const lines = await workbench.webview.locator('article').evaluate(compareWithPlainText);
    await workbench.screenshot('word-order');
    const body = lines.filter(({ text }) => LINES.includes(text));
    assert.ok(body.length >= 40, `only ${body.length} of the lines are in the page`);
    assert.ok(body.filter(({ marks }) => marks > 0).length >= 30, 'most of them have marks in them');
    for (const { text, direction, moved } of body) {
      assert.deepEqual(moved, [], text);
      assert.equal(direction, /^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr', text);
    }
  });
});

/** In the page: which words of each block stand elsewhere than in a plain paragraph of the same text, width and direction. */
function compareWithPlainText(article: Element): { text: string; direction: string; marks: number; moved: string[] }[] {
  const placesOf = (element: Element) => {
    const { left, top } = element.getBoundingClientRect();
    const places: { word: string; x: number; y: number }[] = [];
    const nodes: { node: Text; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu)) {
      const at = (offset: number) => nodes.findLast(({ start }) => start <= offset) as { node: Text; start: number };
      // A mark may begin inside a word: «لل» + «عراق».
      const first = at(index);
      const last = at(index + word.length - 1);
      const range = document.createRange();
      range.setStart(first.node, index - first.start);
      range.setEnd(last.node, index + word.length - last.start);
      const rect = range.getBoundingClientRect();
      places.push({ word, x: (rect.left + rect.right) / 2 - left, y: (rect.top + rect.bottom) / 2 - top });
    }
    return places;
  };
  return [...article.querySelectorAll<HTMLElement>('.body > [data-block]')].map((block) => {
    const plain = document.createElement('p');
    plain.dir = block.dir;
    plain.textContent = block.textContent;
    block.after(plain);
    const expected = placesOf(plain);
    const found = placesOf(block);
    plain.remove();
    const moved = found
      .filter(({ x, y }, index) => {
        const other = expected[index];
        return !other || Math.abs(other.x - x) > 3 || Math.abs(other.y - y) > 6;
      })
      .map(({ word }) => word);
    return {
      text: block.textContent ?? '',
      direction: block.dir,
      marks: block.querySelectorAll('.mark.on').length,
      moved,
    };
  });
}
