/** What resolution asks of the words of agreements: apart from them, so that who resolves need not load who recognizes. */
import data from './agreements.json' with { type: 'json' };

const alike = data.alike.map((group) => new Set(group.split(' ')));

/** Subjects that one agreement may be said to have in turn. */
export const alikeSubjects = (a: string, b: string): boolean =>
  a === b || alike.some((group) => group.has(a) && group.has(b));
