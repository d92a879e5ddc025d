/**
 * The pages that run inside webviews. They know the DOM and, by types only, what they are sent; they import neither `vscode` nor Node.
 * Whatever comes from an article becomes text of a node, never markup.
 */

interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The one connection of a page to its extension. `State` is what the page keeps while it is hidden. */
export function connect<FromPage, State>(): {
  send(message: FromPage): void;
  recall(): Partial<State>;
  remember(state: State): void;
} {
  const vscode = acquireVsCodeApi();
  return {
    send: (message) => vscode.postMessage(message),
    recall: () => {
      const state = vscode.getState();
      return typeof state === 'object' && state !== null ? (state as Partial<State>) : {};
    },
    remember: (state) => vscode.setState(state),
  };
}

/** The words of the page, which the extension wrote into it. */
export function strings<Strings>(): Strings {
  return JSON.parse(document.body.dataset.strings ?? '{}') as Strings;
}

/** What the extension wrote into the page so that it need not ask; null where it wrote nothing. */
export function firstData(): unknown {
  return JSON.parse(document.getElementById('first')?.textContent || 'null');
}

type Child = Node | string;

/** An element with attributes (none for false and null) and children; strings become text. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** `{0}` in a message of the extension. */
export function filled(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}

/** Enter follows what looks like a link, as it does for one with an address. */
export function followLinksByEnter(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="link"]') : null;
    if (link === null) return;
    event.preventDefault();
    link.click();
  });
}

/** For tests and benchmarks: the first picture stands on the screen. */
export function markShown(): void {
  whenPainted(() => {
    performance.mark('shown');
    document.body.dataset.shown = String(performance.timeOrigin + performance.now());
  });
}

/** After the next frame of a page that is loaded: before that VS Code keeps it out of sight. */
function whenPainted(then: () => void): void {
  const paint = () => requestAnimationFrame(() => setTimeout(then));
  if (document.readyState === 'complete') paint();
  else window.addEventListener('load', paint);
}
