/** An adaptive week in the browser: its map shows only one scene ahead. */
import { describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import type { Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { content } from '../../support/s02.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { findNextPath } from '../../support/scene-week.ts';
import { WeekPerson } from '../../support/week-person.ts';

const form = content.getForm('adaptive-week');
const everyDay = [1, 2, 3, 4, 5] as const;

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

const maps: readonly Case[] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
  { language: 'en', input: 'touch', width: 390, height: 844, personId: 6 },
  { language: 'fr', input: 'touch', width: 320, height: 700, personId: 7 },
];

const stack = setUpBrowserStack();

/** Starts an adaptive week; resolves on its map. */
async function openMap({ language, input, width, height, personId }: Case): Promise<WeekPerson> {
  const id = await addWeekActivity(stack, { id: 1200 + personId, language, form: form.id });
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: input === 'touch',
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), language, input);
  await person.launch(stack, personId, id);
  await person.acceptNotice();
  await person.map.waitFor();
  return person;
}

/** Violations that axe finds, and whether the screen is wider than its window. */
async function findFaults(person: WeekPerson, screen: string): Promise<string[]> {
  const found = (await findViolations(person.page)).map((line) => `${screen} ${line}`);
  if ((await person.sidewaysOverflow()) > 0) found.push(`${screen} is wider than its window`);
  return found;
}

const seeNothing = (): Promise<void> => Promise.resolve();

describe('an adaptive week', () => {
  it('is played by keyboard, with a reload in the middle and the scenes after its core skipped', async () => {
    const each = { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5 } as const;
    const person = await openMap(each);
    const faults = await findFaults(person, 'first map');
    const says = person.frame.locator('main');
    expect(await says.innerText()).toContain(person.say('week.first.open'));
    const met: string[] = [];
    while (await person.here.isVisible()) {
      const { scenario, play } = await findNextPath(person);
      met.push(scenario);
      await person.enterScene();
      if (met.length === 3) {
        // The scene has begun, so its introduction is not heard again.
        await person.reloadTool(person.shellButton('tool.done'));
      }
      // Scenes after the core are skipped: the scenes matrix plays every scene by keyboard.
      if (met.length > form.core.length) await person.skipScene();
      else {
        await play(person, seeNothing);
        await person.finishScene();
        await person.shellButton('end.next').waitFor();
      }
      await person.backToMap();
      if (met.length === 3) await person.reloadTool(person.map);
      faults.push(...(await findFaults(person, `map after ${scenario}`)));
    }
    expect(met.slice(0, 4)).toEqual(['s00-welcome', ...form.core]);
    expect([...met].sort()).toEqual([...form.scenes].sort());
    const map = await person.map.innerText();
    const skipped = form.scenes.length - form.core.length;
    expect(map.split(person.say('week.skipped'))).toHaveLength(1 + skipped);
    expect(map).not.toContain(person.say('week.later'));
    await person.press(person.goOn);
    await person.frame.getByRole('heading', { name: person.say('finished.title') }).waitFor();
    expect(faults).toEqual([]);
    await person.page.context().close();
  });
});

describe('the map of an adaptive week', () => {
  it.each(maps)('shows all five days from the start: $language, $width px', async (each) => {
    const person = await openMap(each);
    const faults: string[] = [];
    const keep = async (screen: string): Promise<void> => {
      faults.push(...(await findFaults(person, screen)));
      await takePicture(person.page, `adaptive-${screen}`, each.language);
    };
    const days = person.map.getByRole('heading', { level: 2 });
    const names = everyDay.map((day) => person.say(`day.${day}.name`));
    await keep('start');
    let played = 0;
    while (await person.here.isVisible()) {
      expect(await days.allInnerTexts()).toEqual(names);
      // Only the current scene is known.
      expect(await person.map.getByText(person.say('week.here')).count()).toBe(1);
      await person.enterScene();
      await person.skipScene();
      await person.backToMap();
      played += 1;
      if (played === 4) await keep('middle');
    }
    expect(played).toBe(form.scenes.length);
    await keep('end');
    expect(faults).toEqual([]);
    await person.page.context().close();
  });
});
