/**
 * Answers about a word by itself, given once per word and then remembered: the words of a text come again and again, so what a word
 * may be (which rules can begin at it, what its particles are) costs one look-up where it stands, and is worked out once in thousands.
 */

/**
 * So many words are kept of one question for being asked about lately, and up to as many for having been before that: what is asked about
 * again and again is never forgotten, and memory stays level in a session of any length. An article of 1,000 words has about 600.
 */
export const LATELY = 15_000;

/** `answer`, which must depend on nothing but the word, with a memory. Memory is bounded whatever is asked. */
export function perWord<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  let lately = new Map<string, Answer>();
  let before = new Map<string, Answer>();
  return (word) => {
    let found = lately.get(word);
    if (found !== undefined) return found;
    found = before.get(word) ?? answer(word);
    if (lately.size >= LATELY) {
      before = lately;
      lately = new Map();
    }
    lately.set(word, found);
    return found;
  };
}
