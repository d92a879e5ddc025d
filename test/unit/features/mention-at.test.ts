import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateAt, mentionAt } from '../../../server/src/features/mention-at.ts';
import { corpus } from './corpus.ts';
import { MEETING, offsetIn, reports } from './reports.ts';

const snapshot = reports();

/** What stands at the nth `words` of the first report, `plus` code units from their start. */
function checkMention(words: string, expected: string | null, { nth = 1, plus = 1 } = {}): void {
  const mention = mentionAt(snapshot, MEETING, offsetIn(snapshot, MEETING, words, { nth, plus }));
  const text = snapshot.articles.get(MEETING)?.text ?? '';
  assert.equal(mention && text.slice(mention.start, mention.end), expected);
}

test('a word inside a mention, its first letter and the place right after it', () => {
  checkMention('كريم نوري', 'كريم نوري', { plus: 0 });
  checkMention('كريم نوري', 'كريم نوري', { plus: 4 });
  checkMention('كريم نوري', 'كريم نوري', { plus: 'كريم نوري'.length });
});

test('words that are no mention', () => {
  checkMention('بحث', null);
  checkMention('إن الاتفاقية', null);
});

test('inside an office alone the office answers, on whichever of its words', () => {
  checkMention('وزير الدفاع العراقي', 'وزير الدفاع العراقي');
  checkMention('العراقي', 'وزير الدفاع العراقي');
  checkMention('الوزير العراقي', 'الوزير العراقي', { plus: 9 });
});

test('beside a name, the organisation and the state inside the office can be reached', () => {
  checkMention('العراقي', 'العراقي', { nth: 2 });
  checkMention('المجلس الأعلى', 'المجلس الأعلى للأمن القومي');
  checkMention('أمين المجلس', 'أمين المجلس الأعلى للأمن القومي الإيراني');
});

test('inside an agreement the state answers, between the states the agreement', () => {
  checkMention('العراق وإيران', 'العراق');
  checkMention('إيران', 'إيران', { nth: 1, plus: 2 });
  checkMention('بين العراق', 'الاتفاقية بين العراق وإيران');
});

test('between two mentions without a space the second answers', () => {
  const glued = corpus({
    'a.txt': {
      text: 'بغداد/طهران',
      mentions: [
        { words: 'بغداد', entity: 'place:a' },
        { words: '/طهران', entity: 'place:b' },
      ],
    },
  });
  assert.equal(mentionAt(glued, 'a.txt', 5)?.entity, 'place:b');
});

test('a date is found as a date', () => {
  assert.equal(dateAt(snapshot, MEETING, offsetIn(snapshot, MEETING, 'أمس'))?.value, '2020-11-14');
  assert.equal(mentionAt(snapshot, MEETING, offsetIn(snapshot, MEETING, 'أمس')), null);
});

test('an article that does not exist has no mentions', () => {
  assert.equal(mentionAt(snapshot, 'none.txt', 0), null);
  assert.equal(dateAt(snapshot, 'none.txt', 0), null);
});

test('the adjective of its state inside an office answers as the office does', () => {
  const text = 'وصل الوسيط العراقي سالم الراوي';
  const told = corpus({
    'a.txt': {
      text,
      mentions: [
        { words: 'الوسيط العراقي', entity: 'office:mediator', attached: true },
        { words: 'العراقي', entity: 'place:IQ', form: 'description' },
        { words: 'سالم الراوي', entity: 'person:salim' },
      ],
    },
  });
  assert.equal(mentionAt(told, 'a.txt', text.indexOf('العراقي') + 2)?.entity, 'office:mediator');
});
