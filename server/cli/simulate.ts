/** Assumes that the bank's figures are true. Needs no database. */
import { type Command, InvalidArgumentError } from 'commander';
import { standardRules } from '../../scenarios/measurement/choose-scene.ts';
import { type Precision, simulateCohort, type Simulation } from '../../scenarios/psychometrics/simulate.ts';
import { deliveredFolder } from '../content/delivered-folder.ts';
import { loadContent } from '../content/load.ts';
import { printRows } from './output.ts';
import { type PlanOptions, planSimulation } from './simulate-plan.ts';
import { counted } from '../base/plural.ts';

interface SimulateOptions extends PlanOptions {
  readonly persons: number;
  readonly correlation: number;
  readonly seed: string;
  readonly profile: boolean;
  readonly dir: string;
  readonly json: boolean;
}

export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('simulate a form with virtual persons: precision, level accuracy, exposure and minutes')
    .option('--form <id>', 'a form of forms.yaml (or use --scenes)')
    .option('--scenes <ids>', 'scenario ids separated by commas; `all` for all that have items')
    .option('--adaptive', 'select from --scenes adaptively instead of playing all', false)
    .option('--core <ids>', 'with --adaptive: what everybody plays first, in order, separated by commas')
    .option('--bank <version>', 'item bank (default: the form’s, or 1)', whole(1, 1_000_000))
    .option('--persons <count>', 'how many persons, 2 to 100000', whole(2, 100_000), 1000)
    .option('--correlation <rho>', 'between two dimensions, 0 to 0.99', correlation, 0.7)
    .option('--seed <text>', 'the same seed gives the same persons', '1')
    .option('--profile', 'also estimate all six dimensions jointly (for research; slower)', false)
    .option('--dir <folder>', 'folder of scenarios', deliveredFolder)
    .option('--json', 'print JSON', false)
    .action(run);
}

function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const count = /^\d+$/.test(value) ? Number(value) : NaN;
    if (count >= least && count <= most) return count;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function correlation(value: string): number {
  const rho = /^(0|0?\.\d+)$/.test(value) ? Number(value) : NaN;
  if (rho >= 0 && rho <= 0.99) return rho;
  throw new InvalidArgumentError('It must be a number from 0 to 0.99.');
}

function run(options: SimulateOptions): void {
  const { persons, seed, profile, json } = options;
  const content = loadContent(options.dir);
  const { scenes, core, bank } = planSimulation(content, options);
  const rules = core === null ? null : { ...standardRules, core };
  const simulation = simulateCohort({
    bank,
    scenes,
    rules,
    persons,
    seed,
    correlation: options.correlation,
    withProfile: profile,
  });
  if (json) process.stdout.write(`${JSON.stringify(simulation, null, 2)}\n`);
  else print(simulation);
}

function print({ persons, scenes, minutes, stops, exposure, ...found }: Simulation): void {
  const rows: (readonly [string, Precision & { readonly items?: number }])[] = [
    ...Object.entries(found.dimensions),
    ['overall', found.overall],
    ...(found.profile === null ? [] : [['profile', found.profile] as const]),
  ];
  printRows(
    rows.map(([name, one]) => ({
      measure: name,
      items: one.items?.toFixed(1) ?? null,
      SEM: one.sem.toFixed(2),
      error: one.error.toFixed(2),
      reliability: one.reliability?.toFixed(2) ?? null,
      'level exact': percent(one.exact),
      'within one': percent(one.near),
    })),
    false,
  );
  process.stdout.write('\n');
  printRows(
    exposure.map(({ scenario, share }) => ({ scenario, 'met by': percent(share) })),
    false,
  );
  const reasons = Object.entries(stops).flatMap(([reason, share]) =>
    share === 0 ? [] : [`${reason} ${percent(share)}`],
  );
  process.stdout.write(
    `\n${counted('en', persons, { one: 'person', other: 'persons' })}, ${scenes.toFixed(1)} scenes and ${minutes.toFixed(0)} minutes each; ended by: ${reasons.join(', ')}\n`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
