/** The statements of a dossier under headings: one for each year, and one for those without a year, which stand apart. */
import type { Dossier } from '../../../server/src/lsp/requests.ts';

export interface Chapter {
  readonly heading: string;
  readonly statements: Dossier['statements'];
}

export function chaptersOf({ statements, headings }: Dossier): Chapter[] {
  const chapters: { readonly heading: string; readonly statements: Dossier['statements'][number][] }[] = [];
  for (const statement of statements) {
    const heading = /^\d{4}/.exec(statement.date ?? '')?.[0] ?? headings.undated;
    const last = chapters.at(-1);
    if (last?.heading === heading) last.statements.push(statement);
    else chapters.push({ heading, statements: [statement] });
  }
  return chapters;
}
