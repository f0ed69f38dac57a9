/** What forms promise by simulation, today and with planned scenes, for docs/measurement.md. */
import {
  simulateCohort,
  type Precision,
  type Simulation,
} from '../../../scenarios/psychometrics/simulate.ts';
import { planSimulation } from '../../../server/cli/simulate-plan.ts';
import { renderTable } from '../markdown-table.ts';
import { content } from '../s02.ts';

const persons = 2000;
const next = 's13-ai-assistant,s14-punch-app,s08-video-meeting';

const stages = [
  { name: 'today, 7 scenes', also: undefined },
  { name: 'with S13, S14 and S08', also: next },
  { name: 'with all that are planned', also: 'all' },
] as const;

/** The same cohort and seed as the command `simulate --persons 2000 --form first-week --with …`. */
function simulate(also: string | undefined): Simulation {
  const { scenes, bank } = planSimulation(content, {
    adaptive: false,
    form: 'first-week',
    ...(also !== undefined && { with: also }),
  });
  return simulateCohort({ bank, scenes, rules: null, persons, seed: '1', correlation: 0.7 });
}

export function renderPrecision(): string {
  const found = stages.map(({ name, also }) => ({ name, simulation: simulate(also) }));
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

function inWords({ sem, reliability, exact }: Precision): string {
  return `${sem.toFixed(2)} · ${(reliability ?? 0).toFixed(2)} · ${(100 * exact).toFixed(0)} %`;
}
