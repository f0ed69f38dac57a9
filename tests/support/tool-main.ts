/** How tests start the command line: as built where the build is of these sources, else from the sources themselves. */
import { join, resolve } from 'node:path';
import { isBuilt } from '../../bin/build-stamp.js';

const root = resolve(import.meta.dirname, '../..');
let begin: readonly string[] | undefined;

/** Arguments for `node`: a process of the build starts in half the time. */
export function toolMain(): readonly string[] {
  begin ??= isBuilt(root)
    ? [join(root, 'dist', 'server', 'cli', 'main.js')]
    : ['--import', 'tsx', join(root, 'server', 'cli', 'main.ts')];
  return begin;
}
