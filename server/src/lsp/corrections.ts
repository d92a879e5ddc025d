/**
 * Corrections on the wire: code actions, rename, and the requests by which a client asks the reader what a correction needs. The server
 * gives edits of `fihris.yaml` and writes nothing itself: the editor does, so that its undo works and what is unsaved there is kept.
 */

import { lineStarts } from '../corpus/article.ts';
import { SETTINGS_FILE } from '../corpus/paths.ts';
import { contradictions } from '../features/contradictions.ts';
import {
  answered,
  type Change,
  choices,
  correctionOnLine,
  corrections,
  correctionsOf,
  editsFor,
  type Offer,
  offerKey,
  type Place,
  QUESTIONS,
} from '../features/corrections.ts';
import { mentionAt } from '../features/mention-at.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { displayable } from '../features/pieces.ts';
import { subjectOf } from '../features/subject.ts';
import type { Asked } from './answers.ts';
import { positionAt, rangeOf } from './convert.ts';
import type { Documents } from './documents.ts';
import { field, guarded, positionIn, stringField, uriIn } from './guard.ts';
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
} from './protocol.ts';
import type { Questions } from './questions.ts';
import {
  CORRECT,
  CORRECT_COMMAND,
  CORRECTION_CHOICES,
  CORRECTIONS,
  type CorrectionAnswer,
  type CorrectionChoice,
  type CorrectionCommand,
  type CorrectionOffer,
} from './requests.ts';
import type { Root } from './roots.ts';

export const CORRECTION_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  renameProvider: { prepareProvider: true },
};

/** An offer with what it sets right. */
interface Action {
  readonly offer: Offer;
  readonly solves: readonly Diagnostic[];
}

export function registerCorrections(connection: Connection, questions: Questions, documents: Documents): void {
  const log = connection.console;
  const messages = () => messagesFor(questions.language);

  /** The edit of `fihris.yaml` that makes a change; made of its text as it is at this moment. Null where it cannot be made. */
  const workspaceEdit = async (root: Root, change: Change): Promise<WorkspaceEdit | null> => {
    if (root.uri === null) return null;
    // What is read from the disk counts only as long as no editor has the file; text and version of a document belong together.
    const isSettings = (uri: string) => root.pathOf(uri) === SETTINGS_FILE;
    const onDisk = documents.find(isSettings) === null ? await root.corpus.settingsText() : null;
    const open = documents.find(isSettings);
    const uri = open?.uri ?? root.uriOf(SETTINGS_FILE);
    const text = open?.text ?? onDisk;
    if (text === null) return null;
    const edits = editsFor(text, change);
    if (edits === null) return null;
    const lines = { text, lineStarts: lineStarts(text) };
    const textEdits = edits.map((edit) => ({ range: rangeOf(lines, edit), newText: edit.newText }));
    const { features } = questions;
    if (!features.documentChanges) return { changes: { [uri]: textEdits } };
    const annotated: TextDocumentEdit = {
      textDocument: { uri, version: open?.version ?? null },
      edits: features.changeAnnotations
        ? textEdits.map((edit) => ({ ...edit, annotationId: 'correction' }))
        : textEdits,
    };
    return {
      documentChanges: [
        ...(features.createsFiles && open === null && text === ''
          ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }]
          : []),
        annotated,
      ],
      ...(features.changeAnnotations && {
        changeAnnotations: { correction: { label: messages().corrections.inFile } },
      }),
    };
  };

  const answerWith = async (root: Root, change: Change | null): Promise<CorrectionAnswer> => {
    if (change === null) return { problem: messages().corrections.noAnswer };
    const edit = await workspaceEdit(root, change);
    return edit === null ? { problem: messages().corrections.impossible } : { edit };
  };

  /** What sets right the contradictions that `counts` lets through, then all else that fits the place; each once. */
  const offersAt = (
    { snapshot, article }: Asked,
    place: Place,
    given: readonly Diagnostic[] | null,
  ): ReadonlyMap<string, Action> => {
    const actions = new Map<string, Action>();
    for (const each of contradictions(snapshot, place.path, questions.language)) {
      const start = positionAt(article, each.span.start);
      const solves = (given ?? []).filter(
        ({ code, range }) =>
          code === each.code && range.start.line === start.line && range.start.character === start.character,
      );
      if (given !== null && solves.length === 0) continue;
      for (const offer of correctionsOf(snapshot, place.path, each, messages()))
        if (!actions.has(offerKey(offer))) actions.set(offerKey(offer), { offer, solves });
    }
    for (const offer of corrections(snapshot, place, messages()))
      if (!actions.has(offerKey(offer))) actions.set(offerKey(offer), { offer, solves: [] });
    return actions;
  };

  /**
   * For a client that can ask, the command that makes the correction when it is chosen, of the text of that moment; for any other the
   * edit itself.
   */
  const codeAction = async (
    root: Root,
    { offer, solves }: Action,
    place: { readonly uri: string; readonly range: Range },
  ): Promise<CodeAction[]> => {
    const { title, does } = offer;
    const base = {
      title,
      kind: offer.fix ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
      ...(solves.length > 0 && { diagnostics: [...solves] }),
    };
    if (questions.features.asksForCorrections) {
      const command: CorrectionCommand =
        'asks' in does
          ? { question: does.asks, ...(does.about !== null && { entity: does.about }) }
          : { offer: offerKey(offer) };
      return [{ ...base, command: { title, command: CORRECT_COMMAND, arguments: [place, command] } }];
    }
    const edit = 'asks' in does ? null : await workspaceEdit(root, does);
    return edit === null ? [] : [{ ...base, edit }];
  };

  const ofArticle = questions.at('textDocument/codeAction', async (asked, offset, params) => {
    const { root, snapshot, article } = asked;
    // A document that stands alone has no `fihris.yaml` beside it.
    if (root.uri === null) return [];
    const mention = mentionAt(snapshot, article.path, offset);
    const range = rangeOf(article, mention ?? { start: offset, end: offset });
    const place = { uri: root.uriOf(article.path), range };
    const actions: CodeAction[] = [];
    for (const action of offersAt(
      asked,
      { path: article.path, offset, about: null },
      diagnosticsIn(params).filter((each) => each.source === 'fihris'),
    ).values())
      actions.push(...(await codeAction(root, action, place)));
    return actions;
  });

  connection.onCodeAction(
    guarded(log, 'textDocument/codeAction', async (params: unknown, cancelled) => {
      const uri = uriIn(params);
      const position = positionIn({ position: field(field(params, 'range'), 'start') });
      const inSettings = await questions.ofSettings(uri, async (root) => {
        const actions: CodeAction[] = [];
        const solves = diagnosticsIn(params).filter(({ range }) => range.start.line === position.line);
        for (const offer of correctionOnLine(root.corpus.snapshot, position.line, messages()))
          actions.push(
            ...(await codeAction(root, { offer, solves }, { uri, range: { start: position, end: position } })),
          );
        return actions;
      });
      return inSettings ?? unwrapped(await ofArticle({ ...(params as object), position }, cancelled));
    }),
  );

  connection.onPrepareRename(
    questions.at('textDocument/prepareRename', ({ root, snapshot, article }, offset) => {
      const mention = root.uri === null ? null : mentionAt(snapshot, article.path, offset);
      const entity = mention && subjectOf(snapshot, mention);
      return mention && entity ? { range: rangeOf(article, mention), placeholder: displayable(entity.name) } : null;
    }),
  );
  connection.onRenameRequest(
    questions.at('textDocument/rename', async ({ root, snapshot, article }, offset, params) => {
      const answer = stringField(params, 'newName');
      const place = { path: article.path, offset, about: null };
      const { edit, problem } = await answerWith(root, answered(snapshot, place, { question: 'rename', answer }));
      if (problem !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
      return edit as WorkspaceEdit;
    }),
  );

  connection.onRequest(
    CORRECTIONS,
    questions.at(CORRECTIONS, (asked: Asked, offset, params): CorrectionOffer[] =>
      corrections(asked.snapshot, placeIn(asked, offset, params), messages()).map((offer) => ({
        title: offer.title,
        asks: 'asks' in offer.does ? offer.does.asks : null,
        offer: offerKey(offer),
      })),
    ),
  );
  connection.onRequest(
    CORRECTION_CHOICES,
    questions.at(CORRECTION_CHOICES, (asked: Asked, offset, params): CorrectionChoice[] => {
      const question = field(params, 'question') === 'different' ? 'different' : 'same';
      return choices(asked.snapshot, placeIn(asked, offset, params), question, stringField(params, 'query'));
    }),
  );
  const correct = questions.at(CORRECT, (asked: Asked, offset, params): Promise<CorrectionAnswer> => {
    const place = placeIn(asked, offset, params);
    const key = field(params, 'offer');
    if (typeof key === 'string') return answerWith(asked.root, changeOf(offersAt(asked, place, null).get(key)?.offer));
    const question = QUESTIONS.find((each) => each === stringField(params, 'question'));
    const answer = stringField(params, 'answer');
    return answerWith(
      asked.root,
      question === undefined ? null : answered(asked.snapshot, place, { question, answer }),
    );
  });
  connection.onRequest(
    CORRECT,
    guarded(log, CORRECT, async (params: unknown, cancelled) => {
      // In `fihris.yaml` a correction can be taken back at its line.
      const inSettings = await questions.ofSettings(uriIn(params), (root) => {
        const all = correctionOnLine(root.corpus.snapshot, positionIn(params).line, messages());
        return answerWith(root, changeOf(all.find((offer) => offerKey(offer) === field(params, 'offer'))));
      });
      return (await inSettings) ?? unwrapped(await correct(params, cancelled));
    }),
  );
}

function placeIn({ article }: Asked, offset: number, params: unknown): Place {
  const entity = field(params, 'entity');
  return { path: article.path, offset, about: typeof entity === 'string' ? entity : null };
}

function changeOf(offer: Offer | undefined): Change | null {
  return offer === undefined || 'asks' in offer.does ? null : offer.does;
}

function diagnosticsIn(params: unknown): readonly Diagnostic[] {
  const given = field(field(params, 'context'), 'diagnostics');
  return Array.isArray(given) ? given.filter(hasRange) : [];
}

/** Clients send diagnostics back as they had them; the protocol's types promise it. */
function hasRange(diagnostic: unknown): diagnostic is Diagnostic {
  return typeof field(field(field(diagnostic, 'range'), 'start'), 'line') === 'number';
}

function unwrapped<Value>(value: Value | ResponseError): Value {
  if (value instanceof ResponseError) throw value;
  return value;
}
