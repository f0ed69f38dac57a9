/** Every screen around a scene, one after the other. */
import type { Browser } from 'playwright-core';
import type { Input, ShellWord } from './browser-person.ts';
import { ComfortPerson } from './comfort-person.ts';
import type { FrameSize } from './low-frame.ts';
import type { OpenStack } from './stack.ts';
import { WeekPerson } from './week-person.ts';

interface ShortWeek {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly personId: number;
  readonly shown: FrameSize;
  /** Runs in the page before its own scripts. */
  readonly script?: string;
}

/** Launches a week of two scenes. The caller closes the browser context. */
export async function openShortWeek(
  stack: OpenStack,
  browser: Browser,
  { language, input, personId, shown, script }: ShortWeek,
): Promise<WeekPerson> {
  const activityId = 1300 + personId;
  await stack.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: language === 'fr' ? 2 : 3,
    title: 'Semaine',
    custom: { numplus_form: 'first-week', numplus_scenes: 's01-first-login,s02-inbox' },
  });
  const context = await browser.newContext({
    viewport: { width: shown.width, height: 900 },
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  if (script !== undefined) await context.addInitScript(script);
  const person = new WeekPerson(await context.newPage(), language, input);
  await person.launch(stack, personId, activityId);
  return person;
}

/** From the notice to the goodbye. Each screen is still open while `see` looks at it. */
export async function walkLearnerScreens(
  person: WeekPerson,
  see: (screen: string) => Promise<void>,
): Promise<void> {
  const { page, frame } = person;
  const press = (key: ShellWord): Promise<void> => person.press(person.shellButton(key));
  const shows = (key: ShellWord): Promise<void> => person.shellButton(key).waitFor();

  await shows('notice.accept');
  await see('notice');
  await press('notice.accept');
  await shows('welcome.go');
  await see('welcome');
  await press('welcome.go');
  await person.map.waitFor();
  await see('map');
  const comfort = new ComfortPerson(page, person.language, person.input);
  await comfort.openComfort();
  await see('comfort');
  await comfort.closeComfort();
  await person.press(person.goOn);
  await shows('introduction.next');
  await see('introduction');
  await person.hearIntroduction();
  await frame.locator('.app-frame').waitFor();
  await see('scene');
  await press('tool.help');
  await frame.getByRole('heading', { name: person.say('tool.help') }).waitFor();
  await see('help');
  await press('tool.help');
  await press('tool.done');
  await shows('confirm.done.no');
  await see('confirm');
  await press('confirm.done.no');
  await person.useTool('tool.pause');
  await shows('paused.resume');
  await see('pause');
  await press('paused.resume');
  await person.finishScene();
  await shows('end.next');
  await see('end of a scene');
  await person.reloadTool(person.map);
  await see('map later');
  // Not a lost connection: then the page would try by itself.
  await page.route('**/api/**', (route) => route.fulfill({ status: 500, body: 'no JSON' }));
  await person.press(person.goOn);
  await shows('unavailable.retry');
  await see('unavailable');
  await page.unrouteAll({ behavior: 'wait' });
  await press('unavailable.retry');
  await person.map.waitFor();
  await person.enterScene();
  await person.skipScene();
  await person.backToMap();
  await see('end of the week');
  await person.press(person.goOn);
  await frame.getByRole('heading', { name: person.say('finished.title') }).waitFor();
  await see('finished');
  await press('finished.report');
  await frame.locator('main h2').first().waitFor();
  await see('report');
  await person.press(person.shellButton('bar.quit').first());
  await frame.getByRole('heading', { name: person.say('goodbye.title') }).waitFor();
  await see('goodbye');
}
