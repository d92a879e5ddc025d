/** What a reader may correct at a place of an article, and how each correction is written. */
import { toldOffice } from '../corpus/corrections-file.ts';
import { isIsoDate } from '../corpus/iso-date.ts';
import { addCorrection, removeCorrection, type SettingsEdit, setDate } from '../corpus/settings-edit.ts';
import { readSettings } from '../corpus/settings-file.ts';
import type { Snapshot } from '../corpus/snapshot.ts';
import {
  type Decision,
  type DecisionIndex,
  decisionKey,
  keyOfName,
  type Reference,
  referenceKey,
} from '../resolve/decisions.ts';
import type { ArticlePath, Entity, EntityId, ResolvedMention } from '../resolve/entities.ts';
import { clean, fold } from '../text/fold.ts';
import type { Contradiction } from './contradictions.ts';
import { introduction, introductionIn } from './definition.ts';
import { mentionAt } from './mention-at.ts';
import type { Messages } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { articlesOf, latinName, standsForHolder, subjectOf } from './subject.ts';

/** What is written down: a decision, the date of an article, or that an earlier decision goes. */
export type Change =
  | { readonly add: Decision }
  | { readonly date: string; readonly of: ArticlePath }
  /** `decisionKey`; `at`: which of the corrections of the file that is, if it still is when the change is made. */
  | { readonly remove: string; readonly at: DecisionIndex | null };

/** What a person has to say before a correction can be made. */
export const QUESTIONS = ['same', 'different', 'rename', 'office', 'date', 'article-date'] as const;
export type Question = (typeof QUESTIONS)[number];

/** An answer to a question: text as typed, of `same` the id of an entity, of `different` the path of an article. */
export interface Answer {
  readonly question: Question;
  readonly answer: string;
}

/** What is to be corrected. */
export interface Place {
  readonly path: ArticlePath;
  /** UTF-16 code units. */
  readonly offset: number;
  /** The entity where it is not what the mention at the offset stands for, but a row of a list; else null. */
  readonly about: EntityId | null;
}

export interface Offer {
  readonly title: string;
  /** A mistake that is at hand, rather than one that the reader knows of. */
  readonly fix: boolean;
  readonly does: Change | { readonly asks: Question; readonly about: EntityId | null };
}

const MOST_CANDIDATES = 5;
const NAME_LIMIT = 40;

interface Subject {
  readonly mention: ResolvedMention;
  readonly entity: Entity | null;
}

function subjectAt(snapshot: Snapshot, { path, offset, about }: Place): Subject | null {
  const entity = about === null ? undefined : snapshot.resolution.entities.get(about);
  if (entity !== undefined) {
    const own = new Set(entity.mentions.get(path));
    const all = (snapshot.resolution.mentions.get(path) ?? []).filter(({ mention }) => own.has(mention));
    const mention = all.find(({ start, end }) => start <= offset && offset < end) ?? all[0];
    if (mention !== undefined) return { mention, entity };
  }
  const mention = mentionAt(snapshot, path, offset);
  return mention && { mention, entity: subjectOf(snapshot, mention) };
}

/** The corrections that fit what stands at a place; of an article without a mention there its date. */
export function corrections(snapshot: Snapshot, place: Place, messages: Messages): Offer[] {
  const words = messages.corrections;
  const ask = (title: string, asks: Question): Offer => ({ title, fix: false, does: { asks, about: place.about } });
  const ofArticle = ask(words.articleDate, 'article-date');
  const subject = subjectAt(snapshot, place);
  if (subject === null) return snapshot.articles.has(place.path) ? [ofArticle] : [];
  const { mention, entity } = subject;
  const here = quoting(snapshot, mention);
  const isPerson = mention.kind === 'person' || (standsForHolder(mention) && mention.kind === 'office');
  const add = (title: string, decision: Decision, fix = false): Offer => ({ title, fix, does: { add: decision } });
  const offers: Offer[] = [];
  if (place.about === null)
    for (const candidate of mention.candidates.slice(0, MOST_CANDIDATES)) {
      const meant = snapshot.resolution.entities.get(candidate);
      if (meant !== undefined && meant.id !== entity?.id)
        offers.push(add(words.thisIs(shown(meant.name)), { kind: 'same', of: [naming(snapshot, meant), here] }, true));
    }
  offers.push(ask(words.sameAs, 'same'));
  if (entity !== null && canBeParted(snapshot, subject))
    offers.push(
      place.about === null
        ? add(words.notThis(shown(entity.name)), { kind: 'different', of: [naming(snapshot, entity), here] })
        : ask(words.elsewhereAnother, 'different'),
    );
  if (mention.kind === 'person' && (entity === null || entity.kind === 'person'))
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
  }
  offers.push(
    entity === null
      ? add(words.hide(shown(displayed(mention, snapshot))), { kind: 'hide', of: [here] })
      : add(words.hide(shown(entity.name)), { kind: 'hide', of: [naming(snapshot, entity)] }),
  );
  offers.push(ofArticle);
  for (const reason of mention.reasons)
    if ('decision' in reason && reason.decision !== undefined)
      offers.push(...undoing(snapshot, reason.decision, messages).map((offer) => ({ ...offer, fix: false })));
  return offers;
}

/** The corrections that may set a contradiction right, the likeliest first. */
export function correctionsOf(
  snapshot: Snapshot,
  path: ArticlePath,
  contradiction: Contradiction,
  messages: Messages,
): Offer[] {
  const words = messages.corrections;
  const { entities } = snapshot.resolution;
  const found = (ids: readonly EntityId[]): Entity[] => ids.flatMap((id) => entities.get(id) ?? []);
  const add = (title: string, decision: Decision): Offer => ({ title, fix: true, does: { add: decision } });
  const ask = (title: string, asks: Question, about: EntityId | null): Offer => ({
    title,
    fix: true,
    does: { asks, about },
  });
  const one = ([a, b]: readonly Entity[]): Offer[] =>
    a === undefined || b === undefined
      ? []
      : [
          add(words.areOne(shown(a.name), shown(b.name)), {
            kind: 'same',
            of: [naming(snapshot, a), naming(snapshot, b)],
          }),
        ];
  const officeOf = (person: Entity): Offer => ask(words.office(shown(person.name)), 'office', person.id);
  const ofArticle = ask(words.articleDate, 'article-date', null);
  switch (contradiction.code) {
    case 'two-holders': {
      const persons = found(contradiction.data.persons);
      return [...one(persons), ...persons.slice(0, 1).map(officeOf), ofArticle];
    }
    case 'two-signing-dates': {
      const { agreements, dates } = contradiction.data;
      const documents = found(agreements);
      const [own] = documents;
      const dated = (document: Entity): Offer[] =>
        dates.map((date) =>
          add(words.signedOn(shown(document.name), date), { kind: 'date', of: [naming(snapshot, document)], date }),
        );
      return [...one(documents), ...(own === undefined ? [] : dated(own)), ofArticle];
    }
    case 'office-of-signatory': {
      const [person, attested] = found([contradiction.data.person, contradiction.data.attested]);
      if (person === undefined) return [];
      const name = nameHere(snapshot, path, person.id);
      const office = attested === undefined ? null : toldOffice(displayable(clean(attested.name)));
      return [
        ...(name === null || office === null
          ? []
          : [
              add(words.isHere(shown(person.name), shown(office.title)), {
                kind: 'office',
                of: [name],
                in: path,
                office,
              }),
            ]),
        officeOf(person),
        ofArticle,
      ];
    }
    case 'several-candidates': {
      const mention = mentionAt(snapshot, path, contradiction.span.start);
      if (mention === null) return [];
      const here = quoting(snapshot, mention);
      return [
        ...found(contradiction.data.candidates).map((meant) =>
          add(words.thisIs(shown(meant.name)), { kind: 'same', of: [naming(snapshot, meant), here] }),
        ),
        ask(words.sameAs, 'same', null),
      ];
    }
  }
}

/** Equal for offers that do the same: what a client gives back to have one made. */
export const offerKey = ({ does }: Offer): string => JSON.stringify(does);

/** The offer to take back the correction of `fihris.yaml` on a line (from 0) that the text has it on. */
export function correctionOnLine(snapshot: Snapshot, line: number, messages: Messages): Offer[] {
  const { lineStarts, corrections: all } = snapshot.settings;
  const start = lineStarts[line];
  if (start === undefined) return [];
  const end = lineStarts[line + 1] ?? Number.POSITIVE_INFINITY;
  return all.flatMap(({ span }, index) =>
    span.start < end && span.end > start ? undoing(snapshot, index, messages) : [],
  );
}

function undoing({ settings }: Snapshot, index: DecisionIndex, { corrections: words }: Messages): Offer[] {
  const correction = settings.corrections[index];
  if (correction === undefined) return [];
  const { decision, span } = correction;
  const line = shown(settings.text.slice(span.start, span.end));
  return [{ title: words.undo(line), fix: true, does: { remove: decisionKey(decision), at: index } }];
}

/** The change that an answer comes to; null where it is no answer to the question. */
export function answered(snapshot: Snapshot, place: Place, { question, answer }: Answer): Change | null {
  const { path } = place;
  const text = displayable(answer);
  if (question === 'article-date') return isIsoDate(text) ? { date: text, of: path } : null;
  const subject = subjectAt(snapshot, place);
  if (subject === null || text === '') return null;
  const { mention, entity } = subject;
  if (question === 'same') {
    const other = snapshot.resolution.entities.get(answer);
    if (other === undefined || other.id === entity?.id) return null;
    const whole =
      entity !== null &&
      (place.about !== null || isFullName(mention, snapshot) || !['person', 'office'].includes(mention.kind));
    return {
      add: {
        kind: 'same',
        of: [naming(snapshot, other), whole ? naming(snapshot, entity) : quoting(snapshot, mention)],
      },
    };
  }
  if (entity === null) return null;
  switch (question) {
    case 'different': {
      const there = mentionThere(snapshot, entity, answer);
      const of = there && ([naming(snapshot, entity), quoting(snapshot, there)] as const);
      return of === null || referenceKey(of[0]) === referenceKey(of[1]) ? null : { add: { kind: 'different', of } };
    }
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

/** The mention that introduces an entity in an article, or the fullest there is. */
function mentionThere(snapshot: Snapshot, entity: Entity, path: ArticlePath): ResolvedMention | null {
  const target = introductionIn(snapshot, entity, path);
  const all = snapshot.resolution.mentions.get(path) ?? [];
  const { start, end } = target?.span ?? { start: -1, end: -1 };
  return all.find((each) => each.start === start && each.end === end && each.kind === entity.kind) ?? null;
}

/** The edit of the file's text that makes a change; null where it cannot be made there. */
function editFor(text: string, change: Change): SettingsEdit | null {
  if ('date' in change) return setDate(text, change.of, change.date);
  if ('add' in change) return addCorrection(text, change.add);
  const keys = readSettings(text).settings.corrections.map(({ decision }) => decisionKey(decision));
  const { remove, at } = change;
  const index = at !== null && keys[at] === remove ? at : keys.indexOf(remove);
  return index < 0 ? null : removeCorrection(text, index);
}

/** The edits of the file's text, apart from each other, that make a change, an earlier decision that is in its way taken out; or null. */
export function editsFor(text: string, change: Change): SettingsEdit[] | null {
  const before = inTheWay(text, change);
  const removal = before === null ? null : editFor(text, before);
  if (removal === null) {
    const edit = editFor(text, change);
    return edit && [edit];
  }
  const edit = editFor(text.slice(0, removal.start) + text.slice(removal.end), change);
  if (edit === null) return null;
  const shift = edit.start >= removal.start ? removal.end - removal.start : 0;
  return [removal, { ...edit, start: edit.start + shift, end: edit.end + shift }];
}

/** An earlier decision that would keep this one from having an effect: it has to go first. */
function inTheWay(text: string, change: Change): Change | null {
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
  return found === undefined ? null : { remove: decisionKey(found.decision), at: null };
}

/**
 * How a person would name an entity: by its name where nothing else is called so, else by words of an article. What the reader has called
 * it is not how it is known: a new name takes the place of that one, and does not hang on it.
 */
function naming(snapshot: Snapshot, entity: Entity): Reference {
  for (const { decision } of snapshot.settings.corrections)
    if (decision.kind === 'rename' && decision.to === entity.name) {
      const [known] = decision.of;
      if (typeof known !== 'string' || entity.aliases.some((form) => keyOfName(form) === keyOfName(known)))
        return known;
    }
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

/**
 * Whether something else may be meant: of a full name, an organisation, a place or an agreement only where other articles have it too.
 * States are what they are called, and an office is the same wherever its words are.
 */
function canBeParted(snapshot: Snapshot, { mention, entity }: Subject): boolean {
  if (entity === null || entity.kind === 'office') return false;
  if (entity.kind === 'person' && !isFullName(mention, snapshot)) return true;
  return entity.mentions.size > 1 && !(entity.kind === 'place' && entity.type === 'state');
}

/** What an article calls a person in full. */
function nameHere(snapshot: Snapshot, path: ArticlePath, id: EntityId): string | null {
  const locals = snapshot.resolution.locals.get(path) ?? [];
  const facts = snapshot.articles.get(path)?.facts;
  const fact = facts?.entities.find((each, index) => each.kind === 'person' && locals[index] === id);
  return fact?.kind === 'person' ? fact.name : null;
}

const shown = (name: string): string => shortened(displayable(name), NAME_LIMIT);

export interface Choice {
  /** An entity, or of `different` an article. */
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the name: its Latin name, the date of an article. */
  readonly detail: string;
}

/**
 * What a question may be answered by: of the entities that a mention may be said to be those that fit what was typed, without it those
 * of the article; of `different` the articles in which it may be another.
 */
export function choices(snapshot: Snapshot, place: Place, question: 'same' | 'different', query: string): Choice[] {
  const subject = subjectAt(snapshot, place);
  if (subject === null) return [];
  const { mention, entity: self } = subject;
  if (question === 'different') {
    const typed = fold(query).trim();
    return self === null
      ? []
      : articlesOf(snapshot, self)
          .filter(({ title, path }) => fold(title).includes(typed) || path.includes(query.trim()))
          .slice(0, MOST_CHOICES)
          .map(({ path, title, date }) => ({ id: path, name: shown(title), detail: date?.value ?? path }));
  }
  const kind = self?.kind ?? (standsForHolder(mention) ? 'person' : mention.kind);
  const { resolution } = snapshot;
  const ids = [...mention.candidates, ...(resolution.locals.get(place.path) ?? [])];
  const found =
    query.trim() === ''
      ? [...new Set(ids)].flatMap((id) => (id === null ? [] : (resolution.entities.get(id) ?? [])))
      : resolution.names.search(query, 2 * MOST_CHOICES);
  return found
    .filter((each) => each.kind === kind && each.id !== self?.id)
    .slice(0, MOST_CHOICES)
    .map((each) => ({ id: each.id, name: displayable(each.name), detail: displayable(latinName(each)) }));
}

const MOST_CHOICES = 30;
