/** Runs the server and a worker in one process. Never starts the sandbox. */
import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { startServer } from '../main.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { inLanguage, languageOption } from './language.ts';
import { runUntilSignal } from './until-signal.ts';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the tool; settings come from the environment (.env.example)')
    .option('--no-worker', 'leave deliveries to separate `worker` processes')
    .addOption(languageOption())
    .action(({ worker, language }: { worker: boolean; language: OperatorLanguage }) =>
      inLanguage(language, () => runUntilSignal(() => startServer(readConfig(), { worker }))),
    );
}
