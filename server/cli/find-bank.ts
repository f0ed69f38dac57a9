import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Context } from '../context.ts';
import { AppError } from '../base/errors.ts';
import { newestBank } from '../research/banks.ts';
import { OperatorError } from './operator-error.ts';

/** The named version, or the newest that a form names. @throws OperatorError if there is none */
export function findBank({ content }: Pick<Context, 'content'>, version: number | undefined): Bank {
  try {
    return version === undefined ? newestBank(content) : content.getBank(version);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new OperatorError(
      version === undefined ? 'No form names an item bank.' : `There is no item bank of version ${version}.`,
    );
  }
}
