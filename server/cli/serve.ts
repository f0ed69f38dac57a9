/** `serve`: the HTTP server with a worker in the same process. Has no way to the sandbox. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { startServer } from '../main.ts';
import { keepHeapModest } from './modest-heap.ts';
import { endProcess, untilSignal } from './until-signal.ts';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the tool; settings come from the environment (.env.example)')
    .option('--no-worker', 'leave deliveries to processes started with `worker`')
    .action(async ({ worker }: { worker: boolean }) => {
      keepHeapModest();
      const told = untilSignal();
      const server = await Promise.race([startServer(readConfig(), { worker }), told]);
      await told;
      // A start that is told to end is left where it stands, as a kill would leave it.
      await server?.stop();
      endProcess();
    });
}
