import type { Command } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import type { Words } from '../contract/words.ts';
import { type AuditRetention, listOldAudit, purgeAudit } from '../erasure/audit-retention.ts';
import { listRetention, purgeOld, type StudyRetention } from '../erasure/retention.ts';
import { studyWords } from '../studies/study-words.ts';
import { inLanguage, languageOption } from './language.ts';
import { printJson, printRows } from './output.ts';
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
    .description(
      'how long studies and the audit log keep what people did; the worker erases what is due once a day',
    );
  retention
    .command('show')
    .description('show what each study promises, how long audit rows stay, and what is due')
    .option('--json', 'print JSON', false)
    .action(({ json }: Options) =>
      withContext(async (context) => {
        print(await listRetention(context), await listOldAudit(context), json, 'en');
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
          const { studies, failed } = dryRun
            ? { studies: await listRetention(context), failed: 0 }
            : await purgeOld(context);
          const { audit, failed: auditFailed } = dryRun
            ? { audit: await listOldAudit(context), failed: 0 }
            : await purgeAudit(context, 'operator');
          print(studies, audit, json, language);
          if (failed > 0) process.stderr.write(`${words.someNotErased(failed)}\n`);
          if (auditFailed > 0) process.stderr.write(`${words.someAuditNotPurged(auditFailed)}\n`);
          if (failed + auditFailed > 0) process.exitCode = 1;
          if (
            studies.every(({ keptMonths }) => keptMonths === null) &&
            audit.every(({ dueRows }) => dueRows === 0)
          )
            process.stderr.write(`${words.nothingPromised}\n`);
          else if (dryRun) process.stderr.write(`${words.notPurged}\n`);
        }),
      ),
    );
}

function print(
  studies: readonly StudyRetention[],
  audit: readonly AuditRetention[],
  json: boolean,
  language: OperatorLanguage,
): void {
  const rows = [...studies.map(describe), ...audit.map(describeAudit)];
  // Scripts find the name as it is stored.
  if (json) printJson(rows);
  else
    printRows(
      rows.map(({ title, ...row }) => ({ ...row, name: title?.[language] ?? null })),
      false,
    );
}

interface Row {
  readonly what: 'study' | 'audit log';
  readonly study: string | null;
  readonly name: string | null;
  readonly title: Words | null;
  readonly keptMonths: number | null;
  readonly before: string | null;
  readonly attempts: number | null;
  readonly people: number | null;
  readonly rows: number | null;
}

function describeAudit({ keptMonths, before, dueRows }: AuditRetention): Row {
  return {
    what: 'audit log',
    study: null,
    name: null,
    title: null,
    keptMonths,
    before: new Date(before).toISOString(),
    attempts: null,
    people: null,
    rows: dueRows,
  };
}

function describe({ studyId, name, keptMonths, before, dueAttempts, duePersons }: StudyRetention): Row {
  return {
    what: 'study',
    study: studyId,
    name,
    title: studyWords(name),
    keptMonths,
    before: before === null ? null : new Date(before).toISOString(),
    attempts: dueAttempts,
    people: duePersons,
    rows: null,
  };
}
