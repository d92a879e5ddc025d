/** JSON for programs that a terminal may be shown too. */

/** Escapes of a terminal beyond ASCII, and what reorders the text around it: JSON may write any character as an escape. */
const UNSAFE = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;

export function jsonText(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
