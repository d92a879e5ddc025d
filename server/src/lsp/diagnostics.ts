/**
 * What contradicts other articles, as notes in the open ones. Pushed, for a change to one article may make or unmake a contradiction
 * in another; and of open articles only, so that closed ones cost nothing.
 */

import { type Contradiction, contradictions } from '../features/contradictions.ts';
import { rangeOf } from './convert.ts';
import type { Documents } from './documents.ts';
import { describe } from './guard.ts';
import { type Connection, type Diagnostic, DiagnosticSeverity, type Location } from './protocol.ts';
import type { Questions } from './questions.ts';
import type { Workspace } from './workspace.ts';

/** So long after a change (ms), and while somebody waits for an answer some times longer: nobody waits for a note while typing. */
const AFTER = 500;
const MOST_WAITS = 4;

/** A name with several candidates is seen at the name; the others are worth a line in the list of problems. */
const SEVERITIES: Readonly<Record<Contradiction['code'], DiagnosticSeverity>> = {
  'two-holders': DiagnosticSeverity.Information,
  'two-signing-dates': DiagnosticSeverity.Information,
  'office-of-signatory': DiagnosticSeverity.Information,
  'several-candidates': DiagnosticSeverity.Hint,
};

interface Surroundings {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly questions: Questions;
  /** Whether all that there is to read was read: before that most contradictions are not there yet. */
  readonly isReady: () => boolean;
}

export class ContradictionDiagnostics {
  readonly #surroundings: Surroundings;
  #timer: NodeJS.Timeout | null = null;
  /** What was last said of each document. */
  readonly #said = new Map<string, string>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** A snapshot, the open documents, the state or the settings may have changed. */
  changed(): void {
    this.#timer ??= this.#later(0);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #later(times: number): NodeJS.Timeout {
    return setTimeout(() => {
      const waits = this.#surroundings.questions.isAsked && times < MOST_WAITS;
      this.#timer = waits ? this.#later(times + 1) : null;
      if (!waits) this.#update();
    }, AFTER);
  }

  #update(): void {
    const { connection, documents, questions, isReady } = this.#surroundings;
    if (!isReady()) return;
    const open = questions.settings.contradictions ? documents.uris : [];
    for (const uri of new Set([...open, ...this.#said.keys()])) {
      try {
        const diagnostics = open.includes(uri) ? this.#diagnostics(uri) : [];
        const now = JSON.stringify(diagnostics);
        if (now === (this.#said.get(uri) ?? '[]')) continue;
        if (diagnostics.length === 0) this.#said.delete(uri);
        else this.#said.set(uri, now);
        connection.sendDiagnostics({ uri, diagnostics }).catch((error) => connection.console.error(describe(error)));
      } catch (error) {
        connection.console.error(`contradictions of ${uri}: ${describe(error)}`);
      }
    }
  }

  #diagnostics(uri: string): Diagnostic[] {
    const { workspace, questions } = this.#surroundings;
    const found = workspace.locate(uri);
    if (found === null) return [];
    const { root, path } = found;
    const { snapshot } = root.corpus;
    const article = snapshot.articles.get(path);
    if (article === undefined) return [];
    const at = ({ article: other, span }: Contradiction['related'][number]): Location | null => {
      const there = snapshot.articles.get(other);
      return there === undefined ? null : { uri: root.uriOf(other), range: rangeOf(there, span) };
    };
    return contradictions(snapshot, path, questions.language).map(({ code, span, message, related, data }) => ({
      range: rangeOf(article, span),
      severity: SEVERITIES[code],
      source: 'fihris',
      code,
      message,
      relatedInformation: related.flatMap((each) => {
        const location = at(each);
        return location === null ? [] : [{ location, message: each.message }];
      }),
      data,
    }));
  }
}
