import type { WorldApp } from '../app.ts';
import { reduceBrowser, startBrowser } from './browser.ts';
import type { BrowserAction, BrowserRefusal, BrowserState, BrowserWorld } from './types.ts';

export const browser: WorldApp<BrowserWorld, BrowserState, BrowserAction, BrowserRefusal> = {
  start: startBrowser,
  reduce: reduceBrowser,
};
