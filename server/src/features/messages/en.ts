/** The wording of cards, outlines and labels in English. ar.ts has the same in Arabic and is typed against this file. */
import type { AgreementRelation } from '../../recognize/facts.ts';
import { counting } from '../language.ts';
import { type Slot, say } from '../pieces.ts';

export const en = {
  listSeparator: ', ',

  kinds: {
    person: 'Person',
    office: 'Office',
    organization: 'Organisation',
    place: 'Place',
    agreement: 'Agreement',
    date: 'Date',
  },
  kindGroups: {
    person: 'People',
    office: 'Offices',
    organization: 'Organisations',
    place: 'Places',
    agreement: 'Agreements',
  },
  placeTypes: {
    state: 'State',
    capital: 'Capital',
    city: 'City',
    province: 'Province',
    region: 'Region',
    place: 'Place',
  },
  agreementTypes: {
    memorandum: 'Memorandum',
    treaty: 'Treaty',
    minutes: 'Minutes',
    protocol: 'Protocol',
    document: 'Document',
    statement: 'Statement',
    agreement: 'Agreement',
  },
  /** By the ids of lexicon/agreements.json. */
  agreementSubjects: {
    agriculture: 'agriculture',
    border: 'borders',
    captives: 'captives',
    culture: 'culture and tourism',
    defence: 'defence',
    economy: 'economy',
    education: 'education and science',
    energy: 'energy',
    environment: 'environment',
    fisheries: 'fisheries',
    health: 'health',
    justice: 'justice',
    labour: 'labour',
    nuclear: 'nuclear matters',
    peace: 'peace and ceasefire',
    relations: 'diplomatic relations',
    security: 'security',
    strategic: 'strategic partnership',
    trade: 'trade',
    transport: 'transport',
    travel: 'travel and visas',
    water: 'water',
  } as Readonly<Record<string, string>>,
  relations: { implements: 'Implements', amends: 'Amends or annexed to', follows: 'Follows' } as Record<
    AgreementRelation,
    string
  >,
  agreementStates: {
    planned: 'planned',
    negotiated: 'being negotiated',
    signed: 'signed',
    'in force': 'in force',
    announced: 'announced',
    ended: 'ended',
  },

  eventKinds: {
    meeting: 'Meeting',
    visit: 'Visit',
    reception: 'Reception',
    call: 'Phone call',
    signing: 'Signing',
    statement: 'Statement',
  },
  eventModalities: { happened: 'happened', planned: 'planned', denied: 'denied' },
  encounters: 'Meetings',

  mentions: counting('en', { one: '# mention', other: '# mentions' }),
  articles: counting('en', { one: '# article', other: '# articles' }),
  more: counting('en', { one: 'and # more article', other: 'and # more articles' }),
  sameEvents: counting('en', { one: '# article on the same events', other: '# articles on the same events' }),
  moreEntries: counting('en', { one: 'and # more', other: 'and # more' }),

  labelled: (label: string, value: Slot) => say`${label}: ${value}`,
  inferredDate: (date: string) => `${date} (not stated in the text)`,
  dateFrom: {
    settings: 'from fihris.yaml',
    'file name': 'from the file name',
    meeting: 'inferred from another article that tells of the same meeting; the weekday agrees',
    signing: 'inferred from another article that tells of the same signing; the weekday agrees',
  },
  inferredFrom: (reason: string, article: Slot) => say`Date of the article ${reason}: ${article}`,
  undated: 'undated',
  /** `reason`: the path and what the system said. */
  notKept: (reason: string) => `What was read cannot be kept, so the next start reads it all again (${reason})`,
  former: 'formerly',
  articleDate: 'Date of the article',

  openMention: 'It is open who or what is meant here',
  candidates: 'May be',
  noCandidates: 'No article of this corpus says.',

  officeHere: (date: Slot | null) =>
    date === null ? say`Office in this article` : say`Office in this article, ${date}`,
  officeThen: 'Office by the articles nearest in time; this one does not say',
  officesOverTime: 'Offices with the dates of the articles that attest them, not of taking office',
  ranks: 'Ranks with the dates that attest them',
  attested: (first: Slot, last: Slot | null) =>
    last === null ? say`attested ${first}` : say`attested ${first} … ${last}`,
  attestedUndated: (article: Slot) => say`attested (${article})`,
  attestedAround: (before: Slot, after: Slot) => say`attested before and after this article: ${before}; then ${after}`,
  attestedBefore: (distance: string) => say`, ${distance} before this article`,
  attestedAfter: (distance: string) => say`, ${distance} after this article`,
  manners: { acting: 'acting', designate: 'designate' },
  inThisArticle: 'in this article',
  upTo: (date: string) => `Only what articles up to ${date} say is shown.`,
  stillToRead: (read: number, total: number) =>
    `Articles are still being read (${read} of ${total}); the others may add to this.`,
  noOffice: 'No article of this corpus gives an office.',
  thisMention: (words: Slot) => say`Meant here by ${words}`,
  inArticle: (title: Slot, date: Slot) => say`${title}, ${date}`,

  signed: 'Agreements signed',
  inCapacity: (capacity: Slot) => say`as ${capacity}`,
  elsewhere: counting('en', { one: 'In # other article', other: 'In # other articles' }),
  onlyHere: 'In no other article of this corpus.',
  why: 'Why this reading',

  holders: 'Holders with the dates of the articles that attest them',
  noHolders: 'No article of this corpus names a holder.',
  generalOffice: 'Too general to be one office: it means whoever the article speaks of.',
  offices: 'Offices and holders in this corpus',

  country: 'Country',
  within: 'Lies in',
  organization: 'Organisation',
  state: 'State',
  date: 'Date',
  place: 'Signed in',
  parties: 'Parties',
  signatories: 'Signatories',
  subjects: 'Subject',
  overTime: 'States over time',
  aliases: 'Also written',

  isoDate: 'ISO 8601',
  relativeDate: (articleDate: Slot, distance: Slot | null) =>
    distance === null
      ? say`Reckoned from the article’s date, ${articleDate}`
      : say`Reckoned from the article’s date, ${articleDate}: ${distance}`,
  unknownYear: 'The text does not give the year.',

  reasons: {
    'office-beside': 'an office stands beside the name',
    'rank-beside': 'a rank or a title of honour stands before the name',
    'speech-verb': 'a verb of saying or meeting governs the name',
    'given-name': 'begins with a common given name, and a family name follows',
    repeated: 'the same name is proven elsewhere in the article',
    'part-of-name': 'part of the full name',
    'office-in-article': 'the article gives this office to',
    counterpart: '“counterpart”: the same office, of the other country, as',
    description: 'the only one in the article whom this description fits',
    lexicon: 'one of the words every reader of news knows: a state, a city, a body',
    pattern: 'built the way such names are built',
    tagger: 'read as a name by what was learnt from marked news; no rule proves it',
    anaphora: 'points back to',
    'same-name': 'the same full name in another article',
    'same-office': 'a name and an office that agree with another article',
    'name-variant': 'another spelling of a name in another article',
    'known-elsewhere': 'the name is known from another article',
    'held-elsewhere': 'another article of these days says who holds this office',
    ambiguous: 'fits more than one',
    decision: 'the reader decided so',
    'no-rival': 'nobody else in the article is called so',
  },
  atLine: (words: Slot, line: number) => say`${words}, line ${line}`,
  corrections: {
    thisIs: (name: string) => `This is ${name}`,
    sameAs: 'Same as…',
    notThis: (name: string) => `Not ${name}`,
    elsewhereAnother: 'Another one in some article…',
    areOne: (one: string, other: string) =>
      one === other ? `Both are one and the same: ${one}` : `${one} and ${other} are one and the same`,
    signedOn: (name: string, date: string) => `${name} is of ${date}`,
    isHere: (name: string, office: string) => `${name} is ${office} here`,
    notAPerson: 'Not a person',
    rename: (name: string) => `Rename ${name}…`,
    office: (name: string) => `Set the office of ${name} in this article…`,
    date: (name: string) => `Set the date of ${name}…`,
    articleDate: 'Set the date of the article…',
    hide: (name: string) => `Hide ${name}`,
    undo: (line: string) => `Undo correction: ${line}`,
    concerns: 'What this is about',
    inFile: 'Correction in fihris.yaml',
    impossible: 'fihris.yaml is built in a way that this correction cannot be added to. Write it there by hand.',
    noAnswer: 'That is no answer here.',
  },
  objections: {
    contradicts: (line: number) => `says the opposite of line ${line}, which stands`,
    repeats: (line: number) => `says again what line ${line} says`,
    'one-name': (name: string) =>
      `“${name}” is the same name; write { in: article, mention: words } to tell its bearers apart`,
    'unknown-name': (name: string) => `nothing in this corpus is called “${name}” (any more): this has no effect`,
    several: (name: string) => `several are called “${name}”; write { in: article, mention: words }`,
    'words-needed': (name: string) =>
      `“${name}” is no person: to keep it apart from another write { in: article, mention: words } of one of them`,
    'unknown-article': (name: string) => `there is no article “${name}” (any more): this has no effect`,
    'unknown-words': (name: string) => `the article mentions nothing as “${name}” (any more): this has no effect`,
    'other-kind': (name: string) => `“${name}” is of another kind`,
  },
  contradictions: {
    twoHolders: (office: string, date: string, one: string, other: string) =>
      `${office} on ${date}: ${one} here, ${other} elsewhere.`,
    holder: (who: string, date: string) => `${who}, ${date}`,
    twoSigningDates: (agreement: string, one: string, other: string) =>
      `Two dates of the signing of ${agreement}: ${one} here, ${other} in another article.`,
    signedOn: (date: string) => `signed ${date}`,
    officeOfSignatory: (person: string, claimed: string, attested: string) =>
      `${person} signs here as ${claimed}; another article of those days has: ${attested}.`,
    severalCandidates: (words: string, names: string) => `${words} may mean: ${names}`,
  },
  dossier: {
    kinds: {
      office: 'Office',
      rank: 'Rank',
      signature: 'Signature',
      state: 'State',
      mention: 'Mentioned',
      relation: 'Related',
    },
    undated: 'Without a date',
    contradictions: 'Where articles contradict each other',
    dateOfArticle: (date: string) => `${date} (date of the article that tells it)`,
    with: (who: Slot) => say`with ${who}`,
    to: (place: Slot) => say`to ${place}`,
    in: (place: Slot) => say`in ${place}`,
    roles: { host: 'Host', visitor: 'Guest', caller: 'Caller', called: 'Called' },
    onTheDay: 'on the day of the signing',
    also: 'Also told in',
    some: (shown: number, total: number) => `The first ${shown} of ${total}.`,
    looked: (looked: number, articles: number) => `Looked for in ${looked} of ${articles} articles.`,
  },
  /** `percent`: how likely it is a name; `unsure`: it is marked as open. */
  estimate: (reason: string, percent: number, unsure: boolean) =>
    `${unsure ? 'unsure: ' : ''}${reason} (about ${percent} in 100)`,
  reasonAt: (reason: Slot, proof: Slot) => say`${reason}: ${proof}`,
};

export type Messages = typeof en;
