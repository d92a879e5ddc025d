/**
 * Writes calendar.json: names of months and weekdays from the CLDR data inside Node's `Intl`, folded. The file is committed because
 * `Intl` differs from one runtime to the next, and a date must not be read differently for that.
 * Run: node server/src/text/generate-calendar.ts
 */
import { writeFileSync } from 'node:fs';
import { fold } from './fold.ts';

/** Egypt and the Gulf, Iraq, the Levant, the Maghreb and Mauritania each have their own names; Persian and English are for mixed texts. */
const LOCALES = ['ar-EG', 'ar-IQ', 'ar-SY', 'ar-TN', 'ar-DZ', 'ar-MA', 'ar-MR', 'fa', 'en'];
/** What CLDR does not list but newspapers write: other spellings, months without ال, Hijri months in the genitive. */
const GREGORIAN_VARIANTS: Readonly<Record<string, number>> = {
  'كانون ثاني': 1,
  شباط: 2,
  ابريل: 4,
  مايس: 5,
  يونيه: 6,
  يوليه: 7,
  'تشرين اول': 10,
  'تشرين ثاني': 11,
  'كانون اول': 12,
};
const HIJRI_VARIANTS: Readonly<Record<string, number>> = {
  المحرم: 1,
  'محرم الحرام': 1,
  'ربيع اول': 3,
  'ربيع ثاني': 4,
  'ربيع الثاني': 4,
  'جمادي الاول': 5,
  'جمادي الثانيه': 6,
  'جمادي الثاني': 6,
  'جمادي الاخر': 6,
  'رمضان المبارك': 9,
  'ذي القعده': 11,
  'ذي الحجه': 12,
};
const WEEKDAY_VARIANTS: Readonly<Record<string, number>> = { الاتنين: 1, الثلثاء: 2, الاربعا: 3 };

const DAY = 86_400_000;

function collect(locales: readonly string[], calendar: string, variants: Readonly<Record<string, number>>) {
  const names = new Map<string, number>();
  for (const locale of locales) {
    const name = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, { month: 'long', timeZone: 'UTC' });
    const number = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'numeric', timeZone: 'UTC' });
    for (let day = 0; day < 366; day += 7) {
      const date = Date.UTC(2020, 0, 1) + day * DAY;
      // Persian joins two words by a zero-width non-joiner, which folding drops; a space is what tokens see.
      names.set(fold(name.format(date).replaceAll('\u200C', ' ')), Number.parseInt(number.format(date), 10));
    }
  }
  for (const [variant, month] of Object.entries(variants)) names.set(fold(variant), month);
  return sorted(names);
}

function weekdays() {
  const names = new Map<string, number>();
  for (const locale of ['ar', 'en']) {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 7; day++) names.set(fold(name.format(Date.UTC(2020, 10, 15 + day))), day);
  }
  for (const [variant, day] of Object.entries(WEEKDAY_VARIANTS)) names.set(fold(variant), day);
  return sorted(names);
}

function sorted(names: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...names].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)));
}

const calendar = {
  source: `Unicode CLDR ${process.versions.cldr} through Intl of Node ${process.versions.node} (locales ${LOCALES.join(', ')}), folded, with the variants in generate-calendar.ts`,
  gregorian: collect(LOCALES, 'gregory', GREGORIAN_VARIANTS),
  hijri: collect(['ar'], 'islamic-umalqura', HIJRI_VARIANTS),
  solar: collect(['fa'], 'persian', {}),
  weekdays: weekdays(),
};
writeFileSync(new URL('calendar.json', import.meta.url), `${JSON.stringify(calendar, null, 2)}\n`);
