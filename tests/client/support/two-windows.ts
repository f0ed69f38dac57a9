/** The frame of a course and the window of its own, in one browser. */
import type { WindowMessage, Windows } from '../../../client/src/state/own-window.svelte.ts';
import { parseHandover, TabMemory } from '../../../client/src/state/tab-memory.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { createPage, playFromStart, TabHistory, type TestPage } from './page.ts';
import { PlayServer } from './play-server.ts';

type Take = Parameters<Windows['listen']>[0];

/** At most one window, which the frame opened. */
export class TwoWindows {
  readonly server = new PlayServer(sampleWorld);
  readonly history = new TabHistory();
  readonly windowHistory = new TabHistory();
  blocksWindows = false;
  opens = 0;
  isClosed = false;
  shown: string | null = null;
  #toFrame: Take = () => undefined;
  #toWindow: Take = () => undefined;

  readonly frameSide: Windows = {
    isFramed: true,
    open: () => {
      if (this.blocksWindows) return null;
      this.opens += 1;
      this.isClosed = false;
      return {
        isClosed: () => this.isClosed,
        show: (fragment) => {
          this.shown = fragment;
        },
        tell: (message) => {
          if (!this.isClosed) this.#toWindow(message);
        },
        close: () => {
          this.isClosed = true;
        },
      };
    },
    tellOpener: () => undefined,
    listen: (take) => {
      this.#toFrame = take;
    },
  };

  readonly windowSide: Windows = {
    isFramed: false,
    open: () => null,
    tellOpener: (message: WindowMessage) => {
      this.#toFrame(structuredClone(message));
    },
    listen: (take) => {
      this.#toWindow = take;
    },
  };

  playInFrame(): Promise<TestPage> {
    return playFromStart(this.server, this.history, this.frameSide);
  }

  async reloadFrame(): Promise<TestPage> {
    const page = createPage(this.server, this.history, crypto, this.frameSide);
    await page.game.start(null);
    return page;
  }

  async loadWindow(): Promise<TestPage> {
    const { page, started } = this.beginWindow();
    await started;
    return page;
  }

  /** Loads the address that the frame gave to its window. */
  beginWindow(): { readonly page: TestPage; readonly started: Promise<void> } {
    const given = new URLSearchParams(this.shown ?? '');
    new TabMemory(this.windowHistory).write({
      ...parseHandover(JSON.parse(given.get('handover') ?? 'null')),
      isOwnWindow: true,
    });
    const page = createPage(this.server, this.windowHistory, crypto, this.windowSide);
    return { page, started: page.game.start(given.get('code')) };
  }

  async reloadWindow(): Promise<TestPage> {
    const page = createPage(this.server, this.windowHistory, crypto, this.windowSide);
    await page.game.start(null);
    return page;
  }
}
