/** Moves the game from a low frame to a window of its own, and back. */
import type { Api } from '../api/api.ts';
import { atMost, type Timers } from '../api/timers.ts';
import type { Attempt } from './attempt.svelte.ts';
import { pickHandover, parseHandover, type Handover, type TabMemory } from './tab-memory.ts';

export interface OpenedWindow {
  readonly isClosed: () => boolean;
  readonly show: (fragment: string) => void;
  readonly tell: (message: WindowMessage) => void;
  readonly close: () => void;
}

/** `give-back`: the frame asks. `left`: the game has ended there, and this is where it stood. */
export type WindowMessage =
  { readonly numplus: 'give-back' } | { readonly numplus: 'left'; readonly handover: Handover };

export interface Windows {
  readonly isFramed: boolean;
  /** Returns null if the browser refuses. */
  open(): OpenedWindow | null;
  tellOpener(message: WindowMessage): void;
  listen(take: (message: { readonly numplus?: unknown; readonly handover?: unknown }) => void): void;
}

interface OwnWindowDeps {
  readonly windows: Windows;
  readonly api: Pick<Api, 'askForWindow'>;
  readonly tab: TabMemory;
  readonly timers: Timers;
}

interface OwnWindowPort {
  attempt(): Pick<Attempt, 'settled' | 'hasUnsent' | 'stop'> | null;
  onmoved(): void;
  onback(): Promise<void>;
  quit(goesOn?: 'frame'): Promise<void>;
}

const sendingTimeoutMs = 3000;
const handoverTimeoutMs = 5000;
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
  #stopLooking: () => void = () => undefined;

  constructor(port: OwnWindowPort, deps: OwnWindowDeps) {
    this.#port = port;
    this.#deps = deps;
    this.isFramed = deps.windows.isFramed;
    this.isOwn = deps.tab.read().isOwnWindow;
    deps.windows.listen(({ numplus, handover }) => {
      if (numplus === 'left' && deps.tab.read().isAway) this.#take(parseHandover(handover));
      if (numplus === 'give-back' && this.isOwn) void port.quit('frame');
    });
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

  /** The game ended in this page: the frame that opened it, if one did, takes over or ends too. */
  left(): void {
    if (!this.isOwn) return;
    this.#deps.windows.tellOpener({ numplus: 'left', handover: pickHandover(this.#deps.tab.read()) });
  }

  async #leave(): Promise<string> {
    const { api, tab, timers } = this.#deps;
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
