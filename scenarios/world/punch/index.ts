import type { WorldApp } from '../app.ts';
import { punchActs } from './acts.ts';
import { reducePunch, startPunch } from './punch.ts';
import type { PunchAction, PunchRefusal, PunchState, PunchWorld } from './types.ts';

export const punch: WorldApp<PunchWorld, PunchState, PunchAction, PunchRefusal> = {
  start: startPunch,
  reduce: reducePunch,
  acts: punchActs,
};
