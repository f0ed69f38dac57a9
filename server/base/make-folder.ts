import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Node's recursive `mkdir` never returns if the system says ENOENT below an existing folder, as in /proc.
 * @throws Error with the system's code, e.g. EACCES, ENOTDIR if a file has the name of a folder above
 */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may make it at the same time.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
