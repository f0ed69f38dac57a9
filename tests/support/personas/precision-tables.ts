/** What each form promises by simulation, today and as planned, for docs/measurement.md. */
import {
  simulateCohort,
  type Precision,
  type Simulation,
} from '../../../scenarios/psychometrics/simulate.ts';
import { plannedScenes } from '../../../scenarios/psychometrics/planned-scenes.ts';
import { planSimulation } from '../../../server/cli/simulate-plan.ts';
import { renderTable } from '../markdown-table.ts';
import { content } from '../s02.ts';

const persons = 2000;

interface Stage {
  readonly name: string;
  readonly form: string;
  readonly also: readonly string[];
}

const stages: readonly Stage[] = [
  { name: '`first-week`', form: 'first-week', also: [] },
  { name: '`short-measure`', form: 'short-measure', also: [] },
  { name: '`on-a-phone`', form: 'on-a-phone', also: [] },
  { name: '`whole-week`', form: 'whole-week', also: [] },
  {
    name: '`on-a-phone` as planned',
    form: 'on-a-phone',
    also: ['s09-team-chat', 's16-calendar', 's18-code-request'],
  },
  {
    name: '`whole-week` as planned',
    form: 'whole-week',
    also: plannedScenes.map(({ scenario }) => scenario),
  },
];

/** The same cohort and seed as the command `simulate --persons 2000 --form … --with …`. */
function simulate({ form, also }: Stage): Simulation {
  // A scene that was written since belongs to the form.
  const left = plannedScenes.flatMap(({ scenario }) => (also.includes(scenario) ? [scenario] : []));
  const { scenes, bank } = planSimulation(content, {
    adaptive: false,
    form,
    ...(left.length > 0 && { with: left.join(',') }),
  });
  return simulateCohort({ bank, scenes, rules: null, persons, seed: '1', correlation: 0.7 });
}

export function renderPrecision(): string {
  const found = stages.map((stage) => ({ name: stage.name, simulation: simulate(stage) }));
  const head = ['measure', ...found.map(({ name }) => name)];
  const minutes = found.map(
    ({ simulation }) => `${simulation.scenes} scenes, ${simulation.minutes.toFixed(0)} minutes`,
  );
  const measures = ['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const;
  return renderTable([
    head,
    ['length', ...minutes],
    ...measures.map((dimension) => [
      dimension,
      ...found.map(({ simulation }) => inWords(simulation.dimensions[dimension])),
    ]),
    ['overall', ...found.map(({ simulation }) => inWords(simulation.overall))],
  ]);
}

function inWords({ items, sem, reliability, exact }: Precision & { readonly items?: number }): string {
  if (items === 0) return '–';
  return `${sem.toFixed(2)} · ${(reliability ?? 0).toFixed(2)} · ${(100 * exact).toFixed(0)} %`;
}
