/** What the client on the other side can do, read once from `initialize`. */

import { type Language, languageFor } from '../features/language.ts';
import { type InitializeParams, MarkupKind } from './protocol.ts';
import type { InitializationOptions, Settings } from './requests.ts';

export interface ClientFeatures {
  /** BCP 47, as the client says; undefined where it does not. */
  readonly locale: string | undefined;
  /** The language for messages that are not cards. */
  readonly language: Language;
  readonly markdown: boolean;
  readonly richCards: boolean;
  readonly ownMarks: boolean;
  readonly turnsLines: boolean;
  readonly showsArticles: boolean;
  readonly showsPictures: boolean;
  readonly asksForCorrections: boolean;
  /** Folders that are on no disk of this machine. */
  readonly readsFolders: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly changeAnnotations: boolean;
  /** Completion may be registered for the files that have it. */
  readonly completionRegistered: boolean;
  /** What is completed may have places to fill in. */
  readonly snippets: boolean;
  readonly definitionLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly workDoneProgress: boolean;
  readonly configuration: boolean;
  readonly watchedFiles: boolean;
  readonly relativeGlobs: boolean;
  readonly semanticTokensRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  readonly codeLensRefresh: boolean;
  /** The range of a workspace symbol may be asked for when it is needed. */
  readonly symbolsResolved: boolean;
  readonly workspaceFolders: boolean;
  /** Where to keep what is read, by a path of the system; null: nowhere; undefined: the client does not say. */
  readonly storage: string | null | undefined;
  /** A prebuilt index, by a path of the system; null where there is none. */
  readonly index: string | null;
  /** The folder of a transformer, by a path of the system; null where the built-in tagger reads. */
  readonly taggerModel: string | null;
  /** Settings sent with `initialize`; null where none were. */
  readonly settings: Partial<Settings> | null;
}

export function clientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument, window } = params.capabilities ?? {};
  const options = initializationOptions(params.initializationOptions);
  return {
    locale: params.locale,
    language: languageFor('auto', params.locale),
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    richCards: options.richCards === true,
    ownMarks: options.ownMarks === true,
    turnsLines: options.turnsLines === true,
    showsArticles: options.showsArticles === true,
    showsPictures: options.showsPictures === true,
    asksForCorrections: options.asksForCorrections === true,
    readsFolders: options.readsFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    completionRegistered: textDocument?.completion?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    workDoneProgress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeGlobs: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    symbolsResolved: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    storage: typeof options.storage === 'string' || options.storage === null ? options.storage : undefined,
    index: typeof options.index === 'string' && options.index !== '' ? options.index : null,
    taggerModel: typeof options.taggerModel === 'string' && options.taggerModel !== '' ? options.taggerModel : null,
    settings: options.settings ?? null,
  };
}

/** Any client may send anything here; only what has the right shape counts. */
function initializationOptions(value: unknown): InitializationOptions {
  return typeof value === 'object' && value !== null ? (value as InitializationOptions) : {};
}
