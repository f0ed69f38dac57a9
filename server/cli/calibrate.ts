/** The new bank version is unused until a form names it. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ItemCurve } from '../../scenarios/measurement/models.ts';
import { calibrate } from '../../scenarios/psychometrics/calibrate.ts';
import {
  type CalibrationOptions,
  type CalibrationProgress,
  usualOptions,
} from '../../scenarios/psychometrics/calibrate-types.ts';
import { makeBank } from '../../scenarios/psychometrics/calibrated-bank.ts';
import { itemName, sceneName } from '../../scenarios/psychometrics/item-name.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import { deliveredFolder } from '../content/delivered-folder.ts';
import { type Content, loadContent } from '../content/load.ts';
import { explainCalibrationFault } from './words/calibration.ts';
import { readStudy, readTable } from './calibrate-answers.ts';
import { checkPlace, describeBank, plannedIn, sourceOf, versionOf, writeNewBank } from './calibrate-bank.ts';
import { printReport } from './calibrate-report.ts';
import { OperatorError } from './operator-error.ts';
import { type PurposeOptions, withPurpose } from './reading-purpose.ts';

interface CalibrateOptions extends PurposeOptions {
  readonly csv?: string;
  readonly id?: string;
  readonly study?: string;
  readonly model: 'pcm' | 'gpcm';
  readonly bank?: number;
  readonly anchor: readonly string[];
  readonly without: readonly string[];
  readonly population: 'free' | 'fixed';
  readonly rarest: number;
  readonly iterations: number;
  readonly out?: string;
  readonly json: boolean;
  readonly content: string;
}

export function addCalibrateCommand(program: Command): void {
  withPurpose(program.command('calibrate'))
    .description(
      'item figures from answers, by marginal maximum likelihood; without --out nothing is written',
    )
    .option('--csv <file>', 'any table: a row per person, a column per item, NA or empty for missing')
    .option('--id <column>', 'the table’s column of person ids (default: person, persons or id)')
    .option('--study <id>', 'without --csv: the study to read, if there are several')
    .addOption(new Option('--model <model>', 'pcm: all slopes are 1').choices(['pcm', 'gpcm']).default('pcm'))
    .option('--bank <version>', 'the bank to start from (default: the newest)', wholeNumber)
    .option(
      '--anchor <names>',
      'items or scenes that keep the figures of that bank, e.g. S02,S03_OUT',
      names,
      [],
    )
    .option('--without <names>', 'items to leave out', names, [])
    .addOption(
      new Option('--population <how>', 'fixed: abilities as in the bank; free: estimated too')
        .choices(['free', 'fixed'])
        .default('free'),
    )
    .option(
      '--rarest <persons>',
      'join categories with fewer persons',
      wholeNumber,
      usualOptions.rarestCategory,
    )
    .option('--iterations <number>', 'maximum number of iterations', wholeNumber, usualOptions.iterations)
    .option('--out <file>', 'write the new bank to this file, which must not exist yet')
    .option('--json', 'print JSON', false)
    .addOption(new Option('--content <folder>', 'folder of scenarios').default(deliveredFolder).hideHelp())
    .action(runCalibrate);
}

async function runCalibrate(options: CalibrateOptions): Promise<void> {
  if (options.out !== undefined) checkPlace(options.out);
  const content = loadContent(options.content);
  const base = findBank(content, options.bank);
  const version = versionOf(options.out, content);
  const { matrix, sources, origin, counts } =
    options.csv === undefined ? await readStudy(options, base) : readTable(options.csv, options, base);
  const outcome = calibrate(matrix, optionsOf(options, base), showProgress);
  if (!outcome.isSound) {
    throw new OperatorError(
      [...outcome.faults.map(explainCalibrationFault), 'No bank was written.'].join('\n'),
    );
  }
  const { calibration } = outcome;
  const made = makeBank(base, calibration, {
    version,
    source: sourceOf(calibration, base, options.anchor, origin),
    planned: plannedIn(base, content),
  });
  const written = options.out === undefined ? null : writeNewBank(options.out, made);
  printReport(
    { calibration, sources, counts, bank: describeBank(made, base, written), written },
    options.json,
  );
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(value);
}

function names(value: string, before: readonly string[]): string[] {
  const found = value.split(',').map((name) => name.trim());
  if (found.includes('')) throw new InvalidArgumentError('It must be names separated by commas.');
  return [...before, ...found];
}

function findBank({ bankVersions, getBank }: Content, version: number | undefined): Bank {
  const wanted = version ?? bankVersions.at(-1);
  if (wanted === undefined || !bankVersions.includes(wanted)) {
    throw new OperatorError(`There is no bank ${wanted ?? ''}; there are: ${bankVersions.join(', ')}.`);
  }
  return getBank(wanted);
}

function optionsOf(
  { model, anchor, population, rarest, iterations, without }: CalibrateOptions,
  base: Bank,
): Partial<CalibrationOptions> {
  const anchors = new Map<string, ItemCurve>();
  for (const name of anchor) {
    const own = base.items.filter((item) => itemName(item) === name || sceneName(item.scenario) === name);
    if (own.length === 0)
      throw new OperatorError(`Bank ${base.version} has no item or scene ${name} to anchor.`);
    for (const { slope, steps, ...item } of own) {
      if (!without.includes(itemName(item))) anchors.set(itemName(item), { slope, steps });
    }
  }
  const { mean, sd } = base.prior;
  return {
    model,
    anchors,
    rarestCategory: rarest,
    iterations,
    population: { mean, sd, isFree: population === 'free' },
  };
}

function showProgress({ iteration, logLikelihood, change }: CalibrationProgress): void {
  if (iteration > 3 && iteration % 10 !== 0) return;
  process.stderr.write(
    `iteration ${iteration}: log-likelihood ${logLikelihood.toFixed(3)}, largest change ${change.toExponential(1)}\n`,
  );
}
