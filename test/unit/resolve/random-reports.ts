/** Random reports for properties of resolution. */
import fc from 'fast-check';
import type { Decision, Reference } from '../../../server/src/resolve/decisions.ts';
import type { ResolvableArticle } from '../../../server/src/resolve/resolver.ts';
import { type EventSaid, type PersonSaid, report, type Said } from './reports.ts';

// Few words, so that names meet, shorten each other and clash; few offices and dates, so that tenures do.
const word = fc.constantFrom('سامر', 'محمد', 'علي', 'وليد', 'الحداد', 'حداد', 'كمالي', 'رضا');
const office = fc.constantFrom(
  'وزير الدفاع العراقي = minister/defence/IQ',
  'وزير الخارجية العراقي = minister/foreign/IQ',
  'وزير الدفاع = minister/defence/',
  'وزير الدفاع الإيراني = minister/defence/IR',
  'أمين المجلس = secretary/snsc/',
  'أمين المجلس الإيراني = secretary/snsc/IR',
);
const organization = fc.constantFrom(
  'المجلس = snsc',
  'المجلس الإيراني = snsc/IR',
  'البرلمان العراقي = parliament/IQ',
  'البرلمان = parliament',
);
const place = fc.constantFrom('العراق = IQ', 'إيران = IR', 'بغداد = IQ/baghdad', 'الصين = CN');
const date = fc.constantFrom(null, '2020-11-14', '2020-11-15', '2020-12-01', '2021-06-01', '2021', 'XXXX-08-05');

const person: fc.Arbitrary<PersonSaid> = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    son: fc.boolean(),
    office: fc.option(office, { nil: undefined }),
    organization: fc.option(organization, { nil: undefined }),
    general: fc.boolean(),
    former: fc.boolean(),
    alone: fc.boolean(),
    confidence: fc.constantFrom(0.3, 0.9),
  })
  .map(({ words, son, office: held, organization: of, alone, ...rest }) => ({
    ...rest,
    name: words.join(son ? ' بن ' : ' '),
    ...(held === undefined ? {} : { office: held, alone: alone ? [held.split(' = ')[0] ?? ''] : [] }),
    ...(held === undefined || of === undefined ? {} : { organization: of }),
  }));

export const article: fc.Arbitrary<ResolvableArticle> = fc
  .record({
    date,
    persons: fc.uniqueArray(person, { maxLength: 4, selector: ({ name }) => name }),
    offices: fc.array(office, { maxLength: 2 }),
    organizations: fc.array(organization, { maxLength: 2 }),
    places: fc.uniqueArray(place, { maxLength: 3 }),
    agreements: fc.array(
      fc.record({
        title: fc.constantFrom('وثيقة', 'مذكرة التفاهم', 'اتفاقية', 'معاهدة بابل'),
        type: fc.constantFrom('document' as const, 'memorandum' as const, 'agreement' as const, 'treaty' as const),
        proper: fc.boolean(),
        parties: fc.subarray(['IQ', 'IR', 'CN']),
        date: fc.option(fc.constantFrom('2020-11-15', '2020', '2020-12-01'), { nil: undefined }),
        states: fc.subarray(['planned' as const, 'signed' as const, 'ended' as const]),
        subjects: fc.subarray(['defence', 'trade']),
        topics: fc.subarray(['شنقاف', 'اوزمار', 'IQ/basra']),
        located: fc.boolean(),
        signed: fc.boolean(),
        confidence: fc.constantFrom(0.3, 0.9),
      }),
      { maxLength: 2 },
    ),
    events: fc.array(
      fc.record({
        kind: fc.constantFrom('meeting' as const, 'reception' as const, 'visit' as const, 'statement' as const),
        modality: fc.constantFrom('happened' as const, 'planned' as const),
        date: fc.option(fc.constantFrom('2020-11-14', '2020-11-15', '2020-11'), { nil: undefined }),
        news: fc.boolean(),
        swapped: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ date: day, agreements, events, ...said }) => {
    const names = said.persons.map(({ name }) => name);
    const full: Said = {
      ...said,
      events:
        names.length < 2
          ? []
          : events.map(({ swapped, date: on, ...event }) => eventOf(event, swapped, on, names, said.places)),
      agreements: agreements.map(({ proper, signed, located, date: signedOn, ...agreement }) => ({
        ...agreement,
        ...(proper ? { properName: 'بابل' } : {}),
        ...(signedOn === undefined ? {} : { date: signedOn }),
        ...(located && said.places[0] !== undefined ? { place: said.places[0].split(' = ')[1] ?? '' } : {}),
        signatories: signed ? names.slice(0, 2) : [],
        people: names,
      })),
    };
    return report(day, sentenceOf(full), full);
  });

function eventOf(
  event: Pick<EventSaid, 'modality' | 'news'> & { readonly kind: 'meeting' | 'reception' | 'visit' | 'statement' },
  swapped: boolean,
  date: string | undefined,
  names: readonly string[],
  places: readonly string[],
): EventSaid {
  const [a = '', b = ''] = swapped ? [...names].reverse() : names;
  const roles = {
    meeting: ['participant', 'participant'],
    reception: ['host', 'visitor'],
    visit: ['visitor', 'host'],
    statement: ['speaker', 'speaker'],
  } as const;
  const [first, second] = roles[event.kind];
  const place = event.kind === 'visit' ? places[0]?.split(' = ')[1] : undefined;
  return {
    ...event,
    actors:
      event.kind === 'statement' || place !== undefined
        ? [[a, first]]
        : [
            [a, first],
            [b, second],
          ],
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
  };
}

/** All that is said, one stretch after the other, twice: mentions are found one after the other. */
function sentenceOf({ persons = [], offices = [], organizations = [], places = [], agreements = [] }: Said): string {
  const stretches = [
    ...places,
    ...organizations,
    ...persons.flatMap((each) => [each.organization ?? '', each.office ?? '', each.name, ...(each.alone ?? [])]),
    ...offices,
    ...agreements.map(({ title }) => title),
  ].map((text) => text.split(' = ')[0] ?? '');
  // A short stretch is found inside a longer one as well, so each stands there often enough.
  return [...stretches, ...stretches, ...stretches].join('، ');
}

export const path = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.constantFrom('وزير الدفاع العراقي', 'المجلس', 'البرلمان', 'العراق', 'إيران', 'وثيقة', 'معاهدة بابل'),
);
const reference: fc.Arbitrary<Reference> = fc.oneof(
  { weight: 2, arbitrary: name },
  {
    weight: 1,
    arbitrary: fc.record({ in: path, mention: name, nth: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 1 }) }),
  },
);
const one = fc.tuple(reference);
const several = fc.array(reference, { minLength: 2, maxLength: 3 });

/** Any decision, many of them without effect, some at odds with others. */
export const decision: fc.Arbitrary<Decision> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('same' as const), of: several }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('different' as const), of: several }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('not-person' as const), of: one }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), of: one }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), of: one, to: name }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('office' as const),
      of: fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))),
      in: path,
      office: fc.constantFrom(
        { key: 'minister/culture/IQ', title: 'وزير الثقافة العراقي', role: 'minister', country: 'IQ' },
        { key: 'minister/defence/IQ', title: 'وزير الدفاع العراقي', role: 'minister', country: 'IQ' },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('date' as const), of: one, date: fc.constant('2020-11-16') }) },
);
