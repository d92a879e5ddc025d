/**
 * The command line: export, tag, card, agreements, events, facts, resolve. Exit status 2 on bad usage and 1 on failure, with one line on standard error; what
 * is worth knowing but no failure (a file that could not be read) is a line on standard error each.
 */
import { access, opendir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { explanation, explanationText } from './cli/explain.ts';
import { agreementsJson, eventsJson, exportJson } from './cli/export.ts';
import { factsLines, type Recognize } from './cli/facts.ts';
import { jsonText } from './cli/json.ts';
import { linesIn } from './cli/lines.ts';
import { complain, endWithReader, inTerminal, print } from './cli/output.ts';
import { MixedRecipes, mergeFacts } from './cli/resolve.ts';
import { table } from './cli/table.ts';
import { tagLines } from './cli/tag.ts';
import { languageOf, wordsFor } from './cli/wording.ts';
import { Corpus } from './corpus/corpus.ts';
import { NodeFileDoor } from './corpus/node-door.ts';
import { SETTINGS_FILE } from './corpus/paths.ts';
import { problemText } from './corpus/problems.ts';
import { recipeHash } from './corpus/recipe.ts';
import { RecognizerPool } from './corpus/recognizer-pool.ts';
import type { Snapshot } from './corpus/snapshot.ts';
import { loadTagger } from './corpus/tagger-file.ts';
import { taggerProblemText } from './corpus/tagger-problem.ts';
import type { OpenTransformer } from './corpus/transformer-folder.ts';
import { runtimeFolder, transformerProblemText } from './corpus/transformer-problem.ts';
import { agreements } from './features/agreements.ts';
import { cardOf } from './features/card.ts';
import { renderText } from './features/card-text.ts';
import { allEvents } from './features/events.ts';
import { messagesFor } from './features/messages/messages.ts';
import { displayable } from './features/pieces.ts';
import type { Target } from './features/target.ts';
import { recognize } from './recognize/recognize.ts';
import { tag, tagBy } from './recognize/tag.ts';
import { recognizeBy } from './recognize/transformer/reading.ts';

const language = languageOf(process.env);
const words = wordsFor(language);

/** Something that is no defect of the program ended it; the message is for people. */
class Failure extends Error {}

/** Wrong use of the command line that its parser cannot see. */
class Usage extends Error {}

/** More names than this are no help to whoever asked for one. */
const OTHER_MATCHES = 10;

/** Whatever is wrong with the model, the rules can go on without it. */
function openTagger(): void {
  const problem = loadTagger(new URL('./tagger.bin', import.meta.url));
  if (problem !== null) complain(taggerProblemText(problem, language));
}

async function openCorpus(folder: string): Promise<Snapshot> {
  openTagger();
  await opendir(folder).then(
    (opened) => opened.close(),
    ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ENOENT') throw new Failure(words.notFound(folder));
      if (code === 'ENOTDIR') throw new Failure(words.notAFolder(folder));
      throw new Failure(words.notReadable(folder, code ?? ''));
    },
  );
  const pool = new RecognizerPool(new URL('./recognizer.js', import.meta.url));
  // All texts are wanted again and again: an export quotes them by entity, not by article.
  const corpus = new Corpus({ door: new NodeFileDoor(folder), pool, textsKept: Number.POSITIVE_INFINITY });
  await corpus.openFolder();
  pool.dispose();
  const { settingsProblems, unreadable } = corpus.status;
  for (const { problem, range } of settingsProblems)
    complain(
      `${SETTINGS_FILE}:${range.start.line + 1}:${range.start.character + 1}: ${problemText(problem, language)}`,
    );
  for (const { path, problem } of unreadable) complain(`${path}: ${problemText(problem, language)}`);
  if (corpus.snapshot.articles.size === 0) complain(words.noArticles(folder));
  return corpus.snapshot;
}

async function runExport(folder: string): Promise<void> {
  await print(exportJson(await openCorpus(folder)));
}

async function runAgreements(folder: string, { format }: { format: 'table' | 'json' }): Promise<void> {
  const snapshot = await openCorpus(folder);
  if (format === 'json') return print(agreementsJson(snapshot));
  const { agreementStates } = messagesFor(language);
  const { date, state, title, parties, signatories, articles } = words.columns;
  const rows = agreements(snapshot).map((agreement) => [
    agreement.date ?? '',
    agreementStates[agreement.status],
    agreement.title,
    agreement.parties.join('، '),
    agreement.signatories.map(({ name }) => name).join('، '),
    words.articles(agreement.articles.length),
  ]);
  if (rows.length === 0) return print([`${words.noAgreements}\n`]);
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  await print([table([date, state, title, parties, signatories, articles], rows, width)]);
}

async function runEvents(folder: string, { format }: { format: 'table' | 'json' }): Promise<void> {
  const snapshot = await openCorpus(folder);
  if (format === 'json') return print(eventsJson(snapshot));
  const { eventKinds, eventModalities } = messagesFor(language);
  const { date, event, state, who, whom, place, articles } = words.columns;
  const rows = allEvents(snapshot).map((each) => [
    each.date ?? '',
    eventKinds[each.kind],
    eventModalities[each.modality],
    each.who.join('، '),
    each.agreement ?? each.whom.join('، '),
    each.place ?? '',
    words.articles(new Set(each.tellings.map(({ target }) => target.article)).size),
  ]);
  if (rows.length === 0) return print([`${words.noEvents}\n`]);
  const width = process.stdout.isTTY ? process.stdout.columns : null;
  await print([table([date, event, state, who, whom, place, articles], rows, width)]);
}

async function runCard(name: string, folder: string, options: { language: 'ar' | 'en' }): Promise<void> {
  const snapshot = await openCorpus(folder);
  const [found, ...others] = snapshot.resolution.names.search(name, OTHER_MATCHES + 1);
  if (found === undefined) throw new Failure(words.noSuchName(name, folder));
  const locate = ({ article, span }: Target) => {
    const starts = snapshot.articles.get(article)?.lineStarts ?? [];
    return `${displayable(article)}:${starts.findLastIndex((start) => start <= span.start) + 1}`;
  };
  const lines = [renderText(cardOf(snapshot, found, options.language), { locate })];
  if (others.length > 0) lines.push('', words.otherMatches(others.map((other) => displayable(other.name))));
  await print([`${inTerminal(lines.join('\n'))}\n`]);
}

/** `FILE:LINE:COL`, counted from 1; the corpus is the folder given, else the nearest around the file that has a `fihris.yaml`. */
async function runExplain(
  place: string,
  options: { folder?: string; json?: true; language: 'ar' | 'en' },
): Promise<void> {
  const { file, line, column } = /^(?<file>.+):(?<line>\d+):(?<column>\d+)$/su.exec(place)?.groups ?? {};
  if (file === undefined) throw new Usage(words.noPlace(place));
  const folder = options.folder ?? (await corpusAround(file));
  const snapshot = await openCorpus(folder);
  const path = relative(folder, file).replaceAll(sep, '/');
  const told = explanation(snapshot, path, Number(line), Number(column), options.language);
  if (told === null) throw new Failure(words.noMention(place));
  await print(options.json ? [`${jsonText(told, 2)}\n`] : [`${inTerminal(explanationText(told))}\n`]);
}

async function corpusAround(file: string): Promise<string> {
  const own = dirname(resolve(file));
  for (let folder = own; ; folder = dirname(folder)) {
    if (await exists(join(folder, SETTINGS_FILE))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The transformer that `--tagger` names; null where none is named, or it cannot be used: one line says so, and all goes on without. */
async function openTransformer(folder: string | undefined): Promise<OpenTransformer | null> {
  openTagger();
  if (folder === undefined) return null;
  const named = { folder: resolve(folder), runtime: runtimeFolder(process.env, process.platform) };
  const opened = await (await import('./transformer.ts')).openTransformer(named);
  if ('transformer' in opened) return opened;
  complain(transformerProblemText(named, opened, language));
  return null;
}

async function runTag({ tagger }: { tagger?: string }): Promise<void> {
  const opened = await openTransformer(tagger);
  const tagged = (sentences: readonly (readonly string[])[]) => opened && tagBy(opened.transformer, sentences);
  await print(tagLines(linesIn(process.stdin), (sentences) => tagged(sentences) ?? tag(sentences)));
}

async function runFacts({ tagger }: { tagger?: string }): Promise<void> {
  const opened = await openTransformer(tagger);
  const recipe = recipeHash(
    ['./recognizer.js', './tagger.bin'].map((file) => new URL(file, import.meta.url)),
    opened?.key,
  );
  if (recipe === null) throw new Failure(words.noProgram);
  const complainOf = (line: number, problem: string) =>
    complain(words.badLine(line, words.lineProblems[problem] ?? problem));
  const read: Recognize = (text, given) =>
    opened === null ? recognize(text, given) : recognizeBy(opened.transformer, text, given);
  await print(factsLines(linesIn(process.stdin), recipe, read, complainOf));
}

async function runResolve(files: readonly string[], { output }: { output: string }): Promise<void> {
  try {
    const complainOf = (file: string, line: number) => complain(words.badFacts(file, line));
    await mergeFacts({ inputs: files, output: resolve(output), complain: complainOf });
  } catch (error) {
    if (error instanceof MixedRecipes) throw new Failure(words.mixedRecipes(error.message));
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(words.cannot(path ?? output, code));
  }
}

function commandLine(): Command {
  const program = new Command('fihris')
    .description(words.program)
    .version(packageJson.version, '-V, --version', words.versionOption)
    .helpOption('-h, --help', words.helpOption)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => words.headings[title] ?? title })
    .configureOutput({ writeErr: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride();
  const command = (name: string, description: string) =>
    program.command(name).description(description).helpOption('-h, --help', words.helpOption);

  command('export', words.exportCommand)
    .argument('<folder>', words.folder)
    .addOption(new Option('--format <format>', words.exportFormat).choices(['json']).default('json'))
    .action(runExport);
  command('explain', words.explainCommand)
    .argument('<place>', words.explainPlace)
    .addOption(new Option('--folder <folder>', words.folder))
    .addOption(new Option('--json', words.asJson))
    .addOption(new Option('--language <language>', words.cardLanguage).choices(['ar', 'en']).default(language))
    .action(runExplain);
  command('facts', words.factsCommand).addOption(new Option('--tagger <folder>', words.tagger)).action(runFacts);
  command('resolve', words.resolveCommand)
    .argument('<file...>', words.resolveFiles)
    .requiredOption('-o, --output <file>', words.resolveOutput)
    .action(runResolve);
  command('tag', words.tagCommand).addOption(new Option('--tagger <folder>', words.tagger)).action(runTag);
  command('card', words.cardCommand)
    .argument('<name>', words.cardName)
    .argument('<folder>', words.folder)
    .addOption(new Option('--language <language>', words.cardLanguage).choices(['ar', 'en']).default(language))
    .action(runCard);
  command('agreements', words.agreementsCommand)
    .argument('<folder>', words.folder)
    .addOption(new Option('--format <format>', words.agreementsFormat).choices(['table', 'json']).default('table'))
    .action(runAgreements);
  command('events', words.eventsCommand)
    .argument('<folder>', words.folder)
    .addOption(new Option('--format <format>', words.agreementsFormat).choices(['table', 'json']).default('table'))
    .action(runEvents);
  return program;
}

/** Commander's error in the words of this program; what it is about stands in its own message in quotes. */
function usageError({ code, message }: CommanderError): string {
  const about = /'([^']*)'/.exec(message)?.[1] ?? '';
  const said: Readonly<Record<string, string>> = {
    'commander.help': words.noCommand,
    'commander.unknownCommand': words.unknownCommand(about),
    'commander.unknownOption': words.unknownOption(about),
    'commander.missingArgument': words.missingArgument(about),
    'commander.missingMandatoryOptionValue': words.missingArgument(about),
    'commander.optionMissingArgument': words.missingValue(about),
    'commander.invalidArgument': words.invalidValue(about),
    'commander.excessArguments': words.tooMany,
  };
  return `${said[code] ?? message}; ${words.seeHelp}`;
}

endWithReader();
try {
  await commandLine().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) {
      complain(usageError(error));
      process.exitCode = 2;
    }
  } else {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof Usage;
    complain(isUsage || error instanceof Failure ? message : words.failed(message));
    process.exitCode = isUsage ? 2 : 1;
  }
}
