/**
 * Facts of all articles name the same places, bodies, offices and people again and again, in objects that are equal and not the same:
 * out of a worker and out of a file comes a new one each time. Here they become the same.
 */
import type { ArticleFacts, LocalEntity, Reason } from '../recognize/facts.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export class SharedFacts {
  readonly #entities = new Map<string, LocalEntity>();
  readonly #names = new Map<string, { readonly name: string; readonly words: readonly string[] }>();
  readonly #reasons = new Map<string, Reason>();

  /** Puts shared parts into `facts`, which nobody else may have seen yet, and gives them back. */
  share(facts: ArticleFacts): ArticleFacts {
    const entities = facts.entities as LocalEntity[];
    for (const [index, entity] of entities.entries()) entities[index] = this.#entity(entity);
    for (const mention of facts.mentions) (mention as Writable<typeof mention>).reason = this.#reason(mention.reason);
    return facts;
  }

  #entity(entity: LocalEntity): LocalEntity {
    switch (entity.kind) {
      case 'person': {
        const { name, words } = this.#name(entity.name, entity.words);
        const person = entity as Writable<typeof entity>;
        person.name = name;
        person.words = words;
        return person;
      }
      case 'place':
        return entity.within === undefined
          ? this.#same(`p\n${entity.key}\n${entity.name}\n${entity.country}\n${entity.type}`, entity)
          : entity;
      case 'organization':
        return this.#same(`o\n${entity.key}\n${entity.name}\n${entity.country}\n${entity.short ?? '\n'}`, entity);
      case 'office': {
        const { key, title, role, organization, country, general } = entity;
        return this.#same(`f\n${key}\n${title}\n${role}\n${organization}\n${country}\n${general}`, entity);
      }
      default:
        return entity;
    }
  }

  #same(key: string, entity: LocalEntity): LocalEntity {
    const known = this.#entities.get(key);
    if (known === undefined) this.#entities.set(key, entity);
    return known ?? entity;
  }

  /** Words are the folded ones of the name: equal names have equal words. */
  #name(name: string, words: readonly string[]): { readonly name: string; readonly words: readonly string[] } {
    const known = this.#names.get(name);
    if (known !== undefined && known.words.length === words.length && known.words.every((word, i) => word === words[i]))
      return known;
    const own = { name, words };
    this.#names.set(name, own);
    return own;
  }

  #reason(reason: Reason): Reason {
    const key = `${reason.code} ${reason.at ?? ''}`;
    const known = this.#reasons.get(key);
    if (known === undefined) this.#reasons.set(key, reason);
    return known ?? reason;
  }
}
