/** A scene for a computer in the hand of somebody with a phone: it waits, and is played later at a computer. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { takePicture } from '../../support/picture.ts';
import { addWeekActivity } from '../../support/scene-paths/scene-path.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { WeekPerson } from '../../support/week-person.ts';

let folder: ContentFolder;
let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.edit('s02-inbox/*/world.yaml', 'phone: true', 'phone: false');
  await folder.playInDemo('[{ scenario: s02-inbox, day: 1 }, { scenario: s03-tidy, day: 2 }]');
  stack = await startStack({ forBrowser: true, env: { CONTENT_DIR: folder.directory } });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
  await folder.remove();
});

async function look(person: WeekPerson, screen: string): Promise<string[]> {
  await takePicture(person.page, `phone-scenes-${screen}`, person.language);
  const found = (await findViolations(person.page)).map((line) => `${screen} ${line}`);
  return (await person.sidewaysOverflow()) > 0 ? [...found, `${screen} is wider than its window`] : found;
}

describe('a scene for a computer', () => {
  it.each([
    { language: 'fr', personId: 4 },
    { language: 'en', personId: 5 },
  ] as const)(
    'waits on a phone, and is played at a computer, in $language',
    async ({ language, personId }) => {
      const faults: string[] = [];
      const id = await addWeekActivity(stack, { id: 1200 + personId, language, form: 'demo' });
      const phone = await browser.newContext({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        reducedMotion: 'reduce',
      });
      const held = new WeekPerson(await phone.newPage(), language, 'touch');
      await held.launch(stack, personId, id);
      await held.acceptNotice();
      await held.map.waitFor();
      expect(await held.map.getByText(held.say('week.computer'), { exact: true }).count()).toBe(1);
      expect(await held.here.innerText()).toContain(held.say('day.2.name'));
      faults.push(...(await look(held, 'map')));
      await held.enterScene();
      await held.skipScene();
      await held.backToMap();
      await held.frame.getByText(held.say('week.computer.left')).waitFor();
      await held.press(held.goOn);
      await held.frame.getByRole('heading', { name: held.say('computer.title') }).waitFor();
      faults.push(...(await look(held, 'left')));
      await phone.close();

      const desk = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      const person = new WeekPerson(await desk.newPage(), language, 'mouse');
      await person.launch(stack, personId, id);
      await person.press(person.shellButton('continue.go'));
      await person.map.waitFor();
      expect(await person.here.innerText()).toContain(person.say('day.1.name'));
      await person.enterScene();
      expect(faults).toEqual([]);
      await desk.close();
    },
  );
});
