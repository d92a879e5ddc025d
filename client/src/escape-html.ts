const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands inside an element or a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * A value as JSON inside a script element that holds data. Only `<` can end such an element, or begin what a parser reads otherwise
 * (`<!--`), and JSON has it in strings alone, where it may be written as an escape.
 */
export function dataInScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
