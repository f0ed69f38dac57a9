/** Unsent texts of a scene's boxes, kept over a reload. Never for passwords, codes or personal numbers. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storageKey = 'numplus.typed';

export function findTabStorage(page: { readonly sessionStorage: TabStorage }): TabStorage | null {
  try {
    return page.sessionStorage;
  } catch {
    return null;
  }
}

export class TypedBoxes {
  readonly #storage: TabStorage | null;
  #scene = '';
  #texts: Readonly<Record<string, string>> = {};
  #windows: readonly (() => void)[] = [];

  constructor(storage: TabStorage | null) {
    this.#storage = storage;
  }

  /** Forgets what belongs to any other scene. */
  open(scene: string): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#texts = {};
    const kept = parseKept(this.#stored());
    if (kept.scene === scene) this.#texts = kept.texts;
    else this.#save();
  }

  read(box: string): string | null {
    return this.#texts[box] ?? null;
  }

  /** @param text empty once it was sent */
  write(box: string, text: string): void {
    const others = Object.entries(this.#texts).filter(([name]) => name !== box);
    this.#texts = Object.fromEntries(text === '' ? others : [...others, [box, text]]);
    this.#save();
  }

  forget(): void {
    this.#texts = {};
    this.#save();
  }

  /** @param flush sends what waits for a pause in the typing; returns how to stop it */
  follow(flush: () => void): () => void {
    this.#windows = [...this.#windows, flush];
    return () => {
      this.#windows = this.#windows.filter((other) => other !== flush);
    };
  }

  /** Before the game moves to another window: no blur comes first. */
  flush(): void {
    for (const flush of this.#windows) flush();
  }

  hand(): string | null {
    const isEmpty = Object.keys(this.#texts).length === 0;
    return isEmpty ? null : JSON.stringify({ scene: this.#scene, texts: this.#texts });
  }

  /** What another window handed over replaces all texts. Not checked before. */
  take(handed: unknown): void {
    const { scene, texts } = parseKept(parseJson(typeof handed === 'string' ? handed : 'null'));
    this.#scene = scene;
    this.#texts = texts;
    this.#save();
  }

  #save(): void {
    try {
      const kept = this.hand();
      if (kept === null) this.#storage?.removeItem(storageKey);
      else this.#storage?.setItem(storageKey, kept);
    } catch {
      // Only a reload loses the text.
    }
  }

  #stored(): unknown {
    try {
      return parseJson(this.#storage?.getItem(storageKey) ?? 'null');
    } catch {
      return null;
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parseKept(value: unknown): {
  readonly scene: string;
  readonly texts: Readonly<Record<string, string>>;
} {
  const nothing = { scene: '', texts: {} };
  if (typeof value !== 'object' || value === null || !('scene' in value) || !('texts' in value))
    return nothing;
  const { scene, texts } = value;
  if (typeof scene !== 'string' || typeof texts !== 'object' || texts === null) return nothing;
  const entries = Object.entries(texts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { scene, texts: Object.fromEntries(entries) };
}
