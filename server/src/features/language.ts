/** The language in which cards speak; what an article says stays in the article's own. */
export type Language = 'ar' | 'en';

/** By the setting, else by the reader's locale (a BCP 47 tag): Arabic for `ar` and `ar-*`, English for all others. */
export function languageFor(setting: 'auto' | Language, locale: string | undefined): Language {
  if (setting !== 'auto') return setting;
  return /^ar\b/i.test(locale ?? '') ? 'ar' : 'en';
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Formatters by what they are made of. CLDR's rules for one take up to a millisecond to load, and there are as many as there are languages
 * and forms: a card of twenty dates asks for the same one twenty times.
 */
const formatters = new Map<string, unknown>();

export function formatter<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = formatters.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

/** A count with its noun in the right number; `#` in a form stands for the count. Arabic has six numbers, English two. */
export function counting(language: Language, forms: PluralForms): (count: number) => string {
  const rules = () => formatter(`plural ${language}`, () => new Intl.PluralRules(language));
  return (count) => (forms[rules().select(count)] ?? forms.other).replace('#', String(count));
}

/** The name of a state by its ISO 3166-1 code; the code itself where CLDR knows none. */
export function countryName(code: string, language: Language): string {
  try {
    const names = formatter(`region ${language}`, () => new Intl.DisplayNames(language, { type: 'region' }));
    return names.of(code) ?? code;
  } catch {
    return code; // not a well-formed region code
  }
}
