import { performance } from 'node:perf_hooks';
import {
  commands,
  Disposable,
  EventEmitter,
  env,
  type LogOutputChannel,
  l10n,
  MarkdownString,
  type Memento,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { type AgreementNode, OPEN_COMMAND, type WireLocation } from '../../server/src/lsp/requests.ts';
import {
  childrenOf,
  GROUPINGS,
  type Grouping,
  type GroupNode,
  groupAgreements,
  type TreeNode,
} from './agreement-tree.ts';
import { ChosenGrouping } from './grouping.ts';
import { dateLabel, excerpt, isolate, list, shorten } from './labels.ts';
import type { LanguageServer } from './server.ts';
import { subjectLabel } from './subject-labels.ts';

/** Where the chosen grouping is remembered, and the context key that says which one it is. */
const GROUPING = 'fihris.agreements.grouping';

/** Rows are cut to this length by the view itself: what a side bar of the usual width shows (see `shorten`). */
const ROW_LENGTH = 32;
/** Mentions stand further in. */
const MENTION_LENGTH = 28;

/** While a corpus is being indexed, the tree is asked for anew no oftener than this (milliseconds) … */
const REFRESH_MS = 400;
/** … and takes no more than one part in so many of the server's time. */
const REFRESH_SHARE = 10;

/** The view «Agreements»: a tree of all agreements of the corpus, grouped by date, party or state. */
export class AgreementsView implements TreeDataProvider<TreeNode>, Disposable {
  readonly #server: LanguageServer;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<TreeNode>;
  readonly #owned: Disposable;
  readonly #grouping: ChosenGrouping<Grouping>;
  #groups: readonly GroupNode[] = [];
  #agreements: readonly AgreementNode[] = [];
  /** What `#agreements` was made of: the same answer again changes nothing. */
  #answer = '[]';
  /** The server has announced a change since the agreements were asked for. */
  #stale = true;
  #asking = false;
  /** Milliseconds until the next refresh. */
  #pause = REFRESH_MS;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: LanguageServer, memory: Memento, log: LogOutputChannel) {
    this.#server = server;
    this.#log = log;
    this.#grouping = new ChosenGrouping(GROUPING, GROUPINGS, 'date', memory);
    this.#view = window.createTreeView('fihris.agreements', { treeDataProvider: this, showCollapseAll: true });
    this.#owned = Disposable.from(
      this.#view,
      this.#changed,
      server.onChanged(() => {
        this.#stale = true;
        this.#refreshSoon();
      }),
      this.#view.onDidChangeVisibility(() => this.#refreshSoon()),
      commands.registerCommand('fihris.agreements.groupByDate', () => this.#group('date')),
      commands.registerCommand('fihris.agreements.groupByParty', () => this.#group('party')),
      commands.registerCommand('fihris.agreements.groupByState', () => this.#group('state')),
    );
    this.#view.description = groupingLabel(this.#grouping.value);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#owned.dispose();
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return node ? childrenOf(node) : [...this.#groups];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = itemOf(node);
    item.id = node.id;
    return item;
  }

  #group(grouping: Grouping): void {
    this.#grouping.choose(grouping);
    this.#view.description = groupingLabel(grouping);
    this.#show();
  }

  #show(): void {
    this.#groups = groupAgreements(this.#agreements, this.#grouping.value);
    this.#changed.fire(undefined);
  }

  #refreshSoon(): void {
    if (!this.#stale || !this.#view.visible || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, this.#pause);
  }

  async #refresh(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#stale = false;
    const asked = performance.now();
    try {
      const agreements = await this.#server.agreements();
      const answer = JSON.stringify(agreements);
      if (answer === this.#answer) return;
      this.#answer = answer;
      this.#agreements = agreements;
      this.#log.debug(`${agreements.length} agreements`);
      this.#show();
    } finally {
      this.#asking = false;
      this.#pause = Math.max(REFRESH_MS, REFRESH_SHARE * (performance.now() - asked));
      this.#refreshSoon();
    }
  }
}

function itemOf(node: TreeNode): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'agreement':
      return agreementItem(node.agreement);
    case 'state': {
      const { status, date, place } = node.agreement;
      const item = new TreeItem(
        joined(stateLabel(status), date && dateLabel(date, env.language), place && shorten(place, ROW_LENGTH / 2)),
        node.agreement.states.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
      );
      item.iconPath = new ThemeIcon('history');
      return item;
    }
    case 'attested': {
      const { state, date, article, sentence, location } = node.attested;
      const item = new TreeItem(joined(stateLabel(state), date && dateLabel(date, env.language)));
      item.iconPath = stateIcon(state);
      item.description = isolate(shorten(article, ROW_LENGTH));
      item.tooltip = paragraphs(markdown(sentence), markdown(article));
      return opening(item, location);
    }
    case 'subjects': {
      const item = new TreeItem(isolate(list(node.agreement.subjects.map(subjectLabel))));
      item.iconPath = new ThemeIcon('tag');
      item.description = l10n.t('subject');
      return item;
    }
    case 'parties': {
      const item = new TreeItem(isolate(list(node.agreement.parties)));
      item.iconPath = new ThemeIcon('globe');
      item.description = l10n.t('parties');
      return item;
    }
    case 'signatory': {
      const { name, capacity, location } = node.signatory;
      const item = new TreeItem(isolate(shorten(name, ROW_LENGTH)));
      item.iconPath = new ThemeIcon('person');
      item.description = isolate(shorten(capacity ?? '', ROW_LENGTH));
      item.tooltip = paragraphs(`**${markdown(name)}**`, capacity ? markdown(capacity) : l10n.t('Signatory'));
      return opening(item, location);
    }
    case 'related': {
      const { title, relation, location } = node.related;
      const item = new TreeItem(isolate(shorten(title, ROW_LENGTH)));
      item.iconPath = new ThemeIcon('link');
      item.description = relationLabel(relation);
      item.contextValue = 'related';
      item.tooltip = paragraphs(markdown(title));
      return opening(item, location);
    }
    case 'article': {
      const { uri, title, date, mentions } = node.article;
      const item = new TreeItem(isolate(shorten(title, ROW_LENGTH)), TreeItemCollapsibleState.Collapsed);
      item.iconPath = new ThemeIcon('book');
      item.description = joined(date && dateLabel(date, env.language), countOf(mentions.length));
      item.tooltip = paragraphs(markdown(title), markdown(Uri.parse(uri).fsPath.replace(/^.*[/\\]/, '')));
      return item;
    }
    case 'mention': {
      const { sentence, text, location } = node.mention;
      const shown = excerpt(sentence, text, MENTION_LENGTH);
      const item = new TreeItem({
        label: isolate(shown.text),
        // One character further on, for the isolate before it.
        ...(shown.part && { highlights: [[shown.part.start + 1, shown.part.end + 1]] }),
      });
      item.iconPath = new ThemeIcon('quote');
      item.tooltip = paragraphs(markdown(sentence));
      item.contextValue = 'mention';
      return opening(item, location);
    }
  }
}

function groupItem({ grouping, value, agreements }: GroupNode): TreeItem {
  const item = new TreeItem(
    value === null ? unknownLabel(grouping) : grouping === 'state' ? stateLabel(value) : isolate(value),
    TreeItemCollapsibleState.Expanded,
  );
  item.description = String(agreements.length);
  return item;
}

function agreementItem(agreement: AgreementNode): TreeItem {
  const { title, type, status, date, place, parties, signatories, location } = agreement;
  const when = date ? dateLabel(date, env.language) : null;
  const item = new TreeItem(isolate(shorten(title, ROW_LENGTH)), TreeItemCollapsibleState.Collapsed);
  item.contextValue = 'agreement';
  item.iconPath = stateIcon(status);
  item.description = joined(when, stateLabel(status), list(parties));
  const line = (label: string, value: string | null) => (value ? `${label}: ${isolate(markdown(value))}` : null);
  item.tooltip = paragraphs(
    `**${markdown(title)}**`,
    joined(typeLabel(type), stateLabel(status)),
    line(l10n.t('Date'), when),
    line(l10n.t('Place'), place),
    line(l10n.t('Parties'), list(parties)),
    line(l10n.t('Signatories'), list(signatories.map(({ name }) => name))),
    line(l10n.t('Subject'), list(agreement.subjects.map(subjectLabel))),
  );
  return opening(item, location);
}

/** The parts that there are, each keeping its direction. */
function joined(...parts: (string | null)[]): string {
  return parts
    .filter((part): part is string => part !== null && part !== '')
    .map(isolate)
    .join(' · ');
}

function opening(item: TreeItem, location: WireLocation): TreeItem {
  item.command = { command: OPEN_COMMAND, title: l10n.t('Open'), arguments: [location] };
  return item;
}

/** A tooltip of paragraphs, each in the direction of its own first letter. */
function paragraphs(...texts: (string | null)[]): MarkdownString {
  return new MarkdownString(
    texts
      .filter((text) => text)
      .map((text) => isolate(text ?? ''))
      .join('\n\n'),
  );
}

/** Text of an article as Markdown that shows it and nothing else. */
function markdown(text: string): string {
  return new MarkdownString().appendText(text.replace(/\s+/g, ' ')).value.replaceAll('&nbsp;', ' ');
}

function stateIcon(state: string): ThemeIcon {
  switch (state) {
    case 'planned':
      return new ThemeIcon('calendar', new ThemeColor('charts.yellow'));
    case 'negotiated':
      return new ThemeIcon('comment-discussion', new ThemeColor('charts.orange'));
    case 'announced':
      return new ThemeIcon('megaphone', new ThemeColor('charts.blue'));
    case 'signed':
      return new ThemeIcon('pass', new ThemeColor('charts.green'));
    case 'in force':
      return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
    case 'ended':
      return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
    default:
      return new ThemeIcon('note');
  }
}

function stateLabel(state: string): string {
  switch (state) {
    case 'planned':
      return l10n.t('planned');
    case 'negotiated':
      return l10n.t('negotiated');
    case 'announced':
      return l10n.t('announced');
    case 'signed':
      return l10n.t('signed');
    case 'in force':
      return l10n.t('in force');
    case 'ended':
      return l10n.t('ended');
    default:
      return state;
  }
}

/** How the agreement above stands to the one of the row. */
function relationLabel(relation: string): string {
  switch (relation) {
    case 'implements':
      return l10n.t('implements this');
    case 'amends':
      return l10n.t('amends this');
    default:
      return l10n.t('follows this');
  }
}

function typeLabel(type: string): string {
  switch (type) {
    case 'memorandum':
      return l10n.t('Memorandum');
    case 'treaty':
      return l10n.t('Treaty');
    case 'minutes':
      return l10n.t('Minutes');
    case 'protocol':
      return l10n.t('Protocol');
    case 'document':
      return l10n.t('Document');
    case 'statement':
      return l10n.t('Statement');
    case 'agreement':
      return l10n.t('Agreement');
    default:
      return type;
  }
}

function groupingLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'date':
      return l10n.t('by date');
    case 'party':
      return l10n.t('by party');
    case 'state':
      return l10n.t('by state');
  }
}

function unknownLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'date':
      return l10n.t('Date unknown');
    case 'party':
      return l10n.t('Parties unknown');
    case 'state':
      return l10n.t('State unknown');
  }
}

function countOf(mentions: number): string {
  return mentions === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions);
}
