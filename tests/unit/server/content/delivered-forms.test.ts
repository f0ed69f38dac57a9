/** The forms of the product: order, length and days as planned (ADR 44, ADR 49), as far as their scenes exist. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../server/attempts/choose-next-scene.ts';
import { listMeasured } from '../../../../server/content/measured-scenes.ts';
import { content } from '../../../support/s02.ts';

const planned = {
  'short-measure': 's14 s02 s17 s03 s05 s04 s08 s06 s13',
  'whole-week': 's00 s01 s02 s14 s16 s03 s04 s09 s05 s17 s06 s18 s07 s08 s12 s10 s11 s13 s15',
  'on-a-phone': 's14 s17 s16 s09 s18 s12 s02 s05',
} as const;

/** Monday to Friday. */
const days = ['s00 s01 s02 s14', 's16 s03 s04 s09', 's05 s17 s06 s18', 's07 s08 s12 s10', 's11 s13 s15'];

const measured = listMeasured(content);
const numberOf = (scenario: string): string => scenario.slice(0, 3);
const playedIn = (form: string): readonly string[] => content.getForm(form).scenes;

describe('the forms of the product', () => {
  it.each(Object.entries(planned))('%s has the scenes that exist, in the planned order', (form, order) => {
    const known = measured.map(numberOf);
    expect(playedIn(form).map(numberOf)).toEqual(order.split(' ').filter((one) => known.includes(one)));
  });

  it('the whole week and the tailored week have every scene that is measured', () => {
    for (const form of ['whole-week', 'adaptive-week']) {
      expect(playedIn(form).toSorted()).toEqual([...measured].sort());
    }
  });

  it('the whole week has its scenes on the planned days, and none is empty', () => {
    const { days: found, scenes } = content.getForm('whole-week');
    for (const scenario of scenes) expect(days[(found[scenario] ?? 0) - 1]).toContain(numberOf(scenario));
    expect(new Set(Object.values(found))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('the short measure takes 50 minutes at most, and gives a level', () => {
    const { scenes, minScenes } = content.getForm('short-measure');
    const minutes = scenes.reduce((sum, scenario) => sum + factsOf(content, scenario).minutes, 0);
    expect(minutes).toBeLessThanOrEqual(50);
    expect([scenes.length >= minScenes, minScenes]).toEqual([true, 6]);
  });

  it('every scene of the form for phones can be played on one', () => {
    for (const scenario of playedIn('on-a-phone')) {
      expect([scenario, factsOf(content, scenario).access.phone]).toEqual([scenario, true]);
    }
  });

  it('the tailored week begins with a scene on a phone, which is easy for many', () => {
    expect(content.getForm('adaptive-week').core[0]).toBe('s14-punch-app');
  });

  it('no form that activities name has disappeared', () => {
    const ids = content.forms.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['demo', 'first-week', 'adaptive-week']));
    expect(ids[0]).toBe('demo');
  });
});
