/**
 * A window in which corrections are made without end, in a process of its own: `node correcting.ts FOLDER SEED`. Says on standard output
 * `server PID` when a server is ready, and `acknowledged PERSON=NAME` for each correction. A server that dies is started again.
 */
import { EditorWindow, PEOPLE } from './window.ts';

const [folder = '', seed = '0'] = process.argv.slice(2);
const window = new EditorWindow(folder, seed);
const say = (line: string) => process.stdout.write(`${line}\n`);

let made = Number(seed);
for (;;) {
  try {
    say(`server ${await window.start()}`);
    for (;;) {
      const person = PEOPLE[made % PEOPLE.length] ?? '';
      const name = `${person} ${seed}-${made++}`;
      await window.rename(person, name);
      say(`acknowledged ${person}=${name}`);
    }
  } catch (error) {
    if (!/the server ended|connection|disposed/i.test(String(error))) throw error;
  }
}
