/** Why a command reads the data of many people. By default: research, with those who agreed to it. */
import type { Command } from 'commander';
import type { ExportPurpose } from '../research/export-statements.ts';
import { OperatorError } from './operator-error.ts';
import { purposeOption } from './option-values.ts';

export interface PurposeOptions {
  readonly purpose: ExportPurpose;
  readonly reason?: string;
}

const longestReason = 300;

export function withPurpose(command: Command): Command {
  return command
    .addOption(purposeOption())
    .option('--reason <why>', 'required by --purpose operational; stored in the record; name no person');
}

/**
 * For the audit log.
 * @throws OperatorError if everybody is to be read without a reason
 */
export function purposeDetails({ purpose, reason = '' }: PurposeOptions): Readonly<Record<string, string>> {
  const why = reason.trim();
  if (why.length > longestReason) throw new OperatorError(`--reason: at most ${longestReason} characters.`);
  if (purpose === 'research') {
    if (why !== '') throw new OperatorError('--reason goes with --purpose operational.');
    return { purpose };
  }
  if (why === '')
    throw new OperatorError(
      '--purpose operational reads everybody, also people who did not agree to research. Give --reason: it is stored in the record (`audit list`).',
    );
  return { purpose, reason: why };
}
