/** What news outlets are called, and what bylines and source lines say beside names. */
import { words } from './phrases.ts';
import data from './press.json' with { type: 'json' };

/** «شفق نيوز»: what ends so is a news outlet. */
export const outletEnds: ReadonlySet<string> = new Set(words(data.outletEnds));
/** «تحرير فلان», «إعداد فلان»: what a byline says of the name after it. */
export const bylines: ReadonlySet<string> = new Set(words(data.bylines));
/** What source lines say beside names. */
export const sourceWords: ReadonlySet<string> = new Set(words(data.sourceWords));
