import { isDeepStrictEqual } from 'node:util';
import {
  CancellationTokenSource,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { EntityLabel, Network, Timeline } from '../../../server/src/lsp/requests.ts';
import { fileOfWorkspace } from '../commands.ts';
import { isolate, paragraph, shorten } from '../labels.ts';
import { entityOf } from '../people-tree.ts';
import type { LanguageServer } from '../server.ts';
import { placeOfAgreement } from './agreement-row.ts';
import { Panels } from './panels.ts';
import {
  type FromPicture,
  fromPicture,
  NODE_KINDS,
  type PictureKind,
  TIE_KINDS,
  TIMELINE_KINDS,
  type ToPicture,
} from './picture-messages.ts';
import { networkStrings, timelineStrings } from './picture-strings.ts';
import { Refresh } from './refresh.ts';
import { saveNear } from './save.ts';
import { daysQuestion, homeOf, unitFor } from './timeline-days.ts';

/** Tabs are narrow. */
const TITLE_LENGTH = 28;

interface Surroundings {
  readonly server: LanguageServer;
  readonly open: (location: unknown) => void;
  readonly openDossier: (article: Uri, entity: string) => void;
  readonly log: LogOutputChannel;
}

/** What a picture is of: a corpus, named by its folder or one of its articles, or one entity in it. */
export interface Scope {
  readonly uri: string;
  readonly entity: string | null;
}

/** The timeline and the network, of a corpus or of one entity, each in a panel of its own. */
export class Pictures implements Disposable {
  readonly #around: Surroundings;
  readonly #panels: Panels;

  constructor(context: ExtensionContext, around: Surroundings) {
    this.#around = around;
    this.#panels = new Panels(context.extensionUri, {
      'fihris.timeline': (argument) => this.#command('timeline', argument),
      'fihris.network': (argument) => this.#command('network', argument),
    });
  }

  dispose(): void {
    this.#panels.dispose();
  }

  show(kind: PictureKind, scope: Scope): void {
    const title = kind === 'timeline' ? l10n.t('Timeline') : l10n.t('Network');
    const strings = kind === 'timeline' ? timelineStrings() : networkStrings();
    const showTimeline = (of: Scope) => this.show('timeline', of);
    this.#panels.show(
      `${kind} ${scope.entity ?? scope.uri}`,
      { page: kind, title, strings },
      (panel) => new PicturePage(kind, panel, scope, { ...this.#around, showTimeline }),
    );
  }

  /** From a row of a tree for what it names; else of the corpus that is being read, or the one that there is. */
  async #command(kind: PictureKind, argument: unknown): Promise<void> {
    const scope = (await this.#scopeOf(argument)) ?? (await this.#corpus());
    if (scope) this.show(kind, scope);
  }

  async #scopeOf(argument: unknown): Promise<Scope | null> {
    const entity = entityOf(argument);
    if (entity) return { uri: entity.uri, entity: entity.id };
    const place = await placeOfAgreement(argument);
    const found = place && (await this.#around.server.card(place.uri, place.offset));
    return place && found?.entity ? { uri: place.uri.toString(), entity: found.entity.id } : null;
  }

  async #corpus(): Promise<Scope | null> {
    const { server } = this.#around;
    const corpora = server.status?.corpora ?? [];
    const [only, another] = corpora;
    if (only === undefined) {
      void window.showInformationMessage(paragraph(l10n.t('No folder that is open has articles.')));
      return null;
    }
    if (another === undefined) return { uri: only, entity: null };
    const open = window.activeTextEditor?.document.uri.toString();
    // The innermost one, where one corpus lies in another.
    const around = corpora.filter((uri) => open?.startsWith(`${uri}/`)).sort((a, b) => b.length - a.length)[0];
    if (around !== undefined) return { uri: around, entity: null };
    const chosen = await window.showQuickPick(
      corpora.map((uri) => ({ label: isolate(workspace.asRelativePath(Uri.parse(uri), true)), uri })),
      { title: l10n.t('Of which folder?') },
    );
    return chosen ? { uri: chosen.uri, entity: null } : null;
  }
}

/** What a page asks for to draw its picture, without the number of the question. */
type Question = WithoutRequest<Extract<FromPicture, { type: PictureKind }>>;
type WithoutRequest<Message> = Message extends { readonly request: number } ? Omit<Message, 'request'> : never;
type Drawn = Timeline | Network;

/** What a page asks that is opened for the first time. */
const FIRST_QUESTION: Readonly<Record<PictureKind, Question>> = {
  timeline: { type: 'timeline', ...daysQuestion(null), kinds: TIMELINE_KINDS },
  network: { type: 'network', from: null, to: null, nodes: NODE_KINDS, ties: TIE_KINDS, entity: null },
};

/** What a picture is drawn from, as the page is told it. */
type Answer = Extract<ToPicture, { type: PictureKind }>;

const answerOf = (drawn: Drawn): Answer =>
  'nodes' in drawn
    ? { type: 'network', request: 0, network: drawn }
    : { type: 'timeline', request: 0, timeline: drawn };

const atHome = (timeline: Timeline): Answer => ({ type: 'timeline', request: 0, timeline, atHome: true });

interface PageSurroundings extends Surroundings {
  readonly showTimeline: (of: Scope) => void;
}

/** One panel: passes the page's questions on to the server, and tells it when the answers may have changed. */
class PicturePage implements Disposable {
  readonly panel: WebviewPanel;
  readonly #kind: PictureKind;
  readonly #scope: Scope;
  readonly #around: PageSurroundings;
  readonly #listeners: Disposable;
  readonly #refresh = new Refresh(() => {
    this.#anticipated = null;
    this.#send({ type: 'changed' });
  });
  /** What stands in the page from the beginning, where it is there in time. */
  readonly first: Promise<Answer | null>;
  /** The same, as the answer to what the page asks first; null where it was taken, or is an old one. */
  #anticipated: Promise<Answer | null> | null;
  /** Of the picture's question that is under way: a later one calls it off. */
  #asking: CancellationTokenSource | null = null;
  /** The picture could not be made while the index was not ready. */
  #waits = false;
  readonly #ended = new CancellationTokenSource();
  #name = '';

  constructor(kind: PictureKind, panel: WebviewPanel, scope: Scope, around: PageSurroundings) {
    this.panel = panel;
    this.#kind = kind;
    this.#scope = scope;
    this.#around = around;
    this.#listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#take(message)),
      this.#refresh,
      around.server.onChanged(() => this.#refresh.changed()),
      around.server.onState(() => {
        if (this.#waits) this.#refresh.changed();
      }),
      panel.onDidChangeViewState(() => {
        // What is hidden is thrown away, and asks anew when it is shown.
        if (!panel.visible) this.#refresh.hidden();
      }),
    );
    this.first = this.#anticipate(this.#ask(FIRST_QUESTION[kind], this.#ended.token));
    this.#anticipated = this.first;
  }

  dispose(): void {
    this.#ended.cancel();
    this.#ended.dispose();
    this.#asking?.cancel();
    this.#asking?.dispose();
    this.#listeners.dispose();
  }

  async #take(value: unknown): Promise<void> {
    const message = fromPicture(value);
    const { server } = this.#around;
    const { uri } = this.#scope;
    switch (message?.type) {
      case 'ready':
        return this.#refresh.ready();
      case 'timeline':
      case 'network':
        return this.#answer(message);
      case 'evidence': {
        const { type, request, ...asked } = message;
        return this.#send({ type, request, evidence: await server.evidence({ uri, ...asked }) });
      }
      case 'open':
        return this.#around.open(message.location);
      case 'save':
        return this.#save(message);
      case 'show': {
        const article = fileOfWorkspace(message.uri);
        if (!article) return;
        if (message.page === 'dossier') this.#around.openDossier(article, message.entity);
        else this.#around.showTimeline({ uri: message.uri, entity: message.entity });
        return;
      }
    }
  }

  /** What the page will ask for, as it would go on to ask where the first answer only says which days there are. */
  async #anticipate(answer: Promise<Drawn | null>): Promise<Answer | null> {
    const drawn = await answer;
    if (drawn === null) return null;
    this.#entitle(drawn.entity);
    if ('nodes' in drawn) return answerOf(drawn);
    const home = homeOf(drawn);
    if (home === null || unitFor(home) === 'year') return atHome(drawn);
    const question: Question = { type: 'timeline', ...daysQuestion(home), kinds: TIMELINE_KINDS };
    const timeline = (await this.#ask(question, this.#ended.token)) as Timeline | null;
    return timeline && atHome(timeline);
  }

  #ask(question: Question, token: CancellationTokenSource['token']): Promise<Drawn | null> {
    const { server } = this.#around;
    const { uri, entity } = this.#scope;
    if (question.type === 'timeline') {
      const { type: _, ...asked } = question;
      return server.timeline({ uri, entity, ...asked }, token);
    }
    const { type: _, ...asked } = question;
    return server.network({ uri, ...asked, entity: asked.entity ?? entity }, token);
  }

  /** Asks for the picture, and sends the answer unless a later question has come. */
  async #answer({ request, ...question }: Question & { readonly request: number }): Promise<void> {
    this.#asking?.cancel();
    this.#asking?.dispose();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    this.#refresh.asking();
    const begun = performance.now();
    const anticipated = isDeepStrictEqual(question, FIRST_QUESTION[this.#kind]) ? this.#anticipated : null;
    this.#anticipated = null;
    const found = await (anticipated ?? this.#ask(question, asking.token).then((drawn) => drawn && answerOf(drawn)));
    if (this.#asking !== asking) return;
    const took = performance.now() - begun;
    this.#refresh.answered(took);
    this.#around.log.debug(`${question.type}: ${Math.round(took)} ms`);
    // Before the index is ready an entity may not be there yet.
    this.#waits = found === null && this.#around.server.state === 'indexing';
    if (!this.#waits) {
      if (found) this.#entitle(('network' in found ? found.network : found.timeline)?.entity ?? null);
      this.#send(
        found
          ? { ...found, request }
          : ({ type: question.type, request, [question.type]: null } as unknown as ToPicture),
      );
    }
  }

  #entitle(entity: EntityLabel | null): void {
    // The network may be looked at from one of its nodes; the tab keeps the name of what it was opened for.
    if (this.#scope.entity !== null && entity?.id !== this.#scope.entity) return;
    const name = this.#scope.entity === null ? '' : isolate(shorten(entity?.name ?? '', TITLE_LENGTH));
    if (name === '' || name === this.#name) return;
    this.#name = name;
    this.panel.title = this.#kind === 'timeline' ? l10n.t('Timeline: {0}', name) : l10n.t('Network: {0}', name);
  }

  #send(message: ToPicture): void {
    void this.panel.webview.postMessage(message);
  }

  async #save({ format, content }: Extract<FromPicture, { type: 'save' }>): Promise<void> {
    const corpus = Uri.parse(this.#scope.uri);
    const saved = {
      name: `${this.#name || 'fihris'}-${this.#kind}`,
      extension: format,
      kind: format.toUpperCase(),
      content: format === 'svg' ? content : Buffer.from(content, 'base64'),
    };
    if (await saveNear(corpus, corpus, saved, this.#around.log)) this.#send({ type: 'say', text: l10n.t('Saved.') });
  }
}
