/** What is read of meetings, visits, receptions, calls, signings and statements: per class of verbs what it tells and what it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recognize } from '../../../server/src/recognize/recognize.ts';
import { checkGrowth } from '../growth.ts';

/** Whose offices and names the sentences use, so that each sentence can stay short. */
const KNOWN = `نشرة الأخبار

10 مايو 2021

حضر وزير الخارجية الأردني سالم كريم الراوي ووزير الخارجية المصري نادر حسن الفقي ورئيس الوزراء الأردني ماجد علي العبادي.

`;

/** `kind code modality: role=name, …[ @place][ date]` of each event that the sentence tells, statements left out unless asked for. */
function told(sentence: string, { statements = false, title = false } = {}): string[] {
  const text = title ? `${sentence}\n\n${KNOWN.split('\n\n').slice(1).join('\n\n')}` : KNOWN + sentence;
  const facts = recognize(text);
  const from = title ? 0 : KNOWN.length;
  const to = title ? sentence.length : text.length;
  const name = (index: number) => {
    const entity = facts.entities[index];
    return entity === undefined ? '?' : 'name' in entity ? entity.name : entity.title;
  };
  return facts.events
    .filter(({ kind, trigger }) => (statements || kind !== 'statement') && trigger.start >= from && trigger.end <= to)
    .map(({ kind, code, modality, actors, place, date }) => {
      const who = actors.map(({ role, entity }) => `${role}=${name(entity)}`).join('، ');
      return `${kind} ${code} ${modality}: ${who}${place === null ? '' : ` @${name(place)}`}${date === null ? '' : ` ${date}`}`;
    });
}

function checkTold(sentence: string, ...expected: readonly string[]): void {
  assert.deepEqual(told(sentence), expected, sentence);
}

const RAWI = 'سالم كريم الراوي';
const FIQI = 'نادر حسن الفقي';
const ABBADI = 'ماجد علي العبادي';
const MET = `meeting 040 happened: participant=${RAWI}، participant=${FIQI}`;

test('«التقى» with an object, with «بـ», after its subject, and of the one spoken of', () => {
  checkTold('التقى وزير الخارجية الأردني سالم كريم الراوي نظيره المصري نادر حسن الفقي.', MET);
  checkTold('التقى الراوي بالفقي في القاهرة.', `${MET} @القاهرة`);
  checkTold('وأضاف المصدر أن سالم كريم الراوي التقى أمس الأحد نادر حسن الفقي.', `${MET} 2021-05-09`);
  checkTold('وصل سالم كريم الراوي إلى القاهرة، والتقى نادر حسن الفقي.', MET);
});

test('«التقى» of two teams, of nobody known, or of somebody’s people is no meeting with him', () => {
  checkTold('يلتقي الفريقان مساء السبت في نصف النهائي.');
  checkTold('التقى سالم كريم الراوي عددا من المواطنين.');
  checkTold('التقى سالم كريم الراوي مستشار نادر حسن الفقي.');
  checkTold('التقى وفد من مكتب سالم كريم الراوي أهالي القرية، بحسب نادر حسن الفقي.');
});

test('«اجتمع» and «تباحث» with somebody or with each other', () => {
  checkTold('اجتمع سالم كريم الراوي، اليوم الاثنين في عمان، مع نادر حسن الفقي.', `${MET} @عمان 2021-05-10`);
  checkTold('اجتمع سالم كريم الراوي ونادر حسن الفقي.', MET);
  checkTold('اجتمع مجلس الإدارة مع ممثلي العمال.');
});

test('«بحث … مع» only where «مع» stands right behind the subject', () => {
  checkTold('بحث سالم كريم الراوي مع نادر حسن الفقي العلاقات الثنائية.', MET);
  checkTold('بحث سالم كريم الراوي العلاقات مع مصر.');
  checkTold(
    'بحث سالم كريم الراوي هاتفيا مع نادر حسن الفقي تطورات المنطقة.',
    `call 041 happened: caller=${RAWI}، called=${FIQI}`,
  );
});

test('a reception has a host and a visitor', () => {
  const received = `reception 043 happened: host=${ABBADI}، visitor=${FIQI}`;
  checkTold('استقبل رئيس الوزراء الأردني ماجد علي العبادي في قصره بعمان نادر حسن الفقي.', `${received} @عمان`);
  checkTold('استقبل ماجد علي العبادي وفدا مصريا برئاسة نادر حسن الفقي.', received);
  checkTold('وقال ماجد علي العبادي خلال استقباله نادر حسن الفقي إن العلاقات جيدة.', received);
  checkTold('استقبل المستشفى ثلاثين مصابا، وفق سالم كريم الراوي.');
});

test('a visit has a visitor and a host, which may be a place', () => {
  const visited = `visit 042 happened: visitor=${RAWI}، host=القاهرة @القاهرة`;
  checkTold('زار سالم كريم الراوي القاهرة.', visited);
  checkTold('وصل سالم كريم الراوي إلى القاهرة في زيارة رسمية.', visited);
  checkTold('بدأ سالم كريم الراوي زيارة رسمية إلى القاهرة.', visited);
  checkTold('قال سالم كريم الراوي خلال زيارته إلى القاهرة إن التعاون قائم.', visited);
  checkTold('تابعت الصحف زيارة سالم كريم الراوي إلى القاهرة.', visited);
});

test('arrivals, wishes and visits of others are no visits', () => {
  checkTold('وصل سالم كريم الراوي إلى القاهرة.');
  checkTold('دعا سالم كريم الراوي السياح الراغبين في زيارة القاهرة إلى الحجز.');
  checkTold('تحدث سالم كريم الراوي على هامش زيارة لجنة الزراعة إلى القاهرة.');
  checkTold('تحدث سالم كريم الراوي في ختام زيارة قام بها خبراء البنك إلى القاهرة.');
  checkTold('زار سالم كريم الراوي النصب التذكاري للشهيد ماجد علي العبادي.');
});

test('a call has a caller and a called', () => {
  checkTold(
    'تلقى سالم كريم الراوي اتصالا هاتفيا من نادر حسن الفقي.',
    `call 041 happened: called=${RAWI}، caller=${FIQI}`,
  );
  checkTold(
    'أجرى سالم كريم الراوي اتصالا هاتفيا مع نادر حسن الفقي.',
    `call 041 happened: caller=${RAWI}، called=${FIQI}`,
  );
  checkTold('قال سالم كريم الراوي في اتصال هاتفي مع صحيفة محلية إن الأمر عادي.');
});

test('nouns of meeting: who is gathered, between whom, and whose pronoun', () => {
  checkTold('تناول اللقاء الذي جمع سالم كريم الراوي بنادر حسن الفقي ملف المياه.', MET);
  checkTold('أجرى سالم كريم الراوي مباحثات موسعة مع نادر حسن الفقي.', MET);
  checkTold(
    'وخلال لقائه نادر حسن الفقي، أكد سالم كريم الراوي عمق العلاقات.',
    MET.replace(/: .*/, `: participant=${FIQI}، participant=${RAWI}`),
  );
  assert.deepEqual(told('لقاء بين سالم كريم الراوي ونادر حسن الفقي', { title: true }), [MET]);
});

test('a pronoun that may mean somebody else tells nothing', () => {
  checkTold('نفى ماجد علي العبادي تصريح سالم كريم الراوي خلال لقائه بنادر حسن الفقي.');
});

test('negotiations are meetings with a code of their own', () => {
  checkTold(
    'أجرى سالم كريم الراوي مفاوضات مع نادر حسن الفقي.',
    `meeting 046 happened: participant=${RAWI}، participant=${FIQI}`,
  );
});

test('what is to come is planned: 036', () => {
  const planned = `meeting 036 planned: participant=${RAWI}، participant=${FIQI}`;
  checkTold('سيلتقي الراوي نظيره المصري نادر حسن الفقي.', planned);
  checkTold('ومن المقرر أن يلتقي الراوي غدا نادر حسن الفقي.', `${planned} 2021-05-11`);
  checkTold('يعتزم سالم كريم الراوي لقاء نادر حسن الفقي.');
  checkTold(
    'يزور سالم كريم الراوي القاهرة الأسبوع المقبل.',
    `visit 036 planned: visitor=${RAWI}، host=القاهرة @القاهرة`,
  );
  checkTold(
    'وسيطرح سالم كريم الراوي المسألة لدى زيارته إلى القاهرة.',
    `visit 036 planned: visitor=${RAWI}، host=القاهرة @القاهرة`,
  );
});

test('a headline in the present tells what happened, unless the text below tells it as planned', () => {
  assert.deepEqual(told('سالم كريم الراوي يلتقي نادر حسن الفقي', { title: true }), [MET]);
  const text = (below: string) => `سالم كريم الراوي يزور القاهرة\n\n10 مايو 2021\n\n${below}`;
  const first = (below: string) => recognize(text(below)).events.find(({ kind }) => kind === 'visit')?.modality;
  assert.equal(first('أعلن المكتب أن وزير الخارجية سالم كريم الراوي سيزور القاهرة.'), 'planned');
  assert.equal(first('وصف وزير الخارجية سالم كريم الراوي اللقاءات بالجيدة.'), 'happened');
});

test('what did not happen is denied, what is wished for is nothing', () => {
  checkTold('لم يلتق سالم كريم الراوي، نظيره المصري نادر حسن الفقي.', MET.replace('happened', 'denied'));
  checkTold('لن يزور سالم كريم الراوي القاهرة.', `visit 042 denied: visitor=${RAWI}، host=القاهرة @القاهرة`);
  checkTold('نفى المكتب أن يكون سالم كريم الراوي التقى نادر حسن الفقي.', MET.replace('happened', 'denied'));
  checkTold('دعا سالم كريم الراوي إلى لقاء نادر حسن الفقي.');
  checkTold('قد يزور سالم كريم الراوي القاهرة.');
});

test('a signing is 057, a promise to sign 032, and an agreement that exists is neither', () => {
  const signed = 'وقع سالم كريم الراوي ونادر حسن الفقي في القاهرة مذكرة تفاهم بين الأردن ومصر.';
  const [event] = told(signed);
  assert.match(event ?? '', /^signing 057 happened: signatory=سالم كريم الراوي، signatory=نادر حسن الفقي/);
  const [promise] = told('سيوقع الأردن ومصر مذكرة تفاهم للتعاون الأمني.');
  assert.match(promise ?? '', /^signing 032 planned: party=(الأردن|مصر)، party=(الأردن|مصر)$/);
  checkTold('تستند الخطوة إلى اتفاقية التعاون الأمني بين الأردن ومصر.');
});

test('a statement has a speaker who is a person, and something said', () => {
  const statements = (sentence: string) =>
    told(sentence, { statements: true }).filter((each) => each.startsWith('statement'));
  assert.deepEqual(statements('قال سالم كريم الراوي إن العلاقات جيدة.'), [`statement 010 happened: speaker=${RAWI}`]);
  assert.deepEqual(statements('وأوضح الراوي في تصريح صحفي أن الحدود مفتوحة.'), [
    `statement 010 happened: speaker=${RAWI}`,
  ]);
  assert.deepEqual(statements('كشف سالم كريم الراوي عن لوحة جديدة.'), []);
  assert.deepEqual(statements('لم يقل سالم كريم الراوي إن الحدود مفتوحة.'), []);
  assert.deepEqual(statements('قالت الوزارة إن الحدود مفتوحة.'), []);
});

test('the date is the clause’s; what is recalled is no news', () => {
  const facts = recognize(
    `${KNOWN}استقبل ماجد علي العبادي سالم كريم الراوي.\n\nيذكر أن نادر حسن الفقي زار عمان في 3 مارس 2021.\n\nوكان سالم كريم الراوي قد التقى نادر حسن الفقي.`,
  );
  const events = facts.events.filter(({ kind }) => kind !== 'statement');
  assert.deepEqual(
    events.map(({ kind, date, news }) => [kind, date, news]),
    [
      ['reception', null, true],
      ['visit', '2021-03-03', false],
      ['meeting', null, false],
    ],
  );
});

test('whatever the words, events refer to what is there, within their sentence', () => {
  const word = fc.constantFrom(
    ...'التقى والتقى استقبل زار سيزور يلتقي لقاء لقائه زيارة زيارته خلال بين مع و إلى في من أن قال لم سالم كريم الراوي نادر الفقي الوزير وزير الخارجية الأردني القاهرة اتصالا هاتفيا تلقى أجرى جمع بـ ، . : وفد برئاسة الذي'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const { events, entities, sentences } = recognize(text);
      for (const { actors, sentence, trigger, place } of events) {
        assert.ok(sentence.start <= trigger.start && trigger.end <= sentence.end);
        assert.ok(sentences.some(({ start, end }) => start <= sentence.start && sentence.end <= end));
        assert.equal(new Set(actors.map(({ entity }) => entity)).size, actors.length);
        for (const { entity, span } of actors) {
          assert.ok(entities[entity] !== undefined);
          assert.ok(span.start < span.end && span.end <= text.length);
        }
        assert.ok(place === null || entities[place]?.kind === 'place');
      }
    }),
    { numRuns: 300 },
  );
});

test('time is linear: a long line of verbs and names', () => {
  checkGrowth(
    (count) => {
      const text = 'التقى سالم كريم الراوي والتقى نادر حسن الفقي خلال لقائه مع زيارة '.repeat(count);
      return () => recognize(text);
    },
    300,
    8,
  );
});

test('the one who acted before as a pronoun behind the verb', () => {
  checkTold(
    'وصل سالم كريم الراوي صباحا. واستقبله ماجد علي العبادي في مراسم رسمية.',
    `reception 043 happened: visitor=${RAWI}، host=${ABBADI}`,
  );
  checkTold(
    'وصل سالم كريم الراوي إلى المطار، وكان في استقباله ماجد علي العبادي.',
    `reception 043 happened: visitor=${RAWI}، host=${ABBADI}`,
  );
  // Whom it means is open where another stands between, and he receives nobody who is received.
  checkTold('قال سالم كريم الراوي إن مستشار نادر حسن الفقي غادر. واستقبلها الجمهور بحفاوة.');
  checkTold('حل سالم كريم الراوي ضيفا على المدينة. واستقبله سالم كريم الراوي.');
});

test('a meeting told in a relative clause, whatever is said of it', () => {
  checkTold('عقب اللقاء الذي جمعه بنادر حسن الفقي، قال سالم كريم الراوي إن الأمر انتهى.', MET);
  checkTold('صرح سالم كريم الراوي عقب لقاء جمعه بنادر حسن الفقي بأن الأمر انتهى.', MET);
  checkTold('وجاء ذلك بعد محادثات أجراها سالم كريم الراوي في القاهرة مع نادر حسن الفقي.', `${MET} @القاهرة`);
  checkTold(
    'رفض سالم كريم الراوي التعليق على المكالمة الهاتفية التي جمعته بنادر حسن الفقي.',
    `call 041 happened: caller=${RAWI}، called=${FIQI}`,
  );
  checkTold('اللقاء الذي جمع في العاصمة بين سالم كريم الراوي ونادر حسن الفقي كان عابرا.', MET);
  checkTold(
    'أعلن سالم كريم الراوي اللقاءات التي سيجريها مع نادر حسن الفقي.',
    `meeting 036 planned: participant=${RAWI}، participant=${FIQI}`,
  );
  // «يوم الجمعة» and «بجمعة» gather nobody.
  checkTold('عقد الاجتماع الجمعة بحضور سالم كريم الراوي.');
});

test('«لقائهما» of the two whom the sentence names, of nobody among three', () => {
  checkTold('اتفق سالم كريم الراوي مع نادر حسن الفقي، خلال لقائهما اليوم، على معظم النقاط.', `${MET} 2021-05-10`);
  checkTold('اتفق سالم كريم الراوي ونادر حسن الفقي وماجد علي العبادي، خلال لقائهما أمس، على معظم النقاط.');
});

test('long titles and dates between the verb and the noun that it carries, and quantities before it', () => {
  checkTold(
    'تلقى وزير الخارجية الأردني سالم كريم الراوي، عشية أمس الأحد 9 مايو 2021، مكالمة هاتفية من نظيره المصري نادر حسن الفقي.',
    `call 041 happened: called=${RAWI}، caller=${FIQI} 2021-05-09`,
  );
  checkTold(
    'أجرى سالم كريم الراوي أول مكالمة هاتفية بنادر حسن الفقي.',
    `call 041 happened: caller=${RAWI}، called=${FIQI}`,
  );
  checkTold('أجرى سالم كريم الراوي سلسلة من اللقاءات، جمعته مع نادر حسن الفقي.', MET);
});

test('what was denied before a meeting is not denied of it', () => {
  checkTold('اتفق سالم كريم الراوي على إلغاء التأشيرات بعد محادثات أجراها مع نادر حسن الفقي.', MET);
  checkTold('تم إلغاء لقاء سالم كريم الراوي بنادر حسن الفقي.', MET.replace('happened', 'denied'));
});

test('«اجتمع بـ», and a visit that a relative clause gives its visitor', () => {
  checkTold('اجتمع سالم كريم الراوي، أمس الأحد، بنادر حسن الفقي.', `${MET} 2021-05-09`);
  checkTold('وسبقتها زيارة قام بها سالم كريم الراوي لبغداد.', `visit 042 happened: visitor=${RAWI}، host=بغداد @بغداد`);
  checkTold('وسبقتها زيارة قامت بها لجنة الزراعة لبغداد.');
});

test('a signing that a headline opens with, or that is carried out far behind its verb', () => {
  const signed = (modality: string, date = '') =>
    `signing ${modality === 'happened' ? '057' : '032'} ${modality}: party=مصر، party=الأردن${date}`;
  checkTold(
    'تم، بعد ظهر الاثنين، بقصر الحكومة، التوقيع على مذكرة تفاهم بين الأردن ومصر.',
    signed('happened', ' 2021-05-10'),
  );
  checkTold('سيتم، بعد ظهر الاثنين، التوقيع على مذكرة تفاهم بين الأردن ومصر.', signed('planned', ' 2021-05-10'));
  checkTold('أهمية التوقيع على مذكرة تفاهم بين الأردن ومصر كبيرة.');
});

test('those who take over a signing, or by whom it is done, are its signatories', () => {
  const by = `signing 057 happened: signatory=${RAWI}، signatory=${FIQI}، party=مصر، party=الأردن`;
  checkTold('تولى سالم كريم الراوي ونادر حسن الفقي التوقيع على اتفاقية تعاون بين الأردن ومصر.', by);
  checkTold('تم الإمضاء على اتفاقية تعاون بين الأردن ومصر من طرف سالم كريم الراوي ونادر حسن الفقي.', by);
});

test('a visit that a relative clause says who made', () => {
  checkTold(
    'احتجوا على الزيارة الرسمية التي أداها نادر حسن الفقي إلى بيروت.',
    `visit 042 happened: visitor=${FIQI}، host=بيروت @بيروت`,
  );
  checkTold(
    'وتسبق ذلك الزيارة التي سيؤديها نادر حسن الفقي إلى بيروت.',
    `visit 036 planned: visitor=${FIQI}، host=بيروت @بيروت`,
  );
  checkTold('احتجوا على الزيارة التي أثارت نادر حسن الفقي في بيروت.');
});

test('«غدا» between the verb and the visit that it carries', () => {
  checkTold('يؤدي نادر حسن الفقي غدا زيارة إلى بيروت.', `visit 036 planned: visitor=${FIQI}، host=بيروت @بيروت`);
});

test('a former office alone says too little of who was met', () => {
  checkTold('التقى نادر حسن الفقي وزير الدفاع العراقي السابق.');
});
