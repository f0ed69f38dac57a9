/** Nothing moves on a page by itself: the browser's own measure of layout shift is 0. Over a fast server, scenes-matrix and screen-frames measure it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { withRecordedLevels } from '../../support/counsellor-samples.ts';
import { openGroupPage } from '../../support/group-page.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { takeShifts, watchShifts } from '../../support/layout-shifts.ts';
import { giveFrame } from '../../support/low-frame.ts';
import { openPicker } from '../../support/picker.ts';
import { openShortWeek, walkLearnerScreens } from '../../support/screen-walk.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { walkStaffScreens } from '../../support/staff-screen-walk.ts';

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
  const finisher = new ApiLearner(stack);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  await new ApiLearner(stack).begin(5);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

const low = { width: 969, height: 409 };
const phone = { width: 390, height: 844 };
/** More than the half second in which a press explains what moves. */
const slowAnswerMs = 900;

/** Looks at what moved until the screen is still, and adds it to the findings. */
function noteShifts(page: Page, findings: string[]): (screen: string) => Promise<void> {
  return async (screen) => {
    const moved = await takeShifts(page.frame({ name: 'contentframe' }) ?? page.mainFrame());
    findings.push(...moved.map((shift) => `${screen}: ${shift}`));
  };
}

describe.each([
  { language: 'fr', shown: low },
  { language: 'en', shown: low },
  { language: 'fr', shown: phone },
  { language: 'en', shown: phone },
] as const)('at $shown.width px in $language', ({ language, shown }) => {
  it('nothing moves on the screens of staff', async () => {
    const page = await openGroupPage(stack, browser, {
      language,
      ...shown,
      activity: withRecordedLevels,
      keysUnread: true,
      script: watchShifts,
    });
    const findings: string[] = [];
    const note = noteShifts(page, findings);
    await walkStaffScreens(page, language, note);
    await page.reload();
    await page.getByText('Fatou Diallo').first().waitFor();
    await note('staff list, loaded again');
    await page.context().close();
    expect(findings).toEqual([]);
  });

  it('nothing moves where an activity is chosen', async () => {
    const { page, frame } = await openPicker({ stack, browser }, language, {
      width: shown.width,
      height: 900,
    });
    await page.context().addInitScript(watchShifts);
    await page.reload();
    await frame.getByRole('textbox').first().waitFor();
    const findings: string[] = [];
    await noteShifts(page, findings)('picker');
    await page.context().close();
    expect(findings).toEqual([]);
  });
});

it.each([
  { language: 'en', input: 'mouse', shown: low, personId: 7 },
  { language: 'fr', input: 'touch', shown: phone, personId: 8 },
] as const)(
  'nothing moves while a press waits for a slow server, at $shown.width px in $language',
  async ({ language, input, shown, personId }) => {
    const script = watchShifts;
    const person = await openShortWeek(stack, browser, { language, input, personId, shown, script });
    const findings: string[] = [];
    const note = noteShifts(person.page, findings);
    await person.shellButton('notice.accept').waitFor();
    await note('first screen');
    await giveFrame(person.page, shown);
    await person.page.context().route('**/api/**', async (route) => {
      await delay(slowAnswerMs);
      await route.continue();
    });
    await walkLearnerScreens(person, note);
    await person.page.context().close();
    expect(findings).toEqual([]);
  },
);
