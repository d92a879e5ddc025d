/** The buttons over a picture. */
import { el } from './host.ts';

/** `name`: what it is called where the label is only a sign. */
export function tool(label: string, act: () => void, name: string | null = null): HTMLElement {
  const button = el('button', { type: 'button', class: 'tool', 'aria-label': name, title: name }, label);
  button.addEventListener('click', act);
  return button;
}

/** A filter that is the legend too: shows or hides one kind. */
export function kindChip<Kind extends string>(
  kind: Kind,
  label: string,
  sign: Node,
  hidden: Set<Kind>,
  changed: () => void,
): HTMLElement {
  const chip = el(
    'button',
    { type: 'button', class: `chip ${kind}`, 'aria-pressed': String(!hidden.has(kind)) },
    sign,
    label,
  );
  chip.addEventListener('click', () => {
    if (hidden.has(kind)) hidden.delete(kind);
    else hidden.add(kind);
    chip.setAttribute('aria-pressed', String(!hidden.has(kind)));
    changed();
  });
  return chip;
}

/** A small picture of a sign, beside words that say what it stands for. */
export function signBox(attributes: Readonly<Record<string, string>>, ...children: readonly SVGElement[]): SVGElement {
  const box = svgEl('svg', { 'aria-hidden': 'true', ...attributes });
  box.append(...children);
  return box;
}

export function svgEl(tag: string, attributes: Readonly<Record<string, string>> = {}): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
