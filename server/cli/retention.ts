import type { Command } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { listRetention, purgeOld, type StudyRetention } from '../erasure/retention.ts';
import { inLanguage, languageOption } from './language.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';
import { erasingWords } from './words/erasing.ts';

interface Options {
  readonly dryRun: boolean;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addRetentionCommand(program: Command): void {
  const retention = program
    .command('retention')
    .description('how long studies keep what people did; the worker erases what is due once a day');
  retention
    .command('show')
    .description('show what each study promises, and what is due')
    .option('--json', 'print JSON', false)
    .action(({ json }: Options) =>
      withContext(async (context) => {
        printRows((await listRetention(context)).map(describe), json);
      }),
    );
  retention
    .command('purge')
    .description('erase what is due now, as the worker does once a day')
    .option('--dry-run', 'show what is due, and erase nothing', false)
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action(({ dryRun, language, json }: Options) =>
      inLanguage(language, () =>
        withContext(async (context) => {
          const words = erasingWords[language];
          const studies = dryRun ? await listRetention(context) : await purgeOld(context);
          printRows(studies.map(describe), json);
          if (studies.every(({ keptMonths }) => keptMonths === null))
            process.stderr.write(`${words.nothingPromised}\n`);
          else if (dryRun) process.stderr.write(`${words.notPurged}\n`);
        }),
      ),
    );
}

function describe({
  studyId,
  name,
  keptMonths,
  before,
  dueAttempts,
  duePersons,
}: StudyRetention): Record<string, string | number | null> {
  return {
    study: studyId,
    name,
    keptMonths,
    before: before === null ? null : new Date(before).toISOString(),
    attempts: dueAttempts,
    people: duePersons,
  };
}
