import type { AppView } from './app-view.svelte.ts';

/** Text of a box that survives a reload until it is sent. Never for passwords or codes. */
export class KeptText {
  #typed = $state('');
  readonly #app: AppView;
  readonly #box: string;
  #start: string;

  /** @param box unique in the scene */
  constructor(app: AppView, box: string, start = '') {
    this.#app = app;
    this.#box = box;
    this.#start = start;
    this.#typed = app.typedBoxes?.read(box) ?? start;
  }

  get current(): string {
    return this.#typed;
  }

  set current(text: string) {
    this.#typed = text;
    this.#app.typedBoxes?.write(this.#box, text);
  }

  follow(start: string): void {
    if (start === this.#start) return;
    this.#start = start;
    this.#typed = start;
    this.sent();
  }

  /** The text stays in the box. */
  sent(): void {
    this.#app.typedBoxes?.write(this.#box, '');
  }
}
