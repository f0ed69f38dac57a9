/** `worker`: carries statements and grades only; any number may run beside `serve`. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startWorker } from '../main.ts';
import { endProcess, untilSignal } from './until-signal.ts';

export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('deliver statements and grades; settings come from the environment (.env.example)')
    .action(async () => {
      const worker = await startWorker(readConfig());
      await untilSignal();
      await worker.stop();
      endProcess();
    });
}
