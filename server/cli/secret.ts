/** Re-encrypts with SECRET_KEY what the previous key had encrypted. */
import type { Command } from 'commander';
import { readConfig } from '../base/config.ts';
import { recordAudit } from '../records/audit.ts';
import { createSecrets } from '../base/secrets.ts';
import { openUpkeep } from '../upkeep/open-upkeep.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { type Rotation, rotateSecret } from '../upkeep/rotate-secret.ts';
import { inLanguage, languageOption } from './language.ts';
import { listOrganisations } from './list-platforms.ts';
import { OperatorError } from './operator-error.ts';
import { printRows } from './output.ts';
import { withContext } from './with-context.ts';

interface RotateOptions {
  readonly apply: boolean;
  readonly dryRun: boolean;
  readonly language: OperatorLanguage;
  readonly json: boolean;
}

export function addSecretCommand(program: Command): void {
  program
    .command('secret')
    .description('SECRET_KEY, which encrypts keys and passwords in the database')
    .command('rotate')
    .description('encrypt again with SECRET_KEY what SECRET_KEY_PREVIOUS encrypted; pseudonyms stay')
    .option('--apply', 'do it', false)
    .option('--dry-run', 'show what would be encrypted again, and change nothing (default)', false)
    .addOption(languageOption())
    .option('--json', 'print JSON', false)
    .action(runRotate);
}

function runRotate({ apply, dryRun, language, json }: RotateOptions): Promise<void> {
  return inLanguage(language, async (texts) => {
    if (apply && dryRun) throw new OperatorError(texts.applyOrDryRun);
    const done = await rotate(apply);
    printRows(
      done.map((row) => ({ ...row })),
      json,
    );
    const sum = (name: 'resealed' | 'unreadable'): number => done.reduce((all, row) => all + row[name], 0);
    if (apply && sum('resealed') > 0) await record(sum('resealed'));
    if (sum('unreadable') > 0) throw new OperatorError(texts.rotateUnreadable(sum('unreadable')));
    process.stderr.write(`${!apply && sum('resealed') > 0 ? texts.rotateToDo : texts.rotateDone}\n`);
  });
}

async function rotate(apply: boolean): Promise<readonly Rotation[]> {
  const { databaseUrl, secretKey, secretKeyPrevious } = readConfig();
  const upkeep = await openUpkeep(databaseUrl);
  try {
    return await rotateSecret({ upkeep, secrets: createSecrets(secretKey, secretKeyPrevious) }, apply);
  } finally {
    await upkeep.close();
  }
}

function record(resealed: number): Promise<void> {
  return withContext(async (context) => {
    for (const { id } of await listOrganisations(context.storage)) {
      await recordAudit(context, {
        organisationId: id,
        actor: 'operator',
        action: 'secret.rotated',
        subject: `organisation:${id}`,
        details: { resealed },
      });
    }
  });
}
