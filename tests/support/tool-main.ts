/** How tests start the command line: from the build if it is fresh, else from the sources. */
import { join, resolve } from 'node:path';
import { isBuilt } from '../../bin/build-stamp.js';

const root = resolve(import.meta.dirname, '../..');
let begin: readonly string[] | undefined;

/** Arguments for `node`. A built process starts in half the time. */
export function toolMain(): readonly string[] {
  begin ??= isBuilt(root)
    ? [join(root, 'dist', 'server', 'cli', 'main.js')]
    : ['--import', 'tsx', join(root, 'server', 'cli', 'main.ts')];
  return begin;
}
