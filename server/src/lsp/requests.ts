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
  /**
   * The client lays right-to-left lines out from right to left and drops hints on all others; only then are there any. In a line that
   * is laid out left to right a hint would put the Arabic words around it in the wrong order.
   */
  readonly turnsLines?: boolean;
  /** The client has the command `fihris.showArticles`, which a code lens runs. */
  readonly showsArticles?: boolean;
  /** The client shows pictures of a corpus (`fihris/timeline`, `fihris/network`); what they need is then gathered before it is asked for. */
  readonly showsPictures?: boolean;
  /** The client has the command `fihris.correct`, which asks the reader what a correction needs. */
  readonly asksForCorrections?: boolean;
  /** The client answers `fihris/folderFiles`, `fihris/fileBytes` and `fihris/fileKind` about folders whose URIs are no files'. */
  readonly readsFolders?: boolean;
  /**
   * Path of a folder of the system for what the server keeps between sessions; null: nothing is kept. Left out, it is the user's cache
   * folder, as the system has one.
   */
  readonly storage?: string | null;
  /** Path of the system of an index that `fihris resolve` wrote for the folder that is open. */
  readonly index?: string;
  /** Path of the system of a folder with an ONNX token-classification model, by which names are read. */
  readonly taggerModel?: string;
  /** Settings `fihris.*` at start. */
  readonly settings?: Partial<Settings>;
}

export interface Settings {
  /** Globs relative to each folder. */
  readonly include: readonly string[];
  /** Card language. */
  readonly language: 'auto' | 'ar' | 'en';
  /** Inlay hints after names without an office and offices without a name. */
  readonly inlayHints: boolean;
  /** A line over an article's title that leads to others on the same events. */
  readonly codeLens: boolean;
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
  /** Its states over time; `article` is the title of the article that attests one, `sentence` what it says. */
  readonly states: readonly {
    readonly state: string;
    readonly date: string | null;
    readonly article: string;
    readonly sentence: string;
    readonly location: WireLocation;
  }[];
  /** Ids of what it is about: `defence`, `trade`, … */
  readonly subjects: readonly string[];
  /** `relation`: `follows`, `implements` or `amends`. */
  readonly related: readonly {
    readonly id: string;
    readonly title: string;
    readonly relation: string;
    readonly location: WireLocation;
  }[];
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
 * Corrections. A place is { uri, position } of an article, and `entity` (an id) where not what is mentioned there is to be corrected but
 * the row of a tree that the place belongs to.
 */

/** Request { uri, position, entity? } → CorrectionOffer[]: what may be corrected at a place; also that an earlier correction goes. */
export const CORRECTIONS = 'fihris/corrections';

export interface CorrectionOffer {
  readonly title: string;
  /** What has to be asked of the reader first; null where the offer is all. */
  readonly asks: CorrectionQuestion | null;
  /** Names the offer for CORRECT. */
  readonly offer: string;
}

export type CorrectionQuestion = 'same' | 'different' | 'rename' | 'office' | 'date' | 'article-date';

/** Request { uri, position, entity?, question, query } → CorrectionChoice[]: what `same` or `different` may be answered by. */
export const CORRECTION_CHOICES = 'fihris/correctionChoices';

export interface CorrectionChoice {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the name. */
  readonly detail: string;
}

/**
 * Request { uri, position, entity? } with { offer } or { question, answer } → CorrectionAnswer: the edit of `fihris.yaml`, made of its
 * text as it is at this moment, or why there is none, in the client's language. The server itself writes nothing.
 */
export const CORRECT = 'fihris/correct';

export interface CorrectionAnswer {
  /** A WorkspaceEdit of the protocol; of a document that is open it says the version that it was made of. */
  readonly edit?: unknown;
  readonly problem?: string;
}

/**
 * Client command: corrects what is mentioned at a place. Arguments: a WireLocation, or a row of a tree that has one; and optionally a
 * CorrectionCommand, without which the reader chooses what to correct.
 */
export const CORRECT_COMMAND = 'fihris.correct';

export interface CorrectionCommand {
  readonly entity?: string;
  readonly question?: CorrectionQuestion;
  readonly offer?: string;
}

/**
 * Client command run by links in cards: `command:fihris.open?[{"uri":…,"range":…}]` with one WireLocation as argument.
 * The client checks that the URI is a file of the workspace before it opens it.
 */
export const OPEN_COMMAND = 'fihris.open';

/**
 * Pages that the client sets itself: the reading view, the concordance, the dossier. Offsets are UTF-16 code units of the article's
 * text as the client has it open, or as it stands in the file.
 */

/** Request { uri } → Reading | null (null: not an article). */
export const READING = 'fihris/reading';

export interface Reading {
  /** Length of the text that all offsets are of. */
  readonly length: number;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  /** `value` as in ISO 8601, `words` in the language of cards; `inferred`: the text does not state it. */
  readonly date: { readonly value: string; readonly words: string; readonly inferred: boolean } | null;
  readonly source: string | null;
  readonly place: string | null;
  /** Every line that holds a word, in text order. `apart`: lines of the date or the source, and a second copy of the title. */
  readonly parts: readonly {
    readonly kind: 'title' | 'paragraph' | 'furniture' | 'apart';
    readonly start: number;
    readonly end: number;
  }[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  /** In text order, disjoint. `entity`: index into `entities`; null for dates and for mentions of which it is open whom they mean. */
  readonly marks: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: Mark['kind'];
    readonly resolved: boolean;
    readonly entity: number | null;
  }[];
  readonly entities: readonly EntityLabel[];
}

export interface EntityLabel {
  readonly id: string;
  readonly kind: Exclude<Mark['kind'], 'date'>;
  readonly name: string;
}

/** Request { uri, offset } → CardAnswer | null (null: nothing to be said there). */
export const CARD = 'fihris/card';

export interface CardAnswer {
  readonly card: WireCard;
  /** Whom the card is about; null for a date and for an open mention. */
  readonly entity: EntityLabel | null;
}

/** A card as plain data: nothing in it is markup. */
export interface WireCard {
  readonly kind: Mark['kind'];
  readonly language: 'ar' | 'en';
  readonly title: WirePiece;
  readonly subtitle: readonly WirePiece[];
  readonly sections: readonly {
    readonly heading: readonly WirePiece[] | null;
    readonly rows: readonly WireRow[];
    readonly more?: string;
  }[];
}

export interface WireRow {
  readonly pieces: readonly WirePiece[];
  readonly quote?: WireQuote;
}

export interface WirePiece {
  readonly text: string;
  /** Comes out of an article: to be isolated. */
  readonly quoted?: boolean;
  readonly weight?: 'strong' | 'emphasis';
  readonly location?: WireLocation;
}

export interface WireQuote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/**
 * Request { uri, entity, offset, towards: 'next' | 'previous', elsewhere: boolean } → WireLocation | null: the entity's mention after
 * or before the offset, in this article and then in the next one by date; with `elsewhere` in the next one at once. Null at the end.
 */
export const STEP = 'fihris/step';

/** Request { uri, entity } → Concordance | null (null: no such article, or the corpus knows the entity no longer). */
export const CONCORDANCE = 'fihris/concordance';

export interface Concordance {
  readonly entity: EntityLabel;
  /** All mentions; `lines` may be the first so many. */
  readonly total: number;
  readonly articles: readonly {
    readonly uri: string;
    readonly title: string;
    readonly date: string | null;
    readonly source: string | null;
  }[];
  /** By date of the article, then in text order. `article`: index into `articles`. */
  readonly lines: readonly (WireQuote & {
    readonly article: number;
    readonly range: WireRange;
    readonly form: 'name' | 'short' | 'office' | 'description';
  })[];
}

/** Request { uri, entity } → Dossier | null, as for the concordance. */
export const DOSSIER = 'fihris/dossier';

export interface Dossier {
  readonly entity: EntityLabel;
  readonly language: 'ar' | 'en';
  readonly title: WirePiece;
  readonly subtitle: readonly WirePiece[];
  readonly summary: readonly WireRow[];
  /** By date, those without a year last. */
  readonly statements: readonly (DossierPlace & {
    readonly kind:
      | 'office'
      | 'rank'
      | 'signature'
      | 'state'
      | 'relation'
      | 'mention'
      | 'meeting'
      | 'visit'
      | 'reception'
      | 'call'
      | 'signing';
    /** As `dateWords`, in `language`. */
    readonly kindWords: string;
    readonly date: string | null;
    readonly dateWords: string;
    /** No text states the date; `dateWords` says so. */
    readonly inferred: boolean;
    readonly claim: readonly WirePiece[];
    /** Other articles that tell the same. */
    readonly also: readonly WirePiece[];
  })[];
  /** All statements; `statements` may be the first so many. */
  readonly total: number;
  /** What articles say against each other, with every place; `label` is '' of the first, which the others contradict. */
  readonly contradictions: readonly {
    readonly message: string;
    readonly places: readonly (DossierPlace & { readonly label: string })[];
  }[];
  /** Where not all contradictions were looked for, or not all are here. */
  readonly contradictionsNote: string | null;
  readonly headings: { readonly undated: string; readonly contradictions: string };
}

export interface DossierPlace {
  readonly quote: WireQuote;
  readonly location: WireLocation;
  readonly article: readonly WirePiece[];
}

/**
 * Pictures of a corpus or of one entity. `uri` is that of an article or of the folder of a corpus; `entity` an id, or null for all of the
 * corpus. Days are ISO 8601, included, null where there is no bound. Null: no such corpus, or it knows the entity no longer.
 */
interface PictureQuery {
  readonly uri: string;
  readonly entity: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Request TimelineQuery → Timeline | null: what the days asked for hold, counted where it is much. */
export const TIMELINE = 'fihris/timeline';

export type TimelineKind = 'article' | 'meeting' | 'visit' | 'call' | 'agreement' | 'tenure';

export interface TimelineQuery extends PictureQuery {
  readonly kinds: readonly TimelineKind[];
  readonly unit: 'year' | 'month' | 'day';
}

export interface Timeline {
  readonly entity: EntityLabel | null;
  /** That of cards. */
  readonly language: 'ar' | 'en';
  /** First and last day of anything; null where nothing is dated. */
  readonly extent: { readonly from: string; readonly to: string } | null;
  /** Of articles alone. */
  readonly articles: { readonly from: string; readonly to: string } | null;
  readonly lanes: readonly {
    readonly kind: TimelineKind;
    /** With a date, in all, and in the days asked for: marks, or of agreements and tenures rows. */
    readonly total: number;
    readonly within: number;
    readonly marks: readonly TimelineMark[];
    readonly counts: readonly { readonly date: string; readonly count: number }[];
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly detail: string;
      readonly location: WireLocation;
      readonly marks: readonly TimelineMark[];
    }[];
  }[];
  /** The first so many of `undatedTotal`. */
  readonly undated: readonly TimelineMark[];
  readonly undatedTotal: number;
}

export interface TimelineMark {
  readonly id: string;
  /** `article`, a kind of event, a state of an agreement, or `held` and `former` of a tenure. */
  readonly kind:
    | 'article'
    | 'meeting'
    | 'visit'
    | 'reception'
    | 'call'
    | 'planned'
    | 'negotiated'
    | 'signed'
    | 'in force'
    | 'announced'
    | 'ended'
    | 'held'
    | 'former';
  /** As far as it is known. */
  readonly date: string | null;
  /** Nothing states the day: it is the article's, or inferred. */
  readonly inferred: boolean;
  readonly modality: 'happened' | 'planned' | 'denied';
  readonly label: string;
  readonly location: WireLocation;
}

/** Request NetworkQuery → Network | null: the strongest ties of a corpus, or an entity with its neighbours. */
export const NETWORK = 'fihris/network';

export type NodeKind = 'person' | 'office' | 'organization';
/** By shared articles, by meetings, visits and calls, by what both signed, by an office that one holds. */
export type TieKind = 'article' | 'meeting' | 'signature' | 'tenure';

export interface NetworkQuery extends PictureQuery {
  readonly nodes: readonly NodeKind[];
  readonly ties: readonly TieKind[];
}

export interface Network {
  readonly entity: EntityLabel | null;
  readonly language: 'ar' | 'en';
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: NodeKind;
    readonly name: string;
    readonly articles: number;
    readonly location: WireLocation | null;
  }[];
  /** Strongest first; of those by shared articles each name's strongest. `a`, `b`: indexes into `nodes`. */
  readonly ties: readonly {
    readonly a: number;
    readonly b: number;
    readonly kind: TieKind;
    readonly strength: number;
  }[];
  /** Of which those are the strongest. */
  readonly nodesTotal: number;
  readonly tiesTotal: number;
  readonly years: readonly string[];
}

/** Request EvidenceQuery → Evidence | null: what shows a tie; with `other` null, where the entity is mentioned. */
export const EVIDENCE = 'fihris/evidence';

export interface EvidenceQuery extends PictureQuery {
  readonly entity: string;
  readonly other: string | null;
  readonly tie: TieKind;
}

export interface Evidence {
  /** By date; the first so many of `total`. */
  readonly statements: readonly {
    readonly date: string | null;
    readonly dateWords: string;
    readonly quote: WireQuote;
    readonly location: WireLocation;
    /** Its title. */
    readonly article: string;
  }[];
  readonly total: number;
}

/** Client command run by a code lens: SHOW_ARTICLES(uri, position, WireLocation[]) shows the places in a peek view. */
export const SHOW_ARTICLES = 'fihris.showArticles';

/** A person, office or other entity of a corpus, as the client passes it on. Stays the same from one snapshot to the next. */
export interface EntityReference {
  /** URI of an article of the corpus, to tell corpora apart. */
  readonly uri: string;
  readonly id: string;
}

/** Request DirectoryQuery → DirectoryPage: people and offices to browse, a page at a time. */
export const DIRECTORY = 'fihris/directory';

export type DirectoryQuery =
  /** First letters of names. */
  | { readonly list: 'letters'; readonly of: 'person' | 'office' }
  /** Names that begin with a letter, behind a position. */
  | { readonly list: 'names'; readonly of: 'person' | 'office'; readonly letter: string; readonly after: string | null }
  /** Years of articles; then the articles of one ('' for those without a year). */
  | { readonly list: 'years' }
  | { readonly list: 'articles'; readonly year: string; readonly after: string | null }
  /** The people of an article. */
  | { readonly list: 'people'; readonly uri: string }
  /** The offices of a person or the holders of an office, then the articles that speak of either. */
  | { readonly list: 'about'; readonly entity: EntityReference }
  /** People and offices by what is typed, in Arabic or Latin letters. */
  | { readonly list: 'search'; readonly query: string };

export interface DirectoryPage {
  readonly entries: readonly DirectoryEntry[];
  /** `after` for the next page; null where this is the last. */
  readonly next: string | null;
}

export interface DirectoryEntry {
  readonly kind: 'letter' | 'year' | 'person' | 'office' | 'article';
  readonly name: string;
  /** Of a person the Latin name, else ''. */
  readonly latin: string;
  /** Of a person the latest office, else ''. */
  readonly detail: string;
  /** Of an article its date; of an office held, or its holder, the first and last attestation. ISO 8601; null where unknown. */
  readonly dates: readonly (string | null)[];
  /** Of an article: mentions in it of what was asked about. */
  readonly mentions: number;
  /** Null but for people and offices. */
  readonly entity: EntityReference | null;
  /** Null for letters and years. */
  readonly location: WireLocation | null;
}

/** Asked of the client, of a folder that is on no disk of this machine: `{ uri }` of the folder, answered with FolderFiles. */
export const FOLDER_FILES = 'fihris/folderFiles';

export interface FolderFiles {
  /** Relative to the folder, with `/`; without those of hidden folders. */
  readonly paths: readonly string[];
}

/** Asked of the client: `{ uri, limit }`, answered with FileBytes. */
export const FILE_BYTES = 'fihris/fileBytes';

/** The whole file, or why not. Sizes are bytes. */
export type FileBytes =
  | { readonly base64: string }
  | {
      readonly problem:
        | { readonly code: 'gone' }
        | { readonly code: 'denied' }
        | { readonly code: 'not-a-file' }
        | { readonly code: 'too-large'; readonly size: number; readonly limit: number }
        | { readonly code: 'system'; readonly error: string };
    };

/** Asked of the client: `{ uri }`, answered with `file`, `folder`, or null where there is nothing. */
export const FILE_KIND = 'fihris/fileKind';
