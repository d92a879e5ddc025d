/** What the workspace says of itself: the status request, and what is wrong in a `fihris.yaml`. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { SETTINGS_FILE } from '../corpus/paths.ts';
import { problemText } from '../corpus/problems.ts';
import type { Language } from '../features/language.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { isQuoted } from '../resolve/decisions.ts';
import { rangeOf } from './convert.ts';
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

/** Corrections that have no effect, or not all of theirs. While articles are still to be read nothing is said of those that are missing. */
function withoutEffect(root: Root, language: Language): Diagnostic[] {
  const { snapshot, status } = root.corpus;
  const { resolution, settings } = snapshot;
  const { objections: words } = messagesFor(language);
  const uri = root.uriOf(SETTINGS_FILE);
  return [...resolution.objections].flatMap(([index, all]) => {
    const correction = settings.corrections[index];
    if (correction === undefined) return [];
    const range = rangeOf(settings, correction.span);
    return all.flatMap((objection): Diagnostic[] => {
      const base = { range, source: 'fihris', code: objection.code };
      if (objection.code === 'contradicts' || objection.code === 'repeats') {
        const earlier = settings.corrections[objection.earlier];
        const at = rangeOf(settings, earlier?.span ?? correction.span);
        const message = words[objection.code](at.start.line + 1);
        const written = settings.text.slice(earlier?.span.start, earlier?.span.end);
        return [
          {
            ...base,
            message,
            severity: objection.code === 'contradicts' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
            relatedInformation: [{ location: { uri, range: at }, message: written }],
          },
        ];
      }
      if (status.state === 'indexing') return [];
      const of = correction.decision.of[objection.of];
      const inArticle = correction.decision.kind === 'office' && objection.code === 'unknown-article';
      const name = inArticle
        ? correction.decision.in
        : of === undefined || !isQuoted(of)
          ? (of ?? '')
          : objection.code === 'unknown-article'
            ? of.in
            : of.mention;
      return [{ ...base, message: words[objection.code](name), severity: DiagnosticSeverity.Information }];
    });
  });
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
