/** One document under several words is one agreement, two documents of the same parties stay two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgreementEntity } from '../../../server/src/resolve/entities.ts';
import { Resolver } from '../../../server/src/resolve/resolver.ts';
import { type AgreementSaid, type Corpus, plain, report, resolve } from './reports.ts';

const IRAQ_IRAN = { parties: ['IQ', 'IR'] };
const HADDAD = { name: 'سامر الحداد', office: 'وزير الدفاع العراقي = minister/defence/IQ' };
const KAMALI = { name: 'رضا كمالي', office: 'رئيس الأركان الإيراني = chief/staff/IR' };
const BOTH = { persons: [HADDAD, KAMALI] };
const NAMES = { people: ['سامر الحداد', 'رضا كمالي'] };
const MET = 'التقى وزير الدفاع العراقي سامر الحداد رئيس الأركان الإيراني رضا كمالي';

/** A report of the two men and one agreement. */
const met = (date: string | null, agreement: AgreementSaid) =>
  report(date, `${MET} وبحثا ${agreement.title} بين بغداد وطهران`, {
    ...BOTH,
    agreements: [{ ...IRAQ_IRAN, ...NAMES, ...agreement }],
  });

/** The agreements of a corpus by id, whatever the order of its reports; each as its reports. */
function checkAgreements(corpus: Corpus, expected: readonly (readonly string[])[]): AgreementEntity[] {
  const found = [...resolve(corpus).ofKind('agreement')];
  assert.deepEqual(found.map((each) => [...each.mentions.keys()].sort()).sort(), [...expected].sort());
  const oneByOne = new Resolver();
  for (const entry of Object.entries(corpus).reverse()) oneByOne.update({ set: [entry] });
  assert.deepEqual(plain(oneByOne.resolution), plain(resolve(corpus)));
  return found;
}

test('a document planned under two names, one report without a date', () => {
  const [agreement] = checkAgreements(
    {
      a: met('2020-11-15', {
        title: 'وثيقة دفاعية مشتركة',
        type: 'document',
        states: ['planned'],
        subjects: ['defence'],
      }),
      b: met(null, { title: 'مذكرة تفاهم', type: 'memorandum', states: ['planned'] }),
    },
    [['a', 'b']],
  );
  assert.equal(agreement?.status, 'planned');
  assert.deepEqual(agreement?.parties, ['place:IQ', 'place:IR']);
});

test('an undated report that names one of the two men with the document, but the same people altogether', () => {
  const others = ['ماهر العاني', 'كريم فاضل'];
  const company = (date: string | null, title: string, people: readonly string[], names = others) =>
    report(date, `${MET} و ${names.join(' و ')} وبحثا ${title}`, {
      persons: [HADDAD, KAMALI, ...names.map((name) => ({ name }))],
      agreements: [{ ...IRAQ_IRAN, people, title, states: ['planned'] }],
    });
  const dated = company('2020-11-15', 'وثيقة', NAMES.people);
  checkAgreements({ a: dated, b: company(null, 'مذكرة', ['رضا كمالي']) }, [['a', 'b']]);
  checkAgreements({ a: dated, b: company(null, 'مذكرة', ['ماهر العاني']) }, [['a'], ['b']]);
  const strangers = ['حميد نوري', 'نزار شاكر', 'وليد عاشور', 'باسم طه', 'فارس زكي', 'عمار ياسين'];
  checkAgreements({ a: dated, b: company(null, 'مذكرة', ['رضا كمالي'], strangers) }, [['a'], ['b']]);
});

test('a month said later is the month of the signing', () => {
  const minutes = { title: 'محضر أمني', type: 'minutes', subjects: ['security'] } as const;
  const signed = met('2023-03-19', { ...minutes, states: ['signed'], date: '2023-03-19' });
  const later = (date: string) => met('2023-09-19', { ...minutes, states: ['ended'], date });
  checkAgreements({ a: signed, b: later('2023-03') }, [['a', 'b']]);
  checkAgreements({ a: signed, b: later('2023') }, [['a', 'b']]);
  checkAgreements({ a: signed, b: later('2022-03') }, [['a'], ['b']]);
});

test('planned, then signed: one agreement with two states', () => {
  const [agreement] = checkAgreements(
    {
      a: met('2020-11-15', { title: 'وثيقة', type: 'document', states: ['planned'] }),
      b: met('2021-01-20', {
        title: 'مذكرة التفاهم الدفاعية',
        type: 'memorandum',
        states: [['signed', '2021-01-19']],
        date: '2021-01-19',
        signatories: ['سامر الحداد', 'رضا كمالي'],
      }),
    },
    [['a', 'b']],
  );
  assert.equal(agreement?.status, 'signed');
  assert.equal(agreement?.date, '2021-01-19');
  assert.equal(agreement?.name, 'مذكرة التفاهم الدفاعية');
  assert.equal(agreement?.type, 'memorandum');
  assert.deepEqual(
    agreement?.states.map(({ state, evidence }) => [state, evidence.article]),
    [
      ['planned', 'a'],
      ['signed', 'b'],
    ],
  );
  assert.deepEqual(
    agreement?.signatories.map(({ person, office }) => [person, office]),
    [
      ['person:سامر-حداد', 'office:minister/defence/IQ'],
      ['person:رضا-كمالي', 'office:chief/staff/IR'],
    ],
  );
});

test('what is still planned after a signing is another document', () => {
  checkAgreements(
    {
      a: met('2021-01-20', { title: 'مذكرة', type: 'memorandum', states: ['signed'], date: '2021-01-19' }),
      b: met('2021-02-15', { title: 'وثيقة', type: 'document', states: ['planned'] }),
    },
    [['a'], ['b']],
  );
});

test('two dates of signing are two documents of the same parties', () => {
  checkAgreements(
    {
      a: met('2017-07-23', { title: 'مذكرة', type: 'memorandum', states: ['signed'], date: '2017-07-23' }),
      b: met('2017-08-02', { title: 'مذكرة', type: 'memorandum', states: ['signed'], date: '2017-08-01' }),
      c: met('2017-08-03', { title: 'اتفاقية', states: ['signed'], date: '2017-08-01' }),
    },
    [['a'], ['b', 'c']],
  );
});

test('documents signed by others on the same visit are others', () => {
  const others = {
    persons: [{ name: 'كريم فاضل' }, { name: 'حميد نوري' }],
    agreements: [
      {
        ...IRAQ_IRAN,
        title: 'بروتوكول',
        type: 'protocol' as const,
        states: ['signed' as const],
        signatories: ['كريم فاضل', 'حميد نوري'],
      },
    ],
  };
  checkAgreements(
    {
      a: met('2017-07-23', {
        title: 'مذكرة',
        type: 'memorandum',
        states: ['signed'],
        signatories: ['سامر الحداد', 'رضا كمالي'],
      }),
      b: report('2017-07-23', 'وقع كريم فاضل و حميد نوري بروتوكول', others),
    },
    [['a'], ['b']],
  );
});

test('other subjects, other parties, other kinds are other documents', () => {
  const planned = { title: 'وثيقة', type: 'document', states: ['planned'] } as const;
  const defence = met('2020-11-15', { ...planned, subjects: ['defence'] });
  checkAgreements({ a: defence, b: met('2020-11-16', { ...planned, subjects: ['trade'] }) }, [['a'], ['b']]);
  checkAgreements({ a: defence, b: met('2020-11-16', { ...planned, parties: ['IR', 'SA'] }) }, [['a'], ['b']]);
  checkAgreements(
    {
      a: met('2020-11-15', { title: 'محضر', type: 'minutes', states: ['planned'] }),
      b: met('2020-11-16', { title: 'معاهدة', type: 'treaty', states: ['planned'] }),
    },
    [['a'], ['b']],
  );
});

test('two documents of one report stay two, and each finds its own in the next', () => {
  const two = (date: string, path: string) =>
    report(date, `${MET} ووقعا مذكرة دفاعية واتفاقية تجارية في ${path}`, {
      ...BOTH,
      agreements: [
        {
          ...IRAQ_IRAN,
          ...NAMES,
          title: 'مذكرة دفاعية',
          type: 'memorandum',
          subjects: ['defence'],
          states: ['signed'],
          date: '2017-07-23',
        },
        {
          ...IRAQ_IRAN,
          ...NAMES,
          title: 'اتفاقية تجارية',
          subjects: ['trade'],
          states: ['signed'],
          date: '2017-07-23',
        },
      ],
    });
  const found = checkAgreements({ a: two('2017-07-23', 'طهران'), b: two('2017-07-24', 'طهران') }, [
    ['a', 'b'],
    ['a', 'b'],
  ]);
  assert.deepEqual(found.map(({ name }) => name).sort(), ['اتفاقية تجارية', 'مذكرة دفاعية']);
});

test('a proper name is one treaty in all articles, another name another', () => {
  const named = (title: string, properName: string, more: Partial<AgreementSaid> = {}) =>
    report('2017-07-23', `متابعة ${title} في الحدود`, {
      agreements: [{ title, properName, type: 'treaty', states: ['signed'], ...more }],
    });
  const [babel] = checkAgreements(
    {
      a: named('معاهدة بابل', 'بابل', { ...IRAQ_IRAN, date: '1975' }),
      b: named('اتفاقية بابل', 'بابل', { type: 'agreement' }),
      c: named('معاهدة بابل', 'بابل', { ...IRAQ_IRAN, date: '1975-03-06' }),
      d: named('معاهدة نينوى', 'نينوى', IRAQ_IRAN),
    },
    [['a', 'b', 'c'], ['d']],
  );
  assert.equal(babel?.id, 'agreement:=بابل|1975-03-06');
  assert.equal(babel?.date, '1975-03-06');
  assert.equal(babel?.type, 'treaty');
});

test('one proper name of several years is several agreements', () => {
  const named = (date: string) =>
    report(date, 'اتفاق بابل', {
      agreements: [
        { ...IRAQ_IRAN, title: 'اتفاق بابل', properName: 'بابل', states: ['signed'], date: date.slice(0, 4) },
      ],
    });
  checkAgreements({ a: named('2019-01-01'), b: named('2022-01-01') }, [['a'], ['b']]);
});

test('an agreement whose parties are not said is its article’s own', () => {
  const bare = report('2020-11-15', `${MET} وبحثا اتفاقية`, {
    ...BOTH,
    agreements: [{ ...NAMES, title: 'اتفاقية', states: ['planned'] }],
  });
  checkAgreements({ a: bare, b: bare }, [['a'], ['b']]);
});

test('an undated report that fits two documents equally joins neither', () => {
  checkAgreements(
    {
      a: met('2017-07-23', { title: 'مذكرة', type: 'memorandum', states: ['signed'], date: '2017-07-23' }),
      b: met('2019-08-01', { title: 'مذكرة', type: 'memorandum', states: ['signed'], date: '2019-08-01' }),
      c: met(null, { title: 'وثيقة', type: 'document', states: ['signed'] }),
    },
    [['a'], ['b'], ['c']],
  );
});

test('a later report that an agreement is in force or ended changes its state', () => {
  const [agreement] = checkAgreements(
    {
      a: met('2017-07-23', {
        title: 'مذكرة',
        type: 'memorandum',
        states: [['signed', '2017-07-23']],
        date: '2017-07-23',
      }),
      b: met('2017-12-01', { title: 'مذكرة', type: 'memorandum', states: ['ended'], date: '2017-07-23' }),
    },
    [['a', 'b']],
  );
  assert.equal(agreement?.status, 'ended');
});

test('a mention says in which other article the document stands under another name', () => {
  const resolution = resolve({
    a: met('2020-11-15', { title: 'وثيقة', type: 'document', states: ['planned'] }),
    b: met('2020-11-16', { title: 'مذكرة تفاهم', type: 'memorandum', states: ['planned'] }),
  });
  const mention = resolution.mentions.get('b')?.find(({ kind }) => kind === 'agreement');
  const [, reason] = mention?.reasons ?? [];
  assert.equal(reason?.code, 'name-variant');
  assert.ok(reason && 'evidence' in reason && reason.evidence?.article === 'a');
});

const SIGNED_BY_BOTH = { states: ['signed'], signatories: NAMES.people } as const;

test('what the same two signed at that time is one, though an article does not say for whom both did', () => {
  const full = (date: string, title: string, subject: string) =>
    met(date, { ...SIGNED_BY_BOTH, title, date, subjects: [subject] });
  const partial = (date: string, more: Partial<AgreementSaid> = {}) =>
    met('2022-08-14', { ...SIGNED_BY_BOTH, title: 'الاتفاقية', date, parties: ['IR'], ...more });
  const a = full('2020-07-08', 'اتفاقية عسكرية', 'defence');
  checkAgreements({ a, b: partial('2020-07') }, [['a', 'b']]);
  checkAgreements({ a, b: partial('2020-07', { subjects: ['defence'] }) }, [['a', 'b']]);
  // of another time, subject or kind; signed by one of them and another man; undated
  checkAgreements({ a, b: partial('2019-07') }, [['a'], ['b']]);
  checkAgreements({ a, b: partial('2020-07', { subjects: ['trade'] }) }, [['a'], ['b']]);
  checkAgreements({ a, b: partial('2020-07', { type: 'statement' }) }, [['a'], ['b']]);
  const undated = met('2022-08-14', { ...SIGNED_BY_BOTH, title: 'الاتفاقية', parties: ['IR'] });
  checkAgreements({ a, b: undated }, [['a'], ['b']]);
  // two documents of the same two in that month: neither is surely the one
  const second = full('2020-07-20', 'اتفاقية تجارية', 'trade');
  checkAgreements({ a, b: partial('2020-07'), c: second }, [['a'], ['b'], ['c']]);
  checkAgreements({ a, b: partial('2020-07', { subjects: ['defence'] }), c: second }, [['a', 'b'], ['c']]);
  // the two have signed for others, too
  const others = met('2021-01-10', { ...SIGNED_BY_BOTH, title: 'اتفاق', date: '2021-01-10', parties: ['IR', 'SA'] });
  checkAgreements({ a, b: partial('2020-07'), c: others }, [['a'], ['b'], ['c']]);
});

test('of several documents of a month that a later report may mean it means the one it is like in most', () => {
  const memorandum = (date: string, title: string, subjects: readonly string[]) =>
    met(date, { title, type: 'memorandum', states: ['signed'], date, subjects, people: [] });
  const corpus = {
    a: memorandum('2019-03-11', 'مذكرة النقل', ['transport']),
    b: memorandum('2019-03-25', 'مذكرة التفاهم', []),
  };
  const later = (subjects: readonly string[], more: Partial<AgreementSaid> = {}) =>
    met('2023-09-02', {
      title: 'مذكرة',
      type: 'memorandum',
      states: ['signed'],
      date: '2019-03',
      subjects,
      people: [],
      ...more,
    });
  checkAgreements({ ...corpus, c: later(['transport']) }, [['a', 'c'], ['b']]);
  checkAgreements({ ...corpus, c: later([]) }, [['a'], ['b'], ['c']]);
});

test('a document called by the month of its signing is the one of that month, of the same parties', () => {
  const minutes = { title: 'محضر أمني', type: 'minutes', subjects: ['security'], states: ['signed'] } as const;
  const a = met('2023-03-19', { ...minutes, date: '2023-03-19' });
  const called = (month: string, more: Partial<AgreementSaid> = {}) =>
    met('2025-08-13', {
      title: 'محضر آذار',
      type: 'minutes',
      states: ['signed'],
      properName: month,
      date: month,
      ...more,
    });
  checkAgreements({ a, b: called('2023-03') }, [['a', 'b']]);
  checkAgreements({ a, b: called('2023-04') }, [['a'], ['b']]);
  checkAgreements({ a, b: called('2023-03', { parties: ['IR', 'SA'] }) }, [['a'], ['b']]);
});

test('an undated plan is the signing of its kind and subject where a man speaks of both and some people are the same', () => {
  const others = ['ماهر العاني', 'كريم فاضل', 'حميد نوري', 'نزار شاكر', 'وليد عاشور'];
  const told = (date: string | null, names: readonly string[], agreement: Partial<AgreementSaid>) =>
    report(date, `${MET} و ${names.join(' و ')} وبحثا مذكرة أمنية`, {
      persons: [HADDAD, KAMALI, ...names.map((name) => ({ name }))],
      agreements: [
        {
          ...IRAQ_IRAN,
          title: 'مذكرة أمنية',
          type: 'memorandum',
          subjects: ['security'],
          people: ['رضا كمالي'],
          ...agreement,
        },
      ],
    });
  const strangers = ['ماهر العاني', 'باسم طه', 'فارس زكي', 'عمار ياسين', 'عادل جبر', 'فؤاد نعمة'];
  const signed = told('2024-08-15', strangers, { states: ['signed'], date: '2024-08-15' });
  checkAgreements({ a: signed, b: told(null, others, { states: ['planned'] }) }, [['a', 'b']]);
  checkAgreements({ a: signed, b: told(null, others, { states: ['planned'], subjects: ['trade'] }) }, [['a'], ['b']]);
  checkAgreements({ a: signed, b: told(null, others, { states: ['planned'], type: 'document' }) }, [['a'], ['b']]);
});
