/** Why a mention was read and resolved as it was, step by step, each step with the place that shows it. */
import { SETTINGS_FILE } from '../corpus/paths.ts';
import type { Article, Snapshot } from '../corpus/snapshot.ts';
import type { MentionFact, MentionIndex, Reason } from '../recognize/facts.ts';
import type { DecisionIndex } from '../resolve/decisions.ts';
import type { CrossReason, ResolvedMention } from '../resolve/entities.ts';
import { fold } from '../text/fold.ts';
import type { Target } from './target.ts';

export interface Step {
  /** `no-rival`: nobody else of the article bears the word. */
  readonly code: Reason['code'] | CrossReason['code'] | 'no-rival';
  /** Where it can be seen, in this article, in another or in `fihris.yaml`; null where the mention itself shows it. */
  readonly target: Target | null;
  /** Of `decision`: which. */
  readonly decision: DecisionIndex | null;
}

/** A reason rests on another mention, that one on a third: the reader follows so many. */
const FOLLOWED = 3;
/** Reasons that another mention of the same thing proves, which has reasons of its own. */
const RESTS_ON = new Set<string>([
  'repeated',
  'part-of-name',
  'office-in-article',
  'counterpart',
  'description',
  'anaphora',
]);

export function explain(snapshot: Snapshot, mention: ResolvedMention): Step[] {
  const article = snapshot.articles.get(mention.article);
  if (article === undefined) return [];
  const steps = mention.reasons.flatMap((reason) =>
    'decision' in reason || isCross(reason) ? cross(snapshot, reason) : own(article, reason),
  );
  if (hasNoRival(snapshot, article, mention)) {
    const at = steps.findIndex(({ code }) => code === 'part-of-name');
    steps.splice(at + 1, 0, { code: 'no-rival', target: null, decision: null });
  }
  return steps;
}

/** The line of an article or of `fihris.yaml` on which a target begins, from 1; null where there is no such file. */
export function lineOf(snapshot: Snapshot, { article, span }: Target): number | null {
  const starts = article === SETTINGS_FILE ? snapshot.settings.lineStarts : snapshot.articles.get(article)?.lineStarts;
  return starts === undefined ? null : starts.findLastIndex((start) => start <= span.start) + 1;
}

const CROSS = new Set<string>([
  'same-name',
  'same-office',
  'name-variant',
  'known-elsewhere',
  'held-elsewhere',
  'ambiguous',
  'decision',
]);

const isCross = (reason: Reason | CrossReason): reason is CrossReason => CROSS.has(reason.code);

function cross({ settings }: Snapshot, reason: Reason | CrossReason): Step[] {
  const { code, evidence, decision } = reason as CrossReason;
  const span = decision === undefined ? undefined : settings.corrections[decision]?.span;
  const target =
    span !== undefined
      ? { article: SETTINGS_FILE, span }
      : evidence
        ? { article: evidence.article, span: evidence.span }
        : null;
  return [{ code, target, decision: decision ?? null }];
}

/** The article's own reason, and those of the mentions that it rests on. */
function own(article: Article, reason: Reason): Step[] {
  const steps: Step[] = [];
  const seen = new Set<MentionIndex>();
  let next: Reason | undefined = reason;
  for (let followed = 0; next !== undefined && followed < FOLLOWED; followed++) {
    const code: Reason['code'] = next.code;
    const at: MentionIndex | undefined = next.at;
    const proof: MentionFact | undefined = at === undefined || seen.has(at) ? undefined : article.facts.mentions[at];
    const target = proof === undefined ? null : { article: article.path, span: { start: proof.start, end: proof.end } };
    if (steps.some((step) => step.code === code && step.target === null && target === null)) break;
    steps.push({ code, target, decision: null });
    if (proof === undefined || at === undefined || !RESTS_ON.has(code) || proof.kind === 'office') break;
    seen.add(at);
    next = proof.reason;
  }
  return steps;
}

/** A part of a name that only one person of the article bears. */
function hasNoRival(snapshot: Snapshot, article: Article, mention: ResolvedMention): boolean {
  if (mention.kind !== 'person' || mention.form !== 'short' || mention.entity === null) return false;
  const words = fold(article.text.slice(mention.start, mention.end)).split(/\s+/);
  const bearers = new Set<string | null>();
  const locals = snapshot.resolution.locals.get(article.path) ?? [];
  for (const [index, local] of article.facts.entities.entries())
    if (local.kind === 'person' && words.every((word) => local.words.some((other) => bare(other) === bare(word))))
      bearers.add(locals[index] ?? null);
  return bearers.size === 1 && bearers.has(mention.entity);
}

const bare = (word: string): string => word.replace(/^ال(?=\S{2})/, '');
