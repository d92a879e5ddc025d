/** Words of appointments and of changes of office. */
import { words } from './phrases.ts';
import data from './succession.json' with { type: 'json' };

/** Words that make a sentence one of the past or of a change of office. */
export const successionWords: ReadonlySet<string> = new Set(words(data.words));
/** «خلفا لفلان», «حل محله»: what tells of a succession. */
export const tellingSuccession: ReadonlySet<string> = new Set(words(data.tellingSuccession));
/** Words of an appointment, which a weak marker of a succession («بدلا من») needs beside it. */
export const appointing: ReadonlySet<string> = new Set(words(data.appointing));
/** Words that may stand between who has the office and the marker: nothing that could be another office. */
export const betweenHolders: ReadonlySet<string> = new Set(words(data.betweenHolders));
/** «عين رئيس الوزراء فلان …»: verbs of who appoints. */
export const appointers: ReadonlySet<string> = new Set(words(data.appointers));
/** «تعيين فلان وزيرا»: nouns before who is appointed. */
export const appointmentActs: ReadonlySet<string> = new Set(words(data.appointmentActs));
/** «انتخب فلان رئيسا»: verbs before who is appointed. */
export const appointmentVerbs: ReadonlySet<string> = new Set(words(data.appointmentVerbs));
/** What has not come to pass, or not yet. */
export const unrealWords: ReadonlySet<string> = new Set(words(data.unrealWords));
/** What a list of those appointed stands under, whether or not it ends in a colon. */
export const appointmentLists: ReadonlySet<string> = new Set(words(data.appointmentLists));
/** The same where the line ends in a colon. */
export const appointmentListHeads: ReadonlySet<string> = new Set(words(data.appointmentListHeads));
