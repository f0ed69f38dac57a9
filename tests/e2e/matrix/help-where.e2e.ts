/** « Montrer où » on a phone: what help points at can be seen, between what stays above it and the tools. */
import { expect, it } from 'vitest';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';
import { WeekPerson } from '../../support/week-person.ts';

const stack = setUpBrowserStack();

/** Runs in the page: of each place that is pointed at, how much of the most that fits is in view. */
const shareInView = `(() => {
  const pointed = document.querySelector('.spot.pointed');
  if (pointed === null) return 'nothing is pointed at';
  const place = pointed.getBoundingClientRect();
  let [top, bottom] = [0, innerHeight];
  for (let box = pointed.parentElement; box !== null; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'visible') continue;
    const { top: above, bottom: below } = box.getBoundingClientRect();
    [top, bottom] = [Math.max(top, above), Math.min(bottom, below)];
  }
  bottom = Math.min(bottom, document.querySelector('.toolbar').getBoundingClientRect().top);
  const seen = Math.min(place.bottom, bottom) - Math.max(place.top, top);
  return seen >= Math.min(place.height, 80) - 1 ? null : Math.round(seen) + ' of ' + Math.round(place.height) + ' px in view';
})()`;

it.each([
  { scenario: 's02-inbox', id: 1501 },
  { scenario: 's04-schedule', id: 1502 },
  { scenario: 's05-parcel', id: 1503 },
  { scenario: 's06-hiring-form', id: 1504 },
  { scenario: 's14-punch-app', id: 1505 },
  { scenario: 's17-pay-stub', id: 1506 },
])('is in view for every question of $scenario', async ({ scenario, id }) => {
  const context = await stack.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), 'fr', 'touch');
  const activityId = await addSceneActivity(stack, scenario, { id, language: 'fr' });
  await person.launch(stack, 4, activityId);
  await giveFrame(person.page, { width: 390, height: 676 });
  await person.acceptNotice();
  await person.hearIntroduction();
  await person.press(person.shellButton('tool.help'));
  const topics = person.frame.locator('.help .topic');
  await topics.first().waitFor();
  const count = await topics.count();
  const findings: string[] = [];
  for (let index = 0; index < count; index += 1) {
    await person.press(topics.nth(index));
    await person.press(person.shellButton('help.where'));
    await person.frame.locator('.help h3').waitFor();
    const tool = person.page.frame({ name: 'contentframe' });
    const fault = await tool?.evaluate<string | null>(shareInView);
    if (fault !== null) findings.push(`question ${String(index + 1)}: ${String(fault)}`);
    await takePicture(person.page, `help-where-${scenario}-${String(index)}`, 'fr');
    await person.press(person.shellButton('help.others'));
    await topics.first().waitFor();
  }
  await context.close();
  expect(findings).toEqual([]);
});
