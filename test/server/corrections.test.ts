/** Corrections over the wire: from the code action to the text of `fihris.yaml`, to what the card then says, and back. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  Position,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorrectionAnswer, CorrectionChoice, CorrectionOffer } from '../../server/src/lsp/requests.ts';
import { CAPABILITIES, TestClient, temporaryFolder } from './client.ts';

const A =
  'بغداد – قال وزير الدفاع العراقي سامر الحداد إن القوات العراقية مستعدة. وأضاف الحداد أن الحدود آمنة، وأن الجيش ينتشر على طول الطريق إلى المدينة منذ الصباح.\n';
const B =
  'وصل العميد وليد نوري إلى البصرة. وقال وليد نوري إن الزيارة قصيرة، وإن الوفد يعود إلى العاصمة في المساء بعد لقاء المسؤولين في المحافظة.\n';

interface Corpus {
  readonly client: TestClient;
  readonly folder: Awaited<ReturnType<typeof temporaryFolder>>;
  readonly settings: string;
}

async function withCorpus(
  settings: string | null,
  body: (corpus: Corpus) => Promise<void>,
  articles: Readonly<Record<string, string>> = { 'a.txt': A, 'b.txt': B },
): Promise<void> {
  const folder = await temporaryFolder({
    ...articles,
    ...(settings === null ? {} : { 'fihris.yaml': settings }),
  });
  const client = await TestClient.start({
    folders: [folder.path],
    capabilities: {
      ...CAPABILITIES,
      workspace: {
        ...CAPABILITIES.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
      },
    },
    initializationOptions: { asksForCorrections: true },
  });
  try {
    await client.ready();
    for (const [file, text] of Object.entries(articles)) await client.open(folder.uri(file), text);
    await body({ client, folder, settings: folder.uri('fihris.yaml') });
  } finally {
    await client.stop();
    await folder.remove();
  }
}

const at = (text: string, words: string): Position =>
  TextDocument.create('x:', '', 1, text).positionAt(text.indexOf(words) + 1);

function actions({ client, folder }: Corpus, file: string, position: Position, diagnostics: Diagnostic[] = []) {
  const range: Range = { start: position, end: position };
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: folder.uri(file) },
    range,
    context: { diagnostics },
  });
}

/** The edit of an action: of the command that the client runs when it is chosen. */
async function editOf({ client }: Corpus, action: CodeAction): Promise<WorkspaceEdit> {
  const [place, command] = (action.command?.arguments ?? []) as [{ uri: string; range: Range }, object];
  const { uri, range } = place;
  const answer = await client.request<CorrectionAnswer>('fihris/correct', { uri, position: range.start, ...command });
  assert.equal(answer.problem, undefined);
  return answer.edit as WorkspaceEdit;
}

async function card({ client, folder }: Corpus, file: string, position: Position): Promise<string> {
  const hover = await client.request<Hover | null>('textDocument/hover', {
    textDocument: { uri: folder.uri(file) },
    position,
  });
  return JSON.stringify(hover?.contents ?? null);
}

/** The text after the one edit of `fihris.yaml` that a workspace edit has. */
function edited(text: string, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges ?? [];
  const [only] = changes.filter((change): change is TextDocumentEdit => 'edits' in change);
  assert.ok(only, JSON.stringify(edit));
  return TextDocument.applyEdits(TextDocument.create('x:', '', 1, text), only.edits as never);
}

const titled = (all: readonly CodeAction[], title: string): CodeAction => {
  const found = all.find((action) => action.title.startsWith(title));
  assert.ok(found, `${title} is none of ${all.map((action) => action.title).join(', ')}`);
  return found;
};

test('a name is no person: the action writes a line, the mark goes; the undoing action brings it back', () =>
  withCorpus('# mine\nname: x # so\n', async (corpus) => {
    const { client, settings } = corpus;
    const where = at(B, 'وليد نوري');
    assert.match(await card(corpus, 'b.txt', where), /وليد نوري/);
    const before = '# mine\nname: x # so\n';
    const after = edited(before, await editOf(corpus, titled(await actions(corpus, 'b.txt', where), 'Not a person')));
    assert.equal(after, `${before}corrections:\n  - not a person: وليد نوري\n`);
    // A buffer that is not saved counts.
    await client.open(settings, after, 'yaml');
    await client.until(
      () => card(corpus, 'b.txt', where),
      (told) => !told.includes('وليد نوري'),
    );
    const line: Position = { line: 3, character: 6 };
    const undo = titled(await actions(corpus, 'fihris.yaml', line), 'Undo correction');
    assert.equal(edited(after, await editOf(corpus, undo)), before);
    await client.edit(settings, before);
    await client.until(
      () => card(corpus, 'b.txt', where),
      (told) => told.includes('وليد نوري'),
    );
  }));

test('same as: chosen by what is typed; the card says whose decision it is, and the mention offers to undo it', () =>
  withCorpus(null, async (corpus) => {
    const { client, folder, settings } = corpus;
    const where = { uri: folder.uri('b.txt'), position: at(B, 'وليد نوري') };
    const ask = titled(await actions(corpus, 'b.txt', where.position), 'Same as…');
    assert.equal(ask.command?.command, 'fihris.correct');
    const [choice] = await client.request<CorrectionChoice[]>('fihris/correctionChoices', {
      ...where,
      query: 'الحداد',
    });
    assert.equal(choice?.name, 'سامر الحداد');
    const { edit } = await client.request<CorrectionAnswer>('fihris/correct', {
      ...where,
      question: 'same',
      answer: choice?.id,
    });
    const changes = (edit as WorkspaceEdit).documentChanges ?? [];
    assert.deepEqual(
      changes.map((change) => ('kind' in change ? change.kind : 'edit')),
      ['create', 'edit'],
    );
    const text = edited('', edit as WorkspaceEdit);
    assert.equal(text, 'corrections:\n  - same: [سامر الحداد, وليد نوري]\n');
    await folder.write('fihris.yaml', text);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: settings, type: 1 }] });
    await client.until(
      () => card(corpus, 'b.txt', where.position),
      (told) => told.includes('سامر الحداد') && told.includes('fihris.yaml') && told.includes('the reader decided so'),
    );
    const undo = titled(await actions(corpus, 'b.txt', where.position), 'Undo correction');
    assert.equal(edited(text, await editOf(corpus, undo)), '');
    assert.equal(await readFile(`${folder.path}/fihris.yaml`, 'utf8'), text, 'the server itself writes nothing');
  }));

test('from a tree the entity of the row is corrected; it may be another one in some article', () =>
  withCorpus(
    null,
    async (corpus) => {
      const { client, folder } = corpus;
      const place = { uri: folder.uri('a.txt'), position: at(A, 'سامر الحداد') };
      const [, office] = await client.request<CorrectionOffer[]>('fihris/corrections', {
        uri: folder.uri('a.txt'),
        position: at(A, 'وزير الدفاع'),
      });
      assert.ok(office && !office.title.includes('سامر'), 'the office beside a name is the office');
      const [person] = await client.request<CorrectionChoice[]>('fihris/correctionChoices', {
        uri: folder.uri('b.txt'),
        position: at(B, 'وليد نوري'),
        question: 'same',
        query: 'سامر',
      });
      const about = { ...place, position: { line: 0, character: 0 }, entity: person?.id };
      const offers = await client.request<CorrectionOffer[]>('fihris/corrections', about);
      assert.deepEqual(
        offers.map(({ title }) => title),
        [
          'Same as…',
          'Another one in some article…',
          'Not a person',
          'Rename سامر الحداد…',
          'Set the office of سامر الحداد in this article…',
          'Hide سامر الحداد',
          'Set the date of the article…',
        ],
      );
      const articles = await client.request<CorrectionChoice[]>('fihris/correctionChoices', {
        ...about,
        question: 'different',
        query: '',
      });
      assert.deepEqual(articles.map(({ id }) => id).sort(), ['a.txt', 'c.txt']);
      const { edit } = await client.request<CorrectionAnswer>('fihris/correct', {
        ...about,
        question: 'different',
        answer: 'c.txt',
      });
      assert.equal(
        edited('', edit as WorkspaceEdit),
        'corrections:\n  - different: [سامر الحداد, { in: c.txt, mention: سامر الحداد }]\n',
      );
    },
    { 'a.txt': A, 'b.txt': B, 'c.txt': A.replace('الحدود', 'الطرق') },
  ));

test('rename gives an edit of fihris.yaml alone, with an annotation', () =>
  withCorpus('name: x\n', async (corpus) => {
    const { client, folder } = corpus;
    const where = { textDocument: { uri: folder.uri('a.txt') }, position: at(A, 'سامر الحداد') };
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', where);
    assert.equal(prepared.placeholder, 'سامر الحداد');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...where, newName: 'سامر وليد الحداد' });
    assert.equal(
      edited('name: x\n', edit),
      'name: x\ncorrections:\n  - { rename: سامر الحداد, to: سامر وليد الحداد }\n',
    );
    assert.ok(edit.changeAnnotations?.correction?.label);
    // Another name takes the place of that one.
    const renamed = edited('name: x\n', edit);
    await client.open(corpus.settings, renamed, 'yaml');
    await client.until(
      () => client.request<{ placeholder: string }>('textDocument/prepareRename', where),
      ({ placeholder }) => placeholder === 'سامر وليد الحداد',
    );
    const again = await client.request<WorkspaceEdit>('textDocument/rename', { ...where, newName: 'سامر بن وليد' });
    assert.equal(edited(renamed, again), 'name: x\ncorrections:\n  - { rename: سامر الحداد, to: سامر بن وليد }\n');
  }));

test('fihris.yaml completes in what is unsaved, and says what a correction means; articles complete nothing', () =>
  withCorpus('name: x\n', async (corpus) => {
    const { client, folder, settings } = corpus;
    const text = 'name: x\ncorrections:\n  - not a person: وليد نوري\n  - same: [سامر ال';
    await client.open(settings, text, 'yaml');
    const textDocument = { uri: settings };
    const position = { line: 3, character: 17 };
    const { items } = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
    assert.deepEqual(
      items.map(({ label, textEdit }) => [label, textEdit]),
      [['سامر الحداد', { range: { start: { line: 3, character: 11 }, end: position }, newText: 'سامر الحداد' }]],
    );
    await client.until(
      () => card(corpus, 'fihris.yaml', { line: 2, character: 8 }),
      (told) => told.includes('Names nobody'),
    );
    const inArticle = { textDocument: { uri: folder.uri('a.txt') }, position: { line: 0, character: 3 } };
    assert.equal(await client.request('textDocument/completion', inArticle), null);
  }));

test('a hand-edited file is only ever added to: wrong lines are told and stay', () => {
  const before = [
    'name: x # so',
    'corrections:',
    '  - same: [سامر الحداد, وليد نوري] # first',
    '  - same: [سامر الحداد, وليد نوري] # again',
    '  - different: [سامر الحداد, وليد نوري]',
    '  - hide: من لا وجود له',
    '  - same: [سامر الحداد,',
    '  - because: I say so',
    '  # the end',
    '',
  ].join('\n');
  return withCorpus(before, async (corpus) => {
    const { client, settings } = corpus;
    const told = await client.until(
      () => client.diagnostics.get(settings) ?? [],
      (all) => new Set(all.map(({ range }) => range.start.line)).size === 5,
    );
    assert.deepEqual([...new Set(told.map(({ code, range }) => `${range.start.line} ${code}`))].sort(), [
      '3 repeats',
      '4 contradicts',
      '5 unknown-name',
      '6 syntax',
      '7 unknown-correction',
    ]);
    assert.match(await card(corpus, 'b.txt', at(B, 'وليد نوري')), /سامر الحداد/, 'what is right applies');
    const where = at(A, 'بغداد');
    const after = edited(before, await editOf(corpus, titled(await actions(corpus, 'a.txt', where), 'Hide')));
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    assert.deepEqual(added, ['  - hide: بغداد']);
    assert.equal(after.replace('  - hide: بغداد\n', ''), before);
    // A correction without effect goes by a quick fix at its line; of two that say the same, the one on that line.
    const line = { line: 3, character: 6 };
    const fix = titled(await actions(corpus, 'fihris.yaml', line, told), 'Undo correction');
    assert.equal(fix.kind, 'quickfix');
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['repeats'],
    );
    const without = edited(before, await editOf(corpus, fix));
    assert.equal(without, before.replace(/^.*# again\n/m, ''));
  });
});

test('what has no effect, contradicts, repeats or is half written is said at its line; the rest counts', () =>
  withCorpus(
    [
      'corrections:',
      '  - same: [سامر الحداد, وليد نوري]',
      '  - different: [وليد نوري, سامر الحداد]',
      '  - hide: راشد سعيد',
      '  - { office: أمر, of: سامر الحداد, in: a.txt }',
      '  - same: [سامر الحداد,',
      '',
    ].join('\n'),
    async (corpus) => {
      const { client, settings } = corpus;
      const told = await client.until(
        () => client.diagnostics.get(settings) ?? [],
        (all) => new Set(all.map(({ range }) => range.start.line)).size === 4,
      );
      assert.deepEqual([...new Set(told.map(({ code, range }) => `${range.start.line} ${code}`))].sort(), [
        '2 contradicts',
        '3 unknown-name',
        '4 not-an-office',
        '5 syntax',
      ]);
      const contradiction = told.find(({ code }) => code === 'contradicts');
      assert.equal(contradiction?.relatedInformation?.[0]?.location.range.start.line, 1);
      assert.match(await card(corpus, 'b.txt', at(B, 'وليد نوري')), /سامر الحداد/);
    },
  ));

const said = (date: string, sentence: string) =>
  `خبر من بغداد اليوم\n${date}\n\n${sentence} وقد جرى ذلك في العاصمة صباح اليوم بحضور عدد من المسؤولين.\n`;

/** The quick fixes of the one note of an article, by title, and each edit's line. */
async function checkFixes(
  articles: Readonly<Record<string, string>>,
  code: string,
  expected: Readonly<Record<string, string | null>>,
  /** Which of them ends the contradiction by itself. */
  ending = 0,
): Promise<void> {
  await withCorpus(
    null,
    async (corpus) => {
      const { client, folder } = corpus;
      const notes = await client.until(
        () => (client.diagnostics.get(folder.uri('a.txt')) ?? []).filter((each) => each.code === code),
        (all) => all.length > 0,
      );
      const [note] = notes;
      assert.ok(note);
      const all = await actions(corpus, 'a.txt', note.range.start, [note]);
      const fixes = all.filter(({ diagnostics }) => diagnostics?.some((each) => each.code === code));
      const made: Record<string, string | null> = {};
      for (const fix of fixes) {
        assert.equal(fix.kind, 'quickfix');
        const [, { question = null } = {}] = (fix.command?.arguments ?? []) as [unknown, { question?: string }?];
        made[fix.title] =
          question === null
            ? edited('', await editOf(corpus, fix))
                .replace('corrections:\n  - ', '')
                .trim()
            : null;
      }
      assert.deepEqual(made, expected);
      const chosen = fixes[ending];
      assert.ok(chosen);
      await client.open(corpus.settings, edited('', await editOf(corpus, chosen)), 'yaml');
      await client.until(
        () => (client.diagnostics.get(folder.uri('a.txt')) ?? []).filter((each) => each.code === code),
        (left) => left.length === 0,
      );
    },
    articles,
  );
}

test('two holders of one office: they are one, or hold another one, or on another day', () =>
  checkFixes(
    {
      'a.txt': said('15 نوفمبر 2020', 'قال وزير الدفاع العراقي سالم الراوي إن الحدود آمنة.'),
      'b.txt': said('15 نوفمبر 2020', 'زار وزير الدفاع العراقي ماجد العبيدي طهران.'),
    },
    'two-holders',
    {
      'سالم الراوي and ماجد العبيدي are one and the same': 'same: [سالم الراوي, ماجد العبيدي]',
      'Set the office of سالم الراوي in this article…': null,
      'Set the date of the article…': null,
    },
  ));

const signing = (date: string, on: string) =>
  said(
    date,
    `وقع وزير الدفاع العراقي سالم الراوي ووزير الدفاع الإيراني كريم نوري، في ${on}، مذكرة تفاهم دفاعية بين العراق وإيران في طهران.`,
  );

test('a signatory who holds another office in those days: that office is set here', () =>
  checkFixes(
    {
      'a.txt': signing('24 يوليو 2017', '23 يوليو 2017'),
      'b.txt': said('20 يوليو 2017', 'قال وزير الداخلية العراقي سالم الراوي إن الحدود آمنة.'),
    },
    'office-of-signatory',
    {
      'سالم الراوي is وزير الداخلية العراقي here': '{ office: وزير الداخلية العراقي, of: سالم الراوي, in: a.txt }',
      'Set the office of سالم الراوي in this article…': null,
      'Set the date of the article…': null,
    },
  ));

const DOCUMENT = 'مذكرة تفاهم دفاعية بين العراق وإيران';
const inArticle = (path: string) => `{ in: ${path}, mention: ${DOCUMENT} }`;

test('two days of one signing: the documents are one, or it was on the one day or on the other', () =>
  checkFixes(
    { 'a.txt': signing('24 يوليو 2017', '23 يوليو 2017'), 'b.txt': signing('25 يوليو 2017', '22 يوليو 2017') },
    'two-signing-dates',
    {
      [`Both are one and the same: ${DOCUMENT}`]: `same: [${inArticle('a.txt')}, ${inArticle('b.txt')}]`,
      [`${DOCUMENT} is of 2017-07-23`]: `{ date: 2017-07-23, of: ${inArticle('a.txt')} }`,
      [`${DOCUMENT} is of 2017-07-22`]: `{ date: 2017-07-22, of: ${inArticle('a.txt')} }`,
      'Set the date of the article…': null,
    },
    1,
  ));
