/** A learner closes a task at once and reads one calm sentence; a teacher then decides, either way. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personEn } from '../../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../../client/src/i18n/catalogues/person.fr.ts';
import { reportEn } from '../../../client/src/i18n/catalogues/report.en.ts';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { launchBrowser } from '../../support/browser.ts';
import { lookAt } from '../../support/sight.ts';
import { scoreOfDone } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { StaffVisit } from '../../support/staff-visit.ts';
import { until } from '../../support/until.ts';

const words = {
  fr: { shell: shellFr, report: reportFr, person: personFr, activityId: 2 },
  en: { shell: shellEn, report: reportEn, person: personEn, activityId: 3 },
} as const;
const fatou = 4;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStack({ forBrowser: true, env: { EFFORT_FLAGS: 'on' } }),
    launchBrowser('partitioned'),
  ]);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** Returns the learner's page after the only task was closed at once. */
async function closeAtOnce(language: 'fr' | 'en'): Promise<BrowserPlayer> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  const player = new BrowserPlayer(await context.newPage(), language, 'mouse');
  await player.launch(stack, fatou);
  await player.acceptNotice();
  await player.hearIntroduction();
  await player.finishScene();
  await player.leaveScene();
  return player;
}

describe.each([
  { language: 'fr', choice: 'held.count' },
  { language: 'en', choice: 'held.aside' },
] as const)('a task closed at once ($language)', ({ language, choice }) => {
  const { shell, report, person, activityId } = words[language];

  it('waits for a look: the learner reads so, and staff decide', async () => {
    const player = await closeAtOnce(language);
    await player.frame.getByText(shell['finished.held']).waitFor();
    await player.press(player.shellButton('finished.report'));
    await player.frame.getByRole('heading', { name: report['held.title'] }).waitFor();
    const told = await player.frame.locator('body').innerText();
    expect(told).toContain(report['held.text']);
    expect(told).not.toContain(report['strengths.title']);
    await player.page.context().close();

    const visit = await StaffVisit.begin(stack, browser, {
      language,
      width: 1280,
      input: 'mouse',
      activityId,
    });
    await visit.page.getByText(person['flag.not-tried']).first().waitFor();
    await visit.page.getByText(visit.list['grade.held']).waitFor();
    await visit.openPerson('Fatou Diallo');
    await visit.page.getByText(person['held.title']).waitFor();
    const top = visit.page.getByRole('region', { name: visit.words['waiting.title'] });
    await top.getByText(visit.words['held.not-tried']).waitFor();
    expect(await findPageViolations(visit.page)).toEqual([]);
    for (const width of [390, 320]) {
      await visit.page.setViewportSize({ width, height: 844 });
      expect((await lookAt(visit.page.mainFrame())).faults).toEqual([]);
    }
    await visit.page.setViewportSize({ width: 1280, height: 844 });
    await visit.press(visit.button(choice));
    if (choice === 'held.count') {
      await visit.hear('held.title', 'held.done');
      await until('the grade', () =>
        stack.lms.gradebook().find(({ userId, points }) => userId === fatou && points === scoreOfDone),
      );
    } else {
      await visit.choose(visit.page.getByRole('dialog').getByRole('combobox'), visit.words['reason.trial']);
      await visit.press(visit.button('aside.go'));
      await visit.hear('held.title', 'aside.done');
    }
    await visit.page.getByText(person['held.title']).waitFor({ state: 'hidden' });
    expect(visit.faults).toEqual([]);
    await visit.end();
  });
});
