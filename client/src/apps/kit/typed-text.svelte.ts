/**
 * The text of one box. Typing stays local and reaches the world as few actions: after a pause, or at once by
 * flush().
 */

/** The browser's clock; tests bring their own. */
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

/** Long enough for a slow typist's word, short enough to lose little. */
const PAUSE_MS = 800;

export class TypedText {
  current = $state('');
  /** The last text that the world has, or will have when it responds. */
  #known: string;
  /** Texts sent to the world that have not come back yet, oldest first. */
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

  /** Sends what the world does not have yet. */
  flush(): void {
    this.#stopTimer();
    if (this.current === this.#known) return;
    this.#known = this.current;
    this.#underway.push(this.current);
    this.#write(this.current);
  }

  /** The world's text changed: our own text coming back changes nothing, anything else (undo) is shown. */
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

  /** The box goes away: nothing is sent any more. */
  dispose(): void {
    this.#stopTimer();
    this.#known = this.current;
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }
}
