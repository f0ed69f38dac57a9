/** Every screen around a scene in the frames that an LMS gives: nothing is cut or covered. */
import { expect, it } from 'vitest';
import type { ShellWord } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { ComfortPerson } from '../../support/comfort-person.ts';
import { doubleLooks, type Look, ScreenLooks, usualLooks } from '../../support/screen-looks.ts';
import { WeekPerson } from '../../support/week-person.ts';

const stack = setUpBrowserStack();

interface Walk {
  readonly language: 'fr' | 'en';
  readonly input: 'mouse' | 'touch';
  readonly personId: number;
  readonly shown: { readonly width: number; readonly height: number };
  /** Of scenes and their parts; what the page does in them depends on the text size that the person chose. */
  readonly sceneLooks: readonly Look[];
  readonly looks: readonly Look[];
}

const [low, , , , smallPhone] = usualLooks as readonly [Look, Look, Look, Look, Look];
const walks: readonly Walk[] = [
  {
    language: 'fr',
    input: 'mouse',
    personId: 6,
    shown: { width: 969, height: 409 },
    sceneLooks: usualLooks,
    looks: [...usualLooks, ...doubleLooks],
  },
  {
    language: 'en',
    input: 'touch',
    personId: 7,
    shown: { width: 390, height: 844 },
    sceneLooks: [low, smallPhone],
    looks: [low, smallPhone, ...doubleLooks],
  },
];

async function open({ language, input, personId, shown }: Walk): Promise<WeekPerson> {
  const activityId = 1300 + personId;
  await stack.lms.control({
    command: 'addActivity',
    cmid: activityId,
    courseId: language === 'fr' ? 2 : 3,
    title: 'Semaine',
    custom: { numplus_form: 'first-week', numplus_scenes: 's01-first-login,s02-inbox' },
  });
  const context = await stack.browser.newContext({
    viewport: { width: shown.width, height: 900 },
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), language, input);
  await person.launch(stack, personId, activityId);
  return person;
}

it.each(walks)(
  'a learner’s screens keep their words and their main button in sight: $language',
  async (walk) => {
    const { language, input, shown, looks, sceneLooks } = walk;
    const person = await open(walk);
    const { page, frame } = person;
    const screens = new ScreenLooks(page, language, shown);
    const see = (screen: string): Promise<void> => screens.see(screen, looks);
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
    const comfort = new ComfortPerson(page, language, input);
    await comfort.openComfort();
    await see('comfort');
    await comfort.closeComfort();
    await person.press(person.goOn);
    await shows('introduction.next');
    await see('introduction');
    await person.hearIntroduction();
    await frame.locator('.app-frame').waitFor();
    await screens.see('scene', sceneLooks);
    await press('tool.help');
    await frame.getByRole('heading', { name: person.say('tool.help') }).waitFor();
    await screens.see('help', sceneLooks);
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
    await page.context().close();
    expect(screens.findings).toEqual([]);
  },
);
