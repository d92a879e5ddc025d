/** A picture as an SVG document of its own: with the colours and faces that the theme gave it, and nothing that only a page needs. */

const SVG = 'http://www.w3.org/2000/svg';

/** What a style sheet says of a drawing, which no style sheet goes along with. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
] as const;

/** `parts` one below the other, on a ground of `background`. */
export function svgDocument(
  parts: readonly SVGSVGElement[],
  title: string,
  background: string,
  language: string,
): string {
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('xml:lang', language);
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('fill', background);
  root.append(name, ground);
  let width = 0;
  let height = 0;
  for (const part of parts) {
    const [, , w = 0, h = 0] = (part.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const copy = styled(part);
    copy.setAttribute('x', '0');
    copy.setAttribute('y', String(height));
    copy.setAttribute('width', String(w));
    copy.setAttribute('height', String(h));
    root.append(copy);
    width = Math.max(width, w);
    height += h;
  }
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function styled(part: SVGSVGElement): SVGSVGElement {
  const copy = part.cloneNode(true) as SVGSVGElement;
  const originals = [part, ...part.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const made = copies[index];
    if (made === undefined) return;
    const style = getComputedStyle(original);
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value !== '') made.setAttribute(property, value);
    }
    for (const { name } of [...made.attributes])
      if (/^(data-|aria-|role$|tabindex$|class$|style$)/.test(name)) made.removeAttribute(name);
  });
  return copy;
}
