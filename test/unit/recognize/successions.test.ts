/** Who held an office before: what a sentence on a change of office says of the one who left it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognize } from '../../../server/src/recognize/recognize.ts';

/** Whom `text` makes former holders, as name → titles. Each claim must show office and name, and lie inside one sentence. */
function checkFormer(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const { entities, sentences } = recognize(text);
  const found: Record<string, string[]> = {};
  for (const entity of entities) {
    if (entity.kind !== 'person') continue;
    for (const { office, evidence, former } of entity.offices) {
      if (!former) continue;
      const held = entities[office];
      assert.equal(held?.kind, 'office');
      if (held?.kind === 'office') found[entity.name] = [...(found[entity.name] ?? []), held.title];
      assert.ok(sentences.some(({ start, end }) => start <= evidence.start && evidence.end <= end));
      assert.ok(text.slice(evidence.start, evidence.end).includes(entity.name));
    }
  }
  assert.deepEqual(found, expected, text);
}

const MINISTER = { 'نادر الفقي': ['وزير الدفاع'] };

test('«خلفا لفلان» makes the one named a former holder', () => {
  checkFormer('تولى وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي الذي استقال.', MINISTER);
  checkFormer('وصل وزير الدفاع سالم الراوي، الذي تسلم منصبه عام 2019 خلفاً للفريق نادر الفقي، إلى المدينة.', MINISTER);
  checkFormer('تولى سالم الراوي منصب وزير الدفاع خلفا للعميد نادر الفقي.', MINISTER);
});

test('an office beside the predecessor’s name is a former one then', () => {
  checkFormer('وصل وزير الدفاع سالم الراوي، الذي تولى منصبه خلفا لوزير الدفاع نادر الفقي.', MINISTER);
});

test('«الذي خلف فلانا» right behind the holder', () => {
  checkFormer('زار وزير الدفاع سالم الراوي، الذي خلف نادر الفقي في المنصب، المدينة.', MINISTER);
  checkFormer('قالت وزيرة الصحة ليلى السالمي التي خلفت نادر الفقي إن الوضع جيد.', { 'نادر الفقي': ['وزيرة الصحة'] });
});

test('«سلفه فلان» of the only official of the sentence', () => {
  checkFormer('قال وزير الدفاع سالم الراوي إن سلفه نادر الفقي ترك ديونا.', MINISTER);
  checkFormer('انتقد وزير الدفاع العراقي سلفه الراحل نادر الفقي.', { 'نادر الفقي': ['وزير الدفاع العراقي'] });
});

test('«ليحل محل فلان» and «بدلا من فلان» where somebody is appointed', () => {
  checkFormer('تولى سالم الراوي منصب وزير الدفاع ليحل محل نادر الفقي.', MINISTER);
  checkFormer('تم تعيين وزير الدفاع سالم الراوي بدلا من نادر الفقي.', MINISTER);
});

test('the office that somebody is appointed to, in the accusative', () => {
  checkFormer('عُيّن سالم الراوي وزيراً للدفاع خلفاً لنادر الفقي.', MINISTER);
  checkFormer('انتخب البرلمان سالم الراوي رئيسا للوزراء بدلا من نادر الفقي.', { 'نادر الفقي': ['رئيس الوزراء'] });
  // Not the office of who appoints.
  checkFormer('عين رئيس الوزراء كريم منصف سالم الراوي وزيرا للدفاع خلفا لنادر الفقي.', MINISTER);
  // Head of a body: which one, no rule reads.
  checkFormer('عين رئيس الوزراء كريم منصف سالم الراوي مديرا للمطار خلفا لنادر الفقي.', {});
  checkFormer('رشح سالم الراوي وزيرا للدفاع خلفا لنادر الفقي.', {});
});

test('«خلف» is behind somebody, and a name', () => {
  checkFormer('وقف وزير الدفاع سالم الراوي خلف نادر الفقي في القاعة.', {});
  checkFormer('قال وزير الدفاع سالم خلف لنادر الفقي إنه سعيد.', {});
  checkFormer('قال وزير الدفاع سالم الراوي خلفا لما أعلنه نادر الفقي.', {});
});

test('who attends in another’s place has not followed them', () => {
  checkFormer('حضر وزير الدفاع سالم الراوي بدلا من نادر الفقي.', {});
  checkFormer('جلس وزير الدفاع سالم الراوي ليحل محل نادر الفقي.', {});
});

test('another office than the one beside the name', () => {
  checkFormer('تولى وزير الدفاع سالم الراوي رئاسة الحزب خلفا لنادر الفقي.', {});
  checkFormer('زار وزير الدفاع سالم الراوي، الذي خلف نادر الفقي في رئاسة الحزب، المدينة.', {});
  checkFormer('تولى وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي رئيسا للحزب.', {});
  checkFormer('قال المتحدث باسم وزير الدفاع سالم الراوي إن سلفه نادر الفقي استقال.', {});
  checkFormer('قال وزير الدفاع سالم الراوي لوزير الداخلية كريم منصف إن سلفه نادر الفقي استقال.', {});
});

test('who appoints is not who is appointed', () => {
  checkFormer('عين رئيس الوزراء سالم الراوي اللواء كريم منصف خلفا لنادر الفقي.', {});
  checkFormer('استقبل وزير الدفاع سالم الراوي اللواء كريم منصف الذي خلف نادر الفقي.', {});
});

test('what is yet to come or denied is no succession', () => {
  checkFormer('سيتولى وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي.', {});
  checkFormer('لم يتول وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي.', {});
  checkFormer('من المقرر أن يتسلم وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي.', {});
});

test('the successor keeps the office, and the predecessor does not get it twice', () => {
  const { entities } = recognize(
    'قال وزير الدفاع السابق نادر الفقي إنه راض. وتولى وزير الدفاع سالم الراوي منصبه خلفا لنادر الفقي.',
  );
  assert.deepEqual(
    entities.flatMap((entity) =>
      entity.kind === 'person' ? [[entity.name, entity.offices.map(({ former }) => former)]] : [],
    ),
    [
      ['نادر الفقي', [true]],
      ['سالم الراوي', [false]],
    ],
  );
});

/** Every person of `text` with the titles of the offices held now. */
function checkHeld(text: string, expected: Readonly<Record<string, readonly string[]>>): void {
  const { entities } = recognize(text);
  const found: Record<string, string[]> = {};
  for (const entity of entities)
    if (entity.kind === 'person')
      found[entity.name] = entity.offices.flatMap(({ office, former }) => {
        const held = entities[office];
        return held?.kind === 'office' && !former ? [held.title] : [];
      });
  assert.deepEqual(found, expected, text);
}

test('«وخلفه فلان» gives the successor the office of the one who left it', () => {
  const held = 'قال وزير الدفاع نادر الفقي ذلك. ';
  checkHeld(`${held}وغادر الفقي منصبه في أيار الماضي وخلفه سالم الراوي.`, {
    'نادر الفقي': [],
    'سالم الراوي': ['وزير الدفاع'],
  });
  checkFormer(`${held}وغادر الفقي منصبه في أيار الماضي وخلفه سالم الراوي.`, MINISTER);
  // Who walks behind him.
  checkHeld('وصل وزير الدفاع نادر الفقي وخلفه سالم الراوي.', { 'نادر الفقي': ['وزير الدفاع'], 'سالم الراوي': [] });
});

test('«عين في منصبه خلفا لفلان» of one whose office is told elsewhere', () => {
  checkFormer(
    'وقعه وزير الدفاع سالم الراوي. وقال الراوي، الذي عُين في منصبه في 5 آب خلفاً لنادر الفقي، إن الأمر مهم.',
    MINISTER,
  );
  // Of two offices it may be either.
  checkFormer(
    'وقعه وزير الدفاع سالم الراوي. ووصل رئيس حزب الأمل سالم الراوي. وقال الراوي، الذي عُين في منصبه في 5 آب خلفاً لنادر الفقي، إن الأمر مهم.',
    {},
  );
});
