/** The wording of cards, outlines and labels in English. ar.ts has the same in Arabic and is typed against this file. */
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
  agreementStates: {
    planned: 'planned',
    negotiated: 'being negotiated',
    signed: 'signed',
    'in force': 'in force',
    announced: 'announced',
    ended: 'ended',
  },

  mentions: counting('en', { one: '# mention', other: '# mentions' }),
  articles: counting('en', { one: '# article', other: '# articles' }),
  more: counting('en', { one: 'and # more article', other: 'and # more articles' }),
  moreEntries: counting('en', { one: 'and # more', other: 'and # more' }),

  labelled: (label: string, value: Slot) => say`${label}: ${value}`,
  inferredDate: (date: string) => `${date} (not stated in the text)`,
  undated: 'undated',
  former: 'formerly',
  articleDate: 'Date of the article',

  openMention: 'It is open who or what is meant here',
  candidates: 'May be',
  noCandidates: 'No article of this corpus says.',

  officeHere: (date: Slot | null) =>
    date === null ? say`Office in this article` : say`Office in this article, ${date}`,
  officeElsewhere: 'Office known only from another article',
  otherOffices: 'Other offices in this corpus',
  allOffices: 'Offices in this corpus',
  noOffice: 'No article of this corpus gives an office.',
  thisMention: (words: Slot) => say`Meant here by ${words}`,
  inArticle: (title: Slot, date: Slot) => say`${title}, ${date}`,

  signed: 'Agreements signed',
  inCapacity: (capacity: Slot) => say`as ${capacity}`,
  elsewhere: counting('en', { one: 'In # other article', other: 'In # other articles' }),
  onlyHere: 'In no other article of this corpus.',
  why: 'Why this reading',

  holders: 'Holders in this corpus',
  noHolders: 'No article of this corpus names a holder.',
  generalOffice: 'Too general to be one office: it means whoever the article speaks of.',
  offices: 'Offices and holders in this corpus',

  country: 'Country',
  organization: 'Organisation',
  state: 'State',
  date: 'Date',
  place: 'Signed in',
  parties: 'Parties',
  signatories: 'Signatories',
  related: 'Related',
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
    ambiguous: 'fits more than one',
    decision: 'the reader decided so',
  },
  /** `percent`: how likely it is a name; `unsure`: it is marked as open. */
  estimate: (reason: string, percent: number, unsure: boolean) =>
    `${unsure ? 'unsure: ' : ''}${reason} (about ${percent} in 100)`,
  reasonAt: (reason: Slot, proof: Slot) => say`${reason}: ${proof}`,
};

export type Messages = typeof en;
