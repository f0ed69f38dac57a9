/**
 * Memory of one tab, in history.state, which works when storage throws and ends with the tab. Holds the
 * refresh token, never the access token.
 */
import type { SealedEntry } from './journal-seal.ts';

export interface TabRecord {
  readonly refreshToken: string | null;
  readonly returnUrl: string | null;
  /** The tab's writer id from before a reload. */
  readonly writer: string | null;
  /** The attempt whose welcome is over. */
  readonly welcomed: string | null;
  /** The attempt and scene whose introduction is over; the server knows it from the first action on. */
  readonly begun: string | null;
  /** The version of the question about research whose first part has a yes that waits for the second; then it is sent. */
  readonly agreed: string | null;
  readonly language: 'fr' | 'en' | null;
  /** If true, nothing else changes the language. */
  readonly languageChosen: boolean;
  /** Not checked; its reader checks it. */
  readonly comfort: unknown;
  readonly isAway: boolean;
  /** A frame opened this tab and handed the game over. */
  readonly isOwnWindow: boolean;
  /** True once reloaded for a newer client: never reloads twice. */
  readonly reloaded: boolean;
  /** Not checked; the selection page checks it. */
  readonly choice: unknown;
  /** Id of the person whose work staff look at. */
  readonly person: string | null;
  /** Unsent texts of a scene, as `TypedBoxes` writes them, if the browser refuses storage. */
  readonly typed: string | null;
  /** Used if the browser has no database. */
  readonly journal: readonly SealedEntry[];
}

/** What another window needs to go on as a reload of this one would. No token. */
export type Handover = Pick<
  TabRecord,
  'writer' | 'welcomed' | 'begun' | 'agreed' | 'language' | 'languageChosen' | 'comfort'
>;

export function pickHandover(record: TabRecord): Handover {
  const { writer, welcomed, begun, agreed, language, languageChosen, comfort } = record;
  return { writer, welcomed, begun, agreed, language, languageChosen, comfort };
}

export function parseHandover(value: unknown): Handover {
  return pickHandover(parseRecord({ numplus: value }));
}

const blank: TabRecord = {
  refreshToken: null,
  returnUrl: null,
  writer: null,
  welcomed: null,
  begun: null,
  agreed: null,
  language: null,
  languageChosen: false,
  comfort: null,
  isAway: false,
  isOwnWindow: false,
  reloaded: false,
  choice: null,
  person: null,
  typed: null,
  journal: [],
};

type TabHistory = Pick<History, 'state' | 'replaceState' | 'pushState'>;

export class TabMemory {
  readonly #history: TabHistory;
  #record: TabRecord;

  constructor(history: TabHistory) {
    this.#history = history;
    this.#record = parseRecord(history.state);
  }

  read(): TabRecord {
    return this.#record;
  }

  /** `address` also replaces the shown address. */
  write(change: Partial<TabRecord>, address?: string): void {
    this.#record = { ...this.#record, ...change };
    this.#history.replaceState(this.#state(this.isGuarded), '', address);
  }

  /** True on the second entry of the page, which keeps Back inside it. */
  get isGuarded(): boolean {
    const { state } = this.#history as { state: unknown };
    return isObject(state) && state.guard === true;
  }

  /** True on the first entry. An entry that a typed address adds is neither. */
  get isBehindGuard(): boolean {
    const { state } = this.#history as { state: unknown };
    return isObject(state) && state.guard === false;
  }

  addGuard(): void {
    this.#history.pushState(this.#state(true), '');
  }

  #state(guard: boolean): { readonly numplus: TabRecord; readonly guard: boolean } {
    return { numplus: this.#record, guard };
  }
}

function parseRecord(state: unknown): TabRecord {
  if (!isObject(state) || !isObject(state.numplus)) return blank;
  const { refreshToken, returnUrl, writer, language, comfort, reloaded, choice, journal } = state.numplus;
  const { languageChosen, welcomed, begun, agreed, isAway, isOwnWindow, person, typed } = state.numplus;
  return {
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
    returnUrl: typeof returnUrl === 'string' ? returnUrl : null,
    writer: typeof writer === 'string' ? writer : null,
    welcomed: typeof welcomed === 'string' ? welcomed : null,
    begun: typeof begun === 'string' ? begun : null,
    agreed: typeof agreed === 'string' ? agreed : null,
    language: language === 'fr' || language === 'en' ? language : null,
    languageChosen: languageChosen === true,
    comfort: comfort ?? null,
    isAway: isAway === true,
    isOwnWindow: isOwnWindow === true,
    reloaded: reloaded === true,
    choice: choice ?? null,
    person: typeof person === 'string' ? person : null,
    typed: typeof typed === 'string' ? typed : null,
    journal: Array.isArray(journal) ? journal.filter(isSealedEntry) : [],
  };
}

function isSealedEntry(value: unknown): value is SealedEntry {
  if (!isObject(value)) return false;
  const { attemptId, epoch, actionSeq, iv, sealed } = value;
  return (
    typeof attemptId === 'string' &&
    typeof epoch === 'number' &&
    typeof actionSeq === 'number' &&
    iv instanceof Uint8Array &&
    sealed instanceof Uint8Array
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
