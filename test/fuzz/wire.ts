/**
 * A language server spoken to without any library between: whatever bytes a test wants to send are sent, and everything that comes back is
 * kept. A library of the client's side would refuse to send most of what a fuzzer has to say.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER } from '../server/client.ts';

/** JSON-RPC's code for a handler that failed: of this server always a defect. */
export const INTERNAL_ERROR = -32603;

/** LSP's type of a logged message. */
const LOGGED_ERROR = 1;

/**
 * What vscode-languageserver itself says of messages that are none of JSON-RPC's, and that it drops: lists where names are asked for, no
 * object at all, ids of a wrong type, and the two notifications with handlers of its own. Likewise it answers requests whose parameters
 * are `null` with an error about their `workDoneToken`.
 */
const LIBRARY_REFUSES = [
  /^Received message which is neither a response nor a notification message/,
  /^Received empty message/,
  /^Notification \S+ defines (?:parameters by name|\d+ param)/,
  /^Notification handler '(?:window\/workDoneProgress\/cancel|\$\/setTrace)' failed/,
];

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  /** Milliseconds between question and answer. */
  readonly took: number;
}

interface Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: Answer['error'];
}

interface Asked {
  readonly method: string;
  readonly params: unknown;
  readonly at: number;
  readonly resolve: (answer: Answer) => void;
}

export interface Memory {
  /** Bytes in use after a collection, on the heap and beside it. */
  readonly heapUsed: number;
  readonly rss: number;
}

export class Wire {
  readonly process: ChildProcess;
  /** What must not be: standard error, errors in the log, internal errors. */
  readonly defects: string[] = [];
  /** How requests of the server to its client are answered. */
  answerTo: (method: string, params: unknown) => unknown = () => null;
  /** Longest and number of answers, in milliseconds. */
  slowest = 0;
  answered = 0;
  #nextId = 1;
  readonly #asked = new Map<number, Asked>();
  #input: Buffer = Buffer.alloc(0);
  #ended: string | null = null;

  constructor(nodeArguments: readonly string[] = []) {
    const probe = new URL('./heap-probe.ts', import.meta.url).href;
    this.process = spawn(
      process.execPath,
      ['--expose-gc', '--import', probe, ...nodeArguments, SERVER, '--stdio', `--clientProcessId=${process.pid}`],
      { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] },
    );
    this.process.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => this.defects.push(`standard error: ${text}`));
    this.process.stdin?.on('error', (error) => this.defects.push(`standard input: ${error.message}`));
    this.process.once('exit', (code, signal) => {
      this.#ended = `the server ended (${signal ?? code})`;
    });
  }

  /** Why there is no server any more; null while there is one. */
  get ended(): string | null {
    return this.#ended;
  }

  /** Requests without an answer, the oldest first. */
  get unanswered(): readonly { readonly method: string; readonly params: unknown; readonly at: number }[] {
    return [...this.#asked.values()];
  }

  get lastId(): number {
    return this.#nextId - 1;
  }

  /** The answer, also where that is an error; never rejects. */
  ask(method: string, params?: unknown): Promise<Answer> {
    return new Promise((resolve) => {
      const id = this.#nextId++;
      this.#asked.set(id, { method, params, at: performance.now(), resolve });
      this.send({ jsonrpc: '2.0', id, method, ...(params !== undefined && { params }) });
    });
  }

  tell(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, ...(params !== undefined && { params }) });
  }

  send(message: unknown): void {
    this.sendBody(JSON.stringify(message));
  }

  /** A frame with any body. */
  sendBody(body: string): void {
    const bytes = Buffer.from(body);
    this.process.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]));
  }

  /** Done when every request has its answer. Rejects where one has none within `bound` (ms), or the server ended. */
  async quiet(bound: number): Promise<void> {
    for (;;) {
      if (this.#ended !== null) throw new Error(`${this.#ended}: ${this.defects.join('\n')}`);
      const [oldest] = this.unanswered;
      if (oldest === undefined) return;
      if (performance.now() - oldest.at > bound)
        throw new Error(`no answer in ${bound} ms to ${oldest.method} ${JSON.stringify(oldest.params)}`);
      await sleep(2);
    }
  }

  memory(): Promise<Memory> {
    return new Promise((resolve) => {
      this.process.once('message', (memory) => resolve(memory as Memory));
      this.process.send('now');
    });
  }

  /** Ends the server as an editor does. Gives its exit code. */
  async stop(): Promise<number | null> {
    if (this.#ended === null) {
      const gone = new Promise((resolve) => this.process.once('exit', resolve));
      await this.ask('shutdown');
      this.tell('exit');
      await Promise.race([gone, sleep(5000).then(() => this.process.kill('SIGKILL'))]);
    }
    return this.process.exitCode;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  #take(chunk: Buffer): void {
    this.#input = this.#input.length === 0 ? chunk : Buffer.concat([this.#input, chunk]);
    for (;;) {
      const head = this.#input.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#input.toString('latin1', 0, head))?.[1]);
      const start = head + 4;
      if (!Number.isInteger(length)) {
        this.defects.push(`no frame: ${this.#input.toString('utf8', 0, 200)}`);
        this.#input = Buffer.alloc(0);
        return;
      }
      if (this.#input.length < start + length) return;
      const message = JSON.parse(this.#input.toString('utf8', start, start + length)) as Message;
      this.#input = this.#input.subarray(start + length);
      this.#receive(message);
    }
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (typeof method === 'string') {
      if (id !== undefined) this.send({ jsonrpc: '2.0', id, result: this.answerTo(method, params) ?? null });
      else if (method === 'window/logMessage') {
        const { type, message } = params as { type: number; message: string };
        if (type === LOGGED_ERROR && !LIBRARY_REFUSES.some((refusal) => refusal.test(message)))
          this.defects.push(`log: ${message}`);
      }
      return;
    }
    const asked = this.#asked.get(id as number);
    // A malformed message is answered with an id of null: that is no request's answer.
    if (asked === undefined) return;
    this.#asked.delete(id as number);
    const took = performance.now() - asked.at;
    this.slowest = Math.max(this.slowest, took);
    this.answered++;
    if (error?.code === INTERNAL_ERROR && !(asked.params === null && error.message.endsWith("'workDoneToken')")))
      this.defects.push(`${asked.method} ${JSON.stringify(asked.params)}: ${error.message}`);
    asked.resolve({ took, ...(error === undefined ? { result } : { error }) });
  }
}
