/** What the built program makes of a folder of articles, read from its JSON export. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Span } from './gold.ts';

export interface FoundMention extends Span {
  readonly article: string;
  /** Id of the entity. */
  readonly person: string;
}

export interface FoundOffice extends Span {
  readonly article: string;
  readonly person: string;
  readonly office: string;
  /** The title as the article writes it. */
  readonly title: string;
  readonly country: string | null;
  readonly former: boolean;
}

export interface FoundEvent {
  readonly article: string;
  readonly kind: string;
  readonly modality: string;
  /** Ids of persons, codes of states. */
  readonly participants: readonly string[];
  readonly trigger: Span;
}

export interface Found {
  readonly mentions: readonly FoundMention[];
  readonly offices: readonly FoundOffice[];
  /** Null where the program exports none. */
  readonly events: readonly FoundEvent[] | null;
}

interface Place extends Span {
  readonly article: string;
}

interface Export {
  readonly entities: readonly {
    readonly id: string;
    readonly kind: string;
    readonly country?: string | null;
    readonly type?: string;
    readonly mentions: readonly Place[];
    readonly tenures?: readonly {
      readonly officeId: string;
      readonly country: string | null;
      readonly attestations: readonly (Place & { readonly office: string; readonly former: boolean })[];
    }[];
  }[];
  readonly events?: readonly {
    readonly kind: string;
    readonly modality: string;
    readonly actors: readonly { readonly entity: string | null }[];
    readonly tellings: readonly { readonly article: string; readonly trigger: Span }[];
  }[];
}

/** Runs `dist/cli.js export` of the repository at `root` over `texts` (name of an article → its text) as one corpus. */
export function runProgram(root: string, texts: ReadonlyMap<string, string>): Found {
  const folder = mkdtempSync(join(tmpdir(), 'fihris-eval-'));
  try {
    const names = new Map<string, string>();
    for (const [article, text] of texts) {
      const name = `${article.replaceAll('/', '-').replace(/\.txt$/, '')}.txt`;
      names.set(name, article);
      writeFileSync(join(folder, name), text);
    }
    writeFileSync(join(folder, 'fihris.yaml'), 'include: ["**/*.txt"]\n');
    const printed = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'export', '--format', 'json', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return readExport(JSON.parse(printed) as Export, (name) => names.get(name) ?? name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readExport({ entities, events }: Export, articleOf: (name: string) => string): Found {
  const persons = entities.filter(({ kind }) => kind === 'person');
  // Bodies, cities and offices whose holder nobody names are not marked.
  const named = new Map([
    ...persons.map(({ id }) => [id, id] as const),
    ...entities.flatMap(({ id, type, country }) => (type === 'state' && country ? [[id, country] as const] : [])),
  ]);
  return {
    mentions: persons.flatMap(({ id, mentions }) =>
      mentions.map(({ article, start, end }) => ({ article: articleOf(article), person: id, start, end })),
    ),
    offices: persons.flatMap(({ id, tenures = [] }) =>
      tenures.flatMap(({ officeId, country, attestations }) =>
        attestations.map(({ article, start, end, office, former }) => ({
          article: articleOf(article),
          person: id,
          office: officeId,
          title: office,
          country,
          former,
          start,
          end,
        })),
      ),
    ),
    events:
      events?.flatMap(({ kind, modality, actors, tellings }) =>
        tellings.map(({ article, trigger }) => ({
          article: articleOf(article),
          kind,
          modality,
          participants: actors.flatMap(({ entity }) => named.get(entity ?? '') ?? []),
          trigger: { start: trigger.start, end: trigger.end },
        })),
      ) ?? null,
  };
}
