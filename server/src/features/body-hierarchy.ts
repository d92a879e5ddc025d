/**
 * Type Hierarchy for bodies: an office belongs to its organisation, an organisation to the one that its own name holds («لجنة الأمن في
 * مجلس النواب») and to its state. Only what articles say.
 */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { ArticlePath, Entity, EntityId, ResolvedMention } from '../resolve/entities.ts';
import { mentionAt } from './mention-at.ts';
import { entityOf } from './subject.ts';

export type Body = Extract<Entity, { kind: 'organization' | 'office' | 'place' }>;

/** Parts listed of one body. */
const MOST_PARTS = 200;
/** Articles of a body that are looked through for the parts that they name. */
const MOST_ARTICLES = 100;

/** The office, organisation or state that a mention names; of an office that stands for its holder the office. Null for all else. */
export function bodyAt(snapshot: Snapshot, path: ArticlePath, offset: number): Body | null {
  const mention = mentionAt(snapshot, path, offset);
  const id = mention?.entity ?? null;
  return id === null ? null : bodyOf(snapshot, id);
}

/** Null where the corpus has no such body (any more), or where it is neither an office, an organisation nor a state. */
export function bodyOf(snapshot: Snapshot, id: EntityId): Body | null {
  const entity = snapshot.resolution.entities.get(id);
  if (entity?.kind === 'office') return entity.general ? null : entity;
  if (entity?.kind === 'place') return entity.type === 'state' ? entity : null;
  return entity?.kind === 'organization' ? entity : null;
}

/** What it is a part of: the nearest body, else its state. */
export function wholes(snapshot: Snapshot, body: Body): Body[] {
  if (body.kind === 'place') return [];
  const nearest =
    body.kind === 'office' ? entityOf(snapshot, body.organization, 'organization') : enclosing(snapshot, body);
  if (nearest !== null) return [nearest];
  const state = body.country === null ? null : bodyOf(snapshot, `place:${body.country}`);
  return state === null ? [] : [state];
}

/** Its parts: of a state its organisations, of an organisation its divisions and offices. */
export function parts(snapshot: Snapshot, body: Body): Body[] {
  if (body.kind === 'office') return [];
  const ids =
    body.kind === 'place'
      ? organizationsOf(snapshot, body.country)
      : [...divisions(snapshot, body.id, body.mentions.keys()), ...body.offices];
  return [...new Set(ids)].slice(0, MOST_PARTS).flatMap((id) => bodyOf(snapshot, id) ?? []);
}

/** Those of a state that are parts of no other body. */
function organizationsOf(snapshot: Snapshot, country: string | null): EntityId[] {
  if (country === null) return [];
  return snapshot.resolution.directory.organizationsOf(country).slice(0, MOST_PARTS);
}

/** The organisation named inside the name of this one, in any of its first articles; null where none is. */
function enclosing(snapshot: Snapshot, { id, mentions }: Body): Extract<Body, { kind: 'organization' }> | null {
  for (const [division, whole] of namedInside(snapshot, mentions.keys()))
    if (division === id) return entityOf(snapshot, whole, 'organization');
  return null;
}

/** Organisations whose name, in an article of this body, holds the body's name. */
function divisions(snapshot: Snapshot, id: EntityId, articles: Iterable<ArticlePath>): EntityId[] {
  return [...namedInside(snapshot, articles)].filter(([, whole]) => whole === id).map(([division]) => division);
}

/** Pairs of organisations of which one's name holds the other's: «[لجنة الأمن في [مجلس النواب]]». */
function* namedInside(
  snapshot: Snapshot,
  articles: Iterable<ArticlePath>,
): Generator<readonly [division: EntityId, whole: EntityId]> {
  let looked = 0;
  for (const path of articles) {
    if (looked++ >= MOST_ARTICLES) return;
    // Mentions come by start, the longer first, and nest: those that are still open hold the next one.
    let open: ResolvedMention[] = [];
    for (const mention of snapshot.resolution.mentions.get(path) ?? []) {
      if (mention.kind !== 'organization' || mention.entity === null) continue;
      open = open.filter(({ end }) => mention.end <= end);
      const outer = open.at(-1)?.entity ?? null;
      if (outer !== null && outer !== mention.entity) yield [outer, mention.entity];
      open.push(mention);
    }
  }
}
