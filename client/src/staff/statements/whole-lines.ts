/** Joins pieces into whole lines. Works on bytes, so that nothing changes. */
const lineFeed = 10;

/** From this size the lines go into a blob, which browsers store off the heap. */
const spillBytes = 4_000_000;

export class WholeLines {
  #count = 0;
  #last: Uint8Array | null = null;
  #begun: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #parts: BlobPart[] = [];
  #loose = 0;

  get count(): number {
    return this.#count;
  }

  /** Without its line end. */
  get last(): string | null {
    return this.#last === null ? null : new TextDecoder().decode(this.#last);
  }

  add(piece: Uint8Array<ArrayBuffer>): void {
    const bytes = join(this.#begun, piece);
    const end = bytes.lastIndexOf(lineFeed);
    this.#begun = bytes.slice(end + 1);
    if (end === -1) return;
    const whole = bytes.subarray(0, end + 1);
    this.#last = whole.slice(whole.subarray(0, end).lastIndexOf(lineFeed) + 1, end);
    this.#count += countLines(whole);
    this.#keep(whole);
  }

  /** Drops an unfinished line, which the server sends again. Returns whether there was one. */
  breakOff(): boolean {
    const hadBegun = this.#begun.length > 0;
    this.#begun = new Uint8Array(0);
    return hadBegun;
  }

  toFile(): Blob {
    return new Blob(this.#parts, { type: 'application/jsonl' });
  }

  #keep(whole: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(whole);
    this.#loose += whole.length;
    if (this.#loose < spillBytes) return;
    this.#parts = [new Blob(this.#parts)];
    this.#loose = 0;
  }
}

function join(begun: Uint8Array<ArrayBuffer>, piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (begun.length === 0) return piece;
  const joined = new Uint8Array(begun.length + piece.length);
  joined.set(begun);
  joined.set(piece, begun.length);
  return joined;
}

function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === lineFeed ? count + 1 : count), 0);
}
