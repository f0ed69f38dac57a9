/** Nothing moves on a page by itself: the browser's own measure of layout shift is 0 on every screen. */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsFr } from '../../../client/src/i18n/catalogues/items.fr.ts';
import { personFr } from '../../../client/src/i18n/catalogues/person.fr.ts';
import { resourcesFr } from '../../../client/src/i18n/catalogues/resources.fr.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { withRecordedLevels } from '../../support/counsellor-samples.ts';
import { openGroupPage } from '../../support/group-page.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { takeShifts, watchShifts } from '../../support/layout-shifts.ts';
import { openPicker } from '../../support/picker.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { SceneWeek } from '../../support/scene-week.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const scenarios = scenePaths.map(({ scenario }) => scenario);
const low = { width: 969, height: 409 };
const phone = { width: 390, height: 844 };

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  await new ApiLearner(stack).begin(5);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

function toolFrame(page: Page): Frame {
  const frame = page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('the page has no frame of the tool');
  return frame;
}

describe.each([
  { language: 'fr', personId: 4, activityId: 1301, viewport: low },
  { language: 'en', personId: 5, activityId: 1302, viewport: phone },
] as const)('for a learner at $viewport.width px, in $language', (plan) => {
  let week: SceneWeek;
  beforeAll(async () => {
    const { viewport, ...rest } = plan;
    week = await SceneWeek.start(stack, browser, {
      ...rest,
      scenarios,
      input: 'mouse',
      context: { viewport },
    });
    await week.person.page.context().addInitScript(watchShifts);
  });
  afterAll(() => week.close());

  /** Loads the screen anew, so that no recent press excuses a shift. */
  async function shiftsOnLoad(shown: () => Promise<unknown>): Promise<string[]> {
    await week.person.reloadTool(week.person.frame.getByRole('heading', { level: 1 }));
    await shown();
    await week.person.page.waitForLoadState('networkidle');
    return takeShifts(toolFrame(week.person.page));
  }

  it.each(scenarios)('nothing moves on the map, nor in the scene %s, nor at its end', async (id) => {
    const { person } = week;
    expect(await shiftsOnLoad(() => person.map.waitFor())).toEqual([]);
    await week.enter(id);
    expect(await shiftsOnLoad(() => person.shellButton('tool.done').waitFor())).toEqual([]);
    await person.skipScene();
    expect(await shiftsOnLoad(() => person.shellButton('end.next').waitFor())).toEqual([]);
    await person.backToMap();
  });
});

describe.each([
  { size: low, at: '969 × 409' },
  { size: { width: 1280, height: 900 }, at: '1280 × 900' },
  { size: phone, at: '390 × 844' },
])('for staff at $at', ({ size }) => {
  it('nothing moves on the pages of an activity', async () => {
    const page = await openGroupPage(stack, browser, {
      language: 'fr',
      ...size,
      script: watchShifts,
      activity: withRecordedLevels,
      keysUnread: true,
    });
    const shifts: Record<string, string[]> = {};
    const look = async (screen: string): Promise<void> => {
      await page.waitForLoadState('networkidle');
      shifts[screen] = await takeShifts(page.mainFrame());
    };
    await look('list');
    const open = async (name: string | RegExp, heading: string): Promise<void> => {
      await page.getByRole('button', { name }).first().press('Enter');
      await page.getByRole('heading', { name: heading }).first().waitFor();
    };
    await open(/^Voir le travail/, personFr['guide.title']);
    await look('person');
    await open('Retour à la liste', 'Pour cette activité');
    await open(itemsFr['link.go'], itemsFr['dif.title']);
    await look('items');
    await open(itemsFr.back, 'Pour cette activité');
    await open(resourcesFr['link.go'], resourcesFr['change.title']);
    await look('resources');
    await page.getByRole('button', { name: itemsFr.back }).press('Enter');
    await page.getByRole('button', { name: teachFr['practice.go'] }).waitFor();
    await look('list again');
    expect(shifts).toEqual({ list: [], person: [], items: [], resources: [], 'list again': [] });
    await page.context().close();
  });

  it('nothing moves on the page where an activity is chosen', async () => {
    const { page } = await openPicker({ stack, browser }, 'fr', size);
    await page.context().addInitScript(watchShifts);
    await page.reload();
    await page.frameLocator('#contentframe').getByRole('textbox').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await takeShifts(toolFrame(page))).toEqual([]);
    await page.context().close();
  });
});
