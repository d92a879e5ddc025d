import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgreementFact } from '../../../server/src/recognize/facts.ts';
import { recognize } from '../../../server/src/recognize/recognize.ts';

interface Expected {
  readonly title?: string;
  readonly type?: AgreementFact['type'];
  readonly properName?: string | null;
  readonly parties?: readonly string[];
  /** In the order of an agreement's life. */
  readonly states?: readonly string[];
  readonly signatories?: readonly string[];
  readonly place?: string | null;
  readonly date?: string | null;
  readonly subjects?: readonly string[];
  readonly related?: readonly string[];
  readonly mentions?: readonly string[];
}

/** The agreements of an article, in order, in what `expected` speaks of. */
function checkAgreements(text: string, ...expected: readonly Expected[]): void {
  const facts = recognize(text);
  const nameOf = (index: number) => {
    const entity = facts.entities[index];
    return entity === undefined ? '' : 'name' in entity ? entity.name : entity.title;
  };
  const found = facts.entities.flatMap((entity, index) => (entity.kind === 'agreement' ? [{ entity, index }] : []));
  const seen = found.map(({ entity, index }, i) => {
    const all = {
      ...entity,
      states: entity.states.map(({ state }) => state),
      signatories: entity.signatories.map(({ person }) => nameOf(person)),
      place: entity.place === null ? null : nameOf(entity.place),
      date: entity.date?.value ?? null,
      related: entity.related.map(nameOf),
      mentions: facts.mentions
        .filter((mention) => mention.kind === 'agreement' && mention.entity === index)
        .map(({ start, end }) => text.slice(start, end)),
    };
    const wanted = Object.keys(expected[i] ?? { title: '' }) as (keyof Expected)[];
    return Object.fromEntries(wanted.map((key) => [key, all[key]]));
  });
  assert.deepEqual(seen, expected, text);
  for (const { entity } of found)
    for (const { evidence } of entity.states)
      assert.ok(evidence.start >= 0 && evidence.end <= text.length && evidence.start < evidence.end);
}

test('a signed agreement: who signed, where, when', () => {
  checkAgreements(
    'مصر والأردن توقعان اتفاقية للتعاون الزراعي\n\n10 مايو 2022\n\nوقع وزير الزراعة المصري سامي القطان ونظيره الأردني خالد البدوي، اليوم الثلاثاء في عمّان، اتفاقية للتعاون في مجال الزراعة وتبادل الخبرات.\n\nوقال القطان إن الاتفاقية ستزيد الصادرات.',
    {
      type: 'agreement',
      parties: ['EG', 'JO'],
      states: ['signed'],
      signatories: ['سامي القطان', 'خالد البدوي'],
      date: '2022-05-10',
      place: 'عمان',
      subjects: ['agriculture'],
      mentions: ['اتفاقية للتعاون الزراعي', 'اتفاقية للتعاون', 'الاتفاقية'],
    },
  );
});

test('several words for one document, «هذه المذكرة» among them', () => {
  checkAgreements(
    'وقع العراق وتركيا اتفاق تعاون مائي وزراعي. وتشمل مذكرة التعاون، التي وقعها في أنقرة وزير الزراعة العراقي سالم كريم ونظيره التركي مراد يلدز، تنظيم السدود. وقال كريم إن هذه المذكرة بداية جديدة، وإن وثيقة التعاون المائي ستفيد البلدين.',
    {
      type: 'memorandum',
      parties: ['IQ', 'TR'],
      signatories: ['سالم كريم', 'مراد يلدز'],
      place: 'أنقرة',
      mentions: ['اتفاق تعاون مائي وزراعي', 'مذكرة التعاون', 'المذكرة', 'وثيقة التعاون المائي'],
    },
  );
});

test('how far a name goes', () => {
  const spans: readonly (readonly [string, string])[] = [
    ['وقع العراق وتركيا مذكرة تفاهم أمنية مشتركة في بغداد.', 'مذكرة تفاهم أمنية مشتركة'],
    ['وقع العراق وتركيا المحضر الأمني المشترك بين البلدين.', 'المحضر الأمني المشترك'],
    ['وقع العراق وتركيا مذكرة التفاهم للتعاون الزراعي لمكافحة الجفاف.', 'مذكرة التفاهم للتعاون الزراعي'],
    ['تعالج الاتفاقية التجارية بين العراق وتركيا الرسوم.', 'الاتفاقية التجارية بين العراق وتركيا'],
    ['أعلنت بكين اتفاق إعادة العلاقات العراقية التركية قبل أيام.', 'اتفاق إعادة العلاقات العراقية التركية'],
    ['وقع العراق وتركيا اتفاقا تجاريا في أنقرة.', 'اتفاقا تجاريا'],
    ['وقع العراق وتركيا معاهدة صداقة وحسن جوار.', 'معاهدة صداقة وحسن جوار'],
    ['دخلت اتفاقية التجارة الحرة بين تونس وليبيا حيز التنفيذ.', 'اتفاقية التجارة الحرة بين تونس وليبيا'],
    ['وقع العراق وتركيا بروتوكولا إضافيا، ثم غادر الوفد.', 'بروتوكولا إضافيا'],
  ];
  for (const [text, name] of spans) checkAgreements(text, { mentions: [name] });
});

test('states come from the verbs, with what negates or plans them', () => {
  const states: readonly (readonly [string, readonly string[]])[] = [
    ['يعتزم العراق وتركيا توقيع اتفاقية أمنية.', ['planned']],
    ['سيوقع العراق وتركيا اتفاقية أمنية الأسبوع المقبل.', ['planned']],
    ['من المقرر أن يوقع العراق وتركيا اتفاقية أمنية.', ['planned']],
    ['وصل الوزير التركي إلى بغداد لتوقيع اتفاقية أمنية مع العراق.', ['planned']],
    ['تم في بغداد توقيع اتفاقية أمنية بين العراق وتركيا.', ['signed']],
    ['أبرمت بغداد وأنقرة اتفاقية أمنية.', ['signed']],
    ['بحث العراق وتركيا اتفاقية أمنية جديدة.', ['negotiated']],
    ['أعلن العراق وتركيا اتفاقا أمنيا جديدا.', ['announced']],
    ['دخلت الاتفاقية الأمنية بين العراق وتركيا حيز التنفيذ.', ['in force']],
    ['انسحب العراق من الاتفاق الأمني مع تركيا.', ['ended']],
    ['ألغت تركيا الاتفاقية الأمنية مع العراق.', ['ended']],
    ['ألغت المحكمة العراقية قانون تصديق الاتفاقية الأمنية مع تركيا.', ['signed']],
    ['قال الوزير العراقي إن الاتفاق الأمني مع تركيا سيوقع قريبا.', ['planned']],
    ['وقع العراق وتركيا اتفاقية أمنية. ودخلت الاتفاقية حيز التنفيذ بعد شهر.', ['signed', 'in force']],
  ];
  for (const [text, expected] of states) checkAgreements(text, { states: expected });
});

test('what is not there is not an agreement', () => {
  for (const text of [
    'لم يوقع العراق وتركيا أي اتفاق.',
    'لم يوقع العراق وتركيا اتفاقية أمنية.',
    'دعا الوزير العراقي إلى ضرورة توقيع اتفاقية مع تركيا.',
    'بحث العراق وتركيا تفعيل الاتفاقيات الموقعة بين البلدين.',
    'والتوصل إلى اتفاقيات تساهم في تطوير التعاون بين العراق وتركيا.',
    'أصدرت محكمة في العراق مذكرة توقيف بحق تاجر من تركيا.',
    'ترتبط بغداد وأنقرة بعلاقات وثيقة منذ عقود.',
    'تم الاتفاق على موعد الزيارة بين العراق وتركيا.',
    'قال العراق بالاتفاق مع تركيا إن الحدود مفتوحة.',
    'أصدرت وزارة الخارجية العراقية بيانا صحفيا عن تركيا.',
    'قال العراق وتركيا في بيان مشترك إن الحدود مفتوحة.',
    'أشاد الوزير التركي بقرار مجلس النواب العراقي وبالقانون الجديد وبحظر السلاح.',
    'حرر الشرطي محضر ضبط في العراق.',
    'كشفت صحيفة وثيقة سرية عن وزارة الصحة العراقية.',
    'ذكر بيان مشترك للعراق وتركيا أن الحدود مفتوحة.',
    'قال اللاعب إن الاتفاق مع النادي تم، وسيوقع العقد غدا.',
  ])
    checkAgreements(text);
});

test('two documents of the same states stay two', () => {
  checkAgreements(
    'وقع وزير النقل العراقي سالم كريم ونظيره التركي مراد يلدز اتفاقية للنقل البري. وتأتي الاتفاقية استكمالا لمذكرة التفاهم التي وقعها البلدان عام 2018.',
    { mentions: ['اتفاقية للنقل البري', 'الاتفاقية'], related: ['مذكرة التفاهم'], date: null },
    { mentions: ['مذكرة التفاهم'], date: '2018', parties: ['IQ', 'TR'] },
  );
  checkAgreements(
    'وقع العراق وتركيا في أنقرة مذكرة تفاهم في المجال العسكري، ومذكرة أخرى في مجال المياه، واتفاقية إطارية للتعاون الاقتصادي.',
    { type: 'memorandum', states: ['signed'] },
    { type: 'memorandum', states: ['signed'] },
    { type: 'agreement', subjects: ['economy'], states: ['signed'], place: 'أنقرة' },
  );
  checkAgreements(
    'يعتزم المغرب وإسبانيا إبرام اتفاق جديد للصيد البحري بعد انتهاء الاتفاق السابق.',
    { states: ['planned'] },
    { mentions: ['الاتفاق السابق'], states: ['ended'] },
  );
});

test('a proper name and a year tell a treaty', () => {
  checkAgreements('تابعت اللجنة المشتركة بين مصر والسودان تنفيذ معاهدة لندن الموقعة عام 1929.', {
    type: 'treaty',
    properName: 'لندن',
    parties: ['EG', 'SD'],
    place: 'لندن',
    date: '1929',
    states: ['signed'],
  });
  checkAgreements(
    'انسحبت الولايات المتحدة من الاتفاق النووي مع إيران عام 2018، وكان الاتفاق قد أبرم في فيينا عام 2015.',
    { parties: ['IR', 'US'], date: '2015', place: 'فيينا', states: ['signed', 'ended'] },
  );
});

test('signatories stand behind the verb, behind the object, or in the next sentence; patrons are none', () => {
  for (const text of [
    'وقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز، برعاية رئيس الوزراء العراقي هادي منصور، اتفاقية أمنية.',
    'وقع الاتفاقية الأمنية وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز.',
    'وقع وزير الداخلية العراقي سالم كريم اتفاقية أمنية مع نظيره التركي مراد يلدز.',
    'وقعت اتفاقية أمنية بين العراق وتركيا. ووقعها وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز.',
    'تم توقيع اتفاقية أمنية بين العراق وتركيا من قبل وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز.',
  ])
    checkAgreements(text, { signatories: ['سالم كريم', 'مراد يلدز'] });
});

test('where it was signed may be said with the journey', () => {
  checkAgreements(
    'وقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز محضرا مشتركا. وكان يلدز وصل إلى بغداد الأحد.',
    { place: 'بغداد', type: 'minutes' },
  );
});

test('a statement that tells of an agreement is not the agreement', () => {
  checkAgreements(
    'وقعت السعودية وباكستان اتفاقية دفاع مشترك. وقال بيان مشترك إن الاتفاقية تهدف إلى تطوير التعاون الدفاعي.',
    { type: 'agreement', mentions: ['اتفاقية دفاع مشترك', 'الاتفاقية'], parties: ['PK', 'SA'] },
  );
  checkAgreements('أصدرت مصر وفرنسا بيانا مشتركا في ختام القمة.', { type: 'statement', states: ['announced'] });
});

test('who mediates is no party; an organisation may be one', () => {
  checkAgreements('توصلت السعودية وإيران إلى اتفاق لاستئناف العلاقات الدبلوماسية بوساطة صينية.', {
    parties: ['IR', 'SA'],
    states: ['announced'],
  });
  checkAgreements('وقعت وزارة الصحة اليمنية مذكرة تفاهم مع منظمة الصحة العالمية.', { parties: ['YE', 'who'] });
});

test('mentions lie inside one another or apart, and time is linear', () => {
  const report =
    'وقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز الاتفاقية الأمنية بين العراق وتركيا، وبحثا وثيقة التعاون مع الأمم المتحدة ومعاهدة لندن. ';
  const { mentions } = recognize(report.repeat(3));
  for (const [i, a] of mentions.entries())
    for (const b of mentions.slice(i + 1)) assert.ok(b.start >= a.end || b.end <= a.end, 'nested or apart');
  const time = (copies: number) => {
    const text = report.repeat(copies);
    const start = process.hrtime.bigint();
    recognize(text);
    return Number(process.hrtime.bigint() - start);
  };
  time(10);
  const [small, large] = [Math.min(time(20), time(20)), Math.min(time(160), time(160))];
  assert.ok(large < small * 32, `8 times the text took ${(large / small).toFixed(1)} times as long`);
});
