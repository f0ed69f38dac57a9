/** What a simulation is asked to play: forms, scenarios by name, and one sentence for what does not go together. */
import { describe, expect, it } from 'vitest';
import { listMeasured } from '../../../../server/content/measured-scenes.ts';
import { plannedScenes } from '../../../../scenarios/psychometrics/planned-scenes.ts';
import { planSimulation } from '../../../../server/cli/simulate-plan.ts';
import { content } from '../../../support/s02.ts';

const usual = { adaptive: false };
const measuredScenes = listMeasured(content).filter((scenario) => scenario !== 's00-welcome').length;

describe('the plan of a simulation', () => {
  it('has the scored scenes of a form, and is adaptive if the form is', () => {
    const fixed = planSimulation(content, { ...usual, form: 'first-week' });
    const { bankVersion } = content.getForm('first-week');
    expect([fixed.scenes.length, fixed.core, fixed.bank.version]).toEqual([7, null, bankVersion]);
    const adaptive = planSimulation(content, { ...usual, form: 'adaptive-week' });
    const { scenes, core } = content.getForm('adaptive-week');
    expect([adaptive.scenes.length, adaptive.core]).toEqual([scenes.length - 1, core]);
  });

  it('accepts scenarios by name, and all that exist', () => {
    const { scenes, core } = planSimulation(content, { ...usual, scenes: 's03-tidy, s02-inbox' });
    expect([scenes.map(({ minutes }) => minutes), core]).toEqual([[5, 5], null]);
    const all = planSimulation(content, { adaptive: true, core: 's02-inbox', scenes: 'all' });
    expect([all.scenes.length, all.core]).toEqual([measuredScenes, ['s02-inbox']]);
  });

  it('adds planned scenes and their items to a form, on request', () => {
    const today = planSimulation(content, { ...usual, form: 'first-week' });
    const more = planSimulation(content, {
      ...usual,
      form: 'first-week',
      with: 's16-calendar, s10-tablet',
    });
    expect(more.scenes.slice(7).map(({ minutes }) => minutes)).toEqual([4, 5]);
    const added = more.bank.items.filter((item) => !today.bank.items.includes(item));
    expect(added.map(({ scenario, dimension }) => `${scenario} ${dimension}`)).toEqual([
      's16-calendar INF',
      's16-calendar COM',
      's10-tablet RES',
      's10-tablet OUT',
    ]);
    const everything = planSimulation(content, { ...usual, scenes: 'all', with: 'all' });
    expect(everything.scenes).toHaveLength(18);
  });

  it('plans only scenes that the bank has no items of yet', () => {
    const written = new Set(listMeasured(content).map((scenario) => scenario.slice(0, 3)));
    expect(plannedScenes.filter(({ scenario }) => written.has(scenario.slice(0, 3)))).toEqual([]);
  });

  it.each([
    [{}, /Name either a form/],
    [{ form: 'demo', scenes: 'all' }, /Name either a form/],
    [{ form: 'nowhere' }, /no form nowhere; there are: demo, short-measure, first-week, /],
    [{ form: 'demo', adaptive: true }, /goes with --scenes/],
    [{ form: 'demo', core: 's02-inbox' }, /--core goes with --adaptive/],
    [{ form: 'demo', bank: 99 }, /no bank 99/],
    [{ scenes: 's99-moon' }, /no scored scenario s99-moon/],
    [{ scenes: 's00-welcome' }, /no scored scenario s00-welcome/],
    [{ scenes: 's02-inbox,s02-inbox' }, /s02-inbox is named twice/],
    [{ scenes: 'all', with: 's99-moon' }, /No scenario s99-moon is planned; planned are: s\d\d-/],
    [{ form: 'demo', with: 's09-team-chat,s09-team-chat' }, /s09-team-chat is named twice/],
    [{ scenes: 's02-inbox', adaptive: true, core: 's03-tidy' }, /names s03-tidy, which is not in/],
  ])('is refused with one sentence for %j', (options, sentence) => {
    expect(() => planSimulation(content, { ...usual, ...options })).toThrow(sentence);
  });
});
