/** The welcome in large text on a phone: nobody scrolls to find what a step asks for, or what a press did. */
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { practiceEn } from '../../../client/src/apps/practice/practice.en.ts';
import { practiceFr } from '../../../client/src/apps/practice/practice.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { chooseTextSize } from '../../support/comfort-person.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { findHidden, lookAt } from '../../support/sight.ts';

const stack = setUpBrowserStack();
const small = { width: 320, height: 640, text: '150' } as const;
const common = { width: 390, height: 844, text: '200' } as const;

const words = {
  fr: { ...practiceFr, mug: 'La tasse', plant: 'La plante', keys: 'Les clés', noVoice: 'Je lis moi-même' },
  en: { ...practiceEn, mug: 'The mug', plant: 'The plant', keys: 'The keys', noVoice: 'I’ll read it myself' },
};

interface Scrollable {
  scrollTop: number;
  readonly scrollHeight: number;
}

/** As a finger does. */
function scrollWithin(list: Locator, to: 'start' | 'end'): Promise<void> {
  return list.evaluate((element: Scrollable, end) => {
    element.scrollTop = end ? element.scrollHeight : 0;
  }, to === 'end');
}

it.each([
  { language: 'fr', phone: small, id: 4271 },
  { language: 'en', phone: small, id: 4272 },
  { language: 'fr', phone: common, id: 4273 },
  { language: 'en', phone: common, id: 4274 },
] as const)(
  'shows what each step asks for, and what each press did, without scrolling: $language, $phone.text %',
  async ({ language, phone: { width, height, text }, id }) => {
    const activityId = await addSceneActivity(stack, 's00-welcome', { id, language });
    const context = await stack.browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    const person = new BrowserPerson(await context.newPage(), language, 'touch');
    const { page } = person;
    await person.launch(stack, language === 'fr' ? 4 : 5, activityId);
    await person.acceptNotice();
    await person.hearIntroduction();
    await chooseTextSize(person, text);

    const t = words[language];
    const app = person.frame.getByRole('region', { name: t['app.title'], exact: true });
    const ask = app.getByRole('heading', { level: 3 });
    const stepOf = (number: number): Locator =>
      app.getByText(t.progress.replace('{number}', String(number)).replace('{count}', '8'));
    const faults: string[] = [];
    /** Looks before anything is pressed: the driver scrolls to what it presses. */
    const see = async (screen: string, targets: Readonly<Record<string, Locator>>): Promise<void> => {
      const frame = page.frame({ name: 'contentframe' });
      if (frame === null) throw new Error('the page has no frame of the tool');
      for (const fault of (await lookAt(frame)).faults) faults.push(`${screen}: ${fault}`);
      await takePicture(page, `welcome-large-${text}-${screen}`, language);
      for (const [name, target] of Object.entries(targets)) {
        const hidden = await findHidden(frame, target);
        if (hidden !== null) faults.push(`${screen}: ${name} is ${hidden}`);
      }
    };
    const pressTo = (target: Locator, next: Locator): Promise<void> =>
      person.pressUntil(target, () => next.isVisible());
    const missOn = async (target: Locator, answer: string): Promise<Locator> => {
      const said = app.getByText(answer);
      await pressTo(target, said);
      return said;
    };

    const mug = person.named(t.mug);
    await stepOf(1).waitFor();
    await see('01-point', { ask, mug });
    const pointMissed = await missOn(person.named(t.plant), t['again.press']);
    await see('02-point-missed', { pointMissed, mug });
    await pressTo(mug, stepOf(2));

    const list = app.locator('.list');
    const keys = person.named(t.keys);
    await see('03-scroll', { ask, list });
    await scrollWithin(list, 'end');
    await see('04-scrolled', { ask, keys });
    await scrollWithin(list, 'start');
    const scrollMissed = await missOn(list.getByRole('listitem').first(), t['again.press']);
    await see('05-scroll-missed', { scrollMissed, keys });
    await pressTo(keys, stepOf(3));

    const joyce = person.named('Joyce');
    const goOn = person.named(t['action.goOn']);
    await see('06-open', { ask, joyce });
    const openMissed = await missOn(person.named('Marc'), t['again.press']);
    await see('07-open-missed', { openMissed, joyce });
    await pressTo(joyce, goOn);
    await see('08-message', { message: app.locator('.message'), goOn });
    await pressTo(goOn, stepOf(4));

    const shown = app.locator('p.word');
    const box = app.getByLabel(t['type.box'], { exact: true });
    const ok = person.named(t['action.ok']);
    const word = ((await shown.textContent()) ?? '').replace(t['type.word'], '').trim();
    await see('09-type', { ask, shown, box, ok });
    await person.fill(box, 'abc');
    await see('10-typed', { shown, box, ok });
    const typeMissed = await missOn(ok, t['again.word'].replace('{word}', word));
    await see('11-type-missed', { typeMissed, shown, box, ok });
    await person.fill(box, word);
    await see('12-typed-again', { shown, box, ok });
    await pressTo(ok, stepOf(5));

    const note = app.locator('.note');
    const erase = person.named(t['action.erase']);
    const undo = app.locator('.undo').getByRole('button');
    await see('13-erase', { ask, note, erase });
    const eraseMissed = await missOn(note, t['again.press']);
    await see('14-erase-missed', { eraseMissed, erase });
    await pressTo(erase, app.locator('.picture'));
    await see('15-erased', { ask, undo });
    const undoMissed = await missOn(app.locator('.picture'), t['again.undo']);
    await see('16-undo-missed', { undoMissed, undo });
    await pressTo(undo, goOn);
    await see('17-back', { ask, note, goOn });
    await pressTo(goOn, stepOf(6));

    const noVoice = app.getByRole('button', { name: t.noVoice });
    await see('18-listen', { ask, noVoice });
    await pressTo(noVoice, stepOf(7));

    const where = app.getByText(t['use.more']);
    const more = person.shellButton('tool.more');
    await see('19-pause', { ask, where, more });
    await person.press(more);
    await see('20-pause-menu', { pause: person.shellItem('tool.pause') });
    await person.press(person.shellItem('tool.pause'));
    await person.shellButton('paused.resume').waitFor();
    await see('21-paused', { resume: person.shellButton('paused.resume') });
    await pressTo(person.shellButton('paused.resume'), stepOf(8));

    await see('22-size', { ask, where, more });
    await person.press(more);
    await see('23-size-menu', { comfort: person.shellItem('bar.comfort') });
    await page.keyboard.press('Escape');
    await pressTo(person.named(t['action.pass']), app.getByRole('heading', { name: t['end.title'] }));
    await see('24-end', { ask, how: app.getByText(t['end.text']), done: person.shellButton('tool.done') });
    expect(faults.join('\n')).toBe('');
    await context.close();
  },
);
