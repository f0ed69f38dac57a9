/** Moves the game from a low frame to a window of its own, and back. */
import type { Api } from '../api/api.ts';
import { atMost, type Timers } from '../api/timers.ts';
import type { Attempt } from './attempt.svelte.ts';
import { pickHandover, parseHandover, type Handover, type TabMemory } from './tab-memory.ts';
import type { TypedBoxes } from './typed-boxes.ts';

export interface OpenedWindow {
  readonly isClosed: () => boolean;
  readonly show: (fragment: string) => void;
  readonly tell: (message: WindowMessage) => void;
  readonly close: () => void;
}

/**
 * `arrived`: the window asks for unsent texts; `texts` brings them, in either direction, never by an address. `give-back`:
 * the frame asks. `left`: the game has ended there, and this is where it stood.
 */
export type WindowMessage =
  | { readonly numplus: 'arrived' | 'give-back' }
  | { readonly numplus: 'texts'; readonly typed: string | null }
  | { readonly numplus: 'left'; readonly handover: Handover; readonly typed: string | null };

/** Not checked. */
export interface HeardMessage {
  readonly numplus?: unknown;
  readonly handover?: unknown;
  readonly typed?: unknown;
}

export interface Windows {
  readonly isFramed: boolean;
  /** Returns null if the browser refuses. */
  open(): OpenedWindow | null;
  tellOpener(message: WindowMessage): void;
  listen(take: (message: HeardMessage) => void): void;
}

interface OwnWindowDeps {
  readonly windows: Windows;
  readonly api: Pick<Api, 'askForWindow'>;
  readonly tab: TabMemory;
  readonly timers: Timers;
  readonly typedBoxes: Pick<TypedBoxes, 'flush' | 'hand' | 'take'>;
}

interface OwnWindowPort {
  attempt(): Pick<Attempt, 'settled' | 'hasUnsent' | 'stop'> | null;
  onmoved(): void;
  onback(): Promise<void>;
  quit(goesOn?: 'frame'): Promise<void>;
}

const sendingTimeoutMs = 3000;
const handoverTimeoutMs = 5000;
/** The frame may have been closed or loaded anew meanwhile. */
const arrivalTimeoutMs = 1000;
const lookEveryMs = 1000;

export class OwnWindow {
  /** The browser refused the window, or the code could not be fetched. */
  isRefused = $state(false);
  isClosed = $state(false);
  isBusy = $state(false);
  readonly isFramed: boolean;
  readonly isOwn: boolean;
  readonly #deps: OwnWindowDeps;
  readonly #port: OwnWindowPort;
  #opened: OpenedWindow | null = null;
  #onleft: (() => void) | null = null;
  #ontexts: (() => void) | null = null;
  #hasLeft = false;
  #stopLooking: () => void = () => undefined;

  constructor(port: OwnWindowPort, deps: OwnWindowDeps) {
    this.#port = port;
    this.#deps = deps;
    this.isFramed = deps.windows.isFramed;
    this.isOwn = deps.tab.read().isOwnWindow;
    deps.windows.listen((message) => {
      this.#hear(message);
    });
  }

  /** Takes what was half typed in the frame. */
  async arrive(code: string | null): Promise<void> {
    if (!this.isOwn || code === null) return;
    const came = new Promise<void>((resolve) => {
      this.#ontexts = resolve;
    });
    this.#deps.windows.tellOpener({ numplus: 'arrived' });
    await atMost(this.#deps.timers, arrivalTimeoutMs, came);
    this.#ontexts = null;
  }

  /** Call it while the press is handled: browsers block windows that open later. */
  async open(): Promise<void> {
    if (this.isBusy) return;
    const opened = this.#deps.windows.open();
    this.isRefused = opened === null;
    if (opened === null) return;
    this.isBusy = true;
    try {
      opened.show(await this.#leave());
      this.#opened = opened;
      this.isClosed = false;
      this.#look();
      this.#port.onmoved();
    } catch {
      opened.close();
      this.isRefused = true;
    } finally {
      this.isBusy = false;
    }
  }

  async bringBack(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.#stopLooking();
    const opened = this.#opened;
    if (opened !== null && !opened.isClosed()) {
      const left = new Promise<void>((resolve) => {
        this.#onleft = resolve;
      });
      opened.tell({ numplus: 'give-back' });
      await atMost(this.#deps.timers, handoverTimeoutMs, left);
      this.#onleft = null;
      opened.close();
    }
    this.#opened = null;
    this.#deps.tab.write({ isAway: false });
    await this.#port.onback();
    this.isBusy = false;
  }

  /**
   * The game ended in this page: the frame that opened it, if one did, takes over or ends too.
   *
   * @param typed what was half typed here
   */
  left(typed: string | null): void {
    if (!this.isOwn) return;
    this.#hasLeft = true;
    const handover = pickHandover(this.#deps.tab.read());
    this.#deps.windows.tellOpener({ numplus: 'left', handover, typed });
  }

  /** The window may be closed by its own button: the frame then goes on with these texts. */
  leaving(): void {
    if (!this.isOwn || this.#hasLeft) return;
    this.#deps.windows.tellOpener({ numplus: 'texts', typed: this.#deps.typedBoxes.hand() });
  }

  async #leave(): Promise<string> {
    const { api, tab, timers, typedBoxes } = this.#deps;
    typedBoxes.flush();
    const { code } = await api.askForWindow();
    const attempt = this.#port.attempt();
    if (attempt !== null) {
      await atMost(timers, sendingTimeoutMs, attempt.settled());
      if (attempt.hasUnsent) throw new Error('unsent');
      attempt.stop();
    }
    const handover = JSON.stringify(pickHandover(tab.read()));
    tab.write({ isAway: true });
    return `code=${encodeURIComponent(code)}&handover=${encodeURIComponent(handover)}`;
  }

  #hear({ numplus, handover, typed }: HeardMessage): void {
    const { tab, typedBoxes } = this.#deps;
    const { isAway } = tab.read();
    if (numplus === 'arrived' && isAway) {
      this.#opened?.tell({ numplus: 'texts', typed: typedBoxes.hand() });
    }
    if (numplus === 'texts' && (isAway || this.#ontexts !== null)) {
      typedBoxes.take(typed);
      this.#ontexts?.();
    }
    if (numplus === 'left' && isAway) {
      typedBoxes.take(typed);
      this.#take(parseHandover(handover));
    }
    if (numplus === 'give-back' && this.isOwn) void this.#port.quit('frame');
  }

  #take(handover: Handover): void {
    this.#deps.tab.write(handover);
    if (this.#onleft === null) void this.#port.quit();
    else this.#onleft();
  }

  #look(): void {
    this.#stopLooking = this.#deps.timers.after(lookEveryMs, () => {
      this.isClosed = this.#opened?.isClosed() === true;
      if (!this.isClosed) this.#look();
    });
  }
}
