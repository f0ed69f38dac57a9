/** How much garbage a process that stays may hold. */
import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect once the heap has grown by half. By itself it waits, on a machine with much memory, until the heap is
 * up to four times what is in use: hundreds of megabytes that nothing needs. A process decides this for all that runs
 * in it, so only commands that own theirs do.
 */
export function keepHeapModest(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
