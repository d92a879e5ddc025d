/**
 * What a fuzzed client says: steps as plain JSON, so that a run that fails can be printed, and shrunk by fast-check. About half of the
 * messages are as they should be but for where they point; the others have a part that is of a wrong type, missing or absurd.
 */
import fc from 'fast-check';

export type Step =
  /** `cancelled`: a cancellation follows at once. */
  | { readonly request: string; readonly params?: unknown; readonly cancelled?: boolean }
  | { readonly notification: string; readonly params?: unknown }
  /** A frame whose body is no message. */
  | { readonly body: string }
  /** So many requests, then a cancellation of each, the latest first. */
  | { readonly storm: string; readonly params: unknown; readonly count: number }
  /** Cancellations of ids that were answered, or never were. */
  | { readonly cancel: unknown }
  /** A file of the corpus is written or deleted, whether or not the server is told. */
  | { readonly file: string; readonly text: string | null; readonly told: boolean }
  /** From now on the client's settings are these. */
  | { readonly configuration: unknown };

/** What there is to speak of. */
export interface Known {
  /** Of articles in the folder that is open throughout. */
  readonly uris: readonly string[];
  readonly settingsUri: string;
  /** Folders that come and go. */
  readonly folders: readonly string[];
  /** Ids of entities. */
  readonly ids: readonly string[];
  /** Names of the articles' files, for `file` steps. */
  readonly files: readonly string[];
  /** Sentences of which texts are made. */
  readonly sentences: readonly string[];
}

/** None is the root of the disk: a server that is told to open that reads it. */
const ODD_URIS = [
  '',
  'file:///%',
  'file:///%00.txt',
  'file:///a%2Fb.txt',
  'file://host/share/a.txt',
  'untitled:Untitled-1',
  'untitled:Untitled-2',
  'http://127.0.0.1/a.txt',
  'vscode-remote://x/a.txt',
  '__proto__',
  'constructor',
  'مقال.txt',
  'file:///tmp/../../etc/passwd',
];

const ODD_NUMBERS = [-1, 0, 0.5, 1e9, 2 ** 31, 2 ** 32, 2 ** 53, 1e308, -1e308];
const ODD_STRINGS = ['', '__proto__', 'toString', '\u0000', '\ud800', '\u202e', 'ا'.repeat(5000), '٣', 'null', '-1'];

const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { uri: null }, { length: 1e9 }),
  fc.constantFrom(...ODD_NUMBERS),
  fc.constantFrom(...ODD_STRINGS),
  fc.constantFrom(...ODD_URIS),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One place of a value, chosen by `at`, is replaced; with `value` undefined it is taken away. */
function spoiled(whole: unknown, at: number, value: unknown): unknown {
  if (typeof whole !== 'object' || whole === null || at % 7 === 0) return value;
  const keys = Object.keys(whole);
  const key = keys[at % keys.length];
  if (key === undefined) return value;
  const part = spoiled((whole as Record<string, unknown>)[key], Math.floor(at / 7), value);
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === key ? (part ?? null) : each));
  return { ...whole, [key]: part };
}

/** Half of the time as it is, half with a part spoiled. */
const mostly = (params: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    params,
    fc
      .tuple(
        params,
        fc.nat(),
        fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: garbage }),
      )
      .map(([whole, at, value]) => spoiled(whole, at, value)),
  );

/** Steps of a session over `known`. */
export function steps(known: Known): fc.Arbitrary<Step> {
  const uri = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...known.uris) },
    { weight: 2, arbitrary: fc.constant(known.settingsUri) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_URIS) },
    { weight: 1, arbitrary: fc.constantFrom(...known.uris).map((each) => each.replace(/[^/]+$/, 'none.txt')) },
  );
  const count = fc.oneof(
    { weight: 8, arbitrary: fc.nat(30) },
    { weight: 3, arbitrary: fc.nat(2000) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_NUMBERS) },
  );
  const position = fc.record({ line: count, character: count });
  const range = fc.record({ start: position, end: position });
  const id = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known.ids) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_STRINGS) },
  );
  const textDocument = fc.record({ uri });
  const text = fc.oneof(
    fc.array(fc.constantFrom(...known.sentences), { maxLength: 6 }).map((all) => all.join('\n')),
    fc.constantFrom(...known.sentences),
    fc.constantFrom(...ODD_STRINGS),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const settingsText = fc.oneof(
    fc.constantFrom(
      '',
      'name: x\n',
      'include: "**/*.txt"\n',
      'include: []\n',
      'include: [3]\n',
      'corrections:\n',
      ': : :\n- -\n',
    ),
    fc.constantFrom('corrections:\n  - { same: [ا, ب] }\n', 'corrections:\n  - hide: العراق\n', 'dates: { "*": 3 }\n'),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const day = fc.constantFrom(null, '2020', '2020-13', '2020-01-01', '٢٠٢٠', '9999-12-31', '', 'x');
  const query = fc.constantFrom('', 'ا', 'علي', 'al', 'وزير', 'ـ', '\\', '*', 'x'.repeat(3000));

  const at = fc.record({ textDocument, position });
  const item = fc.record({
    name: text,
    kind: fc.nat(30),
    uri,
    range,
    selectionRange: range,
    data: fc.oneof(id, fc.record({ entity: id })),
  });
  const correction = fc.record({
    uri,
    position,
    entity: fc.option(id),
    question: fc.constantFrom('same', 'different', 'rename', 'office', 'date', 'article-date', 'x'),
    query,
    answer: fc.oneof(id, text, day),
    offer: fc.oneof(fc.constant(undefined), text),
  });
  const picture = {
    uri: fc.oneof(
      uri,
      fc.constantFrom(...known.uris).map((each) => each.replace(/\/[^/]+$/, '')),
    ),
    entity: fc.option(id),
    from: day,
    to: day,
  };
  const kinds = fc.subarray(['article', 'meeting', 'visit', 'call', 'agreement', 'tenure', 'signature', 'x']);
  const ofEntity = fc.record({ uri, entity: id });

  const REQUESTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    'textDocument/hover': at,
    'textDocument/definition': at,
    'textDocument/typeDefinition': at,
    'textDocument/implementation': at,
    'textDocument/references': fc.record({
      textDocument,
      position,
      context: fc.record({ includeDeclaration: fc.boolean() }),
    }),
    'textDocument/documentHighlight': at,
    'textDocument/documentSymbol': fc.record({ textDocument }),
    'textDocument/semanticTokens/full': fc.record({ textDocument }),
    'textDocument/selectionRange': fc.record({ textDocument, positions: fc.array(position, { maxLength: 5 }) }),
    'textDocument/foldingRange': fc.record({ textDocument }),
    'textDocument/inlayHint': fc.record({ textDocument, range }),
    'textDocument/codeLens': fc.record({ textDocument }),
    'textDocument/completion': at,
    'textDocument/codeAction': fc.record({
      textDocument,
      range,
      context: fc.record({
        diagnostics: fc.array(
          mostly(
            fc.record({
              range,
              source: fc.constantFrom('fihris', 'x'),
              code: fc.constantFrom('two-holders', 'unknown-key'),
              message: text,
            }),
          ),
          { maxLength: 3 },
        ),
      }),
    }),
    'textDocument/prepareRename': at,
    'textDocument/rename': fc.record({ textDocument, position, newName: text }),
    'textDocument/prepareCallHierarchy': at,
    'callHierarchy/incomingCalls': fc.record({ item }),
    'callHierarchy/outgoingCalls': fc.record({ item }),
    'textDocument/prepareTypeHierarchy': at,
    'typeHierarchy/supertypes': fc.record({ item }),
    'typeHierarchy/subtypes': fc.record({ item }),
    'workspace/symbol': fc.record({ query }),
    'workspaceSymbol/resolve': fc.record({ name: text, location: fc.record({ uri }), data: id }),
    'fihris/status': fc.constant(undefined),
    'fihris/agreements': fc.constant(undefined),
    'fihris/marks': fc.record({ uri }),
    'fihris/article': fc.record({ uri }),
    'fihris/reading': fc.record({ uri }),
    'fihris/card': fc.record({ uri, offset: count }),
    'fihris/step': fc.record({
      uri,
      entity: id,
      offset: count,
      towards: fc.constantFrom('next', 'previous', 'x'),
      elsewhere: fc.boolean(),
    }),
    'fihris/concordance': ofEntity,
    'fihris/dossier': ofEntity,
    'fihris/timeline': fc.record({ ...picture, kinds, unit: fc.constantFrom('year', 'month', 'day', 'x') }),
    'fihris/network': fc.record({ ...picture, nodes: fc.subarray(['person', 'office', 'organization']), ties: kinds }),
    'fihris/evidence': fc.record({
      ...picture,
      other: fc.option(id),
      tie: fc.constantFrom('article', 'meeting', 'signature', 'tenure', 'x'),
    }),
    'fihris/directory': fc.oneof(
      fc.record({ list: fc.constantFrom('letters', 'years', 'x'), of: fc.constantFrom('person', 'office', 'x') }),
      fc.record({
        list: fc.constant('names'),
        of: fc.constantFrom('person', 'office'),
        letter: query,
        after: fc.option(text),
      }),
      fc.record({
        list: fc.constant('articles'),
        year: fc.constantFrom('', '2020', 'x'),
        after: fc.constantFrom(null, '0', '-5', '1e400', 'x'),
      }),
      fc.record({ list: fc.constant('people'), uri }),
      fc.record({ list: fc.constant('about'), entity: fc.record({ uri, id }) }),
      fc.record({ list: fc.constant('search'), query }),
    ),
    'fihris/corrections': correction,
    'fihris/correctionChoices': correction,
    'fihris/correct': correction,
    'no/such': garbage,
    '$/none': garbage,
  };

  const opened = fc.record({
    textDocument: fc
      .record({
        uri,
        languageId: fc.constantFrom('article', 'plaintext', 'yaml'),
        version: count,
        text,
        settings: settingsText,
      })
      .map(({ settings, ...rest }) => (rest.uri === known.settingsUri ? { ...rest, text: settings } : rest)),
  });
  const change = fc.oneof(
    fc.record({ text }),
    fc.record({ range, text }),
    fc.record({ range, rangeLength: count, text }),
    fc.record({
      range: fc.record({
        start: fc.record({ line: fc.nat(3), character: fc.nat(60) }),
        end: fc.record({ line: fc.nat(6), character: fc.nat(60) }),
      }),
      text,
    }),
  );
  const changedDocument = fc.record({
    textDocument: fc.record({ uri, version: count }),
    contentChanges: fc.array(change, { maxLength: 3 }),
  });
  const folder = fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...known.folders) },
      { weight: 1, arbitrary: fc.constantFrom('file:///no/such/folder', 'untitled:x', '', ...known.uris.slice(0, 1)) },
    )
    .map((each) => ({ uri: each, name: 'x' }));
  const watched = fc.record({
    changes: fc.array(fc.record({ uri: fc.oneof(uri, fc.constantFrom(...known.folders)), type: fc.nat(4) }), {
      maxLength: 4,
    }),
  });

  const NOTIFICATIONS: readonly (readonly [weight: number, method: string, params: fc.Arbitrary<unknown>])[] = [
    [6, 'textDocument/didOpen', opened],
    [12, 'textDocument/didChange', changedDocument],
    [5, 'textDocument/didClose', fc.record({ textDocument })],
    [1, 'textDocument/didSave', fc.record({ textDocument, text: fc.option(text) })],
    [1, 'textDocument/willSave', fc.record({ textDocument, reason: fc.nat(5) })],
    [
      2,
      'workspace/didChangeWorkspaceFolders',
      fc.record({
        event: fc.record({ added: fc.array(folder, { maxLength: 2 }), removed: fc.array(folder, { maxLength: 2 }) }),
      }),
    ],
    [4, 'workspace/didChangeWatchedFiles', watched],
    [1, 'workspace/didChangeConfiguration', fc.record({ settings: garbage })],
    [1, 'window/workDoneProgress/cancel', fc.record({ token: garbage })],
    [1, '$/setTrace', fc.record({ value: fc.constantFrom('off', 'x') })],
    [1, 'initialized', fc.constant({})],
    [1, 'no/such', garbage],
    [1, '$/none', garbage],
  ];

  const request = fc.oneof(
    ...Object.entries(REQUESTS).map(([name, params]) =>
      fc.tuple(mostly(params), fc.nat(9)).map(
        ([value, dice]): Step => ({
          request: name,
          ...(value !== undefined && { params: value }),
          ...(dice === 0 && { cancelled: true }),
        }),
      ),
    ),
  );
  const notification = fc.oneof(
    ...NOTIFICATIONS.map(([weight, name, params]) => ({
      weight,
      arbitrary: mostly(params).map(
        (value): Step => ({ notification: name, ...(value !== undefined && { params: value }) }),
      ),
    })),
  );
  const STORMED = ['textDocument/hover', 'fihris/timeline', 'fihris/network', 'fihris/dossier', 'workspace/symbol'];
  const storm = fc
    .constantFrom(...STORMED)
    .chain((name) =>
      fc
        .tuple(REQUESTS[name] ?? at, fc.integer({ min: 2, max: 30 }))
        .map(([params, many]): Step => ({ storm: name, params, count: many })),
    );
  const body = fc.oneof(
    fc.constantFrom(
      '',
      '{',
      'null',
      '[]',
      '3',
      '"x"',
      '{"jsonrpc":"2.0"}',
      '{"id":1}',
      '{"jsonrpc":"2.0","id":1,"method":3}',
      '[{"jsonrpc":"2.0"}]',
    ),
    fc.constantFrom(
      '{"jsonrpc":"2.0","id":99999999,"result":1}',
      '{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"x"}}',
    ),
    fc.constantFrom(
      '{"jsonrpc":"2.0","id":null,"method":"textDocument/hover","params":[1,2]}',
      '{"jsonrpc":"2.0","id":{},"method":"x"}',
    ),
  );
  const file = fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...known.files).map((name) => ({ name, isSettings: false })) },
        { weight: 1, arbitrary: fc.constant({ name: 'fihris.yaml', isSettings: true }) },
      ),
      fc.option(text),
      settingsText,
      fc.boolean(),
    )
    .map(
      ([{ name, isSettings }, articleText, settings, told]): Step => ({
        file: name,
        text: isSettings ? settings : articleText,
        told,
      }),
    );
  const configuration = fc
    .oneof(
      fc.constantFrom(
        null,
        {},
        { 'fihris.include': ['**/*.txt'] },
        { 'fihris.include': ['[', '!', '../**', ''] },
        { 'fihris.include': 3 },
      ),
      fc.record({
        'fihris.cards.language': garbage,
        'fihris.inlayHints': garbage,
        'fihris.codeLens': garbage,
        'fihris.contradictions': garbage,
      }),
    )
    .map((value): Step => ({ configuration: value }));

  return fc.oneof(
    { weight: 120, arbitrary: request },
    { weight: 60, arbitrary: notification },
    // Once more; of one that is malformed the library makes an error of its own.
    {
      weight: 1,
      arbitrary: fc.constant<Step>({
        request: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      }),
    },
    { weight: 4, arbitrary: storm },
    { weight: 4, arbitrary: body.map((each): Step => ({ body: each })) },
    { weight: 4, arbitrary: fc.oneof(garbage, fc.nat(2000)).map((cancel): Step => ({ cancel })) },
    { weight: 4, arbitrary: file },
    { weight: 1, arbitrary: configuration },
  );
}
