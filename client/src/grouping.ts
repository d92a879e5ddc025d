import { commands, type Memento } from 'vscode';

/** How the rows of a view are grouped: what a reader chose is remembered, and a context key of the same name says it to menus. */
export class ChosenGrouping<Grouping extends string> {
  readonly #name: string;
  readonly #memory: Memento;
  #value: Grouping;

  /** `standard`: the one to begin with. */
  constructor(name: string, known: readonly Grouping[], standard: Grouping, memory: Memento) {
    this.#name = name;
    this.#memory = memory;
    this.#value = known.find((each) => each === memory.get(name)) ?? standard;
    this.#tell();
  }

  get value(): Grouping {
    return this.#value;
  }

  choose(grouping: Grouping): void {
    this.#value = grouping;
    void this.#memory.update(this.#name, grouping);
    this.#tell();
  }

  #tell(): void {
    void commands.executeCommand('setContext', this.#name, this.#value);
  }
}
