import type { WorldApp } from '../app.ts';
import { browserActs } from './acts.ts';
import { reduceBrowser, startBrowser } from './browser.ts';
import type { BrowserAction, BrowserRefusal, BrowserState, BrowserWorld } from './types.ts';

export const browser: WorldApp<BrowserWorld, BrowserState, BrowserAction, BrowserRefusal> = {
  start: startBrowser,
  reduce: reduceBrowser,
  acts: browserActs,
};
