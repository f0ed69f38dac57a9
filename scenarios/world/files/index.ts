import type { WorldApp } from '../app.ts';
import { filesActs } from './acts.ts';
import { reduceFiles, startFiles } from './files.ts';
import type { FilesAction, FilesRefusal, FilesState, FilesWorld } from './types.ts';

export const files: WorldApp<FilesWorld, FilesState, FilesAction, FilesRefusal> = {
  start: startFiles,
  reduce: reduceFiles,
  acts: filesActs,
};
