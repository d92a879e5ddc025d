/** The agreements as a tree: groups, agreements, and under each what is known of it. Labels and icons are the view's. */
import type { AgreementArticle, AgreementNode } from '../../server/src/lsp/requests.ts';

export type Grouping = 'date' | 'party' | 'state';
export const GROUPINGS: readonly Grouping[] = ['date', 'party', 'state'];

/** `id` stays the same as long as a node is about the same thing under the same group, so that a tree keeps what is open in it. */
export type TreeNode =
  | GroupNode
  | { readonly kind: 'agreement'; readonly id: string; readonly agreement: AgreementNode }
  | { readonly kind: 'state' | 'parties'; readonly id: string; readonly agreement: AgreementNode }
  | { readonly kind: 'signatory'; readonly id: string; readonly signatory: AgreementNode['signatories'][number] }
  | { readonly kind: 'attested'; readonly id: string; readonly attested: AgreementNode['states'][number] }
  | { readonly kind: 'subjects'; readonly id: string; readonly agreement: AgreementNode }
  | { readonly kind: 'related'; readonly id: string; readonly related: AgreementNode['related'][number] }
  | { readonly kind: 'article'; readonly id: string; readonly article: AgreementArticle }
  | { readonly kind: 'mention'; readonly id: string; readonly mention: AgreementArticle['mentions'][number] };

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly grouping: Grouping;
  /** A year, the name of a party, or a state; null for the agreements of which it is not known. */
  readonly value: string | null;
  readonly agreements: readonly AgreementNode[];
}

/** The states in the order of an agreement's life; any others come after them. */
const LIFE = ['planned', 'negotiated', 'announced', 'signed', 'in force', 'ended'];

/**
 * Groups agreements that come by date, and keeps that order within a group. An agreement is in the group of each of its parties.
 * Years come in order, parties by the number of their agreements, states in the order of an agreement's life; what is not known
 * comes last.
 */
export function groupAgreements(agreements: readonly AgreementNode[], grouping: Grouping): GroupNode[] {
  const groups = new Map<string | null, AgreementNode[]>();
  for (const agreement of agreements) {
    for (const value of valuesOf(agreement, grouping)) {
      const group = groups.get(value);
      if (group) group.push(agreement);
      else groups.set(value, [agreement]);
    }
  }
  return [...groups]
    .map(
      ([value, members]): GroupNode => ({
        kind: 'group',
        id: `${grouping}:${value ?? ''}`,
        grouping,
        value,
        agreements: members,
      }),
    )
    .sort((a, b) => compareGroups(a, b));
}

/** What a tree shows below a node. */
export function childrenOf(node: TreeNode): TreeNode[] {
  switch (node.kind) {
    case 'group':
      return node.agreements.map((agreement) => ({ kind: 'agreement', id: `${node.id}/${agreement.id}`, agreement }));
    case 'agreement': {
      const { agreement } = node;
      const { parties, subjects, signatories, related, articles } = agreement;
      return [
        { kind: 'state', id: `${node.id}/state`, agreement },
        ...(parties.length > 0 ? [{ kind: 'parties', id: `${node.id}/parties`, agreement } as const] : []),
        ...(subjects.length > 0 ? [{ kind: 'subjects', id: `${node.id}/subjects`, agreement } as const] : []),
        ...signatories.map(
          (signatory, index): TreeNode => ({ kind: 'signatory', id: `${node.id}/signatory:${index}`, signatory }),
        ),
        ...related.map(
          (other, index): TreeNode => ({ kind: 'related', id: `${node.id}/related:${index}`, related: other }),
        ),
        ...articles.map((article): TreeNode => ({ kind: 'article', id: `${node.id}/${article.uri}`, article })),
      ];
    }
    case 'state':
      return node.agreement.states.map((attested, index) => ({
        kind: 'attested',
        id: `${node.id}/${index}`,
        attested,
      }));
    case 'article':
      return node.article.mentions.map((mention, index) => ({ kind: 'mention', id: `${node.id}/${index}`, mention }));
    default:
      return [];
  }
}

function valuesOf(agreement: AgreementNode, grouping: Grouping): readonly (string | null)[] {
  switch (grouping) {
    case 'date': {
      const year = agreement.date?.slice(0, 4);
      return [year && /^\d{4}$/.test(year) ? year : null];
    }
    case 'party':
      return agreement.parties.length > 0 ? [...new Set(agreement.parties)] : [null];
    case 'state':
      return [agreement.status || null];
  }
}

function compareGroups(a: GroupNode, b: GroupNode): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return rankOf(a) - rankOf(b) || (a.value < b.value ? -1 : 1);
}

function rankOf({ grouping, value, agreements }: GroupNode): number {
  if (grouping === 'party') return -agreements.length;
  if (grouping === 'date') return 0;
  const age = LIFE.indexOf(value ?? '');
  return age < 0 ? LIFE.length : age;
}
