/** The picker says what the gradebook gets and who sees it; a learner then reads « fait » on the course page, not a number. */
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gradesEn } from '../../../client/src/i18n/catalogues/grades.en.ts';
import { gradesFr } from '../../../client/src/i18n/catalogues/grades.fr.ts';
import { selectEn } from '../../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../../client/src/i18n/catalogues/select.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { actAs } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { done, rightWay, scoreOfDone } from '../../support/inbox.ts';
import { openPicker } from '../../support/picker.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

const words = {
  fr: { ...selectFr, ...gradesFr, week: 'Première semaine', course: 2, done: 'Fait' },
  en: { ...selectEn, ...gradesEn, week: 'First week', course: 3, done: 'Done' },
} as const;
const learnerId = 4;

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ forBrowser: true }), launchBrowser()]);
});
afterEach(async () => {
  await stack.lms.control({ command: 'setProfile', profile: 'moodle' });
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/** The picker, in the context that ends with the test. */
async function open(language: 'fr' | 'en'): Promise<{ page: Page; frame: FrameLocator }> {
  const picker = await openPicker({ stack, browser }, language);
  context = picker.page.context();
  return picker;
}

describe.each(['fr', 'en'] as const)('a teacher who chooses what the gradebook gets (%s)', (language) => {
  const text = words[language];

  it('reads beside each choice what a learner sees, and in a short activity why there is none', async () => {
    const { page, frame } = await open(language);
    await frame
      .getByText(/«\u00a0fait\u00a0»|“done”/)
      .first()
      .waitFor();
    const group = frame.getByRole('group', { name: text['kind.legend'] });
    expect(await group.count()).toBe(0);
    await frame.getByRole('radio', { name: text.week }).check();
    await group.waitFor();
    for (const kind of ['measure', 'level', 'done'] as const) {
      await group.getByText(text[`shown.no.${kind}`].replace('{lms}', text['shown.course'])).waitFor();
    }
    expect(await group.getByRole('radio', { name: text['kind.measure'] }).isChecked()).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await group.getByRole('radio', { name: text['kind.level'], exact: true }).check();
    await frame.getByRole('button', { name: text['go.check'] }).click();
    await frame.getByText(text['summary.level']).waitFor();
  });

  it('adds a short activity; its learner reads « fait » on the course page', async () => {
    const title = `Court ${language}`;
    const { page, frame } = await open(language);
    await frame.getByRole('textbox', { name: text['name.label'] }).fill(title);
    await frame.getByRole('button', { name: text['go.check'] }).click();
    await frame.getByText(text['summary.done']).waitFor();
    await frame.getByRole('button', { name: text['go.add'] }).click();
    await page.frameLocator('#contentframe').getByRole('link').first().waitFor();
    await page.goto(`${stack.lms.publicUrl}/course/${text.course}`);
    const card = page.getByRole('listitem').filter({ hasText: title });
    const href = await card.getByRole('link').first().getAttribute('href');
    const learner = new ApiLearner({
      lms: { publicUrl: `http://127.0.0.1:${stack.lms.port}` },
      tool: stack.tool,
    });
    const scene = await learner.begin(learnerId, Number(/\d+/.exec(href ?? '')?.[0]));
    await learner.act(...rightWay(scene), done);
    await until('the grade', () =>
      stack.lms.gradebook().find(({ itemLabel, points }) => itemLabel === title && points === scoreOfDone),
    );
    // Moodle would show the number.
    await stack.lms.control({ command: 'setProfile', profile: 'blackboard' });
    await actAs(context, stack, learnerId);
    await page.reload();
    await card.getByText(text.done, { exact: true }).waitFor();
    expect(await card.textContent()).not.toMatch(/100\s*\/\s*100/);
  });
});
