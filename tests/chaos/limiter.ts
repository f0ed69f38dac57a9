/** Runs at most so many at a time; the others wait in their order. */
export class Limiter {
  #room: number;
  readonly #waiting: (() => void)[] = [];

  constructor(width: number) {
    this.#room = width;
  }

  async pass<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#room > 0) this.#room -= 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#room += 1;
      else next();
    }
  }
}
