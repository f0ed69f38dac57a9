import type { WorldApp } from '../app.ts';
import { reduceScan, scanActs, scanOffers, scanToFront, startScan } from './scan.ts';
import type { ScanAction, ScanRefusal, ScanState, ScanWorld } from './types.ts';

export const scan: WorldApp<ScanWorld, ScanState, ScanAction, ScanRefusal> = {
  start: startScan,
  reduce: reduceScan,
  acts: scanActs,
  offers: scanOffers,
  front: (part, _after, action) => scanToFront(part, action),
};
