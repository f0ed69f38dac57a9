/**
 * What is in the text box of one draft. Typing stays local and reaches the world as few `write` actions: after a
 * pause, or at once when flush() is called. Knows neither the DOM nor the world.
 */

/** The two functions of the browser's clock that this needs; tests bring their own. */
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

/** Long enough for a slow typist's word, short enough to lose nothing of weight. */
const PAUSE_MS = 800;

export class TypedText {
  /** What the box shows. */
  current = $state('');
  /** The last text that the world has, or will have once it answers. */
  #known: string;
  /** Texts written whose return from the world is still to come, oldest first. */
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

  /** The person changed the box. */
  type(text: string): void {
    this.current = text;
    this.#stopTimer();
    this.#timer = this.#timers.set(() => {
      this.flush();
    }, PAUSE_MS);
  }

  /** Hands over what the world does not have yet. */
  flush(): void {
    this.#stopTimer();
    if (this.current === this.#known) return;
    this.#known = this.current;
    this.#underway.push(this.current);
    this.#write(this.current);
  }

  /** The world says what the draft holds: our own text coming back changes nothing, anything else (undo) is shown. */
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

  /** The box goes away: nothing is written any more. */
  dispose(): void {
    this.#stopTimer();
    this.#known = this.current;
  }

  #stopTimer(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
  }
}
