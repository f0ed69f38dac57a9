import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import type { Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { WeekPerson } from '../../support/week-person.ts';

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

const cases: readonly Case[] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
  { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5 },
  { language: 'en', input: 'touch', width: 390, height: 844, personId: 6 },
  { language: 'fr', input: 'touch', width: 320, height: 700, personId: 7 },
];

const stack = setUpBrowserStack();

async function createPerson({ language, input, width, height }: Case): Promise<WeekPerson> {
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  return new WeekPerson(await context.newPage(), language, input);
}

/** Disables the back-forward cache: the driver can't see into a page restored from it. */
const loadsOnWayBack = "addEventListener('unload', () => undefined)";

/** Starts a week; resolves on its map. */
async function openMap(each: Case, activityId: number, script = ''): Promise<WeekPerson> {
  await addWeekActivity(stack, { id: activityId, language: each.language });
  const person = await createPerson(each);
  await person.page.context().addInitScript(script);
  await person.launch(stack, each.personId, activityId);
  await person.acceptNotice();
  await person.map.waitFor();
  return person;
}

/** Violations that axe finds, and whether the screen is wider than its window. */
async function look(person: WeekPerson, screen: string): Promise<string[]> {
  const found = (await findViolations(person.page)).map((line) => `${screen} ${line}`);
  if ((await person.sidewaysOverflow()) > 0) found.push(`${screen} is wider than its window`);
  await takePicture(person.page, `frame-${screen}`, person.language);
  return found;
}

/** Title of the played scene on the map. */
const inbox = { fr: 'La boîte de réception', en: 'The inbox' };

/** Signs of a score, which no learner's screen may show. */
const scoreWords = /\d\s*%|\bpoints?\b|\bscore\b|\bnote\b|\bgrade\b|\d\s*\/\s*\d/i;

describe('a week', () => {
  it.each(cases)('is played from the first map to the end: $input, $language, $width px', async (each) => {
    const person = await openMap(each, 1000 + each.personId);
    const findings: string[] = [];
    const see = async (screen: string): Promise<void> => {
      findings.push(...(await look(person, screen)));
    };
    const says = person.frame.locator('main');
    await see('week-start');
    expect(await says.innerText()).toContain(person.say('week.first'));
    const ended: string[] = [];
    let isPlayed = false;
    while (await person.here.isVisible()) {
      const isInbox = (await person.here.locator('.now').innerText()).includes(inbox[each.language]);
      await person.enterScene();
      if (isInbox) {
        await person.openQuestion();
        await person.answer();
        await person.keepAttachment();
        await person.finishScene();
        await person.shellButton('end.next').waitFor();
        await see('week-scene-end');
        isPlayed = true;
      } else {
        await person.skipScene();
      }
      await person.backToMap();
      expect(await says.innerText()).not.toMatch(scoreWords);
      const title = await person.heading();
      if (title === person.say('week.title')) continue;
      // A day ends with words about the way of working, never about the result.
      const kind = (['help', 'undo', 'listen', 'pause', 'none'] as const).map((one) =>
        person.say(`used.${one}`),
      );
      const said = await says.innerText();
      // Once the week is over there is nothing to use them for.
      const isOver = title === person.say('week.title.end');
      expect(kind.some((words) => said.includes(words)) || isOver).toBe(true);
      ended.push(title);
      if (ended.length === 1) await see('week-day-end');
    }
    expect(isPlayed).toBe(true);
    expect(ended).toEqual([
      ...([1, 2, 3, 4] as const).map((day) =>
        person.say('week.title.day', { day: person.say(`day.${day}`) }),
      ),
      person.say('week.title.end'),
    ]);
    await see('week-end');
    await person.press(person.goOn);
    await person.frame.getByRole('heading', { name: person.say('finished.title') }).waitFor();
    await see('week-finished');
    expect(await says.innerText()).not.toMatch(scoreWords);
    expect(findings).toEqual([]);
    await person.page.context().close();
  });
});

describe('a week that does not run smoothly', () => {
  const each: Case = { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 8 };

  it('skips nothing on a double click, and keeps its place after a reload', async () => {
    const person = await openMap(each, 1010);
    await person.goOn.dblclick();
    const firstLine = person.frame.getByText(/message 1 sur\s\d/);
    await firstLine.waitFor();
    await person.reloadTool(firstLine);
    await person.hearIntroduction();
    await person.useTool('tool.pause');
    const resume = person.shellButton('paused.resume');
    await resume.waitFor();
    await person.reloadTool(resume);
    expect(await look(person, 'week-paused')).toEqual([]);
    await person.press(resume);
    // The scene had begun, so its introduction is not heard again.
    await person.skipScene();
    await person.reloadTool(person.map);
    expect(await person.map.innerText()).toContain(person.say('week.skipped'));
    await person.page.context().close();
  });

  it('resumes at the same place after the back button, and in a new launch', async () => {
    const person = await openMap(each, 1011, loadsOnWayBack);
    await person.enterScene();
    await person.skipScene();
    await person.backToMap();
    const before = await person.map.innerText();
    await person.page.goto(`${stack.lms.publicUrl}/course/2`);
    await person.page.goBack({ waitUntil: 'commit' });
    await person.goOn.or(person.shellButton('continue.go')).waitFor();
    if (await person.shellButton('continue.go').isVisible())
      await person.press(person.shellButton('continue.go'));
    await person.map.waitFor();
    expect(await person.map.innerText()).toBe(before);
    await person.press(person.shellButton('bar.quit'));
    await person.frame.getByRole('heading', { name: person.say('goodbye.title') }).waitFor();
    await person.page.context().close();
    const later = await createPerson(each);
    await later.launch(stack, each.personId, 1011);
    await later.press(later.shellButton('continue.go'));
    await later.map.waitFor();
    expect(await later.map.innerText()).toBe(before);
    await later.page.context().close();
  });

  it('resumes when the connection comes back, on the map and at the end of a scene', async () => {
    const person = await openMap(each, 1012);
    const cut = async (): Promise<void> => {
      await person.page.route('**/api/**', (route) => route.abort());
    };
    const mend = (): Promise<void> => person.page.unrouteAll({ behavior: 'wait' });
    await cut();
    await person.press(person.goOn);
    await person.shellButton('unavailable.retry').waitFor();
    expect(await look(person, 'week-unavailable')).toEqual([]);
    await mend();
    await person.goOn.or(person.shellButton('welcome.go')).waitFor();
    if (await person.shellButton('welcome.go').isVisible())
      await person.press(person.shellButton('welcome.go'));
    await person.enterScene();
    await cut();
    await person.skipScene();
    await person.press(person.shellButton('end.next'));
    await person.frame.getByText(person.say('banner.lost')).first().waitFor();
    await mend();
    await person.map.waitFor();
    expect(await person.map.innerText()).toContain(person.say('week.skipped'));
    await person.page.context().close();
  });
});
