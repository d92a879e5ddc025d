import type { Article, Snapshot } from '../../../server/src/corpus/snapshot.ts';
import { surveyed } from '../resolve/surveyed.ts';

/** What an article is, its words left out. */
function plainArticle(article: Article): unknown {
  const { path, title, date, length, encoding, lineStarts, facts } = article;
  const places = facts.mentions.map((_, index) => {
    const { start, end } = article.mentionSpan(index) ?? {};
    return [start, end];
  });
  return { path, title, date, length, encoding, lineStarts, facts, places };
}

/** All that a snapshot says, without the order in which it came to it. */
export function plain({ articles, resolution }: Snapshot): unknown {
  const byKey = (entries: Iterable<[string, unknown]>) =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.parse(
    JSON.stringify({
      articles: byKey([...articles.entries()].map(([path, article]) => [path, plainArticle(article)])),
      entities: byKey(
        [...resolution.entities].map(([id, entity]) => [id, { ...entity, mentions: byKey(entity.mentions.entries()) }]),
      ),
      mentions: byKey([...articles.keys()].map((key) => [key, resolution.mentions.get(key)])),
      locals: byKey([...articles.keys()].map((key) => [key, resolution.locals.get(key)])),
      events: resolution.events.all(),
      survey: surveyed(resolution),
      letters: resolution.directory.letters('person'),
      named: ['وزير', 'كريم', 'اتفاقية', 'baghdad', 'k'].map((query) =>
        resolution.names.search(query, 20).map(({ id }) => id),
      ),
      objections: [...resolution.objections],
    }),
  );
}
