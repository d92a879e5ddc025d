/** Go to Symbol in Workspace: people, offices, organisations, places and agreements by name, in Arabic or Latin letters. */
import type { Snapshot } from '../corpus/snapshot.ts';
import type { EntityKind } from '../recognize/facts.ts';
import type { Entity, EntityId } from '../resolve/entities.ts';
import { introduction } from './definition.ts';
import { countryName, type Language } from './language.ts';
import { messagesFor } from './messages/messages.ts';
import { displayable, shortened } from './pieces.ts';
import { entityOf, latinName } from './subject.ts';
import type { Target } from './target.ts';

export interface FoundSymbol {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** Kind, office or country, and the Latin name. */
  readonly container: string;
  /** Where it is introduced. */
  readonly target: Target;
}

const NAME_LIMIT = 120;

/** Where a symbol found before is introduced now; null where the corpus has it no longer. */
export function symbolTarget(snapshot: Snapshot, id: EntityId): Target | null {
  const entity = snapshot.resolution.entities.get(id);
  return entity === undefined ? null : introduction(snapshot, entity, null);
}

/** Best first, at most `limit`. */
export function symbols(snapshot: Snapshot, query: string, language: Language, limit: number): FoundSymbol[] {
  const found: FoundSymbol[] = [];
  for (const entity of snapshot.resolution.names.search(query, limit)) {
    const target = introduction(snapshot, entity, null);
    if (target === null) continue;
    found.push({
      id: entity.id,
      kind: entity.kind,
      name: label(entity, query),
      container: shortened(displayable(container(snapshot, entity, language)), NAME_LIMIT),
      target,
    });
  }
  return found;
}

/**
 * The name, and where that does not hold the letters of the query in order, what does: the Latin name, else the query itself. Editors
 * filter once more, by label and letter by letter, what a server has found («الأحمدي» for «الاحمدي», «نوري» for “Nouri”), and would
 * throw it away.
 */
function label(entity: Entity, query: string): string {
  const name = shortened(displayable(entity.name), NAME_LIMIT);
  const asked = displayable(query);
  if (holdsInOrder(name, asked)) return name;
  const latin = displayable(latinName(entity));
  return `${name} · ${holdsInOrder(latin, asked) ? latin : asked}`;
}

function holdsInOrder(text: string, letters: string): boolean {
  const wanted = letters.toLowerCase().replace(/\s/g, '');
  let at = 0;
  for (const letter of text.toLowerCase()) if (letter === wanted[at]) at++;
  return at >= wanted.length;
}

function container(snapshot: Snapshot, entity: Entity, language: Language): string {
  return [latinName(entity), ...details(snapshot, entity, language)].filter((part) => part !== '').join(' · ');
}

function details(snapshot: Snapshot, entity: Entity, language: Language): string[] {
  const messages = messagesFor(language);
  const country = (code: string | null) => (code === null ? '' : countryName(code, language));
  switch (entity.kind) {
    case 'person':
      return [entity.tenures.at(-1)?.title ?? messages.kinds.person];
    case 'office':
      return [messages.kinds.office, country(entity.country)];
    case 'organization':
      return [messages.kinds.organization, country(entity.country)];
    case 'place':
      return [messages.placeTypes[entity.type], entity.type === 'state' ? '' : country(entity.country)];
    case 'agreement': {
      const parties = entity.parties.map((id) => snapshot.resolution.entities.get(id)?.name ?? '');
      const place = entityOf(snapshot, entity.place, 'place')?.name ?? '';
      return [messages.agreementTypes[entity.type], parties.join(messages.listSeparator), place, entity.date ?? ''];
    }
  }
}
