import {
  commands,
  Disposable,
  EventEmitter,
  env,
  l10n,
  type Memento,
  type QuickPickItem,
  TabInputCustom,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import { type DirectoryEntry, OPEN_COMMAND } from '../../server/src/lsp/requests.ts';
import { ChosenGrouping } from './grouping.ts';
import { dateLabel, isolate, shorten } from './labels.ts';
import {
  branches,
  entryOf,
  hereNode,
  nodesOf,
  PEOPLE_GROUPINGS,
  type PeopleGrouping,
  type PeopleNode,
} from './people-tree.ts';
import { READER } from './reader/reader.ts';
import type { LanguageServer } from './server.ts';

/** Where the chosen grouping is remembered, and the context key that says which one it is. */
const GROUPING = 'fihris.people.grouping';
/** Rows are cut to this length by the view itself: what a side bar of the usual width shows (see `shorten`). */
const ROW_LENGTH = 32;
/** What is shown of the detail behind a name that fills its row (code units). */
const LEAST_DETAIL = 12;
/** After a change of the index the open branches are asked for anew no oftener than this (milliseconds). */
const REFRESH_MS = 1000;
/** While a reader types in the search, the server is asked after each pause of this length (milliseconds). */
const TYPING_MS = 80;

/**
 * The view «People and offices»: by the alphabet of names, of offices, or by article; the people of the open article first. Branches are
 * asked for when they are opened, so a corpus of ten thousand articles costs what is looked at. The nodes of people and offices have the
 * context values `fihris.person` and `fihris.office`; `entityOf` gives a command of their menu the entity.
 */
export class PeopleView implements TreeDataProvider<PeopleNode>, Disposable {
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<PeopleNode | undefined>();
  readonly #view: TreeView<PeopleNode>;
  readonly #owned: Disposable;
  readonly #grouping: ChosenGrouping<PeopleGrouping>;
  /** The node of the open article, and the article that it was made for. */
  #here: PeopleNode | null = null;
  #stale = false;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: LanguageServer, memory: Memento) {
    this.#server = server;
    this.#grouping = new ChosenGrouping(GROUPING, PEOPLE_GROUPINGS, 'name', memory);
    this.#view = window.createTreeView('fihris.people', { treeDataProvider: this, showCollapseAll: true });
    this.#owned = Disposable.from(
      this.#view,
      this.#changed,
      server.onChanged(() => {
        this.#stale = true;
        this.#refreshSoon();
      }),
      this.#view.onDidChangeVisibility(() => this.#refreshSoon()),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      // What is opened for the first time becomes an article only now.
      workspace.onDidOpenTextDocument(() => this.#follow()),
      // Of reading views.
      window.tabGroups.onDidChangeTabs(() => this.#follow()),
      window.tabGroups.onDidChangeTabGroups(() => this.#follow()),
      commands.registerCommand('fihris.people.byName', () => this.#group('name')),
      commands.registerCommand('fihris.people.byOffice', () => this.#group('office')),
      commands.registerCommand('fihris.people.byArticle', () => this.#group('article')),
      commands.registerCommand('fihris.people.search', () => search(server)),
      commands.registerCommand('fihris.people.copyName', (node) => copyName(entryOf(node))),
      commands.registerCommand('fihris.people.findReferences', (node) =>
        openAnd(entryOf(node), 'references-view.findReferences'),
      ),
      commands.registerCommand('fihris.people.showCard', (node) => openAnd(entryOf(node), 'editor.action.showHover')),
    );
    this.#view.description = groupingLabel(this.#grouping.value);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  async getChildren(node?: PeopleNode): Promise<PeopleNode[]> {
    const query = node === undefined ? branches(this.#grouping.value) : node.below;
    if (query === null) return [];
    const nodes = nodesOf(node ?? null, query, await this.#server.directory(query));
    if (node !== undefined) return nodes;
    const uri = openArticle();
    this.#here = uri === null || nodes.length === 0 ? null : hereNode(uri);
    return this.#here === null ? nodes : [this.#here, ...nodes];
  }

  getTreeItem(node: PeopleNode): TreeItem {
    const item = itemOf(node);
    item.id = `${this.#grouping.value}/${node.id}`;
    return item;
  }

  #group(grouping: PeopleGrouping): void {
    this.#grouping.choose(grouping);
    this.#view.description = groupingLabel(grouping);
    this.#changed.fire(undefined);
  }

  /** Another editor is active: its people come first now. An output panel or a tree that takes the focus changes nothing. */
  #follow(): void {
    const uri = openArticle();
    const shown = this.#here?.below?.list === 'people' ? this.#here.below.uri : null;
    if (uri !== null && uri !== shown) this.#changed.fire(undefined);
  }

  #refreshSoon(): void {
    if (!this.#stale || !this.#view.visible || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#stale = false;
      this.#changed.fire(undefined);
    }, REFRESH_MS);
  }
}

/** The article in the active editor or reading view; null where neither shows one. */
function openArticle(): string | null {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputCustom && input.viewType === READER) return input.uri.toString();
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'article' ? document.uri.toString() : null;
}

function itemOf({ kind, entry, below }: PeopleNode): TreeItem {
  const collapsed = below === null ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
  if (kind === 'here') {
    const item = new TreeItem(l10n.t('In the open article'), TreeItemCollapsibleState.Expanded);
    item.iconPath = new ThemeIcon('file');
    return item;
  }
  if (entry === null) return new TreeItem(l10n.t('More…'), collapsed);
  const item = new TreeItem(isolate(shorten(entry.name || l10n.t('Date unknown'), ROW_LENGTH)), collapsed);
  const room = Math.max(LEAST_DETAIL, ROW_LENGTH - entry.name.length);
  const detail = entry.dates.length > 0 ? datesOf(entry) : entry.detail && isolate(shorten(entry.detail, room));
  if (detail) item.description = detail;
  if (entry.kind === 'letter' || entry.kind === 'year') return item;
  item.iconPath = new ThemeIcon(entry.kind === 'person' ? 'person' : entry.kind === 'office' ? 'briefcase' : 'book');
  item.tooltip = [entry.name, entry.latin, entry.detail]
    .filter((text) => text !== '')
    .map(isolate)
    .join('\n');
  if (entry.kind !== 'article') item.contextValue = `fihris.${entry.kind}`;
  if (entry.location) item.command = { command: OPEN_COMMAND, title: l10n.t('Open'), arguments: [entry.location] };
  return item;
}

/** The date of an article; of a tenure from the first attestation to the last. */
function datesOf({ dates }: DirectoryEntry): string {
  const known = dates.filter((date) => date !== null).map((date) => dateLabel(date, env.language));
  return [...new Set(known)].map(isolate).join(' – ');
}

interface Found extends QuickPickItem {
  readonly entry: DirectoryEntry;
}

/** A search that understands Latin spellings, which the filter of a tree does not. */
function search(server: LanguageServer): void {
  const picker = window.createQuickPick<Found>();
  picker.title = l10n.t('People and offices');
  picker.placeholder = l10n.t('A name or an office, in Arabic or Latin letters');
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  const ask = async () => {
    const question = ++asked;
    picker.busy = true;
    const { entries } = await server.directory({ list: 'search', query: picker.value });
    // A later question is under way; its answer is the one that counts.
    if (question !== asked) return;
    picker.busy = false;
    picker.items = entries.map((entry) => ({
      label: `$(${entry.kind === 'person' ? 'person' : 'briefcase'}) ${isolate(entry.name)}`,
      description: isolate(entry.latin),
      ...(entry.detail !== '' && { detail: isolate(entry.detail) }),
      // The server has found it; the picker's own filter knows no transliteration.
      alwaysShow: true,
      entry,
    }));
  };
  picker.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(ask, TYPING_MS);
  });
  picker.onDidAccept(() => {
    const location = picker.selectedItems[0]?.entry.location;
    picker.hide();
    if (location) void commands.executeCommand(OPEN_COMMAND, location);
  });
  picker.onDidHide(() => {
    clearTimeout(timer);
    asked++;
    picker.dispose();
  });
  picker.show();
}

async function copyName(entry: DirectoryEntry | null): Promise<void> {
  if (entry) await env.clipboard.writeText(entry.name);
}

/** Goes to the introduction, and runs a command of the editor there. */
async function openAnd(entry: DirectoryEntry | null, command: string): Promise<void> {
  if (!entry?.location) return;
  await commands.executeCommand(OPEN_COMMAND, entry.location);
  await commands.executeCommand(command);
}

function groupingLabel(grouping: PeopleGrouping): string {
  switch (grouping) {
    case 'name':
      return l10n.t('by name');
    case 'office':
      return l10n.t('by office');
    case 'article':
      return l10n.t('by article');
  }
}
