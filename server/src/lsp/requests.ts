/**
 * Custom requests and notifications between the editor client and the language server: names and plain shapes, no imports,
 * so that client and server share this one file.
 */

/** Zero-based, UTF-16 code units: LSP's Range. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

/** `initializationOptions` of the client. All optional: any LSP client works without. */
export interface InitializationOptions {
  /** The client renders `<div align>` and runs the client command `fihris.open` from Markdown links. */
  readonly richCards?: boolean;
  /** The client draws marks itself (request `fihris/marks`); the server then offers no semantic tokens. */
  readonly ownMarks?: boolean;
  /** Settings `fihris.*` at start. */
  readonly settings?: Partial<Settings>;
}

export interface Settings {
  /** Globs relative to each folder. */
  readonly include: readonly string[];
  /** Card language. */
  readonly language: 'auto' | 'ar' | 'en';
  /** Cards show only what articles up to the date of the open one establish. */
  readonly upToArticleDate: boolean;
  /** What articles say against each other is shown in the open ones. */
  readonly contradictions: boolean;
}

/** Request, no parameters → Status. */
export const STATUS = 'fihris/status';
/** Notification server → client: Status, at most every 100 ms while indexing. */
export const STATUS_CHANGED = 'fihris/statusChanged';

export interface Status {
  readonly state: 'indexing' | 'ready';
  /** Articles indexed, in all folders. */
  readonly articles: number;
  /** Articles found so far, in all folders. */
  readonly total: number;
  /** URIs of the workspace folders (or folders in them) that are corpora. */
  readonly corpora: readonly string[];
  /** Files that could not be read as articles, and why, in the client's language. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
}

/** Request { uri } → Mark[] | null (null: not an article). */
export const MARKS = 'fihris/marks';

export interface Mark {
  readonly range: WireRange;
  readonly kind: 'person' | 'office' | 'organization' | 'place' | 'agreement' | 'date';
  readonly resolved: boolean;
}

/** Notification server → client after each new snapshot: marks, trees and cards may have changed. { uris }: open articles changed. */
export const CHANGED = 'fihris/changed';

export interface Changed {
  readonly version: number;
}

/** Request { uri } → ArticleInfo | null (null: no article). */
export const ARTICLE = 'fihris/article';

export interface ArticleInfo {
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly date: string | null;
  /** Encoding as VS Code names it: `utf8`, `utf16le`, `utf16be`, `windows1256`. */
  readonly encoding: string;
}

/** Request, no parameters → AgreementNode[], by date. The client groups them. */
export const AGREEMENTS = 'fihris/agreements';

export interface AgreementNode {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly date: string | null;
  readonly place: string | null;
  /** Arabic names. */
  readonly parties: readonly string[];
  readonly signatories: readonly {
    readonly name: string;
    readonly capacity: string | null;
    readonly location: WireLocation;
  }[];
  readonly related: readonly { readonly id: string; readonly title: string; readonly location: WireLocation }[];
  /** Where it is introduced. */
  readonly location: WireLocation;
  readonly articles: readonly AgreementArticle[];
}

export interface AgreementArticle {
  readonly uri: string;
  readonly title: string;
  readonly date: string | null;
  readonly mentions: readonly { readonly location: WireLocation; readonly text: string; readonly sentence: string }[];
}

/**
 * Client command run by links in cards: `command:fihris.open?[{"uri":…,"range":…}]` with one WireLocation as argument.
 * The client checks that the URI is a file of the workspace before it opens it.
 */
export const OPEN_COMMAND = 'fihris.open';
