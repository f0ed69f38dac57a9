/** The welcome for a person who misses and skips gestures, up to the offer of a helper. */
import type { Locator } from 'playwright-core';
import { describe, it } from 'vitest';
import { practiceFr as t } from '../../../client/src/apps/practice/practice.fr.ts';
import { weekFr } from '../../../client/src/i18n/catalogues/week.fr.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { until } from '../../support/until.ts';

const personId = 4;
const cmid = 1104;

const stack = setUpBrowserStack();

/** From the map into the scene. The map's button and the introduction's have the same word. */
async function leaveMap(person: BrowserPerson, go: 'week.go' | 'week.go.first'): Promise<void> {
  const next = person.shellButton('introduction.next');
  await person.pressUntil(person.named(weekFr[go]), () => next.isVisible());
  await person.hearIntroduction();
}

function stepOf({ frame }: BrowserPerson, number: number): Locator {
  const text = t.progress.replace('{number}', String(number)).replace('{count}', '8');
  return frame.getByText(text, { exact: true });
}

async function passTo(person: BrowserPerson, next: Locator): Promise<void> {
  await person.pressUntil(person.named(t['action.pass']), () => next.isVisible());
}

/** Presses three times beside the mug, then on it, and skips the other steps. */
async function failThreeGestures(person: BrowserPerson): Promise<void> {
  const mug = person.named('La tasse');
  const ground = person.frame.getByRole('list').filter({ has: mug });
  // In the gap before the mug, each time at another height, so that no two presses are a double click.
  for (const place of [2, 5, 8]) {
    const row = await ground.boundingBox();
    const thing = await mug.boundingBox();
    if (!row || !thing) throw new Error('there is nothing to press beside');
    await person.page.mouse.click(thing.x - 5, row.y + (row.height * place) / 10);
    await person.frame.getByText(t['again.press']).waitFor();
  }
  await person.pressUntil(mug, () => stepOf(person, 2).isVisible());
  for (const number of [3, 4, 5, 6, 7, 8]) await passTo(person, stepOf(person, number));
  await passTo(person, person.frame.getByRole('heading', { name: t['end.title'] }));
}

describe('a person who misses three gestures', () => {
  it('is offered a helper; if accepted, the inbox is next with help open', async () => {
    await stack.lms.control({
      command: 'addActivity',
      cmid,
      courseId: 2,
      title: 'Semaine',
      custom: { numplus_form: 'first-week' },
    });
    const context = await stack.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const person = new BrowserPerson(await context.newPage(), 'fr', 'mouse');
    await person.launch(stack, personId, cmid);
    await person.acceptNotice();
    await leaveMap(person, 'week.go.first');
    await failThreeGestures(person);
    await person.finishScene();
    await person.press(person.shellButton('end.next'));
    await person.press(person.shellButton('offer.accept'));
    const next = weekFr['week.next'].replace('{title}', 'La boîte de réception');
    await person.frame.getByText(next).waitFor();
    await leaveMap(person, 'week.go');
    await person.frame.getByRole('heading', { name: 'Aide', exact: true }).waitFor();
    await person.press(person.shellButton('tool.assist'));
    await until('the statement of the answer', () =>
      stack.store.statements().find((one) => JSON.stringify(one).includes('activities/offers/helper')),
    );
    await context.close();
  });
});
