/** Any number of workers may run beside `serve`. */
import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { startWorker } from '../main.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { inLanguage, languageOption } from './language.ts';
import { runUntilSignal } from './until-signal.ts';

export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('deliver statements and grades; settings come from the environment (.env.example)')
    .addOption(languageOption())
    .action(({ language }: { language: OperatorLanguage }) =>
      inLanguage(language, () => runUntilSignal(() => startWorker(readConfig()))),
    );
}
