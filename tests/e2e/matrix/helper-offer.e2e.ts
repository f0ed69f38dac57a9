/** The offer of a helper, and the eased scene after it. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { practiceEn } from '../../../client/src/apps/practice/practice.en.ts';
import { practiceFr } from '../../../client/src/apps/practice/practice.fr.ts';
import { weekEn } from '../../../client/src/i18n/catalogues/week.en.ts';
import { weekFr } from '../../../client/src/i18n/catalogues/week.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson, type Input } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { lookAt } from '../../support/sight.ts';

const words = { fr: { ...practiceFr, ...weekFr }, en: { ...practiceEn, ...weekEn } };
/** Steps of the welcome. */
const steps = 8;

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

const stack = setUpBrowserStack();

/** Skips every step of the welcome, up to the offer. */
async function reachOffer(person: BrowserPerson, each: Case): Promise<void> {
  const id = 1200 + each.personId;
  await stack.lms.control({
    command: 'addActivity',
    cmid: id,
    courseId: each.language === 'fr' ? 2 : 3,
    title: 'S00',
    custom: { numplus_form: 'first-week', numplus_scenes: 's00-welcome,s01-first-login,s02-inbox' },
  });
  await person.launch(stack, each.personId, id);
  await person.acceptNotice();
  await throughMap(person, person.shellButton('introduction.next'));
  await person.hearIntroduction();
  const { 'action.pass': pass, progress } = words[each.language];
  for (let step = 1; step <= steps; step += 1) {
    const at = progress.replace('{number}', String(step)).replace('{count}', String(steps));
    const line = person.frame.getByText(at).first();
    await line.waitFor();
    await person.pressUntil(person.named(pass), async () => !(await line.isVisible()));
  }
  await person.finishScene();
  await person.press(person.shellButton('end.next'));
}

/** Passes the map, if the form has one. */
async function throughMap(person: BrowserPerson, behind: Locator): Promise<void> {
  const { 'week.go': go, 'week.go.first': first } = words[person.language];
  const map = person.named(go).or(person.named(first));
  await map.or(behind).first().waitFor();
  // In French the map's button has the same word as the introduction's, so look at the list of the week.
  const week = person.frame.getByRole('list', { name: words[person.language]['week.map'] });
  if (await map.isVisible()) await person.pressUntil(map, async () => !(await week.isVisible()));
}

describe('three missed gestures', () => {
  it.each<Case>([
    { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
    { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5 },
    { language: 'fr', input: 'touch', width: 320, height: 700, personId: 7 },
  ])(
    'lead by $input in $language at $width px to the offer of a helper, and to the inbox with help open',
    async (each) => {
      const { language, input, width, height } = each;
      const context = await stack.browser.newContext({
        viewport: { width, height },
        hasTouch: input === 'touch',
        reducedMotion: 'reduce',
      });
      const person = new BrowserPerson(await context.newPage(), language, input);
      const findings: string[] = [];
      const see = async (screen: string): Promise<void> => {
        findings.push(...(await findViolations(person.page)).map((line) => `${screen} ${line}`));
        const overflow = await person.sidewaysOverflow();
        if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
        await takePicture(person.page, `helper-offer-${screen}`, language);
      };
      await reachOffer(person, each);
      const accept = person.shellButton('offer.accept');
      await accept.waitFor();
      await see('offer');
      await person.press(accept);
      await throughMap(person, person.shellButton('introduction.next'));
      await person.hearIntroduction();
      const following = person.shellButton('help.following');
      await following.waitFor();
      await person.frame.locator('[data-row="m5"]').waitFor();
      await see('eased');
      await person.press(following);
      await person.shellButton('tool.assist').waitFor();
      expect(findings).toEqual([]);
      await context.close();
    },
  );
});

it.each<Case>([
  { language: 'fr', input: 'touch', width: 390, height: 844, personId: 6 },
  { language: 'en', input: 'touch', width: 390, height: 844, personId: 8 },
])('breaks no word of the offer at « Double » on a phone: $language', async (each) => {
  const { language, input, width, height } = each;
  const context = await stack.browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const person = new BrowserPerson(await context.newPage(), language, input);
  await reachOffer(person, each);
  await person.shellButton('offer.accept').waitFor();
  await chooseTextSize(person, '200');
  const frame = person.page.frame({ name: 'contentframe' });
  if (frame === null) throw new Error('no frame');
  await takePicture(person.page, 'helper-offer-double', language);
  expect((await lookAt(frame)).faults).toEqual([]);
  await context.close();
});
