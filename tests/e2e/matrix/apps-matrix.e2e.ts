/** Every app, in the fewest scenes that use all of them: narrow, zoomed and in other colours. Covers what an app's own look can break. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { findHiddenFocus } from '../../support/focus-sight.ts';
import { content } from '../../support/s02.ts';
import type { ScenePath } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../../support/scene-week.ts';

/** About as many stops of the Tab key as the longest first view has. */
const tabs = 40;
const zoomed = { width: 320, height: 256 };

function appsOf(scenario: string): readonly string[] {
  return content.publicScene(scenario, content.currentVersions(scenario).worldVersion, 1).world.apps;
}

/** Scenes that use every app there is, those with the most apps first. */
function coverApps(): readonly ScenePath[] {
  const covered = new Set<string>();
  const byApps = scenePaths.toSorted((a, b) => appsOf(b.scenario).length - appsOf(a.scenario).length);
  const chosen = byApps.filter(({ scenario }) => {
    const isNew = appsOf(scenario).some((app) => !covered.has(app));
    for (const app of appsOf(scenario)) covered.add(app);
    return isNew;
  });
  return scenePaths.filter((path) => chosen.includes(path));
}

const paths = coverApps();
const scenarios = paths.map(({ scenario }) => scenario);
const cases = paths.map((path) => ({
  path,
  scenario: path.scenario,
  apps: appsOf(path.scenario).join(', '),
}));

const stack = setUpBrowserStack();

describe.each([
  {
    look: 'at 320 px by touch',
    input: 'touch',
    personId: 4,
    activityId: 1001,
    context: { viewport: { width: 320, height: 700 } },
  },
  {
    look: 'at 400 % zoom in the colours of the system',
    input: 'mouse',
    personId: 5,
    activityId: 1002,
    context: { viewport: zoomed, forcedColors: 'active' },
  },
] as const)('an app $look', ({ input, personId, activityId, context }) => {
  let week: SceneWeek;
  beforeAll(async () => {
    const plan = { scenarios, language: 'fr', input, personId, activityId, context } as const;
    week = await SceneWeek.start(stack, stack.browser, plan);
  });
  afterAll(() => week.close());

  it.each(cases)('is used to the end without a fault of its screens: $apps ($scenario)', async ({ path }) => {
    const { person } = week;
    const findings: string[] = [];
    await week.play(path, async (screen) => {
      findings.push(...(await findViolations(person.page)).map((line) => `${screen} ${line}`));
      const overflow = await person.sidewaysOverflow();
      if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
      const blank = input === 'touch' ? await person.blankBelow() : 0;
      if (blank > 0) findings.push(`${screen} goes on for ${blank} px below its content`);
    });
    expect(findings).toEqual([]);
  });
});

describe('the first view of an app', () => {
  const usual = { width: 1280, height: 720 };
  let week: SceneWeek;
  beforeAll(async () => {
    week = await SceneWeek.start(stack, stack.browser, {
      scenarios,
      language: 'fr',
      input: 'mouse',
      personId: 6,
      activityId: 1003,
      context: { viewport: usual, colorScheme: 'dark' },
    });
  });
  afterAll(() => week.close());

  it.each(cases)(
    'can be read in dark colours and in high contrast, and never hides the focus when zoomed: $apps ($scenario)',
    async ({ scenario }) => {
      await week.enter(scenario);
      const { page } = week.person;
      const person = new ComfortPerson(page, 'fr', 'mouse');
      const dark = await person.looks();
      expect(await findViolations(page)).toEqual([]);
      await person.openComfort();
      await person.choose('comfort.contrast', 'comfort.contrast.high');
      await person.closeComfort();
      expect((await person.looks()).paper).not.toBe(dark.paper);
      expect(await findViolations(page)).toEqual([]);
      await person.openComfort();
      await person.choose('comfort.contrast', 'comfort.contrast.system');
      await person.closeComfort();
      await page.setViewportSize(zoomed);
      const hidden = await findHiddenFocus(person, tabs);
      await page.setViewportSize(usual);
      expect(hidden).toEqual([]);
      await week.skip();
    },
  );
});
