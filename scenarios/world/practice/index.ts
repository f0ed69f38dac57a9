import type { WorldApp } from '../app.ts';
import { practiceActs } from './acts.ts';
import { isOnlyNoted, reducePractice, startPractice, undonePractice } from './practice.ts';
import type { PracticeAction, PracticeRefusal, PracticeState, PracticeWorld } from './types.ts';

export const practice: WorldApp<PracticeWorld, PracticeState, PracticeAction, PracticeRefusal> = {
  start: startPractice,
  reduce: reducePractice,
  acts: practiceActs,
  isUnseen: isOnlyNoted,
  undone: undonePractice,
};
