/** Typed text of one box. Reaches the world as few actions: after a pause or by flush(). */

/** Injected, so that tests can use their own. */
export interface Timers {
  readonly set: (run: () => void, delayMs: number) => number;
  readonly clear: (timer: number) => void;
}

export const browserTimers: Timers = {
  set: (run, delayMs) => window.setTimeout(run, delayMs),
  clear: (timer) => {
    window.clearTimeout(timer);
  },
};

/** Longer than a slow typist's pauses in a word, short enough to lose little. */
const PAUSE_MS = 800;

export class TypedText {
  current = $state('');
  /** The world's text now, or once it has answered. */
  #known: string;
  /** Sent and not yet returned, oldest first. */
  #underway: string[] = [];
  #timer: number | null = null;
  readonly #write: (typed: string) => void;
  readonly #timers: Timers;

  constructor(start: string, write: (typed: string) => void, timers: Timers) {
    this.current = start;
    this.#known = start;
    this.#write = write;
    this.#timers = timers;
  }

  type(text: string): void {
    this.current = text;
    this.#stopTimer();
    this.#timer = this.#timers.set(() => {
      this.flush();
    }, PAUSE_MS);
  }

  flush(): void {
    this.#stopTimer();
    if (this.current === this.#known) return;
    this.#known = this.current;
    this.#underway.push(this.current);
    this.#write(this.current);
  }

  /** Ignores our own text when it returns; shows any other (undo). */
  follow(typed: string): void {
    const echo = this.#underway.indexOf(typed);
    if (echo >= 0) {
      this.#underway.splice(0, echo + 1);
      return;
    }
    if (typed === this.#known) return;
    this.#stopTimer();
    this.#underway = [];
    this.#known = typed;
    this.current = typed;
  }

  dispose(): void {
    this.#stopTimer();
    this.#known = this.current;
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }
}
