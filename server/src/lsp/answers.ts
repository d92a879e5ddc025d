/** Answers of features, in the shapes of the protocol. Each takes what was asked about, a root and one snapshot of its corpus. */

import { SETTINGS_FILE } from '../corpus/paths.ts';
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import { agreements } from '../features/agreements.ts';
import { type CardOptions, cardAt } from '../features/card.ts';
import { renderMarkdown } from '../features/card-markdown.ts';
import { renderText } from '../features/card-text.ts';
import { type Definition, definition } from '../features/definition.ts';
import { highlights } from '../features/highlights.ts';
import type { Language } from '../features/language.ts';
import { marks } from '../features/marks.ts';
import { type OutlineNode, outline } from '../features/outline.ts';
import { displayable, shortened } from '../features/pieces.ts';
import { references } from '../features/references.ts';
import type { Target } from '../features/target.ts';
import { rangeOf, symbolKind, withoutIcons } from './convert.ts';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  MarkupKind,
  type SymbolInformation,
} from './protocol.ts';
import { type AgreementNode, type ArticleInfo, type Mark, OPEN_COMMAND, type WireLocation } from './requests.ts';
import type { Root } from './roots.ts';

/** An article that was asked about, in the snapshot that answers. */
export interface Asked {
  readonly root: Root;
  readonly snapshot: Snapshot;
  readonly article: Article;
}

const TITLE_LIMIT = 160;

/** How the client shows cards. */
export interface CardStyle {
  readonly language: Language;
  readonly markdown: boolean;
  readonly rich: boolean;
  /** Only what is established up to the date of the article. */
  readonly upToArticleDate: boolean;
}

export function hover({ root, snapshot, article }: Asked, offset: number, style: CardStyle): Hover | null {
  const found = cardAt(snapshot, article.path, offset, style.language, cardOptions(root, style));
  if (found === null) return null;
  const range = rangeOf(article, found.span);
  if (!style.markdown) return { contents: { kind: MarkupKind.PlainText, value: renderText(found.card) }, range };
  const href = linkOf(root, snapshot, style.rich);
  return {
    contents: { kind: MarkupKind.Markdown, value: renderMarkdown(found.card, { rich: style.rich, href }) },
    range,
  };
}

export const cardOptions = ({ corpus }: Root, { upToArticleDate }: CardStyle): CardOptions => ({
  upToArticleDate,
  stillReading: corpus.stillReading,
});

/** How a card leads to a place of the corpus. */
export function linkOf(root: Root, snapshot: Snapshot, rich: boolean): (target: Target) => string {
  return (target) => (rich ? commandLink : fileLink)(location(root, snapshot, target));
}

/** `command:fihris.open?[…]`: the client goes there. Built-in commands of VS Code would want real Location objects. */
function commandLink(location: WireLocation): string {
  return `command:${OPEN_COMMAND}?${encodeURIComponent(JSON.stringify([location]))}`;
}

/** The line as fragment, counted from one, as editors and code hosts read it. */
function fileLink({ uri, range }: WireLocation): string {
  return `${uri}#L${range.start.line + 1}`;
}

export function definitions(
  { root, snapshot, article }: Asked,
  offset: number,
  links: boolean,
): LocationLink[] | Location[] | null {
  return definitionLinks({ root, snapshot, article }, definition(snapshot, article.path, offset), links);
}

/** With `links` for a client that shows where a link begins and what is around its end. */
export function definitionLinks(
  { root, snapshot, article }: Asked,
  found: Definition | null,
  links: boolean,
): LocationLink[] | Location[] | null {
  if (found === null) return null;
  if (!links) return found.targets.map((target) => location(root, snapshot, target));
  return found.targets.map((target) => {
    const { uri, range } = location(root, snapshot, target);
    return {
      originSelectionRange: rangeOf(article, found.origin),
      targetUri: uri,
      targetRange: location(root, snapshot, { ...target, span: target.around }).range,
      targetSelectionRange: range,
    };
  });
}

export function referencesTo(
  { root, snapshot, article }: Asked,
  offset: number,
  includeDeclaration: boolean,
): Location[] | null {
  const found = references(snapshot, article.path, offset, { includeDeclaration });
  return found?.map((target) => location(root, snapshot, target)) ?? null;
}

export function documentHighlights({ snapshot, article }: Asked, offset: number): DocumentHighlight[] | null {
  const found = highlights(snapshot, article.path, offset);
  return found?.map((span) => ({ range: rangeOf(article, span), kind: DocumentHighlightKind.Text })) ?? null;
}

/** Nested where the client can show that, else a plain list. */
export function documentSymbols(
  { root, snapshot, article }: Asked,
  language: Language,
  hierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const nodes = outline(snapshot, article.path, language) ?? [];
  const nested = ({ kind, name, detail, span, selection, children }: OutlineNode): DocumentSymbol => ({
    name: withoutIcons(name),
    detail,
    kind: symbolKind(kind),
    range: rangeOf(article, span),
    selectionRange: rangeOf(article, selection),
    children: children.map(nested),
  });
  if (hierarchical) return nodes.map(nested);
  const uri = root.uriOf(article.path);
  const flat = (node: OutlineNode, group?: string): SymbolInformation[] => {
    if (node.kind === 'group') return node.children.flatMap((child) => flat(child, node.name));
    const at = { uri, range: rangeOf(article, node.selection) };
    return [
      {
        name: withoutIcons(node.name),
        kind: symbolKind(node.kind),
        location: at,
        ...(group !== undefined && { containerName: group }),
      },
    ];
  };
  return nodes.flatMap((node) => flat(node));
}

export function marksOf({ snapshot, article }: Asked): Mark[] {
  return marks(snapshot, article.path).map((mark) => ({
    range: rangeOf(article, mark),
    kind: mark.kind,
    resolved: mark.resolved,
  }));
}

export function articleInfo({ article }: Asked): ArticleInfo {
  return {
    direction: article.facts.direction,
    title: shortened(displayable(article.title), TITLE_LIMIT),
    date: article.date?.value ?? null,
    encoding: article.encoding,
  };
}

/** `idPrefix` keeps the ids of several corpora apart. */
export function agreementNodes(root: Root, idPrefix: string): AgreementNode[] {
  const { snapshot } = root.corpus;
  return agreements(snapshot).map((agreement) => ({
    id: idPrefix + agreement.id,
    title: agreement.title,
    type: agreement.type,
    status: agreement.status,
    date: agreement.date,
    place: agreement.place,
    parties: agreement.parties,
    signatories: agreement.signatories.map(({ name, capacity, target }) => ({
      name,
      capacity,
      location: location(root, snapshot, target),
    })),
    states: agreement.states.map(({ state, date, article, sentence, target }) => ({
      state,
      date,
      article,
      sentence,
      location: location(root, snapshot, target),
    })),
    subjects: agreement.subjects,
    related: agreement.related.map(({ id, title, relation, target }) => ({
      id: idPrefix + id,
      title,
      relation,
      location: location(root, snapshot, target),
    })),
    location: location(root, snapshot, agreement.target),
    articles: agreement.articles.map(({ path, title, date, mentions }) => ({
      uri: root.uriOf(path),
      title,
      date,
      mentions: mentions.map(({ target, text, sentence }) => ({
        location: location(root, snapshot, target),
        text,
        sentence,
      })),
    })),
  }));
}

/** A target as the wire names it; the beginning of the file where its article is gone. */
export function location(root: Root, snapshot: Snapshot, { article: path, span }: Target): WireLocation & Location {
  const article = path === SETTINGS_FILE ? snapshot.settings : snapshot.articles.get(path);
  const start = { line: 0, character: 0 };
  return { uri: root.uriOf(path), range: article === undefined ? { start, end: start } : rangeOf(article, span) };
}
