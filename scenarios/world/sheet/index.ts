import type { WorldApp } from '../app.ts';
import { sheetActs } from './acts.ts';
import { reduceSheet, startSheet } from './sheet.ts';
import type { SheetAction, SheetRefusal, SheetState, SheetWorld } from './types.ts';

export const sheet: WorldApp<SheetWorld, SheetState, SheetAction, SheetRefusal> = {
  start: startSheet,
  reduce: reduceSheet,
  acts: sheetActs,
};
