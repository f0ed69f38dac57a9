/** `worker`: carries statements and grades only; any number may run beside `serve`. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startWorker } from '../main.ts';
import { keepHeapModest } from './modest-heap.ts';
import { endProcess, untilSignal } from './until-signal.ts';

export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('deliver statements and grades; settings come from the environment (.env.example)')
    .action(async () => {
      keepHeapModest();
      const told = untilSignal();
      const worker = await Promise.race([startWorker(readConfig()), told]);
      await told;
      // A start that is told to end is left where it stands, as a kill would leave it.
      await worker?.stop();
      endProcess();
    });
}
