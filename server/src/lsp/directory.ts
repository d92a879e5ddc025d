/** People and offices to browse, over all corpora, a page at a time. */

import type { Snapshot } from '../corpus/snapshot.ts';
import {
  about,
  articlesIn,
  findNames,
  type Listed,
  type ListedArticle,
  namesPage,
  peopleIn,
  years,
} from '../features/directory.ts';
import { location } from './answers.ts';
import { field, stringField } from './guard.ts';
import { type Connection, ErrorCodes, ResponseError } from './protocol.ts';
import type { Questions } from './questions.ts';
import { DIRECTORY, type DirectoryEntry, type DirectoryPage } from './requests.ts';
import type { Root } from './roots.ts';
import type { Workspace } from './workspace.ts';

/** Entries of a page, and of an entity's articles. */
const PAGE = 100;
/** Entries for what is typed. */
const FOUND = 50;

const EMPTY: DirectoryEntry = {
  kind: 'letter',
  name: '',
  latin: '',
  detail: '',
  dates: [],
  mentions: 0,
  entity: null,
  location: null,
};

export function listenForDirectory(connection: Connection, questions: Questions, workspace: Workspace): void {
  connection.onRequest(
    DIRECTORY,
    questions.upToDate(DIRECTORY, async (params): Promise<DirectoryPage> => {
      const { roots } = workspace;
      switch (stringField(params, 'list')) {
        case 'letters': {
          const of = kindIn(params);
          const letters = new Set(roots.flatMap(({ corpus }) => corpus.snapshot.resolution.directory.letters(of)));
          return whole([...letters].sort(byCodeUnit).map((name) => ({ ...EMPTY, name })));
        }
        case 'names':
          return names(roots, kindIn(params), stringField(params, 'letter'), afterIn(params));
        case 'years': {
          const all = new Set(roots.flatMap(({ corpus }) => years(corpus.snapshot).map((year) => year ?? '')));
          return whole(
            [...all]
              .sort(byCodeUnit)
              .reverse()
              .map((name) => ({ ...EMPTY, kind: 'year', name })),
          );
        }
        case 'articles':
          return articles(roots, stringField(params, 'year'), Number(afterIn(params) ?? 0));
        case 'people': {
          const found = workspace.locate(stringField(params, 'uri'));
          if (found === null) return whole([]);
          const { snapshot } = found.root.corpus;
          return whole(peopleIn(snapshot, found.path).map((each) => entry(found.root, snapshot, each)));
        }
        case 'about':
          return aboutEntity(workspace, (params as { entity?: unknown }).entity);
        case 'search': {
          const query = stringField(params, 'query');
          await questions.readNaming(roots, query);
          return whole(
            roots
              .flatMap((root) =>
                findNames(root.corpus.snapshot, query, FOUND).map((each) => entry(root, root.corpus.snapshot, each)),
              )
              .slice(0, FOUND),
          );
        }
        default:
          throw new ResponseError(ErrorCodes.InvalidParams, 'list: expected one of the lists of DirectoryQuery');
      }
    }),
  );
}

/** One page of each corpus, put in order, as far as all of them reach. */
function names(roots: readonly Root[], of: 'person' | 'office', letter: string, after: string | null): DirectoryPage {
  const pages = roots.map((root) => ({
    root,
    page: namesPage(root.corpus.snapshot, of, letter, after, PAGE),
  }));
  const ends = pages.flatMap(({ page }) => (page.more ? (page.entries.at(-1)?.position ?? []) : []));
  const end = ends.sort(byCodeUnit)[0] ?? null;
  const entries = pages
    .flatMap(({ root, page }) => page.entries.map((each) => ({ ...each, root })))
    .filter(({ position }) => end === null || position <= end)
    .sort((a, b) => byCodeUnit(a.position, b.position))
    .map((each) => entry(each.root, each.root.corpus.snapshot, each));
  return { entries, next: end };
}

/** The articles of one corpus after those of the other. */
function articles(roots: readonly Root[], year: string, after: number): DirectoryPage {
  const entries: DirectoryEntry[] = [];
  const end = after + PAGE;
  let before = 0;
  for (const root of roots) {
    const { snapshot } = root.corpus;
    const found = articlesIn(snapshot, year || null, Math.max(0, after - before), Math.max(0, end - before));
    entries.push(...found.articles.map((article) => articleEntry(root, snapshot, article)));
    before += found.count;
  }
  return { entries, next: end < before ? String(end) : null };
}

function aboutEntity(workspace: Workspace, entity: unknown): DirectoryPage {
  const root = workspace.locate(stringField(entity, 'uri', 'entity.uri'))?.root;
  const snapshot = root?.corpus.snapshot;
  const found = snapshot === undefined ? null : about(snapshot, stringField(entity, 'id', 'entity.id'));
  if (root === undefined || snapshot === undefined || found === null) return whole([]);
  return whole([
    ...found.related.map((each) => entry(root, snapshot, each)),
    ...found.articles.slice(0, PAGE).map((article) => articleEntry(root, snapshot, article)),
  ]);
}

function entry(
  root: Root,
  snapshot: Snapshot,
  { kind, id, name, latin, detail, attested, target }: Listed,
): DirectoryEntry {
  const at = target === null ? null : location(root, snapshot, target);
  return {
    ...EMPTY,
    kind,
    name,
    latin,
    detail,
    dates: attested ?? [],
    entity: at === null ? null : { uri: at.uri, id },
    location: at,
  };
}

function articleEntry(
  root: Root,
  snapshot: Snapshot,
  { title, date, mentions, target }: ListedArticle,
): DirectoryEntry {
  return {
    ...EMPTY,
    kind: 'article',
    name: title,
    dates: [date],
    mentions,
    location: location(root, snapshot, target),
  };
}

const whole = (entries: readonly DirectoryEntry[]): DirectoryPage => ({ entries, next: null });

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function kindIn(params: unknown): 'person' | 'office' {
  return stringField(params, 'of') === 'office' ? 'office' : 'person';
}

function afterIn(params: unknown): string | null {
  const after = field(params, 'after');
  return typeof after === 'string' ? after : null;
}
