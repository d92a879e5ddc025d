/** Latin letters for Arabic names: to be read, and to be found by. */

/** Readable Latin for an Arabic or Persian name. */
export function romanize(name: string): string {
  return name;
}

/** Consonant key that Arabic and Latin spellings of one name share; '' where nothing is left. */
export function skeleton(name: string): string {
  return name.toLowerCase();
}
