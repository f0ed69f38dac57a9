import { ConfigError } from '../base/config.ts';
import { AppError } from '../base/errors.ts';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { explainCode } from './words/explain-code.ts';
import { explainSettings, explainSystem, type SystemRefusal } from '../base/start-refusals.ts';
import { OperatorError } from './operator-error.ts';

/** Undefined for a fault of our own: its stack helps more. */
export function explainRefusal(error: unknown, language: OperatorLanguage = 'en'): string | undefined {
  if (error instanceof ConfigError) return explainSettings(error, language);
  if (error instanceof OperatorError) return error.message;
  if (error instanceof AppError) return explainCode(error, language);
  return isSystemRefusal(error) ? (explainSystem(error, language) ?? error.message) : undefined;
}

function isSystemRefusal(error: unknown): error is Error & SystemRefusal {
  return error instanceof Error && 'syscall' in error;
}
