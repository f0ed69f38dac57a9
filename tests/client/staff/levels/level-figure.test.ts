import { cleanup, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personFr } from '../../../../client/src/i18n/catalogues/person.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import LevelFigure from '../../../../client/src/staff/levels/LevelFigure.svelte';
import type { LevelsView } from '../../../../server/contract/levels.ts';
import { sampleLevels } from '../teach/teach-samples.ts';

const view = { level: 2, between: null, from: 26, at: 40, to: 49 } as const;
const six = (['OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'] as const).map((dimension) => ({
  dimension,
  ...view,
}));

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(cleanup);

function show(levels: LevelsView, score: number | null = 57): void {
  render(LevelFigure, { levels, score });
}

describe('the figure of levels', () => {
  it('shows no bars of dimensions if none is precise enough, and says so', () => {
    show(sampleLevels());
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(document.body.textContent).toContain(personFr['result.bars.later']);
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });

  it('says with fewer than six bars what the others need', () => {
    show(sampleLevels({ dimensions: six.slice(0, 2) }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(document.body.textContent).toContain(personFr['result.bars.later']);
    cleanup();
    show(sampleLevels({ dimensions: six }));
    expect(document.body.textContent).not.toContain(personFr['result.bars.later']);
  });

  it('has a table with the content of every bar', () => {
    show(sampleLevels({ dimensions: six }));
    const bars = screen.getAllByRole('listitem');
    const [, overall, ...rows] = within(screen.getByRole('table')).getAllByRole('row');
    expect(overall?.textContent).toMatch(/Dans l’ensemble.*niveau 3 sur 4.*du niveau 2 au niveau 3/su);
    expect([bars.length, rows.length]).toEqual([6, 6]);
    for (const row of rows) expect(row.textContent).toMatch(/niveau 2 sur 4.*dans le niveau 2/su);
    for (const bar of bars) expect(bar.textContent).toMatch(/niveau 2 sur 4/u);
  });

  it('hides its drawings from screen readers, since the text beside them says the same', () => {
    show(sampleLevels({ dimensions: six }));
    const drawings = [...document.querySelectorAll('figure svg')];
    expect(drawings.length).toBeGreaterThan(6);
    expect(drawings.filter((svg) => svg.getAttribute('aria-hidden') !== 'true')).toEqual([]);
  });

  it.each([
    ['from end to end', 0, 100],
    ['at the low end', 0, 4],
    ['at the high end', 97, 100],
  ])('keeps the range inside the box of a bar when it lies %s', (_where, from, to) => {
    show(sampleLevels({ dimensions: six.map((one) => ({ ...one, from, to, at: from })) }));
    const bands = [...document.querySelectorAll('li .band')];
    expect(bands).toHaveLength(6);
    for (const band of bands) {
      // A line with round ends would reach beyond them.
      expect(band.tagName).toBe('rect');
      const [x, width] = ['x', 'width'].map((name) => Number.parseFloat(band.getAttribute(name) ?? ''));
      expect([x, width]).toEqual([from, to - from]);
    }
  });

  it('says that the bar shows the level, not the score: their ends are not the same', () => {
    show(sampleLevels());
    expect(document.body.textContent).toContain('La barre montre le niveau, pas la mesure.');
    cleanup();
    show(sampleLevels(), null);
    expect(document.body.textContent).not.toContain('pas la mesure');
  });

  it('marks levels as provisional only if they are based on guessed difficulties', () => {
    show(sampleLevels());
    expect(document.body.textContent).toContain(personFr['result.pilot']);
    cleanup();
    show(sampleLevels({ isPilot: false }));
    expect(document.body.textContent).not.toContain(personFr['result.pilot']);
  });

  it('names both levels when they are nearly as likely, and omits a missing score', () => {
    show(sampleLevels({ overall: { level: 3, between: 2, from: 30, at: 50, to: 70 } }), null);
    expect(document.body.textContent).toMatch(/Entre «\sJe fais avec un peu d’aide\s» et/u);
    expect(document.body.textContent).not.toContain('sur 100');
  });
});
