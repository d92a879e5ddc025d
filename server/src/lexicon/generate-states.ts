/**
 * Writes states.json: the Arabic and English names of states from the CLDR data in Node (Intl.DisplayNames), so that the
 * program does not depend on the ICU of the runtime that it finds itself in (VS Code's own Node may carry another).
 *   node server/src/lexicon/generate-states.ts
 */
import { writeFileSync } from 'node:fs';

// ISO 3166-1 as CLDR knows it, less codes that are exceptionally reserved, transitional or no states (EU, EZ, UN, XA, XB, …).
const NO_STATE = new Set(
  'AC AN AQ BU CP CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UM UN VD XA XB YD YU ZR'.split(' '),
);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const arabic = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' });
const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const states: Record<string, { ar: string; en: string }> = {};
for (const first of letters) {
  for (const second of letters) {
    const code = first + second;
    const ar = arabic.of(code);
    const en = english.of(code);
    if (ar && en && !NO_STATE.has(code) && code !== 'ZZ') states[code] = { ar: ar.split('(', 1).join('').trim(), en };
  }
}
const source = `CLDR ${process.versions.cldr} through Intl.DisplayNames of Node ${process.versions.node}; written by generate-states.ts`;
writeFileSync(new URL('./states.json', import.meta.url), `${JSON.stringify({ source, states }, null, 2)}\n`);
