/**
 * Signings, of the agreements that were recognised: a telling where an article says that one was signed (057) or is to be (032, for a
 * promise to sign is no signing). An agreement that merely exists tells of none.
 */

import { contains, type Span } from '../text/span.ts';
import type { ArticleView } from './agreement-view.ts';
import type { AgreementFact, ArticleFacts, EventActor, EventFact, LocalIndex } from './facts.ts';

const FUTURE_WITHIN = 3;

export function signings(view: ArticleView, { entities, mentions, date }: Omit<ArticleFacts, 'events'>): EventFact[] {
  const found: EventFact[] = [];
  const partyOf = (key: string): LocalIndex =>
    entities.findIndex((entity) => (entity.kind === 'place' || entity.kind === 'organization') && entity.key === key);
  const parties = new Map<string, LocalIndex>();
  const firstMention = new Map<LocalIndex, Span>();
  for (const mention of mentions) if (!firstMention.has(mention.entity)) firstMention.set(mention.entity, mention);
  for (const [agreement, entity] of entities.entries()) {
    if (entity.kind !== 'agreement') continue;
    for (const { state, date: when, evidence } of entity.states) {
      if (state !== 'signed' && state !== 'planned') continue;
      const trigger = signingWord(view, evidence);
      if (trigger === null) continue;
      const happened = state === 'signed' && !isToCome(view, trigger);
      const actors: EventActor[] = happened ? signatoriesOf(entity) : [];
      const proof = (happened && wordOfSignatories(view, entity)) || trigger;
      const sentence = sentenceAt(view, proof) ?? evidence;
      for (const key of entity.parties) {
        const local = parties.get(key) ?? partyOf(key);
        parties.set(key, local);
        const span = firstMention.get(local);
        if (local >= 0 && span !== undefined)
          actors.push({ entity: local, role: 'party', span: { start: span.start, end: span.end } });
      }
      // «وقعت الجامعة اتفاقية»: who signs alone, and is nobody's name, says too little.
      if (!actors.some(({ role }) => role === 'signatory') && actors.length < 2) continue;
      const told = when ?? (happened ? (entity.date?.value ?? null) : null);
      // The article's own date is what an agreement has whose signing is its news.
      const isNews = happened && when === null && told !== null && told === date?.value;
      found.push({
        kind: 'signing',
        code: happened ? '057' : '032',
        modality: happened ? 'happened' : 'planned',
        actors,
        agreement,
        place: happened ? entity.place : null,
        date: isNews || told?.startsWith('X') ? null : told,
        news: isNews,
        trigger: proof,
        sentence: { start: sentence.start, end: sentence.end },
      });
    }
  }
  return found;
}

const signatoriesOf = ({ signatories }: AgreementFact): EventActor[] =>
  signatories.map(({ person, evidence }) => ({ entity: person, role: 'signatory', span: evidence }));

/** «ستختتم الزيارة بالتوقيع على …»: a verb in the future right before. */
function isToCome(view: ArticleView, trigger: Span): boolean {
  const at = view.tokenAt(trigger.start);
  for (let i = at - 1; i >= at - FUTURE_WITHIN && !/^[.؛]$/.test(view.tokens[i]?.norm ?? '.'); i--) {
    if (/^و?س[يت]..+/.test(view.word(i)) && !view.inside(i, ['person', 'place', 'organization', 'office'])) return true;
  }
  return false;
}

/** The word of signing in the stretch that proves the state; null where something else proves it. */
function signingWord(view: ArticleView, { start, end }: Span): Span | null {
  for (let i = view.tokenAt(start); (view.tokens[i]?.start ?? end) < end; i++)
    if (view.event(i)?.state === 'signed') {
      const token = view.tokens[i] as Span;
      return { start: token.start, end: token.end };
    }
  return null;
}

/** The word of signing in the first sentence that says who signed: a headline «توقيع مذكرة» proves less. */
function wordOfSignatories(view: ArticleView, { signatories }: AgreementFact): Span | null {
  for (const { evidence } of signatories) {
    const sentence = sentenceAt(view, evidence);
    const word = sentence && signingWord(view, sentence);
    if (word !== null) return word;
  }
  return null;
}

/** The sentence that holds a span. */
function sentenceAt({ sentences }: ArticleView, span: Span): Span | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low - 1];
  return sentence !== undefined && contains(sentence, span) ? sentence : null;
}
