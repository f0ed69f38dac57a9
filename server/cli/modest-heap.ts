import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 collect when the heap has grown by half. By default, on a machine with much memory, it waits until
 * the heap is up to four times the live size: hundreds of megabytes of garbage. The flag is per process.
 */
export function keepHeapModest(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
