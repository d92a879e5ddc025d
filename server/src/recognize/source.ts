/** The outlets and agencies that an article names as its source: organisations by where they stand. */
import { namedOrganizations } from '../lexicon/organizations.ts';
import { sourceWords } from '../lexicon/press.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { MentionDraft, OrganizationDraft } from './drafts.ts';

/** A source named in more words than this is a sentence. */
const LONGEST = 4;

const AGENCY = fold('وكالة');

/** One mention for each name in the source line («الجزيرة + وكالات» has one); none where other mentions already stand. */
export function sourceMentions(
  text: string,
  source: Span | null,
  organization: (key: string, name: string, country: string | null) => OrganizationDraft,
  others: readonly MentionDraft[],
): MentionDraft[] {
  if (!source) return [];
  const drafts: MentionDraft[] = [];
  for (const match of text.slice(source.start, source.end).matchAll(/[^+/،,؛:|()\-–\n]+/g)) {
    const name = match[0].trim();
    const folded = fold(name);
    if (name === '' || folded.split(/\s+/).length > LONGEST || sourceWords.has(folded) || !/\p{L}/u.test(name))
      continue;
    const start = source.start + match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    if (others.some((other) => overlaps(other, span))) continue;
    // «الأناضول»: what is an agency wherever it stands as a source.
    const known = namedOrganizations.get(folded) ?? namedOrganizations.get(`${AGENCY} ${folded}`);
    const entity = organization(known?.id ?? folded.replace(/^ال/, ''), name, known?.country ?? null);
    drafts.push({
      ...span,
      form: 'name',
      entity,
      holder: null,
      attached: false,
      confidence: 0.7,
      code: 'pattern',
      at: null,
    });
  }
  return drafts;
}
