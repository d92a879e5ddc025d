/** The learned tagger: its model file, what it finds where the rules find nothing, and texts that it was not made for. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CANDIDATE } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { tag } from '../../../server/src/recognize/tag.ts';
import { namesOf, sentenceEnds, taggedNames } from '../../../server/src/recognize/tagged-names.ts';
import { installTagger } from '../../../server/src/recognize/tagger/installed.ts';
import { HEADER, type ModelProblem, readModel } from '../../../server/src/recognize/tagger/model.ts';
import { Tagger } from '../../../server/src/recognize/tagger/tagger.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { checkGrowth } from '../growth.ts';

const file = join(import.meta.dirname, '../../../server/src/recognize/tagger/model.bin');
const model = new Uint8Array(readFileSync(file));
after(() => installTagger(null));

const SPORT = 'وسجل روبرتو كاستيلو هدف الفوز في مباراة جرت في مدينة فالنسيا الإسبانية أمس.';

/** With these bytes there is no tagger for this reason, and the rules say what they say without it. */
function checkRefused(bytes: Uint8Array, problem: ModelProblem): void {
  installTagger(null);
  const alone = recognize(SPORT);
  assert.equal(installTagger(bytes), problem);
  assert.deepEqual(recognize(SPORT), alone);
}

function changed(at: number, value: number): Uint8Array {
  const bytes = model.slice();
  bytes[at] = value;
  return bytes;
}

test('the model is small, and a file that is none is refused with its reason', () => {
  assert.ok(model.length <= 6_000_000, `${model.length} bytes`);
  assert.notEqual(typeof readModel(model), 'string');
  checkRefused(new Uint8Array(), 'foreign');
  checkRefused(new TextEncoder().encode('ليس هذا نموذجًا بل نص عربي عادي لا غير'), 'foreign');
  checkRefused(model.slice(0, model.length / 2), 'damaged');
  checkRefused(model.slice(0, HEADER), 'damaged');
  checkRefused(model.slice(0, 12), 'foreign');
  checkRefused(changed(8, 99), 'version');
  checkRefused(changed(model.length - 5, (model[model.length - 5] ?? 0) ^ 1), 'damaged');
  checkRefused(changed(20, (model[20] ?? 0) ^ 1), 'damaged');
});

test('a model that does not begin on a multiple of four bytes is read as well', () => {
  const shifted = new Uint8Array(model.length + 1);
  shifted.set(model, 1);
  assert.equal(installTagger(shifted.subarray(1)), null);
});

/** Names marked in `text`, as `kind:words`. */
function checkFinds(text: string, expected: readonly string[]): void {
  const shown = recognize(text).mentions.filter(({ confidence }) => confidence >= CANDIDATE);
  const found = shown.map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
  for (const name of expected) assert.ok(found.includes(name), `${name} not among ${found.join(', ')}`);
}

/** The persons marked in `text`, in order. */
function checkPersons(text: string, expected: readonly string[]): void {
  const shown = recognize(text).mentions.filter((each) => each.kind === 'person' && each.confidence >= CANDIDATE);
  assert.deepEqual(
    shown.map(({ start, end }) => text.slice(start, end)),
    expected,
  );
}

test('bare names in sports and culture, where no office or rank stands beside them', () => {
  installTagger(model);
  checkFinds(SPORT, ['person:روبرتو كاستيلو', 'place:فالنسيا']);
});

test('a particle, a noun of prose and whose it is are no name; a name after a particle is one', () => {
  installTagger(model);
  for (const text of ['برأيك، من سيفوز بالدوري هذا العام؟', 'ما الذي تغير برأيك في الموسم الأخير؟'])
    assert.deepEqual(recognize(text).mentions, [], text);
  checkFinds('التقى روبرتو كاستيلو زميله السابق، ومرر الكرة لكاستيلو أمس.', ['person:كاستيلو']);
});

test('in a list of names «و» is «and» before a word that no name begins with', () => {
  checkFinds('حضرت فاطمة بن سعيدان ومريم بن شعبان وكنزة بن ذياب أمس.', [
    'person:فاطمة بن سعيدان',
    'person:مريم بن شعبان',
    'person:كنزة بن ذياب',
  ]);
  checkFinds('قال وليد بن شعبان إن الأمر واضح.', ['person:وليد بن شعبان']);
});

test('where a rule has seen less, or something else, the surer reading of the tagger stays', () => {
  installTagger(model);
  checkPersons('وتوعد بوتين بشن ضربات جوية على مواقع المسلحين.', ['بوتين']);
  checkPersons('تولى الرئيس اليوم ترقية العميد كمال الضيف، المدير العام للوكالة، إلى رتبة لواء.', ['كمال الضيف']);
  checkPersons('وأكدت كاتيا كيبينج، رئيسة حزب اليسار، أن الأمر واضح.', ['كاتيا كيبينج']);
  // «ماكرون يحيي ذكرى …»: the rules are sure where the name ends.
  checkPersons('قال العميد حبيب الراوي ضيفا على الإذاعة إن الأمر واضح.', ['حبيب الراوي']);
});

test('a noun of prose is a name again where the article has a full name that ends so', () => {
  installTagger(model);
  checkPersons('زار الرئيس السوري بشار الأسد المدينة. وقال إنه لا يرى حلا مع رحيل الأسد.', ['بشار الأسد', 'الأسد']);
  checkPersons('زار الرئيس السوري حافظ العلي المدينة. وفيها حديقة يعيش فيها الأسد مع النمر.', ['حافظ العلي']);
});

test('in quotes stands a name behind what its bearer is, and something else behind a film or an airport', () => {
  installTagger(model);
  checkPersons('نشرت السفارة صورة للسفيرة "كارول ماكوين" وهي ترتدي اللباس التقليدي.', ['كارول ماكوين']);
  checkPersons('تلقى الأمر من متطرف يدعى "أبو براء العراقي" في المدينة.', ['أبو براء العراقي']);
  checkPersons('وتم تحويل الرحلات إلى مطار "شارل ديغول" في المدينة.', []);
});

test('a family name that stands first and begins with و is no «and»', () => {
  installTagger(model);
  checkPersons('والألماني فرانك كرماني والصيني وانغ يي.', ['فرانك كرماني', 'وانغ يي']);
  checkPersons('قال سالم الراوي وكيم لي إن الاتفاق جاهز.', ['سالم الراوي', 'كيم لي']);
});

test('where the tagger has run on, or has taken for a person what is none', () => {
  installTagger(model);
  // The verb of two, the verb that is nearly «يحيى», a position in a team.
  checkPersons('اللاعبان سالم الراوي و كريم بن زيمة يغيبان عن لقاء افتتاح الدوري.', ['سالم الراوي', 'كريم بن زيمة']);
  checkPersons('واعتقل الاثنان مساء أمس الأربعاء في المدينة.', []);
  checkPersons('العمل على انتهاج خطاب ديني رشيد و متزن في المساجد.', []);
  checkPersons('نقل إلى المستشفى الجامعي الهادي شاكر بصفاقس.', []);
  checkPersons('لاعب الفريق السابق أسترا جيورجيو الروماني .', []);
  // A site that speaks, and who founded it.
  checkPersons(
    'بدأ موقع "ويكيليكس" في نشر وثائق. وقال ويكيليكس إن الوثائق كثيرة. وقال مؤسس موقع ويكيليكس، جوليان أسانج، ذلك.',
    ['جوليان أسانج'],
  );
});

test('what an article calls a company is none of its persons, but whom it calls by a title or names elsewhere is', () => {
  installTagger(model);
  checkPersons('توقعت وكالة الترقيم الدولي "فيتش رايتنغ" أن يستمر النمو. ولاحظت فيتش رايتنغ في بلاغها ذلك.', []);
  checkPersons(
    'استأنفت الشركة العالمية للرحلات "توماس كوك" نشاطها. وقال مدير الشركة العالمية الجديد سالم الراوي إن توماس كوك ستربح.',
    ['سالم الراوي'],
  );
  checkPersons('وقال عضو مجلس الإدارة "توماس كوك" ذلك في الشركة. وأضاف توماس كوك ذلك.', ['توماس كوك', 'توماس كوك']);
});

test('a name that has been read in part is read as the article has it elsewhere', () => {
  installTagger(model);
  checkPersons(
    'كلثوم كنو تدعو المواطنين للتبرع. قالت المترشحة للانتخابات كلثوم كنو بطريقة هزلية ذلك. وقالت كلثوم كنو إنها راضية.',
    ['كلثوم كنو', 'كلثوم كنو', 'كلثوم كنو'],
  );
});

test('an outlet, a channel, a ship and «to me» are no persons', () => {
  installTagger(model);
  checkPersons('الكلمات الدالة كوردستان بغداد\n\nرووداو ديجيتال\n\nوقعت الحكومة ذلك.', []);
  checkPersons('وبحث الجانبان الملاحة في خور عبدالله.', []);
  checkPersons('أن سفينة الأبحاث عروج ريس ستستأنف عملها قريبا.', []);
  checkPersons('وقائد السفينة سالم الراوي قال لي قبل يومين إن المحطات عادت.', ['سالم الراوي']);
});

test('what only the tagger sees says so, with its estimate', () => {
  installTagger(model);
  const [mention] = recognize('انتهت مباراة الأمس بتفوق ماريو بينيتيز.').mentions;
  assert.equal(mention?.reason.code, 'tagger');
  assert.ok(mention.confidence > CANDIDATE && mention.confidence < 1);
});

test('tokens are tagged one for one, and I- only goes on with a name of its kind', () => {
  installTagger(model);
  const tokens =
    `${SPORT} وقال الاتحاد الدولي لكرة القدم في زيوريخ إن ماريو بينيتيز سيغيب عن مباراة نادي الوحدة .`.split(' ');
  const tags = tag([tokens]);
  assert.equal(tags.length, tokens.length);
  tags.forEach((each, i) => {
    if (each.startsWith('I-')) assert.ok([`B-${each.slice(2)}`, each].includes(tags[i - 1] ?? ''), tags.join(' '));
  });
});

test('a sentence that is read in parts has the tags that it has as a whole', () => {
  const read = readModel(model);
  assert.ok(typeof read !== 'string');
  const inParts = new Tagger(read);
  const whole = new Tagger(read, inParts.repeatWeight, Number.POSITIVE_INFINITY);
  const folder = join(import.meta.dirname, '../..');
  let names = 0;
  for (const file of globSync('{newswire,agencies}/**/*.txt', { cwd: folder })) {
    const tokens = tokenize(readFileSync(join(folder, file), 'utf8'));
    const read = [inParts, whole].map((tagger) => {
      const tags = new Uint8Array(tokens.length);
      const sure = new Float32Array(tokens.length);
      const words = tokens.map(({ norm }) => norm);
      tagger.tag(words, sentenceEnds(tokens), tags, sure);
      return namesOf(tokens, tags, sure);
    });
    const [parts = [], all = []] = read;
    assert.deepEqual(
      parts.map(({ from, to, kind }) => [from, to, kind]),
      all.map(({ from, to, kind }) => [from, to, kind]),
      file,
    );
    parts.forEach(({ sure, from }, i) => {
      const whole = all[i]?.sure ?? 0;
      assert.ok(Math.abs(sure - whole) < 0.05, `${file}, token ${from}: ${sure} in parts, ${whole} as a whole`);
    });
    names += parts.length;
  }
  assert.ok(names > 1000, `${names} names`);
});

test('the same text has the same names whatever was read before', () => {
  installTagger(model);
  const first = taggedNames(tokenize(SPORT));
  for (let i = 0; i < 200; i++) taggedNames(tokenize(`كلمة${i} أخرى${i} في ${'نص'.repeat(i % 7)} ${i}`));
  assert.deepEqual(taggedNames(tokenize(SPORT)), first);
  installTagger(model);
  assert.deepEqual(taggedNames(tokenize(SPORT)), first);
});

test('other languages, tables and code: nothing is marked that has no Arabic letter, and nothing fails', () => {
  installTagger(model);
  for (const text of [
    'The minister met John Smith in Paris on Monday. Das Auswärtige Amt in Berlin schweigt.',
    '1\t2\t3\n4\t5\t6\n| a | b |\n|---|---|\n| 7 | 8 |',
    'const x = (a) => { return a.map((b) => b + 1); }; // https://example.org/?q=1&r=2',
    '\u0000\uFFFF\uD800 \u202E\u200F .. ؟؟ ـــ',
    '',
  ])
    assert.deepEqual(taggedNames(tokenize(text)), []);
});

test('ten times the tokens in one line take about ten times as long', () => {
  installTagger(model);
  const words = SPORT.split(' ');
  const tokens = Array.from({ length: 300_000 }, (_, i) =>
    i % 5 === 0 ? `كلمة${i}` : (words[i % words.length] as string),
  );
  checkGrowth(
    (count) => {
      const line = tokens.slice(0, count);
      return () => tag([line]);
    },
    30_000,
    10,
  );
});
