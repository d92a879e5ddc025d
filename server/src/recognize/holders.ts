/** Whom an office alone stands for: «وزير الدفاع العراقي», «الوزير», «الضيف العراقي», «نظيره الإيراني». Two candidates leave it open. */
import { adjectiveOf, nisba, places } from '../lexicon/geography.ts';
import { portfolios, roles } from '../lexicon/office-words.ts';
import { bodiesOfAdjective } from '../lexicon/organizations.ts';
import { functionWords, isWoman } from '../lexicon/person-names.ts';
import { speakingOn, verbKind } from '../lexicon/verbs.ts';
import { withoutPremier } from '../text/agencies.ts';
import { clean, fold } from '../text/fold.ts';
import { tokenAfter } from '../text/sentences.ts';
import type { Word } from '../text/word.ts';
import { FEMININE, HEIRS, isFeminine, MANY, type OfficeMention, type Registry } from './claims.ts';
import type { ClaimDraft, MentionDraft, OfficeDraft, PersonDraft } from './drafts.ts';
import type { NameSpan } from './evidence.ts';
import { CANDIDATE } from './facts.ts';
import type { FoundOffice } from './offices.ts';
import { sentenceStart } from './sentence-start.ts';
import { MAY, type Words } from './words.ts';

interface Holding {
  readonly person: PersonDraft;
  readonly claim: ClaimDraft;
}

interface Holder {
  readonly person: PersonDraft;
  readonly at: MentionDraft | null;
  readonly office: OfficeDraft | null;
}

/** How many holders or earlier offices are looked at: bounds the cost where an article names thousands. */
const WINDOW = 40;
/** Characters back to which «الوزير العراقي» looks for whom it means: a few sentences. */
const FAR = 1500;
/** Characters within which the only one spoken of is meant, whoever was further back: about two sentences. */
const NEAR = 500;

const one = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
const unique = (list: readonly Holding[]): PersonDraft[] => [...new Set(list.map(({ person }) => person))];

const isOf = ({ claim, person }: Holding, country: string): boolean =>
  claim.office.country === country || (claim.office.country === null && person.country === country);

/** The claims of a person that are looked at. */
const claimsOf = ({ claims }: PersonDraft): readonly ClaimDraft[] =>
  claims.length > WINDOW ? claims.slice(0, WINDOW) : claims;

/** «رئيس الجمهورية» and «الرئيس» of a state are one office, «مفتي الجمهورية» and its mufti. */
const subjectOf = (subject: string): string => (subject === 'republic' ? '' : subject);

/** What one article has said of who holds what. */
class Knowledge {
  readonly words: Words;
  readonly registry: Registry;
  readonly list: readonly OfficeMention[];
  /** Names by their first letter. */
  readonly names: ReadonlyMap<number, MentionDraft>;
  /** Holdings by `role/subject`, and all of a role by `*role`. */
  readonly #holdings = new Map<string, Holding[]>();
  readonly #countrymen = new Map<string, PersonDraft[]>();
  readonly #officials = new Map<ReadonlySet<string>, readonly PersonDraft[]>();
  #spoken: ReadonlyMap<string, number> | undefined;
  /** Persons who are named as counterparts, or whose counterparts are named. */
  readonly paired = new Set<PersonDraft>();
  /** Persons whom the article names as somebody's counterparts: «نظيره الإيراني فلان». */
  readonly named = new Set<PersonDraft>();
  /** States whose officials the article calls the counterparts of others: those called without a state are not of them. */
  readonly others = new Set<string>();

  constructor(words: Words, registry: Registry, list: readonly OfficeMention[], names: readonly MentionDraft[]) {
    this.words = words;
    this.registry = registry;
    this.list = list;
    this.names = new Map(names.map((name) => [name.start, name]));
  }

  hold(holding: Holding): void {
    const { roleId, subject, country } = holding.claim.office;
    if (!holding.claim.former && country !== null && holding.person.country === null) holding.person.country = country;
    const outer = roleId.startsWith('state-secretary.') ? ['*state-secretary'] : [];
    // «الوزير المنتدب لدى رئيس الحكومة» is «الوزير».
    if (roleId.startsWith('minister-delegate')) outer.push('*minister');
    // «المبعوث الخاص للأمين العام» is «المبعوث».
    const [sent = ''] = /^(?:envoy|representative)(?=\.)/.exec(roleId) ?? [];
    if (sent !== '') outer.push(`*${sent}`);
    for (const key of [`${roleId}/${subjectOf(subject)}`, `*${roleId}`, ...outer]) push(this.#holdings, key, holding);
  }

  /** Files a person under the state that the article gives it: when all claims are known. */
  file(person: PersonDraft): void {
    if (person.country !== null) push(this.#countrymen, person.country, person);
  }

  of(roleId: string, subject: string): readonly Holding[] {
    return this.#holdings.get(`${roleId}/${subjectOf(subject)}`) ?? [];
  }

  ofRole(roleId: string): readonly Holding[] {
    return this.#holdings.get(`*${roleId}`) ?? [];
  }

  /** Holdings of offices whose role is this one of another office: `deputy` of `deputy.president`. */
  within(roleId: string): readonly Holding[] {
    const inner = [...this.#holdings].flatMap(([key, list]) => (key.startsWith(`*${roleId}.`) ? list : []));
    return inner.slice(0, WINDOW);
  }

  /** Who holds an office of one of the bodies; each set of them is one of the lexicon. */
  ofBodies(bodies: ReadonlySet<string>): readonly PersonDraft[] {
    let people = this.#officials.get(bodies);
    if (people) return people;
    const isTheirs = ({ office, former }: ClaimDraft) =>
      !former && (bodies.has(office.organization?.key ?? '') || bodies.has(office.subject));
    const all = new Set([...this.names.values()].map(({ entity }) => entity as PersonDraft));
    people = [...all].filter((person) => claimsOf(person).some(isTheirs));
    this.#officials.set(bodies, people);
    return people;
  }

  countrymen(country: string): readonly PersonDraft[] {
    return this.#countrymen.get(country) ?? [];
  }

  /** Whether the words of a claim go on with «المنتخب». */
  isElected({ mention }: ClaimDraft): boolean {
    return /^\s+المنتخب(?!\p{L})/u.test(this.words.text.slice(mention.end, mention.end + ELECT.length + 3));
  }

  /** Whether the article is on two states: `country` and another, `other` where that is known; a third one it names once at most. */
  isOfTwo(country: string, other: string | null): boolean {
    this.#spoken ??= spokenOf(this.words);
    const told = [...this.#spoken].flatMap(([state, times]) => (times > 1 ? [state] : []));
    return told.length === 2 && country !== other && [country, other ?? country].every((state) => told.includes(state));
  }

  /** The state that the article speaks of besides `country`, any third one a fourth as often at most. */
  otherOfTwo(country: string): string | null {
    this.#spoken ??= spokenOf(this.words);
    const [other, third] = [...this.#spoken].filter(([state]) => state !== country).sort((a, b) => b[1] - a[1]);
    return other !== undefined && (third?.[1] ?? 0) * 4 <= other[1] ? other[0] : null;
  }

  /** Whether the article names `country` more often than any other state. */
  isMostlyAbout(country: string): boolean {
    this.#spoken ??= spokenOf(this.words);
    const own = this.#spoken.get(country) ?? 0;
    return [...this.#spoken].every(([state, times]) => state === country || times < own);
  }

  /** Whether the article names `country` twice as often as any other state but `other`. */
  isOnlyAbout(country: string, other: string | null): boolean {
    this.#spoken ??= spokenOf(this.words);
    const own = this.#spoken.get(country) ?? 0;
    return [...this.#spoken].every(([state, times]) => state === country || state === other || times * 2 <= own);
  }

  /** Whether the article tells whose an office is of every state that it is more about than `country`. */
  isLeft(country: string, { roleId, subject }: FoundOffice): boolean {
    this.#spoken ??= spokenOf(this.words);
    const own = this.#spoken.get(country) ?? 0;
    const premier = roleId === 'prime-minister';
    const isTold = (state: string) =>
      (premier &&
        (withoutPremier.has(state) ||
          this.ofRole('president').some((each) => isOfGovernment(each) && isOf(each, state)))) ||
      this.of(roleId, subject).some((each) => isOf(each, state));
    return own > 1 && [...this.#spoken].every(([state, times]) => state === country || times <= own || isTold(state));
  }

  /** Whether the article is about `country` as much as about others: an official called without state may be of it. */
  isAbout(country: string): boolean {
    this.#spoken ??= spokenOf(this.words);
    return (this.#spoken.get(country) ?? 0) * 4 >= 3 * Math.max(0, ...this.#spoken.values());
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < WINDOW) list.push(value);
}

/** Whether a word says of which state something is. */
export const saysState = ({ forms }: Word): boolean =>
  forms.some(({ core }) => Boolean(nisba(core) || places.get(core)?.country));

/** How often each state is named, by its name, its cities or its adjective. */
function spokenOf(words: Words): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (let at = words.next(MAY.state); at < words.tokens.length; at = words.next(MAY.state, at + 1)) {
    for (const { core } of words.readings(at)) {
      const country = nisba(core) || places.get(core)?.country;
      if (!country) continue;
      times.set(country, (times.get(country) ?? 0) + 1);
      break;
    }
  }
  return times;
}

/** Gives offices alone, counterparts and descriptions their holders; `list` in text order. */
export function resolveAlone(
  words: Words,
  list: readonly OfficeMention[],
  spans: readonly NameSpan[],
  bySpan: ReadonlyMap<NameSpan, MentionDraft>,
  registry: Registry,
): void {
  const names = spans.filter((span) => span.confidence >= CANDIDATE).map((span) => bySpan.get(span) as MentionDraft);
  const known = new Knowledge(words, registry, list, names);
  const people = new Set([...bySpan.values()].map((mention) => mention.entity as PersonDraft));
  for (const person of people) for (const claim of person.claims) known.hold({ person, claim });
  for (const { found } of list) if (found.counterpart && found.country !== null) known.others.add(found.country);
  const others = new Map(
    list.flatMap(({ mention, other }) => (other ? [[mention.entity, other.entity] as const] : [])),
  );
  // Counterparts that are named first: whom they are counterparts of is told before, who holds an office may be told after.
  walk(list, names, ({ found, mention }, i, before) => {
    if (found.counterpart && mention.attached) counterpart(known, list, i, before);
  });
  for (const person of people) known.file(person);
  walk(list, names, ({ found, mention, followed }, i, before) => {
    if (mention.attached) return;
    if (found.counterpart) {
      counterpart(known, list, i, before);
      return;
    }
    if (found.bare && isUnfinished(words, found)) return;
    const alone = list[i - 1]?.mention;
    const ministry = ministryBefore(words, found);
    const holder =
      (ministry && ministerOf(known, found, ministry)) ??
      holderOf(known, found, mention, before, alone?.attached === false ? alone.holder : null) ??
      (isUnnamed(words, found) ? null : speaker(words, found, mention, before)) ??
      lastSpeaker(words, list, i, before);
    if (holder && isUnnamedBefore(list, i, holder.person)) return;
    // «الملك، فلان»: whoever is meant, nobody else than the one named there.
    if (!holder || (followed && followed.entity !== holder.person) || others.get(mention.entity) === holder.person)
      return;
    mention.holder = holder.person;
    mention.at = holder.at;
    mention.code = found.role.general && found.bare ? 'description' : 'office-in-article';
    const office = mention.entity as OfficeDraft;
    // «وزير الدفاع» alone is the minister of the state that the article said before.
    if (!found.bare && office.country === null && holder.office?.country && office.subject === holder.office.subject)
      mention.entity = holder.office;
  });
}

/** «وزير الخارجية فلان … مع نظيره العراقي»: the office that the article gave `person` without a state, `told`, is `office`, of a state. */
function settle({ list }: Knowledge, person: PersonDraft, told: OfficeDraft, office: OfficeDraft): void {
  if (office.country === null || office.roleId !== told.roleId || subjectOf(office.subject) !== subjectOf(told.subject))
    return;
  person.country ??= office.country;
  for (const claim of person.claims) if (claim.office === told && !claim.former) claim.office = office;
  for (const { mention, second } of list)
    if (mention.entity === told && mention.holder === person && second === null) mention.entity = office;
}

interface Ministry {
  readonly portfolio: string;
  readonly country: string | null;
}

/** «قال مصدر في وزارة الدفاع التركية إن [الوزير]»: the ministry that the sentence names last before «الوزير». */
function ministryBefore(words: Words, found: FoundOffice): Ministry | null {
  if (!found.bare || found.roleId !== 'minister' || found.former || found.next > found.to) return null;
  const start = sentenceStart(words, found.from);
  for (let at = found.from - 1; at > 0 && (words.tokens[at]?.start ?? 0) >= start; at--) {
    if (!words.readings(at).some(({ core }) => core === 'وزاره') || !words.follows(at + 1)) continue;
    const portfolio = portfolios.longest(words.word(at + 1), words.tokens, at + 1);
    if (!portfolio) return null;
    const country = words.follows(portfolio.end) ? nisba(words.word(portfolio.end)) || null : null;
    return { portfolio: portfolio.value, country };
  }
  return null;
}

/** The minister of a ministry, if the article names one. */
function ministerOf(known: Knowledge, { country }: FoundOffice, ministry: Ministry): Holder | null {
  if (country !== null && ministry.country !== null && country !== ministry.country) return null;
  const state = country ?? ministry.country;
  const holdings = known.of('minister', ministry.portfolio).filter(({ claim, person }) => {
    const own = claim.office.country ?? person.country;
    return !claim.former && (state === null || own === null || own === state);
  });
  const [first] = holdings;
  return first && unique(holdings).length === 1
    ? { person: first.person, at: first.claim.mention, office: first.claim.office }
    : null;
}

/**
 * «وقال وزير الخارجية السوري … وأضاف الوزير السوري … وزير الدفاع السوري فلان»: an official whom the article has not named stands before, and who
 * is named only behind is not he.
 */
function isUnnamedBefore(list: readonly OfficeMention[], at: number, person: PersonDraft): boolean {
  const { found, mention } = list[at] as OfficeMention;
  if (!found.bare || found.country === null || person.mentions.some(({ start }) => start < mention.start)) return false;
  for (let i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
    const other = list[i] as OfficeMention;
    const { roleId, country, bare } = other.found;
    if (!bare && roleId === found.roleId && country === found.country && other.mention.holder === null) return true;
  }
  return false;
}

/**
 * «المدير الجهوي للصحة», «المديرة العامة لتيسير القروض», «المتحدث عن البيت الأبيض»: what follows says of what; of offices that hardly stand
 * alone it is another's then.
 */
function isUnfinished(words: Words, { roleId, to }: FoundOffice): boolean {
  // «الناطق باسمها»: another's than «الناطق باسم الحكومة», where the body has not been told.
  if (/^باسم(?:ه|ها|هم|هما)$/.test(words.word(to - 1))) return true;
  if (!SELDOM_ALONE.has(roleId) || !words.follows(to)) return false;
  const next = words.word(to);
  return (
    // «وأشار الأمين العام إلى» is no «ال»; «ودعا الأمين العام الدول» has an object, «المدير المسؤول عن …» goes on.
    (/^ال(?:م.*|.*(?:ي|ه))$/.test(next) && !functionWords.has(next)) ||
    (next === 'عن' && roleId === 'spokesperson') ||
    next === 'باسم' ||
    words.readings(to).some(({ proclitic }) => proclitic === 'ل')
  );
}
const SELDOM_ALONE = new Set([
  'adviser',
  'secretary',
  'director',
  'governor',
  'spokesperson',
  'commissioner',
  'coordinator',
]);

/** «في المحافظة كان الأمين العام غائبا»: an office that hardly stands alone, and that is nobody's here, tells nothing; so does «وزير عراقي». */
export const tellsNothing = ({ found, mention }: OfficeMention): boolean =>
  mention.holder === null && (found.indefinite || (found.bare && SELDOM_ALONE.has(found.roleId)));

/** Goes through the offices in text order with the names before each, the last ones at the end. */
function walk(
  list: readonly OfficeMention[],
  names: readonly MentionDraft[],
  visit: (office: OfficeMention, at: number, before: readonly MentionDraft[]) => void,
): void {
  const before: MentionDraft[] = [];
  let next = 0;
  list.forEach((office, i) => {
    for (let name = names[next]; name && name.start < office.mention.start; name = names[++next]) {
      before.push(name);
      if (before.length > WINDOW) before.shift();
    }
    visit(office, i, before);
  });
}

/** Heads of state: nobody calls one «المسؤول». */
const HEADS = new Set(['president', 'king', 'queen', 'emir', 'supreme-leader']);
const isHead = (person: PersonDraft) =>
  claimsOf(person).some(({ office, former }) => !former && HEADS.has(office.roleId) && !office.organization);

/** «المسؤولة الأمريكية»: of `people` the women, if there are any; «المسؤول الأمريكي» is none of them. */
function ofGender(words: Words, found: FoundOffice, people: readonly PersonDraft[]): readonly PersonDraft[] {
  const women = people.filter(isCalledWoman);
  if (!isFeminine(words, found)) return people.filter((person) => !women.includes(person));
  return women.length > 0 ? women : people;
}
/**
 * «الوزيرة» is no man, «الوزير» no woman, unless she is the only minister; «وزير السياحة» many call a woman, too.
 */
function mayBeCalled(words: Words, found: FoundOffice, person: PersonDraft, candidates: readonly Holding[]): boolean {
  const woman = isCalledWoman(person);
  if (isFeminine(words, found))
    return woman || (found.bare && !MANY.has(found.role.id) && unique(candidates).length === 1);
  return !woman || !found.bare;
}
/** Whether the name of somebody, or the noun of an office, says that she is a woman: «السفيرة», «مساعدة وزير …». */
const isCalledWoman = ({ name, claims }: PersonDraft): boolean =>
  isWoman(name) || claims.some(({ office }) => /ة(?:\s|$)/.test(clean(office.title).split(' ')[0] ?? ''));

/** «الضيف الإيراني», «المسؤول الإيراني» of a visitor whom his state's ambassador goes with: the one other person, if named more often. */
function besideAmbassador(people: readonly PersonDraft[]): PersonDraft | undefined {
  const posted = people.filter((person) => claimsOf(person).some(({ office }) => office.role === 'ambassador'));
  const visitor = one(people.filter((person) => !posted.includes(person)));
  return visitor && posted.every(({ mentions }) => mentions.length < visitor.mentions.length) ? visitor : undefined;
}

/** The person whom an office alone stands for, with the mention that shows it. `previous`: for whom the office alone before it stands. */
function holderOf(
  known: Knowledge,
  found: FoundOffice,
  mention: MentionDraft,
  before: readonly MentionDraft[],
  previous: PersonDraft | null,
): Holder | null {
  const { roleId } = found;
  const office = mention.entity as OfficeDraft;
  // An office that the report means of its own state: whom it gives that, if anybody.
  const ownHolders = known.of(roleId, found.subject).filter(({ claim }) => claim.office === office);
  const country = ownHolders.length > 0 ? office.country : found.country;
  if (found.role.general && (found.bare || found.subject === '')) {
    // «المسؤول الإيراني», «الضيف العراقي»: the one of that state whom the article names; «المسؤولة الأوروبية»: of that body.
    const bodies = bodiesOfAdjective(known.words.word(found.next)) ?? bodiesOfAdjective(known.words.word(found.to - 1));
    const fellows = country !== null ? known.countrymen(country) : bodies ? known.ofBodies(bodies) : [];
    const all = ofGender(known.words, found, fellows).filter((person) => found.role.description || !isHead(person));
    const officials = all.filter((person) => claimsOf(person).some(({ former }) => !former));
    // Whom it means has been named before, but for a headline.
    const told = new Set(before.map(({ entity }) => entity));
    const named = officials.filter((person) => told.has(person));
    const candidates = named.length > 0 ? named : officials.length > 0 ? officials : all;
    const person =
      one(candidates) ?? besideAmbassador(candidates) ?? recentSubject(known.words.text, candidates, mention, before);
    return person ? { person, at: person.introduction, office: null } : null;
  }
  // «لن تسمح للمدرب أو الرئيس أو اللاعبين»: whoever it is.
  if (found.bare && country === null && isAlternative(known.words, found)) return null;
  let pool = found.bare && roleId !== 'president' ? known.ofRole(roleId) : known.of(roleId, found.subject);
  // «النائب الأول» behind «النائب الأول لرئيس الجمهورية فلان».
  if (pool.length === 0 && found.bare && found.to > found.from + 1) pool = known.within(roleId);
  // «الرئيس» of an article without a head of state: of a club, a court.
  if (pool.length === 0 && found.bare && country === null) pool = known.ofRole(roleId);
  // «رئيس الحكومة» behind «رئيس حكومة الإقليم فلان», where the article has no other head of a government.
  const plain = roleId === 'prime-minister' && country === null && found.to === found.from + 2;
  if (pool.length === 0 && plain) pool = known.ofRole('president').filter(isOfGovernment);
  const of = ({ claim, person }: Holding) =>
    claim.office.country === country || (claim.office.country === null && person.country === country);
  // «رئيس البنك الدولي» before «رئيس مجموعة البنك الدولي فلان».
  if (pool.length === 0 && !found.bare)
    pool = known.ofRole(roleId).filter(({ claim }) => isShorter(known.words, found, claim.office));
  // «المدير العام للمكتب الوطني» behind «فلان، المدير العام للمكتب».
  if (pool.length === 0 && !found.bare)
    pool = known.ofRole(roleId).filter(({ claim }) => isLonger(known.words, found, claim.office));
  // «الرئيس الراحل» of one who is only called «الرئيس» elsewhere.
  const late = found.former && LATE.has(known.words.word(found.next - 1));
  // «الوزير» may be any of them, of whichever state; «الرئيس» is rather one who is called so without a state.
  let candidates: readonly Holding[] =
    found.bare && country === null && (roleId !== 'president' || late) ? pool : pool.filter(of);
  // «رئيس الدولة» of an article on another state than that of «الرئيس المصري» is not he.
  const ofState = roleId === 'president' && !found.bare && subjectOf(found.subject) === '';
  if (candidates.length === 0 && country === null)
    candidates = pool.filter(
      ({ claim }) => !ofState || claim.office.country === null || known.isMostlyAbout(claim.office.country),
    );
  // «وفي واشنطن، أكد الرئيس فلان … ورد الرئيس الأمريكي»: who is called so in a sentence on a place of that state.
  if (candidates.length === 0 && country !== null && roleId === 'president')
    candidates = pool.filter(
      ({ claim, person }) =>
        claim.office.country === null && person.country === null && isSaidFrom(known.words, claim.mention, country),
    );
  // «وفي بيروت، قرأ النائب رسالة رئيس الجمهورية»: in a sentence on a place of a state, of that state.
  const there =
    country === null && !found.bare
      ? pool.filter(
          ({ claim }) => claim.office.country !== null && isSaidFrom(known.words, mention, claim.office.country),
        )
      : [];
  if (there.length > 0) candidates = there;
  // «وزير الداخلية العراقي» after «وزير الداخلية فلان»: where the article is about that state, and nothing says that he is of another.
  const isIts =
    country !== null && (known.isAbout(country) || known.isLeft(country, found)) && !known.others.has(country);
  if (candidates.length === 0 && country !== null && isIts)
    candidates = pool.filter(
      ({ claim, person }) =>
        claim.office.country === null && person.country === null && !isMetBy(known.words, claim.mention, country),
    );
  // «الرئيس الضيف» is of another state than the article’s own «رئيس الجمهورية»; of two states it may be either’s.
  if (found.bare && country === null && found.next > found.to && FOREIGN.has(known.words.word(found.to))) {
    candidates = pool.filter(({ claim, person }) => claim.office.country !== null || person.country !== null);
    if (new Set(candidates.map(({ claim, person }) => claim.office.country ?? person.country)).size > 1) return null;
  }
  // «وقال وزير الدفاع آنذاك إن …»: then, who is called so without it.
  const whenever = found.former && THEN.has(known.words.word(found.next - 1));
  const then = whenever ? candidates : candidates.filter(({ claim }) => claim.former === found.former);
  candidates = late && then.length === 0 ? candidates : then;
  // «وزير التربية بالنيابة» beside the minister who was dismissed.
  const alike = found.manner ? candidates.filter(({ claim }) => claim.manner === found.manner) : [];
  if (alike.length > 0) candidates = alike;
  // «وزير القوى العاملة» of an article on that of one state and the «وزير العمل» of another.
  const worded = found.bare || country !== null ? [] : calledSo(known.words, found, pool);
  if (worded.length > 0 && (candidates.length > 1 || !candidates.some((each) => worded.includes(each))))
    candidates = worded.filter(({ claim }) => claim.former === found.former);
  candidates = candidates.filter((each) => mayBeCalled(known.words, found, each.person, candidates));
  const people = unique(candidates);
  // «الوزير», «الرئيس» without a state is the one just spoken of, not one of another paragraph; so is one of many who have an office.
  const many = MANY.has(found.role.id) && !roleId.includes('.');
  if (many && !found.bare && SEAT_GOES_ON.test(known.words.word(found.next)) && known.words.follows(found.next))
    return null;
  const loose = (found.bare && country === null && !HEIRS.test(roleId)) || many;
  // «الرئيس الجديد», «الرئيس المنتخب» is any, or the next one.
  if (loose && found.next > found.to && !GUESTS.has(known.words.word(found.to)) && !late)
    return known.words.word(found.to) === ELECT ? elected(known, candidates) : null;
  // «الوزير» is rather the one whose counterpart has been named than the counterpart, unless that one was spoken of last.
  const own = previous && known.named.has(previous) ? [] : people.filter((each) => !known.named.has(each));
  const person = loose
    ? (one(inSentence(known.words, found, people, before)) ??
      recentSubject(known.words.text, own.length > 0 ? own : people, mention, before))
    : (one(people) ?? (found.bare ? onlyRecent(people, mention, before) : undefined));
  const governments = plain ? known.ofRole('president').filter(isOfGovernment) : [];
  const nearer =
    person && !found.bare && country === null && worded.length === 0
      ? ofParagraph(known.words.text, person, [...pool, ...governments], mention, before)
      : null;
  if (nearer) return { person: nearer.person, at: nearer.claim.mention, office: nearer.claim.office };
  const holding = candidates.find((candidate) => candidate.person === person);
  return holding ? { person: holding.person, at: holding.claim.mention, office: holding.claim.office } : null;
}

/** «رئيس حكومة الإقليم», «رئيس حكومة الاحتلال»: of a government with a name. */
const isOfGovernment = ({ claim }: Holding): boolean => /^حكومه[ .]/.test(claim.office.subject);

/** «وأجرى المسؤول الإسرائيلي مباحثات مع [وزير الخارجية فلان]»: with whom somebody of `country` talks is not of it. */
function isMetBy(words: Words, { start }: MentionDraft, country: string): boolean {
  let at = words.tokens.findIndex((token) => token.end > start);
  if (words.word(at - 1) !== 'مع' || !words.follows(at)) return false;
  const from = sentenceStart(words, at);
  for (at--; at >= 0 && (words.tokens[at]?.start ?? 0) >= from; at--)
    if (nisba(words.word(at)) === country) return true;
  return false;
}

/** «وفي واشنطن، أكد الرئيس فلان»: whether the sentence of a mention opens with a place of `country`. */
function isSaidFrom(words: Words, { start }: MentionDraft, country: string): boolean {
  const at = tokenAfter(words.tokens, start);
  const from = tokenAfter(words.tokens, sentenceStart(words, at));
  return /^و?في$/.test(words.word(from)) && places.get(words.word(from + 1))?.country === country;
}

/**
 * Those of `candidates` whose office is said with the same words, but for the state, where the others' begin otherwise; «وزير الداخلية» may well
 * be the «وزير الداخلية واللامركزية».
 */
function calledSo(words: Words, { from, to }: FoundOffice, candidates: readonly Holding[]): readonly Holding[] {
  const own: string[] = [];
  for (let at = from + 1; at < to; at++) own.push(words.word(at));
  const wordsOf = ({ claim }: Holding) => fold(clean(claim.office.title)).split(' ').slice(1);
  const same = candidates.filter(
    (each) =>
      wordsOf(each)
        .filter((word) => !nisba(word))
        .join(' ') === own.join(' '),
  );
  const others = candidates.filter((each) => !same.includes(each));
  return others.length > 0 && others.every((each) => wordsOf(each)[0] !== own[0]) ? same : [];
}

/** Whether «أو» joins an office alone to something else. */
const isAlternative = (words: Words, { from, next }: FoundOffice): boolean =>
  (words.follows(from) && words.word(from - 1) === 'او') || (words.follows(next) && words.word(next) === 'او');

/**
 * «وأضاف المسؤول», «وتابعت رئيسة الحزب»: whoever spoke before speaks on. Only where the article has named nobody else so far, and has
 * given that person no office of their own.
 */
function speaker(
  words: Words,
  found: FoundOffice,
  mention: MentionDraft,
  before: readonly MentionDraft[],
): Holder | null {
  if (found.country !== null || found.former || !speaksOn(words, found)) return null;
  const person = one([...new Set(before.map(({ entity }) => entity as PersonDraft))]);
  const last = before.at(-1);
  if (!person || !last || mention.start - last.end > FAR) return null;
  if (!found.role.general && claimsOf(person).some(({ office }) => !office.general)) return null;
  return { person, at: person.introduction, office: null };
}

/**
 * «أعلن وزير العدل فلان أن … وأضاف الوزير»: whoever spoke last in the paragraph, by the name beside that office, where the article has named
 * nobody else with such an office since.
 */
function lastSpeaker(
  words: Words,
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
): Holder | null {
  const { found, mention } = list[at] as OfficeMention;
  if (found.former || found.next > found.to) return null;
  if (!speaksOn(words, found, found.country !== null)) return null;
  const named = lastNamedSpeaker(words, found, mention, before);
  if (named || !found.bare) return named;
  const last = list.slice(Math.max(0, at - WINDOW), at).findLast((other) => other.mention.holder !== null);
  const person = last?.mention.holder;
  if (!last || !person || !last.mention.attached || last.found.role.id !== found.role.id) return null;
  if (found.country !== null && (last.mention.entity as OfficeDraft).country !== found.country) return null;
  let first = list.indexOf(last);
  // «قال نائب رئيس الوزراء وزير الخارجية فلان»
  while (list[first - 1]?.found.next === list[first]?.found.from) first--;
  const verb = (list[first]?.found.from ?? 0) - 1;
  if (!words.follows(verb + 1) || words.text.slice(last.mention.start, mention.start).includes('\n')) return null;
  if (!words.readings(verb).some(({ core }) => verbKind(core) === 'speech')) return null;
  const since = before.filter(({ start }) => start > last.mention.start).map(({ entity }) => entity as PersonDraft);
  const rival = since.some(
    (other) => other !== person && claimsOf(other).some(({ office }) => office.role === found.role.id),
  );
  return rival ? null : { person, at: last.mention.at, office: null };
}

/** «وقال فلان إن … وأضاف الوزير»: who spoke last in the paragraph by name, if the article gives him such an office and nobody was named since. */
function lastNamedSpeaker(
  words: Words,
  { role, roleId, subject, bare, country }: FoundOffice,
  mention: MentionDraft,
  before: readonly MentionDraft[],
): Holder | null {
  const last = before.at(-1);
  if (!last || words.text.slice(last.start, mention.start).includes('\n')) return null;
  const at = tokenAfter(words.tokens, last.start);
  const speaks = words.follows(at) && words.readings(at - 1).some(({ core }) => verbKind(core) === 'speech');
  const person = last.entity as PersonDraft;
  const claim = claimsOf(person).find(
    ({ office, former }) =>
      !former &&
      (bare ? office.role === role.id : office.roleId === roleId && subjectOf(office.subject) === subjectOf(subject)) &&
      (country === null || country === (office.country ?? person.country)),
  );
  return speaks && claim ? { person, at: claim.mention, office: null } : null;
}

/** «وأضاف», «وتابعت» right before an office; `says`: any verb of speech behind «و». */
const speaksOn = (words: Words, { from, proclitic }: FoundOffice, says = false): boolean =>
  proclitic === '' &&
  words.follows(from) &&
  words
    .readings(from - 1)
    .some(
      (reading) =>
        reading.proclitic === 'و' && (speakingOn.has(reading.core) || (says && verbKind(reading.core) === 'speech')),
    );

/** «قال مسؤول كبير بالوزارة … وأضاف المسؤول»: the article has told of one whom it does not name. */
function isUnnamed(words: Words, { role, from }: FoundOffice): boolean {
  if (!role.general) return false;
  for (let at = from - 1; at >= Math.max(0, from - UNNAMED_WITHIN); at--)
    if (words.readings(at).some(({ core, definite }) => !definite && roles.get(core)?.id === role.id)) return true;
  return false;
}
/** Words back to which an official without a name is looked for: a few sentences. */
const UNNAMED_WITHIN = 200;

/** «الرئيس المنتخب» of an article that calls one person so beside the name: «الرئيس الفلاني المنتخب فلان». */
function elected(known: Knowledge, candidates: readonly Holding[]): Holder | null {
  const called = candidates.filter(({ claim }) => known.isElected(claim));
  const person = one(unique(called));
  const claim = called[0]?.claim;
  return person && claim ? { person, at: claim.mention, office: claim.office } : null;
}
const ELECT = 'المنتخب';

/**
 * Whether an office may be said with fewer words than another one: each of its words is one of the other's, in order. Not of offices
 * inside an office: «نائب الرئيس» is not «نائب رئيس البرلمان». Not of portfolios, which have names of their own.
 */
function isShorter(words: Words, { roleId, subject, from, to }: FoundOffice, office: OfficeDraft): boolean {
  if (roleId.includes('.') || roleId === 'minister' || subject === 'republic' || office.subject === '') return false;
  const own: string[] = [];
  for (let at = from + 1; at < to; at++) if (words.isWord(at)) own.push(bodyWord(words.word(at)));
  const whole = fold(clean(office.title)).split(' ').slice(1).map(bodyWord);
  let at = 0;
  for (const word of whole) if (word === own[at]) at++;
  return own.length > 0 && own.length < whole.length && at === own.length;
}
/** Whether an office is said with more words than another one, of a body that has only its first word there. */
function isLonger(words: Words, { roleId, from, to }: FoundOffice, office: OfficeDraft): boolean {
  if (roleId.includes('.') || roleId === 'minister') return false;
  const own = fold(clean(office.title)).split(' ').slice(1).map(bodyWord);
  const whole: string[] = [];
  for (let at = from + 1; at < to; at++) if (words.isWord(at)) whole.push(bodyWord(words.word(at)));
  return own.length > 1 && own.length < whole.length && own.every((word, i) => word === whole[i]);
}

/** A folded word without its article and without «ل». */
const bodyWord = (word: string): string => word.replace(/^(?:لل|ال)(?=.{3})/, '').replace(/^ل(?=كره)/, '');

/** «النائب بالبرلمان عن حزب الأمة فلان», «النائب بالبرلمان ورئيس الكتلة فلان»: whose seat it is follows. */
const SEAT_GOES_ON = /^(?:عن|و.{3,})$/;

const THEN = new Set(['انذاك', 'حينها', 'حينذاك', 'حينئذ', 'وقتها', 'وقتذاك', 'وقتئذ']);
const LATE = new Set(['الراحل', 'الراحله', 'الفقيد', 'المتوفي']);
const FOREIGN = new Set(['الضيف', 'الضيفه', 'الزائر', 'الزائره']);
const GUESTS = new Set([...FOREIGN, 'الحالي', 'الحاليه']);

/** The only one of `people` who was named shortly before `mention`; if none was, the only one a few sentences back. */
function onlyRecent(
  people: readonly PersonDraft[],
  mention: MentionDraft,
  before: readonly MentionDraft[],
): PersonDraft | undefined {
  const wanted = new Set(people);
  for (const reach of [NEAR, FAR]) {
    const seen = new Set<PersonDraft>();
    for (let i = before.length - 1; i >= 0; i--) {
      const name = before[i] as MentionDraft;
      if (mention.start - name.end > reach) break;
      if (wanted.has(name.entity as PersonDraft)) seen.add(name.entity as PersonDraft);
    }
    if (seen.size > 0) return seen.size === 1 ? [...seen][0] : undefined;
  }
  return undefined;
}

/**
 * «كتب رئيس الوزراء اليوناني فلان … وقال مكتب رئيس الوزراء إن …»: the one holder whom the paragraph has named, where `person` is of another
 * paragraph; null where that is the same one, or there are several.
 */
function ofParagraph(
  text: string,
  person: PersonDraft,
  pool: readonly Holding[],
  mention: MentionDraft,
  before: readonly MentionDraft[],
): Holding | null {
  const start = text.lastIndexOf('\n', mention.start);
  const named = new Set(before.filter((name) => name.start > start).map(({ entity }) => entity as PersonDraft));
  if (named.has(person)) return null;
  const others = pool.filter(({ person: other, claim }) => named.has(other) && !claim.former);
  return one(unique(others)) ? (others[0] ?? null) : null;
}

/** «تابع وزير الدفاع فلان مع قائد الجيش علان الاتفاق الذي وقعه الوزير»: those of `people` whom the sentence has named. */
function inSentence(
  words: Words,
  { from }: FoundOffice,
  people: readonly PersonDraft[],
  before: readonly MentionDraft[],
): PersonDraft[] {
  const start = sentenceStart(words, from);
  return people.filter((person) => before.some((name) => name.entity === person && name.start >= start));
}

/**
 * The only one of `people` who was named shortly before; in a new paragraph nobody where the article has spoken of another of them as
 * often: then «الوزير» may well be that one.
 */
function recentSubject(
  text: string,
  people: readonly PersonDraft[],
  mention: MentionDraft,
  before: readonly MentionDraft[],
): PersonDraft | undefined {
  const recent = onlyRecent(people, mention, before) ?? topicBefore(text, people, mention, before);
  if (recent === undefined || people.length < 2) return recent;
  const last = before.findLast(({ entity }) => entity === recent)?.end ?? 0;
  if (!text.slice(last, mention.start).includes('\n')) return recent;
  const times = (person: PersonDraft) => before.filter(({ entity }) => entity === person).length;
  const own = times(recent);
  return people.some((other) => other !== recent && times(other) >= own) ? undefined : recent;
}

/** Of whom the paragraph before speaks: it names him first, and nobody else of `people`; nor does the own paragraph before `mention`. */
function topicBefore(
  text: string,
  people: readonly PersonDraft[],
  mention: MentionDraft,
  before: readonly MentionDraft[],
): PersonDraft | undefined {
  const start = text.lastIndexOf('\n', mention.start);
  let end = start;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  const from = text.lastIndexOf('\n', end - 1);
  if (start < 0 || mention.start - from > FAR) return undefined;
  const named = before.filter((name) => name.start > from).map(({ entity }) => entity as PersonDraft);
  const [first] = named;
  const told = new Set(named.filter((person) => people.includes(person)));
  const isOwn = before.some((name) => name.start > start && people.includes(name.entity as PersonDraft));
  return !isOwn && told.size === 1 && first && told.has(first) ? first : undefined;
}

/** «نظيره العراقي»: the office of the one it is said of, with its own country. */
function counterpart(
  known: Knowledge,
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
): void {
  const { words } = known;
  const { found, mention } = list[at] as OfficeMention;
  // «مثّل الجانب الإيراني نظيره فلان»
  const side = words.follows(found.from) ? nisba(words.word(found.from - 1)) || null : null;
  const country = found.country ?? side ?? mention.holder?.country ?? null;
  const other = subjectBehind(known, at, before, country) ?? antecedent(words, list, at, before, country);
  if (country === null && !mention.holder) {
    const person = otherOfPair(known, list, at, before);
    const claim = person?.claims.find((each) => !each.former);
    if (person && claim) {
      mention.holder = person;
      mention.entity = claim.office;
      mention.at = claim.mention;
    }
    return;
  }
  if (!other || country === null) return;
  mention.at = other.mention;
  const explicit = mention.holder?.claims.find(
    (claim) => claim.office.country === country || claim.office.country === null,
  );
  const office = explicit?.office ?? officeOf(known, other.office, found, country);
  mention.entity = office;
  if (mention.holder) {
    known.paired.add(mention.holder);
    known.named.add(mention.holder);
    if (other.person) known.paired.add(other.person);
    if (explicit) return;
    const name = mention.holder.mentions.find((m) => m.start >= mention.end) ?? mention;
    const evidence = { start: mention.start, end: Math.max(mention.end, name.end) };
    // «رئيس الوزراء الأردني آنذاك، فلان، ونظيره الإسرائيلي، علان»: both held them then.
    const former =
      found.former || (other.person?.claims.some((claim) => claim.mention === other.mention && claim.former) ?? false);
    const claim: ClaimDraft = { office, mention, evidence, former, manner: null };
    mention.holder.claims.push(claim);
    known.hold({ person: mention.holder, claim });
    return;
  }
  const same = unique(
    known
      .of(office.roleId, office.subject)
      .filter(
        ({ claim, person }) =>
          !claim.former &&
          (claim.office.country === country || (claim.office.country === null && person.country === country)),
      ),
  );
  if (same.length > 0) {
    mention.holder = one(same) ?? null;
    return;
  }
  const opposite = oppositeOf(known, other, country);
  if (opposite) {
    mention.holder = opposite.person;
    settle(known, opposite.person, opposite.claim.office, office);
    const state = other.person && other.office.country === null ? known.otherOfTwo(country) : null;
    if (other.person && state !== null)
      settle(known, other.person, other.office, officeOf(known, other.office, found, state));
    return;
  }
  const equal = equalOf(known, other.office, country) ?? likeMinister(known, other.office, country, before);
  if (!equal) return;
  mention.holder = equal.person;
  mention.entity = equal.claim.office;
}

/** An office like `other`, of `country`, as the counterpart at `found` tells. */
function officeOf(
  { words, registry }: Knowledge,
  other: OfficeDraft,
  found: FoundOffice,
  country: string,
): OfficeDraft {
  const key = `${other.roleId}/${other.subject}/${country}${isFeminine(words, found) ? FEMININE : ''}`;
  const known = registry.get(key);
  if (known) return known;
  const title = counterpartTitle(words, other, found, country);
  const office = { ...other, title, country, organization: null };
  registry.set(key, office);
  return office;
}

/**
 * «عن الجانب المغربي فلان، وزير الداخلية، وعن الجانب الإسباني علان، وزير الداخلية. وتناول فلان ونظيره الإسباني …»: of two that have one
 * office, the other one, if no state is said of him. Where the article is on these two states.
 */
function oppositeOf(known: Knowledge, { office, person }: Antecedent, country: string): Holding | null {
  const own = office.country ?? person?.country ?? null;
  if (!person) return null;
  const partner = partnerOf(known, office, person);
  if (partner) return partner;
  // «وزير الخارجية فلان» of a report on one state, whose state it need not say.
  if (!(known.isOfTwo(country, own) || known.isOnlyAbout(country, own))) return null;
  const others = known.of(office.roleId, office.subject).filter((holding) => holding.person !== person);
  const named = unique(others);
  const holding = others.find(({ claim }) => !claim.former);
  return named.length === 1 && holding && holding.claim.office.country === null && holding.person.country === null
    ? holding
    : null;
}

/**
 * «وعقد الوزير جلسة مع نظيره»: the only one whom the sentences before name as a counterpart, where somebody else is the last one named or
 * spoken of.
 */
function otherOfPair(
  known: Knowledge,
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
): PersonDraft | undefined {
  const mention = (list[at] as OfficeMention).mention;
  const person = onlyRecent([...known.named], mention, before);
  const name = before.at(-1);
  const office = list[at - 1]?.mention;
  // «الوزير» behind the last name is spoken of last.
  const last = office && office.start > (name?.start ?? 0) ? office.holder : name?.entity;
  return person && last && last !== person ? person : undefined;
}

/** The other one of «وزيرا الخارجية فلان وعلان». */
function partnerOf({ list }: Knowledge, office: OfficeDraft, person: PersonDraft): Holding | null {
  for (const { mention, second } of list) {
    const two = [mention.holder, second?.entity as PersonDraft | undefined];
    if (!second || mention.entity !== office || !two.includes(person)) continue;
    const partner = two.find((each) => each !== person);
    const claim = partner?.claims.find((each) => each.office === office);
    return partner && claim ? { person: partner, claim } : null;
  }
  return null;
}

/** Offices that states fill differently: one’s adviser meets the other’s secretary of a council as his counterpart. */
const EQUALS = new Set(['adviser', 'secretary', 'director', 'commander', 'general-commander', 'coordinator', 'envoy']);

/** The only official of `country` who can be the counterpart of the holder of `office` without having the same one. */
function equalOf(known: Knowledge, office: OfficeDraft, country: string): Holding | null {
  if (!EQUALS.has(office.roleId)) return null;
  const candidates = known.countrymen(country).flatMap((person): Holding[] => {
    const claim = claimsOf(person).find((c) => !c.former && EQUALS.has(c.office.roleId));
    return claim && !known.paired.has(person) ? [{ person, claim }] : [];
  });
  return one(candidates) ?? null;
}

/** Portfolios that every state has: a counterpart in one of them holds the same. */
const EVERYWHERE = new Set(['foreign', 'defence', 'interior', 'finance', 'justice']);

/** «وزير النفط … نظيره التركي»: the only minister of that state named so far, where neither portfolio is one that every state has. */
function likeMinister(
  known: Knowledge,
  office: OfficeDraft,
  country: string,
  before: readonly MentionDraft[],
): Holding | null {
  if (office.roleId !== 'minister' || EVERYWHERE.has(office.subject)) return null;
  const named = new Set(before.map(({ entity }) => entity as PersonDraft));
  const candidates = known.countrymen(country).flatMap((person): Holding[] => {
    const claim = claimsOf(person).find((each) => !each.former && each.office.roleId === 'minister');
    return claim && named.has(person) && !EVERYWHERE.has(claim.office.subject) ? [{ person, claim }] : [];
  });
  return one(candidates) ?? null;
}

interface Antecedent {
  readonly office: OfficeDraft;
  readonly mention: MentionDraft;
  readonly person: PersonDraft | null;
}

/**
 * «وفي مؤتمر صحفي مع نظيره العراقي، قال فلان»: the one who speaks behind the comma, where the sentence has named nobody before, and what opens it
 * is no clause of its own.
 */
function subjectBehind(
  { words, names, list }: Knowledge,
  at: number,
  before: readonly MentionDraft[],
  country: string | null,
): Antecedent | null {
  const { from, next } = (list[at] as OfficeMention).found;
  const start = sentenceStart(words, from);
  if ([before.at(-1), list[at - 1]?.mention].some((other) => (other?.start ?? -1) >= start)) return null;
  let comma = next;
  while (comma < next + FRONTED && words.isWord(comma) && !words.tokens[comma]?.newLine) comma++;
  const verb = comma + 1;
  const says = (i: number) => words.readings(i).some(({ core }) => verbKind(core) === 'speech');
  if (words.mark(comma) !== '،' || words.tokens[verb]?.newLine || !says(verb)) return null;
  for (let i = from - 1; (words.tokens[i]?.start ?? -1) >= start; i--) if (says(i)) return null;
  const mention = names.get(words.tokens[verb + 1]?.start ?? -1);
  const person = mention && (mention.entity as PersonDraft);
  const claim = person && claimsOf(person).find((c) => !c.former && !c.office.general && c.office.country !== country);
  return mention && claim ? { office: claim.office, mention, person } : null;
}
/** Words between a counterpart and the comma of what opens a sentence: «في أنقرة اليوم». */
const FRONTED = 6;

/**
 * Whose counterpart: in the same sentence the nearest office of another country, or the person named last with one; else the one
 * with whom the sentence before begins, its subject.
 */
function antecedent(
  words: Words,
  list: readonly OfficeMention[],
  at: number,
  before: readonly MentionDraft[],
  country: string | null,
): Antecedent | null {
  const { found, mention: here } = list[at] as OfficeMention;
  const start = sentenceStart(words, found.from);
  // Nearest first, each where it stands.
  let known: Antecedent[] = [];
  for (let i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
    const { mention } = list[i] as OfficeMention;
    if (here.start - mention.end > FAR) break;
    const own = mention.entity as OfficeDraft;
    // «الوزير العراقي … نظيره»: the office that its holder has.
    const office = own.general
      ? (mention.holder?.claims.find((claim) => !claim.office.general)?.office ?? asHead(mention, own))
      : own;
    if (!office || office.roleId === 'counterpart' || office.general || office.country === country) continue;
    known.push({ office, mention, person: mention.holder });
  }
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i] as MentionDraft;
    if (here.start - mention.end > FAR) break;
    const person = mention.entity as PersonDraft;
    const claims = claimsOf(person).filter((c) => c.office.country !== country && !c.former && !c.office.general);
    // «نائب رئيس الوزراء وزير الخارجية»: a foreign minister's counterpart is one.
    const claim = claims.find(({ office }) => !office.roleId.startsWith('deputy.')) ?? claims[0];
    if (claim) known.push({ office: claim.office, mention, person });
  }
  known.sort((a, b) => b.mention.start - a.mention.start);
  // «هاتف الرئيس نظيره المصري»: a president's, whoever else was named before.
  const said = list[at - 1];
  if (said?.found.bare && said.mention.start >= start && HEADED.has(said.found.roleId))
    known = known.filter(({ office }) => isOfKind(office, said.found.roleId));
  const nearest = known[0];
  if (!nearest || nearest.mention.start >= start) return nearest ?? null;
  const first = sentenceStart(words, tokenBefore(words, found.from, start));
  return known.findLast(({ mention }) => mention.start >= first) ?? nearest;
}

/** «الرئيس فلان ونظيره السوداني»: who is called only «الرئيس», with his name, is a head of state where another state's is his counterpart. */
const asHead = (mention: MentionDraft, office: OfficeDraft): OfficeDraft | undefined =>
  mention.attached && office.roleId === 'president' ? { ...office, general: false } : undefined;

/** «الرئيس», «الوزير»: what tells the kind of the counterpart's office. */
const HEADED = new Set(['president', 'minister']);
const isOfKind = ({ roleId, subject }: OfficeDraft, role: string): boolean =>
  roleId === role && (role !== 'president' || subjectOf(subject) === '');

/** The token before the sentence that begins at offset `start`, its closing mark left out; `at` is a token of that sentence. */
function tokenBefore(words: Words, at: number, start: number): number {
  let to = at;
  while (to > 0 && (words.tokens[to]?.start ?? 0) >= start) to--;
  while (to > 0 && !words.isWord(to)) to--;
  return to;
}

/** The other's title with the adjective that stands beside «نظيره». */
function counterpartTitle(words: Words, office: OfficeDraft, found: FoundOffice, country: string): string {
  const title = clean(office.title).split(' ');
  title[0] = ofNoun(title[0] ?? '', isFeminine(words, found));
  const last = title.at(-1) ?? '';
  if (office.country !== null && nisba(foldedWord(last)) === office.country) title.pop();
  const of = (at: number) => (nisba(words.word(at)) === country ? words.tokens[at] : undefined);
  const token = of(found.to - 1) ?? of(found.from - 1);
  const adjective = token
    ? words.text.slice(token.start, token.end).replace(/^و(?=ال)/, '')
    : `ال${adjectiveOf(country)}`;
  return `${title.join(' ')} ${adjective}`;
}

/** «وزيرة» for a woman, «وزير» for a man, where the office nouns have both. */
function ofNoun(noun: string, feminine: boolean): string {
  const other = feminine ? `${noun}ة` : noun.replace(/ة$/, '');
  return roles.get(fold(other)) === undefined ? noun : other;
}

const foldedWord = (word: string) => clean(word).replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه');
