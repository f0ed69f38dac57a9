import type { WorldApp } from '../app.ts';
import { reduceTill, startTill, tillActs } from './till.ts';
import type { TillAction, TillRefusal, TillState, TillWorld } from './types.ts';

export const till: WorldApp<TillWorld, TillState, TillAction, TillRefusal> = {
  start: startTill,
  reduce: reduceTill,
  acts: tillActs,
};
