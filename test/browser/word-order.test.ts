/**
 * Words of the reading view and of cards stand where the Unicode Bidirectional Algorithm puts them for the direction of their paragraph;
 * no mark, link or click target moves them.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misplacedLines, type SetParagraph, setParagraphs } from '../host/bidi.ts';
import { withWorkbench } from '../host/browser.ts';
import { temporaryFolder } from '../host/fixtures.ts';
import { ROOT } from '../host/paths.ts';
import type { Workbench } from '../host/workbench.ts';

/** Habits of Arabic news that mix directions: digits, Latin names, quotation marks, brackets, percent signs, dates, ranges, addresses. */
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
  'نقلت "الوكالة" عن "وزير الدفاع العراقي" قوله: "«العراق» و«إيران» (معاً) 100%".',
  'العراق/إيران: 5/3 (60%).',
  '«بغداد»(Baghdad)، «طهران»(Tehran).',
  'في 15-20/11/2021 زار سالم الراوي (52 عاماً) طهران.',
  '#العراق #Iran_2021 @WHO: 1,5% في بغداد.',
  'سعر الصرف 1$ = 1460 دينار في العراق (+0,5%).',
  'الفقرة 2.1.3-ب من اتفاقية العراق/إيران.',
  'هاتف: (+98) 21-1234-5678، طهران.',
  'https://ar.example.org/العراق/2021?x=1&y=إيران نشر الخبر.',
  'كريم نوري: "We will sign in Baghdad بغداد on 5/6" غداً.',
  'من 9:00–17:30 في بغداد، و٩:٠٠–١٧:٣٠ في طهران.',
  'قال سالم الراوي: "قال لي: «سمعت “نعم” من Tehran»، 3 مرات".',
];

const SIZE = { width: 1200, height: 900 };

function checkOrder(paragraphs: readonly SetParagraph[]): void {
  for (const paragraph of paragraphs) assert.deepEqual(misplacedLines(paragraph), [], paragraph.text);
}

async function openReader(workbench: Workbench, articles: number): Promise<void> {
  await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'Article' }).waitFor();
  await workbench.indexed(articles);
  await workbench.runCommand('Fihris: Open Reading View');
  await workbench.webview.locator('.mark.on').first().waitFor();
}

test('more than forty hard lines of an article stand in the order of the bidirectional algorithm', async (t) => {
  const text = `وزير الطاقة يزور العاصمة لبحث التعاون\n\n${LINES.join('\n\n')}\n`;
  const folder = temporaryFolder({ 'hard.txt': text, 'fihris.yaml': 'name: تجربة\n' });
  await withWorkbench('word-order', { folder, file: 'hard.txt', extensions: [ROOT], size: SIZE }, async (workbench) => {
    await openReader(workbench, 1);
    // Once in lines as long as the page, once wrapped.
    for (const narrower of [0, 4]) {
      for (let i = 0; i < narrower; i++)
        await workbench.webview.getByRole('button', { name: 'Narrower lines' }).click();
      const article = workbench.webview.locator('article');
      await workbench.page.waitForTimeout(300);
      const paragraphs = await setParagraphs(article, '.mark.on');
      await workbench.screenshot(`word-order-${narrower}`);
      const body = paragraphs.filter((each) => LINES.includes(each.text));
      assert.deepEqual(
        body.map((each) => each.text),
        LINES,
        'each line is a paragraph of its own, whole',
      );
      const marked = body.filter(({ marks }) => marks > 0).length;
      t.diagnostic(`${body.length} lines, ${marked} with mentions, ${body.filter(isWrapped).length} wrapped`);
      assert.ok(marked >= 40, 'most of them have mentions in them');
      if (narrower > 0) assert.ok(body.filter(isWrapped).length >= 10, 'many of them are wrapped');
      checkOrder(paragraphs);
      for (const { text, direction } of body)
        assert.equal(direction, /^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr', text);
    }
  });
});

const isWrapped = ({ places }: SetParagraph): boolean => (places.at(-1)?.line ?? 0) > 0;

const PEOPLE = ['سالم الراوي', 'كريم الحداد', 'ماجد الطائي', 'فارس الجبوري', 'جابر العبيدي', 'هادي الناصري'];
const OFFICES = ['وزير الطاقة', 'وزير النقل', 'وزير الزراعة', 'وزير التجارة', 'وزير الصحة', 'وزير الثقافة'];

test('cards that quote hard lines stand in that order too', async (t) => {
  // A card lists up to ten other articles, each by its title and a sentence.
  const introductions = PEOPLE.map((person, at) => `والتقى ${OFFICES[at]} العراقي ${person} الوفد في بغداد أمس.`);
  const articles = LINES.map((line, at) => {
    const who = at % PEOPLE.length;
    return [
      `line-${at}.txt`,
      `${line}\n\nوقال ${OFFICES[who]} العراقي ${PEOPLE[who]} (${at}%) لقناة TV-${at}: "نعم"، في 2021/6/${(at % 28) + 1}.\n`,
    ];
  });
  const folder = temporaryFolder({
    'fihris.yaml': 'name: تجربة\n',
    'people.txt': `لقاءات في بغداد\n\n${introductions.join('\n\n')}\n`,
    ...Object.fromEntries(articles),
  });
  const options = {
    folder,
    file: 'people.txt',
    extensions: [ROOT],
    settings: { 'fihris.cards.language': 'ar' },
    size: { width: 1200, height: 1400 },
  };
  await withWorkbench('word-order-cards', options, async (workbench) => {
    const { page, webview } = workbench;
    await openReader(workbench, LINES.length + 1);
    const seen = new Set<string>();
    for (const person of PEOPLE) {
      await page.mouse.move(3, 3);
      await webview.locator('.card').waitFor({ state: 'hidden' });
      await webview.locator('.mark.on.person').filter({ hasText: person }).first().hover();
      await webview.locator('.card .card-title', { hasText: person }).waitFor();
      const paragraphs = await setParagraphs(webview.locator('.card'), '.link');
      checkOrder(paragraphs);
      for (const { text } of paragraphs) for (const line of LINES) if (text.includes(line)) seen.add(line);
    }
    await workbench.screenshot('word-order-card');
    t.diagnostic(`${seen.size} of the lines were seen whole in cards`);
    assert.ok(seen.size >= 40, `only ${seen.size} lines were in the cards`);
  });
});
