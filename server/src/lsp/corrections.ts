/** Corrections on the wire: code actions, rename, and the requests by which a client asks the reader what a correction needs. */
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { lineStarts } from '../corpus/article.ts';
import { SETTINGS_FILE } from '../corpus/paths.ts';
import type { SettingsEdit } from '../corpus/settings-edit.ts';
import {
  answered,
  type Change,
  choices,
  correctionOnLine,
  corrections,
  editFor,
  inTheWay,
  type Offer,
  type Question,
} from '../features/corrections.ts';
import { mentionAt } from '../features/mention-at.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { subjectOf } from '../features/subject.ts';
import type { Asked } from './answers.ts';
import { rangeOf } from './convert.ts';
import type { Documents } from './documents.ts';
import { field, guarded, positionIn, stringField, uriIn } from './guard.ts';
import type { Questions } from './questions.ts';
import {
  CORRECT,
  CORRECT_COMMAND,
  CORRECTION_CHOICES,
  CORRECTIONS,
  type CorrectionAnswer,
  type CorrectionChoice,
  type CorrectionOffer,
} from './requests.ts';
import type { Root } from './roots.ts';

export const CORRECTION_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  renameProvider: { prepareProvider: true },
};

/** Contradictions that diagnostics name, and the questions whose answers set them right. */
const FITTING: Readonly<Record<string, readonly (Question | 'fix' | 'add')[]>> = {
  'several-candidates': ['fix', 'same'],
  'two-holders': ['same', 'office', 'article-date'],
  'two-signing-dates': ['date', 'article-date', 'same'],
  'office-of-signatory': ['office', 'same'],
};

const QUESTIONS: readonly string[] = ['same', 'rename', 'office', 'date', 'article-date'];

export function registerCorrections(
  connection: Connection,
  questions: Questions,

  documents: Documents,
): void {
  const log = connection.console;
  const messages = () => messagesFor(questions.language);

  /** The edit of `fihris.yaml` that makes a change; made of its text as it is at this moment. Null where it cannot be made. */
  const workspaceEdit = async (root: Root, change: Change): Promise<WorkspaceEdit | null> => {
    const text = await root.corpus.settingsText();
    if (text === null || root.uri === null) return null;
    const before = inTheWay(text, change);
    const removal = before === null ? null : editFor(text, before);
    const between = removal === null ? text : applied(text, removal);
    const edit = editFor(between, change);
    if (edit === null) return null;
    const whole = removal === null ? edit : joinedEdit(text, applied(between, edit));
    const uri = root.uriOf(SETTINGS_FILE);
    const range = rangeOf({ text, lineStarts: lineStarts(text) }, whole);
    const { features } = questions;
    const textEdit = { range, newText: whole.newText };
    if (!features.documentChanges) return { changes: { [uri]: [textEdit] } };
    const version = documents.versionOf(uri);
    const annotated: TextDocumentEdit = {
      textDocument: { uri, version },
      edits: [features.changeAnnotations ? { ...textEdit, annotationId: 'correction' } : textEdit],
    };
    return {
      documentChanges: [
        ...(features.createsFiles && text === ''
          ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }]
          : []),
        annotated,
      ],
      ...(features.changeAnnotations && {
        changeAnnotations: { correction: { label: messages().corrections.inFile } },
      }),
    };
  };

  const codeAction = async (
    root: Root,
    offer: Offer,
    place: { readonly uri: string; readonly range: Range },
    diagnostics: readonly Diagnostic[],
  ): Promise<CodeAction[]> => {
    const { title, does } = offer;
    const solved = diagnostics.filter(({ code }) => isFitting(offer, code));
    const base = {
      title,
      kind: offer.fix || solved.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
      ...(solved.length > 0 && { diagnostics: solved }),
    };
    if ('asks' in does)
      return questions.features.asksForCorrections
        ? [{ ...base, command: { title, command: CORRECT_COMMAND, arguments: [place, does.asks] } }]
        : [];
    const edit = await workspaceEdit(root, does);
    return edit === null ? [] : [{ ...base, edit }];
  };

  const ofArticle = questions.at('textDocument/codeAction', async ({ root, snapshot, article }, offset, params) => {
    // A document that stands alone has no `fihris.yaml` beside it.
    if (root.uri === null) return [];
    const given = field(field(params, 'context'), 'diagnostics');
    const diagnostics = (Array.isArray(given) ? given : []) as Diagnostic[];
    const mention = mentionAt(snapshot, article.path, offset);
    const range = rangeOf(article, mention ?? { start: offset, end: offset });
    const place = { uri: root.uriOf(article.path), range };
    const actions: CodeAction[] = [];
    for (const offer of corrections(snapshot, article.path, offset, messages()))
      actions.push(...(await codeAction(root, offer, place, diagnostics)));
    return actions;
  });

  connection.onCodeAction(
    guarded(log, 'textDocument/codeAction', async (params: unknown, cancelled) => {
      const uri = uriIn(params);
      const position = positionIn({ position: field(field(params, 'range'), 'start') });
      const inSettings = await questions.ofSettings(uri, async (root) => {
        const actions: CodeAction[] = [];
        const { snapshot } = root.corpus;
        for (const offer of correctionOnLine(snapshot, position.line, messages()))
          actions.push(...(await codeAction(root, offer, { uri, range: { start: position, end: position } }, [])));
        return actions;
      });
      return inSettings ?? unwrapped(await ofArticle({ ...(params as object), position }, cancelled));
    }),
  );

  connection.onPrepareRename(
    questions.at('textDocument/prepareRename', ({ snapshot, article }, offset) => {
      const mention = mentionAt(snapshot, article.path, offset);
      const entity = mention && subjectOf(snapshot, mention);
      return mention && entity ? { range: rangeOf(article, mention), placeholder: entity.name } : null;
    }),
  );
  connection.onRenameRequest(
    questions.at('textDocument/rename', async (asked, offset, params) => {
      const change = answered(asked.snapshot, asked.article.path, offset, {
        question: 'rename',
        answer: stringField(params, 'newName'),
      });
      if (change === null) throw new ResponseError(LSPErrorCodes.RequestFailed, messages().corrections.noAnswer);
      const edit = await workspaceEdit(asked.root, change);
      if (edit === null) throw new ResponseError(LSPErrorCodes.RequestFailed, messages().corrections.impossible);
      return edit;
    }),
  );

  connection.onRequest(
    CORRECTIONS,
    questions.at(CORRECTIONS, async ({ root, snapshot, article }: Asked, offset) => {
      const offers: CorrectionOffer[] = [];
      for (const { title, does } of corrections(snapshot, article.path, offset, messages())) {
        const edit = 'asks' in does ? null : await workspaceEdit(root, does);
        if ('asks' in does || edit !== null) offers.push({ title, asks: 'asks' in does ? does.asks : null, edit });
      }
      return offers;
    }),
  );
  connection.onRequest(
    CORRECTION_CHOICES,
    questions.at(CORRECTION_CHOICES, ({ snapshot, article }: Asked, offset, params): CorrectionChoice[] =>
      choices(snapshot, article.path, offset, stringField(params, 'query')).map(({ id, name, latin, mentions }) => ({
        id,
        name,
        latin,
        articles: mentions.size,
      })),
    ),
  );
  connection.onRequest(
    CORRECT,
    questions.at(CORRECT, async ({ root, snapshot, article }: Asked, offset, params): Promise<CorrectionAnswer> => {
      const question = stringField(params, 'question');
      const answer = stringField(params, 'answer');
      const change = QUESTIONS.includes(question)
        ? answered(snapshot, article.path, offset, { question: question as Question, answer })
        : null;
      if (change === null) return { problem: messages().corrections.noAnswer };
      const edit = await workspaceEdit(root, change);
      return edit === null ? { problem: messages().corrections.impossible } : { edit };
    }),
  );
}

function isFitting({ does, fix }: Offer, code: Diagnostic['code']): boolean {
  const fitting = FITTING[String(code)] ?? [];
  return 'asks' in does ? fitting.includes(does.asks) : fix && fitting.includes('fix');
}

function unwrapped<Value>(value: Value | ResponseError): Value {
  if (value instanceof ResponseError) throw value;
  return value;
}

const applied = (text: string, { start, end, newText }: SettingsEdit): string =>
  text.slice(0, start) + newText + text.slice(end);

/** Two edits as one: what lies between the first and the last difference. */
function joinedEdit(before: string, after: string): SettingsEdit {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let left = 0;
  const most = Math.min(before.length, after.length) - start;
  while (left < most && before[before.length - 1 - left] === after[after.length - 1 - left]) left++;
  return { start, end: before.length - left, newText: after.slice(start, after.length - left) };
}
