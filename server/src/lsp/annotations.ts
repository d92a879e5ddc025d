/** What an editor writes between the lines of an article: inlay hints and the code lens over its title. */

import { hints } from '../features/hints.ts';
import { messagesFor } from '../features/messages/messages.ts';
import { headOf, sameEvents } from '../features/same-events.ts';
import type { Span } from '../text/span.ts';
import { type Asked, location } from './answers.ts';
import type { ClientFeatures } from './client-features.ts';
import { offsetAt, positionAt, rangeOf } from './convert.ts';
import { describe } from './guard.ts';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type InlayHint,
  InlayHintRefreshRequest,
} from './protocol.ts';
import type { Questions } from './questions.ts';
import { SHOW_ARTICLES } from './requests.ts';

export const annotationCapabilities = ({ turnsLines, showsArticles }: ClientFeatures) => ({
  ...(turnsLines && { inlayHintProvider: true }),
  ...(showsArticles && { codeLensProvider: {} }),
});

export function listenForAnnotations(connection: Connection, questions: Questions): void {
  connection.languages.inlayHint.on(
    questions.about('textDocument/inlayHint', (asked, params) =>
      questions.settings.inlayHints ? inlayHints(asked, spanIn(asked, params)) : [],
    ),
  );
  connection.onCodeLens(
    questions.about('textDocument/codeLens', (asked) =>
      questions.settings.codeLens ? titleLens(asked, messagesFor(questions.language).sameEvents) : [],
    ),
  );
}

/** Asks the client to draw them anew: articles or settings have changed. */
export function refreshAnnotations(connection: Connection, features: ClientFeatures): void {
  const onError = (error: unknown) => connection.console.warn(describe(error));
  if (features.turnsLines && features.inlayHintRefresh)
    connection.sendRequest(InlayHintRefreshRequest.type).catch(onError);
  if (features.showsArticles && features.codeLensRefresh)
    connection.sendRequest(CodeLensRefreshRequest.type).catch(onError);
}

function inlayHints({ root, snapshot, article }: Asked, within: Span): InlayHint[] {
  return hints(snapshot, article.path, within).map(({ at, text, target }) => ({
    position: positionAt(article, at),
    // A space of its own: for `paddingLeft` VS Code puts an empty piece before the hint, and then draws no mark that ends there.
    label: [{ value: ` ${text}`, ...(target !== null && { location: location(root, snapshot, target) }) }],
  }));
}

function titleLens({ root, snapshot, article }: Asked, title: (count: number) => string): CodeLens[] {
  const others = sameEvents(snapshot, article.path);
  if (others.length === 0) return [];
  const range = rangeOf(article, headOf(article).span);
  const places = others.map((other) => location(root, snapshot, headOf(other)));
  return [
    {
      range,
      command: {
        command: SHOW_ARTICLES,
        title: article.facts.direction === 'rtl' ? clearOfScrollBar(title(others.length)) : title(others.length),
        arguments: [root.uriOf(article.path), range.start, places],
      },
    },
  ];
}

/**
 * VS Code puts a lens over the first letter of its line, which in a turned line is at the right, and there its end is under the scroll
 * bar. It trims white space, so a mark without width closes it.
 */
const clearOfScrollBar = (title: string): string => `${title}${'\u00A0'.repeat(5)}\u200E`;

/** The range of the request; all of the text where it has none. */
function spanIn({ article }: Asked, params: unknown): Span {
  const { range } = params as { range?: Parameters<typeof isRange>[0] };
  return isRange(range)
    ? { start: offsetAt(article, range.start), end: offsetAt(article, range.end) }
    : { start: 0, end: article.length };
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function isRange(range: unknown): range is Range {
  const isPosition = (position: unknown) =>
    typeof (position as Range['start'] | undefined)?.line === 'number' &&
    typeof (position as Range['start'] | undefined)?.character === 'number';
  return isPosition((range as Range | undefined)?.start) && isPosition((range as Range | undefined)?.end);
}
