/** Mentions and entities while an article is being read: they point at each other, and become indexes when all are known. */
import { clean } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type {
  CountryCode,
  LocalEntity,
  Manner,
  MentionFact,
  MentionForm,
  OfficeFact,
  OrganizationFact,
  PersonFact,
  PlaceFact,
  RankClaim,
  Reason,
} from './facts.ts';

export interface PersonDraft {
  readonly kind: 'person';
  name: string;
  words: readonly string[];
  introduction: MentionDraft | null;
  readonly mentions: MentionDraft[];
  /** State whose adjective stands before the name («الوفد الإيراني الأدميرال فلان») or that an office is of. */
  country: CountryCode | null;
  readonly ranks: RankClaim[];
  readonly claims: ClaimDraft[];
}

export interface ClaimDraft {
  /** Its state may be told later in the article: see holders.ts. */
  office: OfficeDraft;
  readonly mention: MentionDraft;
  readonly evidence: Span;
  readonly former: boolean;
  readonly manner: Manner | null;
}

export interface OfficeDraft {
  readonly kind: 'office';
  readonly role: string;
  /** `assistant.minister`: the first part of the key. */
  readonly roleId: string;
  readonly subject: string;
  title: string;
  organization: OrganizationDraft | null;
  readonly country: CountryCode | null;
  readonly general: boolean;
}

export interface OrganizationDraft {
  readonly kind: 'organization';
  readonly key: string;
  name: string;
  short?: string;
  readonly country: CountryCode | null;
}

export interface PlaceDraft {
  readonly kind: 'place';
  readonly key: string;
  readonly name: string;
  readonly country: CountryCode | null;
  readonly type: PlaceFact['type'];
  within: { readonly place: PlaceDraft; readonly evidence: Span } | null;
}

export type EntityDraft = PersonDraft | OfficeDraft | OrganizationDraft | PlaceDraft;

export interface MentionDraft extends Span {
  readonly form: MentionForm;
  entity: EntityDraft;
  holder: PersonDraft | null;
  attached: boolean;
  readonly confidence: number;
  code: Reason['code'];
  at: MentionDraft | null;
  /** See `MentionFact`. */
  readonly otherTime?: boolean;
}

export const officeKey = (office: OfficeDraft): string => `${office.roleId}/${office.subject}/${office.country ?? ''}`;

const ORDER: Readonly<Record<EntityDraft['kind'], number>> = { person: 0, office: 1, organization: 2, place: 3 };

/**
 * Numbers mentions and entities: mentions by start, the longer first; of two that cross or cover the same words one stays (a person
 * before an office before an organisation before a place). Entities are numbered by their first mention.
 */
export function assemble(drafts: readonly MentionDraft[]): { mentions: MentionFact[]; entities: LocalEntity[] } {
  const sorted = [...drafts].sort(
    (a, b) => a.start - b.start || b.end - a.end || ORDER[a.entity.kind] - ORDER[b.entity.kind],
  );
  const kept: MentionDraft[] = [];
  const open: MentionDraft[] = [];
  for (const draft of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= draft.start) open.pop();
    const outer = open.at(-1);
    // No name lies inside another name, and nothing inside a place or a person.
    if (
      outer &&
      (outer.end < draft.end ||
        (outer.start === draft.start && outer.end === draft.end) ||
        outer.entity.kind === 'person' ||
        outer.entity.kind === 'place' ||
        draft.entity.kind === 'person')
    )
      continue;
    kept.push(draft);
    open.push(draft);
  }
  const mentionIndex = new Map(kept.map((draft, i) => [draft, i]));
  const entityIndex = new Map<EntityDraft, number>();
  const number = (entity: EntityDraft): number => {
    const index = entityIndex.get(entity) ?? entityIndex.size;
    entityIndex.set(entity, index);
    return index;
  };
  for (const draft of kept) number(draft.entity);
  const personIndex = (person: PersonDraft | null) => (person ? (entityIndex.get(person) ?? null) : null);
  const offices = [...entityIndex.keys()].filter((entity) => entity.kind === 'office');
  for (const office of offices)
    if (office.organization && !entityIndex.has(office.organization)) office.organization = null;
  // Offices that no mention shows by themselves («نظيره» makes one) are numbered after the others.
  for (const entity of [...entityIndex.keys()])
    if (entity.kind === 'person') for (const claim of entity.claims) number(claim.office);
  const mentions = kept.map(
    (draft): MentionFact => ({
      start: draft.start,
      end: draft.end,
      kind: draft.entity.kind,
      form: draft.form,
      entity: number(draft.entity),
      holder: personIndex(draft.holder),
      attached: draft.attached,
      confidence: Math.round(draft.confidence * 1000) / 1000,
      ...(draft.otherTime === true && draft.holder === null && { otherTime: true }),
      reason:
        draft.at && mentionIndex.has(draft.at)
          ? { code: draft.code, at: mentionIndex.get(draft.at) as number }
          : { code: draft.code },
    }),
  );
  const entities = [...entityIndex.keys()].map((entity): LocalEntity => {
    switch (entity.kind) {
      case 'person':
        return {
          kind: 'person',
          name: entity.name,
          words: entity.words,
          introduction:
            mentionIndex.get(entity.introduction as MentionDraft) ??
            mentions.findIndex((mention) => mention.entity === entityIndex.get(entity)),
          ranks: entity.ranks,
          offices: entity.claims
            .filter((claim) => mentionIndex.has(claim.mention))
            .map((claim) => ({
              office: number(claim.office),
              mention: mentionIndex.get(claim.mention) as number,
              evidence: claim.evidence,
              former: claim.former,
              ...(claim.manner !== null && { manner: claim.manner }),
            })),
        } satisfies PersonFact;
      case 'office':
        return {
          kind: 'office',
          key: officeKey(entity),
          title: clean(entity.title),
          role: entity.role,
          organization: entity.organization ? (entityIndex.get(entity.organization) ?? null) : null,
          country: entity.country,
          general: entity.general,
        } satisfies OfficeFact;
      case 'organization':
        return {
          kind: 'organization',
          key: entity.key,
          name: clean(entity.name),
          ...(entity.short === undefined ? {} : { short: clean(entity.short) }),
          country: entity.country,
        } satisfies OrganizationFact;
      default:
        return {
          kind: 'place',
          key: entity.key,
          name: clean(entity.name),
          country: entity.country,
          type: entity.type,
          ...(entity.within && entityIndex.has(entity.within.place)
            ? { within: { place: number(entity.within.place), evidence: entity.within.evidence } }
            : {}),
        } satisfies PlaceFact;
    }
  });
  return { mentions, entities };
}
