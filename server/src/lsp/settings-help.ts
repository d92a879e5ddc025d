/** Completion and cards in `fihris.yaml`, without another extension. */

import { lineStarts } from '../corpus/article.ts';
import { SETTINGS_FILE } from '../corpus/paths.ts';
import { renderMarkdown } from '../features/card-markdown.ts';
import { renderText } from '../features/card-text.ts';
import { type Suggestion, settingsCard, suggestions } from '../features/settings-help.ts';
import { linkOf } from './answers.ts';
import type { ClientFeatures } from './client-features.ts';
import { offsetAt, rangeOf, withoutIcons } from './convert.ts';
import type { Documents } from './documents.ts';
import { describe, guarded, positionIn, uriIn } from './guard.ts';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionRequest,
  type Connection,
  type Hover,
  InsertTextFormat,
  MarkupKind,
  type ServerCapabilities,
} from './protocol.ts';
import type { Questions } from './questions.ts';

/** What may go on behind these can be told without a letter of it. */
const TRIGGERS = ['[', '{', ',', ':', ' '];

const KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  person: CompletionItemKind.Class,
  office: CompletionItemKind.Interface,
  organization: CompletionItemKind.Module,
  place: CompletionItemKind.Field,
  agreement: CompletionItemKind.Event,
  article: CompletionItemKind.File,
  words: CompletionItemKind.Text,
};

/** Where the client cannot be told for which files: all that it has open are asked about, and articles have no completions. */
export const settingsHelpCapabilities = ({ completionRegistered }: ClientFeatures): ServerCapabilities =>
  completionRegistered ? {} : { completionProvider: { triggerCharacters: TRIGGERS } };

export function registerCompletion(connection: Connection, { completionRegistered }: ClientFeatures): void {
  if (!completionRegistered) return;
  connection.client
    .register(CompletionRequest.type, {
      documentSelector: [{ scheme: 'file', pattern: `**/${SETTINGS_FILE}` }],
      triggerCharacters: TRIGGERS,
    })
    .catch((error) => connection.console.warn(`no completion in ${SETTINGS_FILE}: ${describe(error)}`));
}

export function listenForSettingsHelp(
  connection: Connection,
  questions: Questions,
  documents: Documents,
  hoverInArticle: (params: unknown, cancelled?: never) => Promise<unknown>,
): void {
  const log = connection.console;
  connection.onCompletion(
    guarded(log, 'textDocument/completion', async (params: unknown): Promise<CompletionList | null> => {
      const uri = uriIn(params);
      const position = positionIn(params);
      return questions.ofSettings(uri, (root) => {
        const { snapshot } = root.corpus;
        const text = documents.find((each) => each === uri)?.text ?? snapshot.settings.text;
        const lines = { text, lineStarts: lineStarts(text) };
        const offset = offsetAt(lines, position);
        const items = suggestions(snapshot, text, offset, questions.language).map(
          (each, index): CompletionItem => ({
            label: withoutIcons(each.label),
            kind: KINDS[each.kind],
            detail: withoutIcons(each.detail),
            // A name that was typed in Latin letters is found by the server, in its order.
            filterText: text.slice(each.span.start, each.span.end) || each.label,
            sortText: String(index).padStart(4, '0'),
            insertTextFormat: InsertTextFormat[questions.features.snippets ? 'Snippet' : 'PlainText'],
            textEdit: {
              range: rangeOf(lines, each.span),
              newText: questions.features.snippets ? snippet(each) : each.newText.replace(/\$\d/g, ''),
            },
          }),
        );
        return { isIncomplete: true, items };
      });
    }),
  );
  connection.onHover(
    guarded(log, 'textDocument/hover', async (params: unknown, cancelled): Promise<Hover | null> => {
      const position = positionIn(params);
      const inSettings = await questions.ofSettings(uriIn(params), (root) => {
        const { snapshot } = root.corpus;
        const found = settingsCard(snapshot, offsetAt(snapshot.settings, position), questions.language);
        if (found === null) return { hover: null };
        const range = rangeOf(snapshot.settings, found.span);
        const { markdown, rich } = questions.cardStyle;
        if (!markdown)
          return { hover: { contents: { kind: MarkupKind.PlainText, value: renderText(found.card) }, range } };
        const value = renderMarkdown(found.card, { rich, href: linkOf(root, snapshot, rich) });
        return { hover: { contents: { kind: MarkupKind.Markdown, value }, range } };
      });
      return inSettings === null
        ? ((await hoverInArticle(params, cancelled as never)) as Hover | null)
        : inSettings.hover;
    }),
  );
}

/** Places to fill in stay; a dollar sign or a brace of a name is one. */
function snippet({ kind, newText }: Suggestion): string {
  return kind === 'key' || newText.startsWith('{ in: $1') ? newText : newText.replace(/[\\$}]/g, '\\$&');
}
