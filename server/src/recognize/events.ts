/**
 * Tellings of events in one article: who met, visited, received or called whom, who signed, who said something; where and when, and
 * whether it happened, is planned or is denied. Coded by CAMEO (facts.ts, EventCode). A telling needs a verb or noun of the closed
 * lists and everybody it takes; what is doubtful is left out. Time is linear in the length of the text.
 *
 * This file goes through the sentences. The questions have files of their own: who stands where (event-clauses), meetings, visits and
 * calls (event-encounters), statements (event-statements), signings (event-signings), when, where and whether (event-circumstances).
 */
import { contains } from '../text/span.ts';
import type { ArticleView } from './agreement-view.ts';
import { Clauses } from './event-clauses.ts';
import { Encounters } from './event-encounters.ts';
import { signings } from './event-signings.ts';
import { statements } from './event-statements.ts';
import type { ArticleFacts, EventFact, EventModality, LocalIndex, MentionFact } from './facts.ts';

/** The events of an article whose other facts are done; `view` is that of the facts. In text order. */
export function recognizeEvents(facts: Omit<ArticleFacts, 'events'>, view: ArticleView): EventFact[] {
  /** The person a mention stands for; the office where the article does not say whose it is; null where that is too little. */
  const holderOf = (mention: MentionFact): LocalIndex | null => {
    if (mention.kind === 'person') return mention.entity;
    if (mention.holder !== null) return mention.holder;
    const office = facts.entities[mention.entity];
    return office?.kind === 'office' && !office.general && !mention.attached && !mention.otherTime
      ? mention.entity
      : null;
  };
  const encounters = new Encounters(view, facts.date);
  const events = view.sentences.flatMap((sentence) => {
    const clauses = new Clauses(view, sentence, holderOf);
    return [...encounters.in(clauses), ...statements(clauses)];
  });
  events.push(...signings(view, facts));
  return headlinesAsTold(events, facts.title).sort(
    (a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end,
  );
}

/** A headline tells in the present tense what is to come as well as what was: where the text below tells it as planned, it is. */
function headlinesAsTold(events: readonly EventFact[], title: ArticleFacts['title']): EventFact[] {
  const inTitle = (event: EventFact) => title !== null && contains(title, event.trigger);
  const below = new Map<string, Set<EventModality>>();
  for (const event of events) {
    if (inTitle(event)) continue;
    const told = below.get(keyOf(event)) ?? new Set();
    below.set(keyOf(event), told.add(event.modality));
  }
  return events.map((event) => {
    const told = inTitle(event) && event.modality === 'happened' ? below.get(keyOf(event)) : undefined;
    return told?.has('planned') && !told.has('happened')
      ? { ...event, modality: 'planned', code: event.kind === 'signing' ? '032' : '036', news: false }
      : event;
  });
}

const keyOf = ({ kind, actors }: EventFact): string =>
  `${kind === 'reception' ? 'meeting' : kind} ${actors
    .map(({ entity }) => entity)
    .sort((a, b) => a - b)
    .join()}`;
