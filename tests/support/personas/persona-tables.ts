/** What personas get, for docs/measurement.md. */
import { renderTable } from '../markdown-table.ts';
import type { Persona } from './personas.ts';
import { levelIn, type Measured, measured, shareAt, type Week } from './play-weeks.ts';

export interface PersonaWeeks {
  readonly persona: Persona;
  readonly weeks: readonly Week[];
}

export function renderPersonas(all: readonly PersonaWeeks[]): string {
  const possible = Math.max(...all.flatMap(({ weeks }) => weeks.map((week) => week.possible)));
  const points = all.map(({ persona, weeks }) => [
    persona.about,
    String(weeks.length),
    spread(weeks.map((week) => week.points)),
    spread(weeks.map((week) => (100 * week.points) / week.possible)),
    spread(weeks.map(({ measure }) => measure.overall.score)),
    meanBand(weeks),
  ]);
  const levels = all.map(({ persona, weeks }) => [
    persona.about,
    ...measured.map((which) => levelsOf(weeks, which)),
  ]);
  return [
    renderTable([
      ['who', 'weeks', `points of ${possible}`, 'per cent of points', 'score', '80 % band of the score'],
      ...points,
    ]),
    renderTable([['who', ...measured], ...levels]),
  ].join('\n\n');
}

/** Mean, and lowest to highest if they differ. */
function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? rounded(low) : `${rounded(mean)} (${rounded(low)} to ${rounded(high)})`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function meanBand(weeks: readonly Week[]): string {
  const ends = [0, 1] as const;
  return ends
    .map((end) =>
      Math.round(weeks.reduce((sum, { measure }) => sum + measure.overall.scoreBand[end], 0) / weeks.length),
    )
    .join(' to ');
}

/** `N1 97 · N2 3`: per cent of the people, levels that nobody has left out. */
function levelsOf(weeks: readonly Week[], which: Measured): string {
  const there = [...new Set(weeks.map((week) => levelIn(week, which)))].sort();
  if (there.length === 1) return `N${there[0] ?? 0}`;
  return there.map((level) => `N${level} ${rounded(100 * shareAt(weeks, which, level))}`).join(' · ');
}
