/** Events as a dossier tells them: from the side of the one whom it is about. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { AgreementEntity, EntityId, EventEntity, Evidence } from '../resolve/entities.ts';
import { contains } from '../text/span.ts';
import { statesOverTime } from './agreements.ts';
import type { Names } from './dossier-claims.ts';
import { sideOf } from './events.ts';
import { joined, type Piece, say } from './pieces.ts';

/**
 * With whom and where, and whether it is planned or denied: «المضيف: ماجد العبادي، في عمان». Without `self` all who took part.
 * `agreement`: what is signed comes first.
 */
export function eventWords(
  names: Names,
  event: EventEntity,
  self: EntityId | null,
  { agreement = true }: { readonly agreement?: boolean } = {},
): Piece[] {
  const { messages } = names.context;
  const { kind, modality, actors, place } = event;
  const words = messages.dossier;
  const own = actors.find(({ entity }) => entity === self);
  const linked = (all: EventEntity['actors']) => names.links(all.map(({ entity }) => entity));
  const parts: Piece[][] = [];
  if (agreement && event.agreement !== null) parts.push(names.links([event.agreement]));
  if (self === null) parts.push(linked(actors));
  else if (own === undefined) {
    // Whom the agreement names for a signatory where this telling names the parties alone.
    const others = linked(actors.filter(({ role }) => role === 'signatory'));
    if (others.length > 0) parts.push(words.with(others));
  } else {
    const side = sideOf(kind, own.role);
    // Of those who sign together the parties are the agreement's: «مع العراق» of his own minister would be wrong.
    const others = actors.filter((actor) => actor !== own && (kind !== 'signing' || actor.role === 'signatory'));
    const beside = linked(others.filter(({ role }) => sideOf(kind, role) === side));
    const facing = others.filter(({ role }) => sideOf(kind, role) !== side);
    if (beside.length > 0) parts.push(words.with(beside));
    const isPlace = ({ entity }: { readonly entity: EntityId }) => entity.startsWith('place:');
    const places = linked(facing.filter(isPlace));
    const people = facing.filter((actor) => !isPlace(actor));
    if (places.length > 0) parts.push(words.to(places));
    for (const role of ['host', 'visitor', 'caller', 'called'] as const) {
      const those = linked(people.filter((actor) => actor.role === role));
      if (those.length > 0) parts.push(messages.labelled(words.roles[role], those));
    }
  }
  const where = actors.some(({ entity }) => entity === place) ? null : names.link(place);
  if (where !== null) parts.push(words.in(where));
  const all = joined(
    parts.filter((part) => part.length > 0),
    messages.listSeparator,
  );
  return modality === 'happened' ? all : say`${all} (${messages.eventModalities[modality]})`;
}

/** Whether a sentence that tells the event holds the evidence. */
export function toldIn({ tellings }: EventEntity, { article, span }: Evidence): boolean {
  return tellings.some((telling) => telling.article === article && contains(telling.span, span));
}

/** Signings of the agreement, as its signatories and the articles that attest its states tell them; by id. */
export function signingsOf({ resolution }: Snapshot, agreement: AgreementEntity): EventEntity[] {
  const { events } = resolution;
  const articles = new Set(
    statesOverTime(agreement).flatMap(({ state, evidence }) =>
      state === 'signed' || state === 'planned' ? evidence.article : [],
    ),
  );
  const found = new Map<string, EventEntity>();
  const people = new Set(agreement.signatories.map(({ person }) => person));
  for (const list of [...[...people].map((id) => events.of(id)), ...[...articles].map((path) => events.in(path))])
    for (const event of list)
      if (event.kind === 'signing' && event.agreement === agreement.id) found.set(event.id, event);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Meetings, visits and receptions of two signatories on the day of the signing, told by an article that tells the signing. */
export function meetingsOnTheDay(
  { resolution }: Snapshot,
  { signatories, date }: AgreementEntity,
  signings: readonly EventEntity[],
): EventEntity[] {
  const signed = signings.filter(({ modality }) => modality === 'happened');
  const days = new Set([date, ...signed.map((event) => event.date)]);
  const articles = new Set(signed.flatMap(({ tellings }) => tellings.map(({ article }) => article)));
  const people = new Set([
    ...signatories.map(({ person }) => person),
    ...signed.flatMap(({ actors }) => actors.flatMap(({ role, entity }) => (role === 'signatory' ? entity : []))),
  ]);
  const found = new Map<string, EventEntity>();
  for (const id of people)
    for (const event of resolution.events.of(id)) {
      const { kind, modality, actors, tellings } = event;
      if (kind !== 'meeting' && kind !== 'reception' && kind !== 'visit') continue;
      if (modality !== 'happened' || event.date?.length !== 'YYYY-MM-DD'.length || !days.has(event.date)) continue;
      if (actors.filter(({ entity }) => people.has(entity)).length < 2) continue;
      if (tellings.some(({ article }) => articles.has(article))) found.set(event.id, event);
    }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
