import type { WorldApp } from '../app.ts';
import { reduceFiles, startFiles, type WorldWithFiles } from './files.ts';
import type { FilesAction, FilesRefusal, FilesState, FilesWorld } from './types.ts';

export const files: WorldApp<FilesWorld, FilesState, FilesAction, FilesRefusal, WorldWithFiles> = {
  start: startFiles,
  reduce: reduceFiles,
};
