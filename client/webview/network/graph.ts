/** The network on a canvas, by Cytoscape: kinds by shape and line as well as by colour, strength by width. */
import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from 'cytoscape';
import type { Network, NodeKind, TieKind } from '../../../server/src/lsp/requests.ts';
import { layout } from './layout.ts';

export const NODE_SHAPES: Readonly<Record<NodeKind, 'ellipse' | 'diamond' | 'round-rectangle'>> = {
  person: 'ellipse',
  office: 'diamond',
  organization: 'round-rectangle',
};

/** Lengths of dashes and gaps; null for a whole line. */
export const TIE_DASHES: Readonly<Record<TieKind, readonly number[] | null>> = {
  article: null,
  meeting: [9, 5],
  signature: [2, 4],
  tenure: [12, 4, 2, 4],
};

export interface Chosen {
  readonly node: string | null;
  /** Index into the ties of the network. */
  readonly tie: number | null;
}

export class Graph {
  readonly #core: Core;
  #colours: Colours;

  constructor(container: HTMLElement, choose: (chosen: Chosen) => void) {
    this.#colours = coloursOf(container);
    this.#core = cytoscape({
      container,
      style: styleSheet(this.#colours),
      minZoom: 0.15,
      maxZoom: 4,
      wheelSensitivity: 1,
      boxSelectionEnabled: false,
      selectionType: 'single',
    });
    this.#core.on('tap', 'node', ({ target }) => choose({ node: target.id(), tie: null }));
    this.#core.on('tap', 'edge', ({ target }) => choose({ node: null, tie: Number(target.data('index')) }));
    this.#core.on('tap', (event) => {
      if (event.target === this.#core) choose({ node: null, tie: null });
    });
    this.#core.on('mouseover', 'node, edge', () => container.classList.add('pointing'));
    this.#core.on('mouseout', 'node, edge', () => container.classList.remove('pointing'));
    // The theme may change while the picture stands.
    new MutationObserver(() => {
      this.#colours = coloursOf(container);
      this.#core.style(styleSheet(this.#colours));
    }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  /** `keep`: where it is looked at stays as it is. */
  show(network: Network, keep: boolean): void {
    const core = this.#core;
    core.resize();
    const places = layout(network, core.height() > 0 ? core.width() / core.height() : 1.4);
    core.batch(() => {
      core.elements().remove();
      core.add([...nodesOf(network, places), ...tiesOf(network)]);
    });
    if (!keep) this.fit();
  }

  clear(): void {
    this.#core.elements().remove();
  }

  fit(): void {
    this.#core.resize();
    this.#core.fit(undefined, 20);
  }

  resize(): void {
    this.#core.resize();
  }

  zoomBy(factor: number): void {
    const core = this.#core;
    core.zoom({ level: core.zoom() * factor, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } });
  }

  panBy(x: number, y: number): void {
    this.#core.panBy({ x, y });
  }

  /** Marks what is chosen and what belongs to it; what does not steps back. */
  mark({ node, tie }: Chosen): void {
    const core = this.#core;
    core.batch(() => {
      core.elements().removeClass('chosen near far');
      const chosen =
        node !== null ? core.getElementById(node) : tie !== null ? core.getElementById(`tie ${tie}`) : null;
      if (chosen === null || chosen.empty()) return;
      const near = node !== null ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
      core.elements().difference(near).addClass('far');
      near.addClass('near');
      chosen.addClass('chosen');
    });
  }

  /** Brings a node into sight. */
  reveal(node: string): void {
    const found = this.#core.getElementById(node);
    if (found.empty()) return;
    const { x1, x2, y1, y2 } = this.#core.extent();
    const { x, y } = found.position();
    if (x < x1 || x > x2 || y < y1 || y > y2) this.#core.center(found);
  }

  /** A PNG of all of it, in base64. */
  async png(): Promise<string> {
    return this.#core.png({ output: 'base64', full: true, scale: 2, bg: this.#colours.background, maxWidth: 6000 });
  }
}

interface Colours {
  readonly foreground: string;
  readonly background: string;
  readonly quiet: string;
  readonly focus: string;
  readonly nodes: Readonly<Record<NodeKind, string>>;
  readonly ties: Readonly<Record<TieKind, string>>;
}

/** The theme's, as a canvas needs them: without variables. */
function coloursOf(container: HTMLElement): Colours {
  const probe = document.createElement('span');
  container.append(probe);
  const colour = (value: string) => {
    probe.style.color = '';
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const colours: Colours = {
    foreground: colour('var(--vscode-editor-foreground)'),
    background: colour('var(--vscode-editor-background)'),
    quiet: colour('var(--vscode-descriptionForeground)'),
    focus: colour('var(--vscode-focusBorder, currentColor)'),
    nodes: {
      person: colour('var(--person)'),
      office: colour('var(--office)'),
      organization: colour('var(--organization)'),
    },
    ties: {
      article: colour('var(--vscode-descriptionForeground)'),
      meeting: colour('var(--person)'),
      signature: colour('var(--agreement)'),
      tenure: colour('var(--office)'),
    },
  };
  probe.remove();
  return colours;
}

function nodesOf(network: Network, places: ReturnType<typeof layout>): ElementDefinition[] {
  const most = Math.max(1, ...network.nodes.map(({ articles }) => articles));
  return network.nodes.map(({ id, kind, name, articles }) => ({
    group: 'nodes',
    data: { id, label: name, size: 18 + 26 * Math.sqrt(articles / most) },
    classes: kind,
    position: { ...(places.get(id) ?? { x: 0, y: 0 }) },
  }));
}

function tiesOf({ nodes, ties }: Network): ElementDefinition[] {
  const most = Math.max(1, ...ties.map(({ strength }) => strength));
  return ties.map(({ a, b, kind, strength }, index) => ({
    group: 'edges',
    data: {
      id: `tie ${index}`,
      index,
      source: nodes[a]?.id ?? '',
      target: nodes[b]?.id ?? '',
      width: 1.2 + (6.8 * Math.log2(1 + strength)) / Math.log2(1 + Math.max(most, 15)),
    },
    classes: kind,
  }));
}

function styleSheet({ foreground, background, quiet, focus, nodes, ties }: Colours): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        width: 'data(size)',
        height: 'data(size)',
        color: foreground,
        'background-color': background,
        'background-opacity': 1,
        'border-width': 3,
        'font-family': '"Noto Naskh Arabic", Amiri, "Geeza Pro", "Traditional Arabic", serif',
        'font-size': 17,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-wrap': 'wrap',
        'text-max-width': '130px',
        'text-background-color': background,
        'text-background-opacity': 0.85,
        'text-background-padding': '1px',
        'min-zoomed-font-size': 6,
        'overlay-opacity': 0,
      },
    },
    ...(Object.keys(NODE_SHAPES) as NodeKind[]).map((kind) => ({
      selector: `node.${kind}`,
      style: { shape: NODE_SHAPES[kind], 'border-color': nodes[kind] },
    })),
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'bezier',
        'control-point-step-size': 26,
        'line-opacity': 0.75,
        'overlay-opacity': 0,
      },
    },
    ...(Object.keys(TIE_DASHES) as TieKind[]).map((kind) => {
      const dashes = TIE_DASHES[kind];
      return {
        selector: `edge.${kind}`,
        style: {
          'line-color': ties[kind],
          ...(dashes !== null && { 'line-style': 'dashed' as const, 'line-dash-pattern': [...dashes] }),
        },
      };
    }),
    { selector: 'node.far', style: { opacity: 0.25 } },
    { selector: 'edge.far', style: { opacity: 0.12 } },
    { selector: 'edge.near', style: { 'line-opacity': 1 } },
    { selector: 'node.chosen', style: { 'border-width': 6, 'border-color': focus, 'z-index': 10 } },
    {
      selector: 'edge.chosen',
      style: { 'line-color': focus, 'underlay-color': quiet, 'underlay-opacity': 0.4, 'underlay-padding': 4 },
    },
  ] as StylesheetJson;
}
