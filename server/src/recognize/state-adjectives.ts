/**
 * The state inside an office: «وزير الدفاع [الإيراني]». Whoever reads the office sees whose it is, and gets from the adjective to the
 * state. Elsewhere an adjective says of what kind something is («زيت إيراني») and is no mention of the state.
 */
import { isCommonWord, nisba, stateName } from '../lexicon/geography.ts';
import { tokenAfter } from '../text/sentences.ts';
import type { MentionDraft, PlaceDraft } from './drafts.ts';
import { countryAdjective } from './places-and-organizations.ts';
import type { Words } from './words.ts';

/** Mentions of states in offices. `stateOf`: the place of a state, by code and name. */
export function stateAdjectives(
  words: Words,
  mentions: readonly MentionDraft[],
  stateOf: (code: string, name: string) => PlaceDraft,
): MentionDraft[] {
  const found: MentionDraft[] = [];
  for (const office of mentions) {
    if (office.entity.kind !== 'office') continue;
    // The first word is the office's noun.
    for (let at = tokenAfter(words.tokens, office.start) + 1; (words.tokens[at]?.end ?? Infinity) <= office.end; at++) {
      const word = words.word(at);
      if (!word.startsWith('ال') || !nisba(word) || isCommonWord(word)) continue;
      const adjective = countryAdjective(words, at);
      if (adjective === null) continue;
      found.push({
        start: words.tokens[at]?.start ?? office.start,
        end: Math.min(words.tokens[adjective.to - 1]?.end ?? office.end, office.end),
        form: 'description',
        entity: stateOf(adjective.country, stateName(adjective.country)),
        holder: null,
        attached: false,
        confidence: 0.95,
        code: 'lexicon',
        at: null,
      });
    }
  }
  return found;
}
