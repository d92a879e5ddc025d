/** What the workspace says of itself: the status request, and what is wrong in a `fihris.yaml`. */

import { SETTINGS_FILE } from '../corpus/paths.ts';
import { problemText } from '../corpus/problems.ts';
import type { Language } from '../features/language.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { type ObjectionFound, objections } from '../features/objections.ts';
import { displayable, shortened } from '../features/pieces.ts';
import { rangeOf } from './convert.ts';
import { type Diagnostic, DiagnosticSeverity } from './protocol.ts';
import type { Status } from './requests.ts';
import type { Root } from './roots.ts';
import type { Workspace } from './workspace.ts';

/** Reasons are worded in `language`. */
export function statusOf(workspace: Workspace, language: Language): Status {
  const all = workspace.roots.map((root) => ({ root, status: root.corpus.status }));
  return {
    state: workspace.isIndexing ? 'indexing' : 'ready',
    articles: all.reduce((sum, { status }) => sum + status.articles, 0),
    total: all.reduce((sum, { status }) => sum + status.total, 0),
    corpora: all.flatMap(({ root }) => (root.uri === null ? [] : [root.uri])),
    unreadable: all.flatMap(({ root, status }) =>
      status.unreadable.map(({ path, problem }) => ({ uri: root.uriOf(path), reason: problemText(problem, language) })),
    ),
  };
}

export function settingsDiagnostics(root: Root, language: Language): Diagnostic[] {
  return [...writtenWrongly(root, language), ...withoutEffect(root, language)];
}

/** What is shown of a line of `fihris.yaml` (code units). */
const LINE_LIMIT = 200;

const SEVERITIES: Readonly<Partial<Record<ObjectionFound['code'], DiagnosticSeverity>>> = {
  contradicts: DiagnosticSeverity.Warning,
};

/** Corrections that have no effect, or not all of theirs. While articles are still to be read nothing is said of those that are missing. */
function withoutEffect(root: Root, language: Language): Diagnostic[] {
  const { snapshot, status } = root.corpus;
  const { settings } = snapshot;
  const uri = root.uriOf(SETTINGS_FILE);
  return objections(snapshot, messagesFor(language))
    .filter(({ earlier }) => earlier !== null || status.state !== 'indexing')
    .map(({ code, span, message, earlier }) => ({
      range: rangeOf(settings, span),
      source: 'fihris',
      code,
      message,
      severity: SEVERITIES[code] ?? DiagnosticSeverity.Information,
      ...(earlier !== null && {
        relatedInformation: [
          {
            location: { uri, range: rangeOf(settings, earlier) },
            message: shortened(displayable(settings.text.slice(earlier.start, earlier.end)), LINE_LIMIT),
          },
        ],
      }),
    }));
}

function writtenWrongly(root: Root, language: Language): Diagnostic[] {
  return root.corpus.status.settingsProblems.map(({ problem, severity, range }) => ({
    range,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'fihris',
    code: problem.code,
    message: problemText(problem, language),
  }));
}
