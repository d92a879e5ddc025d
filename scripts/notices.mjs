/**
 * Whose work is in the bundles, and under which licences: `dist/ThirdPartyNotices.txt`, which goes into the package. What is bundled says
 * esbuild's metafile; a package without a text of its licence ends the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data that files of ours are made from (docs/dependencies.md), by the file that is bundled. `text`: a file of licences/. */
const DATA = [
  {
    files: ['server/src/lexicon/states.json', 'server/src/text/calendar.json'],
    from: 'Unicode CLDR',
    licence: 'Unicode-3.0',
    text: 'Unicode-3.0.txt',
  },
  {
    files: ['server/src/lexicon/given-names.json'],
    from: 'first names of @faker-js/faker, https://github.com/faker-js/faker',
    licence: 'MIT',
    text: 'faker-MIT.txt',
  },
  {
    files: ['server/src/lexicon/common-words.json', 'dist/tagger.bin'],
    from: 'ANT Corpus v1.1 (Amina Chouigui, Oussama Ben Khiroun, Bilel Elayeb: “ANT Corpus: An Arabic News Text Collection for Textual Classification”, 2017)',
    licence: 'Apache-2.0',
    address: 'https://www.apache.org/licenses/LICENSE-2.0',
  },
  {
    files: ['server/src/lexicon/common-words.json', 'dist/tagger.bin'],
    from: 'Arabic Wikipedia of January 2017, by its authors, https://ar.wikipedia.org; counted and turned into lists and weights',
    licence: 'CC BY-SA 4.0',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    files: ['dist/tagger.bin'],
    from: 'ANERcorp (Yassine Benajiba, Paolo Rosso, José Miguel Benedí Ruiz), CAMeL Lab’s version; turned into weights',
    licence: 'CC BY-SA 4.0',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    files: ['dist/tagger.bin'],
    from: 'AQMAR Arabic Wikipedia Named Entity Corpus (Behrang Mohit, Nathan Schneider, Rishav Bhowmick, Kemal Oflazer, Noah A. Smith); turned into weights',
    licence: 'CC BY-SA 3.0',
    address: 'https://creativecommons.org/licenses/by-sa/3.0/',
  },
];

const LICENCE_FILE = /^(?:licen[cs]e|copying|thirdpartynotices)(?:[.-].*)?$/i;

/**
 * Packages whose code is in the bundles, by name, then version.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export function packagesIn(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  return [...folders]
    .map((folder) => {
      const { name, version, license, homepage, repository } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const texts = readdirSync(folder)
        .filter((file) => LICENCE_FILE.test(file))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
      return { name, version, licence: license, address: homepage ?? repository?.url ?? repository ?? '', texts };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Writes the notices into `dist/`. Throws where a package has no licence, or no text of it. */
export function writeNotices(metafiles) {
  const rule = '\n\n--------------------------------------------------------------------------------\n\n';
  const packages = packagesIn(metafiles).map(({ name, version, licence, address, texts }) => {
    if (!licence || texts.length === 0) throw new Error(`${name} ${version} has no text of its licence`);
    return `${name} ${version} (${licence})\n${address}\n\n${texts.join('\n\n')}`;
  });
  const data = DATA.map(({ files, from, licence, text, address }) =>
    [
      `Data: ${from}`,
      `In: ${files.join(', ')}`,
      `Licence: ${licence}${address === undefined ? '' : `, ${address}`}`,
      ...(text === undefined ? [] : ['', readFileSync(join('scripts/licences', text), 'utf8').trim()]),
    ].join('\n'),
  );
  const head = 'Fihris contains the work of others, under the licences that follow.';
  writeFileSync('dist/ThirdPartyNotices.txt', `${[head, ...packages, ...data].join(rule)}\n`);
}
