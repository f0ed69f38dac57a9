import type { Calibration } from '../../scenarios/psychometrics/calibrate-types.ts';
import { explainCalibrationWarning } from './words/calibration.ts';
import { printJson, printRows, spellOut } from './output.ts';
import { counted } from '../base/plural.ts';

export interface CalibrationReport {
  readonly calibration: Calibration;
  readonly sources: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly bank: readonly string[];
  readonly written: string | null;
}

export function printReport(report: CalibrationReport, json: boolean): void {
  if (json) printAsJson(report);
  else printAsText(report);
}

function printAsJson({ calibration: { warnings, ...calibration }, ...rest }: CalibrationReport): void {
  const explained = warnings.map((warning) => ({ ...warning, text: explainCalibrationWarning(warning) }));
  printJson({ ...calibration, warnings: explained, ...rest });
}

function printAsText({ calibration, sources, bank }: CalibrationReport): void {
  const { model, items, persons, population, convergence, warnings } = calibration;
  say(...sources, '');
  printRows(
    items.map(
      ({ id, isAnchor, persons: answered, slope, slopeError, steps, standardErrors, categories }) => ({
        item: id,
        persons: answered,
        ...(model === 'gpcm' ? { slope: withError(slope, slopeError) } : {}),
        steps: steps.map((step, place) => withError(step, standardErrors?.[place] ?? null)).join('  '),
        note: [isAnchor ? 'anchor' : '', areJoined(categories) ? `categories ${categories.join(' ')}` : '']
          .filter((note) => note !== '')
          .join(', '),
      }),
    ),
    false,
  );
  say('');
  const { mean, sd, meanError, sdError } = population;
  say(
    `Model: ${model === 'pcm' ? 'partial credit' : 'generalized partial credit'}, marginal maximum likelihood. Logits; standard errors in brackets.`,
    `Abilities: mean ${withError(mean, meanError)}, standard deviation ${withError(sd, sdError)}; without brackets the figure was held.`,
    `Persons: ${persons}. Estimated figures: ${calibration.parameters}. Log-likelihood: ${calibration.logLikelihood.toFixed(3)}.`,
    `${convergence.isConverged ? 'Converged' : 'Not converged'} after ${counted('en', convergence.iterations, { one: 'iteration', other: 'iterations' })}, last change ${convergence.change.toExponential(1)}.`,
  );
  if (warnings.length > 0)
    say('', 'Please check:', ...warnings.map((one) => `- ${explainCalibrationWarning(one)}`));
  say('', ...bank);
}

function withError(value: number, error: number | null): string {
  return `${value.toFixed(3)}${error === null ? '' : ` (${error.toFixed(3)})`}`;
}

function areJoined(categories: readonly number[]): boolean {
  return categories.some((category, points) => category !== points);
}

function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${spellOut(line)}\n`);
}
