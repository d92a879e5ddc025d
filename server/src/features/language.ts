/** The language in which cards speak; what an article says stays in the article's own. */
export type Language = 'ar' | 'en';

/** By the setting, else by the reader's locale (a BCP 47 tag): Arabic for `ar` and `ar-*`, English for all others. */
export function languageFor(setting: 'auto' | Language, locale: string | undefined): Language {
  if (setting !== 'auto') return setting;
  return /^ar\b/i.test(locale ?? '') ? 'ar' : 'en';
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules = new Map<Language, Intl.PluralRules>();

/** Made when first asked for: there is a form for every noun, and rules take a millisecond to make. */
function rulesOf(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known;
}

/** A count with its noun in the right number; `#` in a form stands for the count. Arabic has six numbers, English two. */
export function counting(language: Language, forms: PluralForms): (count: number) => string {
  return (count) => (forms[rulesOf(language).select(count)] ?? forms.other).replace('#', String(count));
}

/** The name of a state by its ISO 3166-1 code; the code itself where CLDR knows none. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // not a well-formed region code
  }
}
