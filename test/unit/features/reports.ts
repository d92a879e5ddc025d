/** Three invented reports that the tests of features share: a minister, his successor in the office, and a man of the same surname. */
import type { Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { corpus } from './corpus.ts';

export const MEETING = 'reports/meeting.txt';
export const SIGNING = 'reports/signing.txt';
export const LATER = 'reports/later.txt';

const meeting = `وزير الدفاع العراقي يزور طهران
بحث وزير الدفاع العراقي اللواء سالم الراوي مع أمين المجلس الأعلى للأمن القومي الإيراني كريم نوري أمن الحدود. وقال الراوي أمس إن الاتفاقية بين العراق وإيران قريبة.
وغادر الوزير العراقي بغداد مساء، وفق ما قاله المسعودي.`;

const signing = `العراق وإيران يوقعان مذكرة تفاهم أمنية
وقّع كريم نوري وسالم الراوي مذكرة تفاهم أمنية بين العراق وإيران في بغداد. ورحب الراوي بالمذكرة.`;

const later = `قال حامد الراوي إن سالم الراوي شارك في المفاوضات. وأكد وزير الدفاع العراقي ماجد العبيدي ذلك.`;

export function reports(): Snapshot {
  return corpus(
    {
      [MEETING]: {
        text: meeting,
        titled: true,
        date: '2020-11-15',
        dates: [{ words: 'أمس', value: '2020-11-14', relative: true }],
        mentions: [
          { words: 'وزير الدفاع العراقي', entity: 'office:defence', holder: 'person:salim' },
          { words: 'العراقي', entity: 'place:IQ' },
          { words: 'طهران', entity: 'place:IR/tehran' },
          { words: 'وزير الدفاع العراقي', entity: 'office:defence', holder: 'person:salim', attached: true },
          { words: 'العراقي', entity: 'place:IQ' },
          { words: 'سالم الراوي', entity: 'person:salim', reasons: [{ code: 'office-beside', at: 3 }] },
          {
            words: 'أمين المجلس الأعلى للأمن القومي الإيراني',
            entity: 'office:secretary',
            holder: 'person:karim',
            attached: true,
          },
          { words: 'المجلس الأعلى للأمن القومي', entity: 'organization:council' },
          { words: 'كريم نوري', entity: 'person:karim' },
          {
            words: 'الراوي',
            nth: 2,
            entity: 'person:salim',
            form: 'short',
            reasons: [{ code: 'part-of-name', at: 6 }],
          },
          { words: 'الاتفاقية بين العراق وإيران', entity: 'agreement:security' },
          { words: 'العراق', nth: 3, entity: 'place:IQ' },
          { words: 'إيران', entity: 'place:IR' },
          { words: 'الوزير العراقي', entity: 'office:general', holder: 'person:salim' },
          { words: 'بغداد', entity: 'place:IQ/baghdad' },
          {
            words: 'المسعودي',
            entity: null,
            kind: 'person',
            form: 'short',
            candidates: ['person:hamid', 'person:majid'],
            reasons: [{ code: 'speech-verb' }, { code: 'ambiguous' }],
          },
        ],
      },
      [SIGNING]: {
        text: signing,
        titled: true,
        date: '2021-03-02',
        mentions: [
          { words: 'كريم نوري', entity: 'person:karim' },
          { words: 'سالم الراوي', entity: 'person:salim', reasons: [{ code: 'speech-verb' }] },
          { words: 'مذكرة تفاهم أمنية بين العراق وإيران', entity: 'agreement:security' },
          { words: 'العراق', nth: 2, entity: 'place:IQ' },
          { words: 'إيران', nth: 2, entity: 'place:IR' },
          { words: 'بغداد', entity: 'place:IQ/baghdad' },
          { words: 'الراوي', nth: 2, entity: 'person:salim', form: 'short' },
        ],
      },
      [LATER]: {
        text: later,
        date: '2022-06-01',
        inferred: true,
        mentions: [
          { words: 'حامد الراوي', entity: 'person:hamid' },
          { words: 'سالم الراوي', entity: 'person:salim' },
          { words: 'وزير الدفاع العراقي', entity: 'office:defence', holder: 'person:majid', attached: true },
          { words: 'ماجد العبيدي', entity: 'person:majid' },
        ],
      },
    },
    {
      persons: {
        'person:salim': {
          name: 'سالم الراوي',
          latin: 'Salim al-Rawi',
          introductions: [
            [MEETING, 'سالم الراوي'],
            [SIGNING, 'سالم الراوي'],
            [LATER, 'سالم الراوي'],
          ],
          ranks: [['اللواء', MEETING]],
          offices: [{ office: 'office:defence', path: MEETING, words: 'وزير الدفاع العراقي' }],
          agreements: ['agreement:security'],
        },
        'person:karim': {
          name: 'كريم نوري',
          latin: 'Karim Nuri',
          introductions: [
            [MEETING, 'كريم نوري'],
            [SIGNING, 'كريم نوري'],
          ],
          offices: [{ office: 'office:secretary', path: MEETING, words: 'أمين المجلس الأعلى للأمن القومي الإيراني' }],
        },
        'person:hamid': { name: 'حامد الراوي', latin: 'Hamid al-Rawi', introductions: [[LATER, 'حامد الراوي']] },
        'person:majid': {
          name: 'ماجد العبيدي',
          latin: 'Majid al-Ubaydi',
          introductions: [[LATER, 'ماجد العبيدي']],
          offices: [{ office: 'office:defence', path: LATER, words: 'وزير الدفاع العراقي' }],
        },
      },
      offices: {
        'office:defence': { name: 'وزير الدفاع العراقي', country: 'IQ' },
        'office:secretary': {
          name: 'أمين المجلس الأعلى للأمن القومي الإيراني',
          organization: 'organization:council',
          country: 'IR',
        },
        'office:general': { name: 'الوزير العراقي', country: 'IQ' },
      },
      organizations: {
        'organization:council': {
          name: 'المجلس الأعلى للأمن القومي',
          country: 'IR',
          offices: ['office:secretary'],
        },
      },
      places: {
        'place:IQ': { name: 'العراق', latin: 'Iraq', country: 'IQ', type: 'state' },
        'place:IR': { name: 'إيران', latin: 'Iran', country: 'IR', type: 'state' },
        'place:IQ/baghdad': { name: 'بغداد', latin: 'Baghdad', country: 'IQ', type: 'capital' },
        'place:IR/tehran': { name: 'طهران', latin: 'Tehran', country: 'IR', type: 'capital' },
      },
      agreements: {
        'agreement:security': {
          name: 'مذكرة تفاهم أمنية بين العراق وإيران',
          type: 'memorandum',
          status: 'signed',
          date: '2021-03-02',
          place: 'place:IQ/baghdad',
          parties: ['place:IQ', 'place:IR'],
          signatories: [
            {
              person: 'person:salim',
              office: 'office:defence',
              evidence: {
                article: SIGNING,
                date: '2021-03-02',
                span: { start: signing.indexOf('وقّع'), end: signing.indexOf(' في بغداد') },
              },
            },
          ],
          states: [
            {
              state: 'signed',
              date: '2021-03-02',
              evidence: {
                article: SIGNING,
                date: '2021-03-02',
                span: { start: signing.indexOf('وقّع'), end: signing.indexOf('وقّع') + 4 },
              },
            },
          ],
        },
      },
    },
  );
}

/** The offset of the nth occurrence of words in a report, plus a few code units. */
export function offsetIn(snapshot: Snapshot, path: string, words: string, { nth = 1, plus = 1 } = {}): number {
  const text = snapshot.articles.get(path)?.text ?? '';
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  return start + plus;
}
