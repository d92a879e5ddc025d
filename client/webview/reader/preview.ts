/**
 * When a card comes and goes: after the delays that people are used to from Wikipedia's page previews. Who rests on a word for a
 * moment means it, so only then is the card asked for; it comes at the same time whether the answer was quick or not so quick; and it
 * stays a little when the pointer leaves, so that one can go over to it.
 */

/** Milliseconds from coming upon a word: until the card is asked for, and until it is shown. */
export const DWELL = 150;
export const DUE = 500;
/** Milliseconds from leaving word and card until the card goes. */
export const GRACE = 300;

export interface PreviewActions<Subject, Content> {
  /** Null: there is nothing to be shown. */
  readonly fetch: (subject: Subject) => Promise<Content | null>;
  readonly show: (subject: Subject, content: Content) => void;
  readonly hide: () => void;
}

export class Preview<Subject, Content> {
  readonly #actions: PreviewActions<Subject, Content>;
  #awaited: Subject | null = null;
  #shown: Subject | null = null;
  /** What is yet to be done for `#awaited`. */
  #timers: ReturnType<typeof setTimeout>[] = [];
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: PreviewActions<Subject, Content>) {
    this.#actions = actions;
  }

  get shown(): Subject | null {
    return this.#shown;
  }

  /** The pointer, or the focus, came upon something. */
  enter(subject: Subject): void {
    if (subject === this.#shown) {
      this.#forget();
      this.stay();
      return;
    }
    if (subject === this.#awaited) return;
    this.#forget();
    this.#awaited = subject;
    let content: Content | null = null;
    let isDue = false;
    const showIfReady = () => {
      if (this.#awaited === subject && isDue && content !== null) this.#show(subject, content);
    };
    this.#timers = [
      setTimeout(async () => {
        content = await this.#actions.fetch(subject);
        showIfReady();
      }, DWELL),
      setTimeout(() => {
        isDue = true;
        showIfReady();
      }, DUE),
    ];
  }

  /** It is neither on the word nor on the card any more. */
  leave(): void {
    this.#forget();
    clearTimeout(this.#leaving);
    if (this.#shown !== null) this.#leaving = setTimeout(() => this.#hide(), GRACE);
  }

  /** It is on the card, which stays. */
  stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  /** At once: Escape, or the text changed under it. */
  dismiss(): void {
    this.#forget();
    this.#hide();
  }

  /** A jump, or a key that asks for the card without waiting. */
  async now(subject: Subject): Promise<boolean> {
    this.#forget();
    this.#awaited = subject;
    const content = await this.#actions.fetch(subject);
    if (this.#awaited !== subject || content === null) return false;
    this.#show(subject, content);
    return true;
  }

  #show(subject: Subject, content: Content): void {
    this.#forget();
    this.stay();
    this.#shown = subject;
    this.#actions.show(subject, content);
  }

  #hide(): void {
    this.stay();
    if (this.#shown === null) return;
    this.#shown = null;
    this.#actions.hide();
  }

  #forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#awaited = null;
  }
}
