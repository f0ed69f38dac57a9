/** The browser's own Back and Forward: only a window gets their keys, and only there they skip entries as people see. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { ApiLearner, launch } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openDisplay } from '../../support/display.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { WeekPerson } from '../../support/week-person.ts';

const display = await openDisplay();
if (display === null) process.stdout.write('Back and Forward are not tested: no Xvfb or no xdotool here\n');
const activityId = 1000;

describe.skipIf(display === null)('the Back of a browser', () => {
  const press = async (key: string): Promise<void> => {
    await display?.press(key);
  };
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    stack = await startStack({ forBrowser: true });
    await addWeekActivity(stack, { id: activityId, language: 'fr' });
    browser = await launchBrowser('partitioned', undefined, display?.name);
  });
  afterAll(async () => {
    await browser.close();
    await stack.close();
    await display?.close();
  });

  async function openPage(): Promise<Page> {
    context = await browser.newContext({ viewport: null, reducedMotion: 'reduce' });
    return context.newPage();
  }

  async function goBack(sign: Locator): Promise<void> {
    await press('alt+Left');
    await sign.waitFor();
  }

  it('stays in the frame at every screen of the game, and asks before it leaves', async () => {
    const person = new WeekPerson(await openPage(), 'fr', 'mouse');
    const asks = person.frame.getByRole('dialog', { name: person.say('leave.title') });
    const stay = person.named(person.say('leave.stay'));
    /** At a screen without one before it: asked, answered by a second Back, and asked again after a reload. */
    const isFirst = async (sign: Locator): Promise<void> => {
      await goBack(asks);
      await goBack(sign);
      await asks.waitFor({ state: 'detached' });
      await goBack(asks);
      await press('alt+Right');
      await person.press(stay);
      await asks.waitFor({ state: 'detached' });
      await person.reloadTool(sign);
    };
    await person.launch(stack, 4, activityId);
    const notice = person.shellButton('notice.accept');
    // The first words have a heading too, before the page’s own script runs.
    await notice.waitFor();
    await person.press(person.frame.getByRole('heading', { level: 1 }));
    await isFirst(notice);
    await person.press(notice);
    const enter = person.shellButton('welcome.go');
    await enter.waitFor();
    await isFirst(enter);
    await person.press(enter);
    await person.map.waitFor();
    await person.press(person.goOn);

    // A scene: its introduction, the help, the map before it, and the same scene again.
    const next = person.shellButton('introduction.next');
    const revoir = person.shellButton('introduction.back');
    await next.waitFor();
    await person.press(next);
    await revoir.waitFor();
    await press('alt+Left');
    await revoir.waitFor({ state: 'detached' });
    await goBack(person.map);
    await isFirst(person.map.or(next));
    if (await person.map.isVisible()) await person.press(person.goOn);
    await person.hearIntroduction();
    const done = person.shellButton('tool.done');
    await done.waitFor();
    await person.press(person.shellButton('tool.help'));
    const helping = person.frame.getByRole('heading', { name: person.say('help.title') });
    await helping.waitFor();
    await press('alt+Left');
    await helping.waitFor({ state: 'detached' });
    await person.press(done);
    const sure = person.frame.getByRole('dialog', { name: person.say('confirm.done.title') });
    await sure.waitFor();
    await press('alt+Left');
    await sure.waitFor({ state: 'detached' });
    // The introduction was read: the map comes before the scene, and one press leads into it again.
    await goBack(person.map);
    await person.press(person.goOn);
    await done.or(next).first().waitFor();
    expect(await next.isVisible()).toBe(false);
    await person.reloadTool(done);
    await person.skipScene();
    await goBack(asks);
    await goBack(person.shellButton('end.next'));
    await asks.waitFor({ state: 'detached' });
    await person.reloadTool(person.map);
    await isFirst(person.map);

    // The answer to the question leads out of the game, with all that was done.
    await goBack(asks);
    await person.press(person.named(person.say('bar.quit')).last());
    await person.frame.getByRole('heading', { name: person.say('goodbye.title') }).waitFor();
    await press('alt+Left');
    expect(await person.heading()).toBe(person.say('goodbye.title'));
    await context.close();
  });

  it('closes the result in a window of its own', async () => {
    const person = new WeekPerson(await openPage(), 'fr', 'mouse');
    const { page } = person;
    const address = await launch(stack, 5, '/mod/lti/launch.php?id=2');
    await page.goto(address.href);
    const button = (text: string): Locator => page.getByRole('button', { name: text, exact: true });
    await button(person.say('notice.accept')).click();
    await button(person.say('welcome.go')).click();
    for (let step = 0; step < 2; step += 1) await button(person.say('introduction.next')).click();
    await button(person.say('introduction.play')).click();
    await button(person.say('tool.skip')).click();
    await button(person.say('confirm.skip.yes')).click();
    await button(person.say('end.next')).click();
    const show = button(person.say('finished.report'));
    await show.click();
    await show.waitFor({ state: 'detached' });
    await goBack(show);
    await goBack(page.getByRole('dialog', { name: person.say('leave.title') }));
    await page.reload();
    await show.waitFor();
    await context.close();
  });

  it('leads staff from a person to the list, and from there out of the page', async () => {
    await new ApiLearner(stack).begin(6);
    const page = await openPage();
    await page.goto(stack.lms.publicUrl);
    const address = await launch(stack, 3, '/mod/lti/launch.php?id=2');
    await page.goto(address.href);
    const see = page.getByRole('button', { name: new RegExp(`^${teachFr.review}`) }).first();
    await see.click();
    await see.waitFor({ state: 'detached' });
    await goBack(see);
    await page.reload();
    await see.waitFor();
    const left = page.waitForURL(`${stack.lms.publicUrl}/`, { waitUntil: 'commit' });
    await press('alt+Left');
    await left;
    await context.close();
  });

  it('leads staff from the list in a frame to the page before the activity', async () => {
    const person = new WeekPerson(await openPage(), 'fr', 'mouse');
    await person.page.goto(stack.lms.publicUrl);
    await person.launch(stack, 3, 2);
    await person.named(teachFr['practice.go']).waitFor();
    await person.press(person.frame.getByRole('heading', { level: 1 }));
    const left = person.page.waitForURL(`${stack.lms.publicUrl}/`, { waitUntil: 'commit' });
    await press('alt+Left');
    await left;
    await context.close();
  });
});
