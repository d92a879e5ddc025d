/**
 * Answers about a word by itself, given once per word and then remembered: the words of a text come again and again, so what a word
 * may be (which rules can begin at it, what its particles are) costs one look-up where it stands, and is worked out once in thousands.
 */

/** So many words are kept of one question; when there are more, all are forgotten. An article of 1,000 words has about 600. */
const MANY = 50_000;

/** `answer`, which must depend on nothing but the word, with a memory. Memory is bounded whatever is asked. */
export function perWord<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = answer(word);
      if (known.size >= MANY) known.clear();
      known.set(word, found);
    }
    return found;
  };
}
