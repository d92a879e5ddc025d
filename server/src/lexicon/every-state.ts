/** Offices that every state has under one name: said without a state, «رئيس الجمهورية» of two reports need not be one. */
import { portfolioIds } from './office-words.ts';
import { institutions } from './organizations.ts';

/** `role`: as in an office's key, nested ones from outer to inner («نائب رئيس الوزراء»: `deputy.prime-minister`). */
export function isEveryStates(role: string, subject: string): boolean {
  const inner = role.slice(role.lastIndexOf('.') + 1);
  if (inner === 'prime-minister') return subject === '';
  if (inner === 'president' && subject === 'republic') return true;
  return (
    (inner === 'minister' && portfolioIds.has(subject)) || institutions.has(subject) || subject.startsWith('ministry.')
  );
}
