/** What a reader may correct at a place of an article, and how each correction is written. */
import { toldOffice } from '../corpus/corrections-file.ts';
import { isIsoDate } from '../corpus/iso-date.ts';
import { addCorrection, removeCorrection, type SettingsEdit, setDate } from '../corpus/settings-edit.ts';
import { readSettings } from '../corpus/settings-file.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import { type Decision, decisionKey, keyOfName, type Reference } from '../resolve/decisions.ts';
import type { ArticlePath, Entity, EntityId, ResolvedMention } from '../resolve/entities.ts';
import { clean, fold } from '../text/fold.ts';
import { introduction } from './definition.ts';
import { mentionAt } from './mention-at.ts';
import type { Messages } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { standsForHolder, subjectOf } from './subject.ts';

/** What is written down: a decision, the date of an article, or that an earlier decision goes. */
export type Change =
  | { readonly add: Decision }
  | { readonly date: string; readonly of: ArticlePath }
  /** `decisionKey`. */
  | { readonly remove: string };

/** What a person has to say before a correction can be made. */
export type Question = 'same' | 'rename' | 'office' | 'date' | 'article-date';

/** An answer to a question: text as typed, of `same` the id of an entity. */
export interface Answer {
  readonly question: Question;
  readonly answer: string;
}

export interface Offer {
  readonly title: string;
  /** A mistake that is at hand, rather than one that the reader knows of. */
  readonly fix: boolean;
  readonly does: Change | { readonly asks: Question };
}

const MOST_CANDIDATES = 5;
const NAME_LIMIT = 40;

/** The corrections that fit what stands at an offset (UTF-16 code units); of an article without a mention there its date. */
export function corrections(snapshot: Snapshot, path: ArticlePath, offset: number, messages: Messages): Offer[] {
  const words = messages.corrections;
  const mention = mentionAt(snapshot, path, offset);
  const ofArticle: Offer = { title: words.articleDate, fix: false, does: { asks: 'article-date' } };
  if (mention === null) return snapshot.articles.has(path) ? [ofArticle] : [];
  const entity = subjectOf(snapshot, mention);
  const here = quoting(snapshot, mention);
  const isPerson = mention.kind === 'person' || (standsForHolder(mention) && mention.kind === 'office');
  const add = (title: string, decision: Decision, fix = false): Offer => ({ title, fix, does: { add: decision } });
  const ask = (title: string, question: Question): Offer => ({ title, fix: false, does: { asks: question } });
  const offers: Offer[] = [];
  for (const candidate of mention.candidates.slice(0, MOST_CANDIDATES)) {
    const meant = snapshot.resolution.entities.get(candidate);
    if (meant !== undefined && meant.id !== entity?.id)
      offers.push(add(words.thisIs(shown(meant.name)), { kind: 'same', of: [naming(snapshot, meant), here] }, true));
  }
  offers.push(ask(words.sameAs, 'same'));
  if (entity?.kind === 'person' && isPerson && canBeParted(snapshot, mention, entity))
    offers.push(add(words.notThis(shown(entity.name)), { kind: 'different', of: [naming(snapshot, entity), here] }));
  if (mention.kind === 'person')
    offers.push(
      add(words.notAPerson, {
        kind: 'not-person',
        of: [isFullName(mention, snapshot) ? displayed(mention, snapshot) : here],
      }),
    );
  if (entity !== null) {
    offers.push(ask(words.rename(shown(entity.name)), 'rename'));
    if (entity.kind === 'person' && isPerson) offers.push(ask(words.office(shown(entity.name)), 'office'));
    if (entity.kind === 'agreement') offers.push(ask(words.date(shown(entity.name)), 'date'));
    offers.push(add(words.hide(shown(entity.name)), { kind: 'hide', of: [naming(snapshot, entity)] }));
  }
  offers.push(ofArticle);
  for (const reason of mention.reasons) {
    const correction = 'decision' in reason ? snapshot.settings.corrections[reason.decision ?? -1] : undefined;
    if (correction !== undefined) offers.push(undoing(snapshot, correction, messages));
  }
  return offers;
}

/** The offer to take back the correction of `fihris.yaml` on a line (from 0) that the text has it on. */
export function correctionOnLine(snapshot: Snapshot, line: number, messages: Messages): Offer[] {
  const { lineStarts, corrections: all } = snapshot.settings;
  const start = lineStarts[line];
  if (start === undefined) return [];
  const end = lineStarts[line + 1] ?? Number.POSITIVE_INFINITY;
  return all
    .filter(({ span }) => span.start < end && span.end > start)
    .map((correction) => undoing(snapshot, correction, messages));
}

function undoing(
  { settings }: Snapshot,
  { decision, span }: Snapshot['settings']['corrections'][number],
  { corrections: words }: Messages,
): Offer {
  const line = shown(settings.text.slice(span.start, span.end));
  return { title: words.undo(line), fix: false, does: { remove: decisionKey(decision) } };
}

/** The change that an answer comes to; null where it is no answer to the question. */
export function answered(
  snapshot: Snapshot,
  path: ArticlePath,
  offset: number,
  { question, answer }: Answer,
): Change | null {
  const text = displayable(answer);
  if (question === 'article-date') return isIsoDate(text) ? { date: text, of: path } : null;
  const mention = mentionAt(snapshot, path, offset);
  if (mention === null || text === '') return null;
  const entity = subjectOf(snapshot, mention);
  if (question === 'same') {
    const other = snapshot.resolution.entities.get(answer);
    if (other === undefined || other.id === entity?.id) return null;
    const whole = entity !== null && (isFullName(mention, snapshot) || !['person', 'office'].includes(mention.kind));
    return {
      add: {
        kind: 'same',
        of: [naming(snapshot, other), whole ? naming(snapshot, entity) : quoting(snapshot, mention)],
      },
    };
  }
  if (entity === null) return null;
  switch (question) {
    case 'rename':
      return { add: { kind: 'rename', of: [naming(snapshot, entity)], to: text } };
    case 'date':
      return isIsoDate(text) ? { add: { kind: 'date', of: [naming(snapshot, entity)], date: text } } : null;
    case 'office': {
      const office = toldOffice(text);
      const name = nameHere(snapshot, path, entity.id);
      return office === null || name === null ? null : { add: { kind: 'office', of: [name], in: path, office } };
    }
  }
}

/** The edit of the file's text that makes a change; null where it cannot be made there. A name given anew takes the place of the old one. */
export function editFor(text: string, change: Change): SettingsEdit | null {
  if ('date' in change) return setDate(text, change.of, change.date);
  if ('add' in change) return addCorrection(text, change.add);
  const index = readSettings(text).settings.corrections.findIndex(
    ({ decision }) => decisionKey(decision) === change.remove,
  );
  return index < 0 ? null : removeCorrection(text, index);
}

/** An earlier decision that would keep this one from having an effect: it has to go first. */
export function inTheWay(text: string, change: Change): Change | null {
  if (!('add' in change)) return null;
  const { add } = change;
  const about = (decision: Decision) =>
    JSON.stringify([decision.kind, decision.of, decision.kind === 'office' ? decision.in : '']);
  const opposite = add.kind === 'same' ? 'different' : add.kind === 'different' ? 'same' : null;
  const keys = (decision: Decision) =>
    decision.of
      .map((each) => JSON.stringify(each))
      .sort()
      .join();
  const found = readSettings(text).settings.corrections.find(
    ({ decision }) =>
      (decision.kind === opposite && keys(decision) === keys(add)) ||
      ((add.kind === 'rename' || add.kind === 'date' || add.kind === 'office') && about(decision) === about(add)),
  );
  return found === undefined ? null : { remove: decisionKey(found.decision) };
}

/** How a person would name an entity: by its name where nothing else is called so, else by words of an article. */
function naming(snapshot: Snapshot, entity: Entity): Reference {
  const name = clean(entity.name);
  const key = keyOfName(name);
  const called = snapshot.resolution.names
    .search(name, 20)
    .filter(
      (other) => other.kind === entity.kind && [other.name, ...other.aliases].some((form) => keyOfName(form) === key),
    );
  const target = introduction(snapshot, entity, null);
  if ((called.length === 1 && called[0]?.id === entity.id) || target === null) return name;
  const text = snapshot.articles.get(target.article)?.text.slice(target.span.start, target.span.end) ?? name;
  return { in: target.article, mention: displayable(clean(text)), nth: null };
}

/** The words of a mention, and which of those in the article where others written so mean somebody else. */
function quoting(snapshot: Snapshot, mention: ResolvedMention): Reference {
  const text = snapshot.articles.get(mention.article)?.text ?? '';
  const words = (each: ResolvedMention) => fold(clean(text.slice(each.start, each.end)));
  const alike = (snapshot.resolution.mentions.get(mention.article) ?? []).filter(
    (each) => words(each) === words(mention),
  );
  const one = alike.every(({ entity, holder }) => entity === mention.entity && holder === mention.holder);
  return {
    in: mention.article,
    mention: displayed(mention, snapshot),
    nth: one ? null : alike.findIndex((each) => each.mention === mention.mention) + 1,
  };
}

function displayed(mention: ResolvedMention, snapshot: Snapshot): string {
  return displayable(clean(snapshot.articles.get(mention.article)?.text.slice(mention.start, mention.end) ?? ''));
}

function isFullName(mention: ResolvedMention, snapshot: Snapshot): boolean {
  return mention.kind === 'person' && mention.form === 'name' && displayed(mention, snapshot).includes(' ');
}

/** A full name can be kept apart from the others of that name only where there are others. */
function canBeParted(snapshot: Snapshot, mention: ResolvedMention, entity: Entity): boolean {
  return !isFullName(mention, snapshot) || entity.mentions.size > 1;
}

/** What an article calls a person in full. */
function nameHere(snapshot: Snapshot, path: ArticlePath, id: EntityId): string | null {
  const locals = snapshot.resolution.locals.get(path) ?? [];
  const facts = snapshot.articles.get(path)?.facts;
  const fact = facts?.entities.find((each, index) => each.kind === 'person' && locals[index] === id);
  return fact?.kind === 'person' ? fact.name : null;
}

const shown = (name: string): string => shortened(displayable(name), NAME_LIMIT);

/** Of the entities that a mention may be said to be, those that fit what was typed; without it those of the article. */
export function choices(snapshot: Snapshot, path: ArticlePath, offset: number, query: string): Entity[] {
  const mention = mentionAt(snapshot, path, offset);
  if (mention === null) return [];
  const self = subjectOf(snapshot, mention);
  const kind = self?.kind ?? (standsForHolder(mention) ? 'person' : mention.kind);
  const { resolution } = snapshot;
  const ids = [...mention.candidates, ...(resolution.locals.get(path) ?? [])];
  const found =
    query.trim() === ''
      ? [...new Set(ids)].flatMap((id) => (id === null ? [] : (resolution.entities.get(id) ?? [])))
      : resolution.names.search(query, 60);
  return found.filter((each) => each.kind === kind && each.id !== self?.id).slice(0, 30);
}
