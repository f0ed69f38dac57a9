/** Assumes that the bank's figures are true. Needs no database. */
import { type Command, InvalidArgumentError } from 'commander';
import { standardRules } from '../../scenarios/measurement/choose-scene.ts';
import { type Precision, simulateCohort, type Simulation } from '../../scenarios/psychometrics/simulate.ts';
import type { Player } from '../../scenarios/psychometrics/virtual-person.ts';
import { deliveredFolder } from '../content/delivered-folder.ts';
import { type Content, loadContent } from '../content/load.ts';
import { printJson, printRows } from './output.ts';
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
    .description(
      'simulate forms with virtual persons: precision, level accuracy, careless and random players, minutes',
    )
    .option('--form <id>', 'a form of forms.yaml (default: each form in turn)')
    .option('--scenes <ids>', 'scenario ids separated by commas; `all` for all that exist')
    .option(
      '--with <ids>',
      'also scenes that are only planned, with their planned points; `all` for all of them',
    )
    .option('--adaptive', 'select from --scenes adaptively instead of playing all', false)
    .option('--core <ids>', 'with --adaptive: what everybody plays first, in order, separated by commas')
    .option('--bank <version>', 'item bank (default: the form’s, or the newest)', whole(1, 1_000_000))
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
  const content = loadContent(options.dir);
  const { form, scenes, json } = options;
  if (form !== undefined || scenes !== undefined) {
    const found = simulateAll(content, options);
    if (json) printJson(found);
    else print(found);
    return;
  }
  const forms = content.forms.map(({ id }) => ({
    form: id,
    ...simulateAll(content, { ...options, form: id }),
  }));
  if (json) printJson(forms);
  else
    for (const found of forms) {
      process.stdout.write(`\n${found.form}\n\n`);
      print(found);
    }
}

interface FoundForm extends Simulation {
  /** Shares at the four levels of people who do not show what they can. */
  readonly players: Readonly<Record<DishonestPlayer, LevelsOfMeasures>>;
}

type DishonestPlayer = Exclude<Player, 'honest'>;
type LevelsOfMeasures = Readonly<Record<string, readonly number[]>>;

function simulateAll(content: Content, options: SimulateOptions): FoundForm {
  const { persons, seed, profile } = options;
  const { scenes, core, bank } = planSimulation(content, options);
  const rules = core === null ? null : { ...standardRules, core };
  const cohort = { bank, scenes, rules, persons, seed, correlation: options.correlation };
  const levelsOf = (player: DishonestPlayer): LevelsOfMeasures =>
    Object.fromEntries(
      measuresOf(simulateCohort({ ...cohort, player })).map(([name, { levels }]) => [name, levels]),
    );
  return {
    ...simulateCohort({ ...cohort, withProfile: profile }),
    players: { careless: levelsOf('careless'), random: levelsOf('random') },
  };
}

type Measured = readonly [name: string, precision: Precision & { readonly items?: number }];

/** Dimensions with an item, then the overall measure. */
function measuresOf({ dimensions, overall }: Simulation): Measured[] {
  return [...Object.entries(dimensions).filter(([, { items }]) => items > 0), ['overall', overall]];
}

function print(found: FoundForm): void {
  const profile: Measured[] = found.profile === null ? [] : [['profile', found.profile]];
  printRows(
    [...measuresOf(found), ...profile].map(([name, one]) => ({
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
  process.stdout.write('\nlevels of players who do not show what they can\n');
  printRows(
    Object.entries(found.players).flatMap(([player, measures]) =>
      Object.entries(measures).map(([measure, levels]) => ({
        player,
        measure,
        ...Object.fromEntries(levels.map((share, index) => [`N${index + 1}`, percent(share)])),
      })),
    ),
    false,
  );
  process.stdout.write('\n');
  printRows(
    found.exposure.map(({ scenario, share }) => ({ scenario, 'met by': percent(share) })),
    false,
  );
  const { persons, scenes, minutes, stops } = found;
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
