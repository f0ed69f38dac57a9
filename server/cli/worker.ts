/** `worker`: carries statements and grades only; any number may run beside `serve`. */
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { createContext } from '../context.ts';
import { logUnhandledRejections } from '../log.ts';
import { ensureDestination } from '../organisations/default-destination.ts';
import { endProcess, untilSignal } from './until-signal.ts';

export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('deliver statements and grades; settings come from the environment (.env.example)')
    .action(async () => {
      const config = readConfig();
      const context = await createContext(config);
      await ensureDestination(context, config.lrs);
      logUnhandledRejections(context.log);
      context.worker.start();
      await untilSignal();
      await context.close();
      endProcess();
    });
}
