/** An activity that sends « fait »: its learner plays the minimum and reads no result; staff read the level. */
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradesEn } from '../../../client/src/i18n/catalogues/grades.en.ts';
import { gradesFr } from '../../../client/src/i18n/catalogues/grades.fr.ts';
import { selectEn } from '../../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../../client/src/i18n/catalogues/select.fr.ts';
import { launchBrowser } from '../../support/browser.ts';
import { scoreOfDone } from '../../support/inbox.ts';
import { openPicker } from '../../support/picker.ts';
import { takePicture } from '../../support/picture.ts';
import { recyclingPath } from '../../support/scene-paths/recycling-path.ts';
import { StaffVisit } from '../../support/staff-visit.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';
import { scenesOfWeek, WeekLearner } from '../../support/week-learner.ts';
import { WeekPerson } from '../../support/week-person.ts';

const words = {
  fr: {
    ...selectFr,
    ...gradesFr,
    course: 2,
    week: 'Première semaine',
    title: 'Semaine du groupe A',
    done: 'Fait',
    comment: 'NUM+ essai 1\u00a0: fait. Le détail est dans NUM+.',
    level: /\(niveau \d sur 4\)|Entre «/u,
  },
  en: {
    ...selectEn,
    ...gradesEn,
    course: 3,
    week: 'First week',
    title: 'Week of group A',
    done: 'Done',
    comment: 'NUM+ attempt 1: done. See the details in NUM+.',
    level: /\(level \d of 4\)|Between “/u,
  },
} as const;
type Language = keyof typeof words;

const fatou = { id: 4, name: 'Fatou Diallo' };
/** What a screen without a result never says. */
const signsOfResult = /\d|niveau|level|\bpoints?\b|score|\bnotes?\b|grade|mesure|measure/i;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ forBrowser: true }), launchBrowser('partitioned')]);
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

function cardIn(page: Page, language: Language): Locator {
  return page.getByRole('listitem').filter({ hasText: words[language].title });
}

/** Adds the week with the picker; returns the activity's id. */
async function addWeek(language: Language, choose: (frame: FrameLocator) => Promise<void>): Promise<number> {
  const text = words[language];
  const { page, frame } = await openPicker({ stack, browser }, language);
  await frame.getByRole('radio', { name: text.week }).check();
  await frame.getByRole('textbox', { name: text['name.label'] }).fill(text.title);
  await choose(frame);
  await frame.getByRole('button', { name: text['go.add'] }).click();
  await frame.getByRole('link').first().waitFor();
  await page.goto(`${stack.lms.publicUrl}/course/${text.course}`);
  const href = await cardIn(page, language).getByRole('link').first().getAttribute('href');
  await page.context().close();
  return Number(/\d+/.exec(href ?? '')?.[0]);
}

/** French: in the picker. English: the preselected measure, changed on the activity's page. */
const ways = {
  fr: () =>
    addWeek('fr', async (frame) => {
      const text = words.fr;
      await frame.getByRole('radio', { name: text['kind.done'], exact: true }).check();
      await frame.getByRole('button', { name: text['go.check'] }).click();
      await frame.getByText(text['summary.done']).waitFor();
    }),
  en: async () => {
    const text = words.en;
    const activityId = await addWeek('en', async (frame) => {
      await frame.getByRole('button', { name: text['go.check'] }).click();
      await frame.getByText(text['summary.measure']).waitFor();
    });
    const visit = await openStaffPage('en', activityId);
    await visit.press(visit.page.getByRole('button', { name: text['card.change'], exact: true }));
    await visit.page.getByRole('radio', { name: text['kind.done.text'] }).check();
    await visit.press(visit.page.getByRole('button', { name: text['card.go'], exact: true }));
    await visit.page.getByText(text['card.done.none']).first().waitFor();
    await visit.end();
    return activityId;
  },
};

function openStaffPage(language: Language, activityId: number): Promise<StaffVisit> {
  return StaffVisit.begin(stack, browser, { language, width: 1280, input: 'mouse', activityId });
}

/** Five scored scenes by the API, then the sixth in a browser; resolves on the end page. */
async function playMinimum(language: Language, activityId: number): Promise<WeekPerson> {
  const learner = new WeekLearner(stack);
  await learner.begin(fatou.id, activityId, language);
  await learner.playScenes(1, scenesOfWeek - 2);
  const context = await browser.newContext({
    viewport: { width: 969, height: 409 },
    reducedMotion: 'reduce',
  });
  const person = new WeekPerson(await context.newPage(), language, 'mouse');
  await person.launch(stack, fatou.id, activityId);
  await person.press(person.shellButton('continue.go'));
  await person.map.waitFor();
  await person.enterScene();
  await person.skipScene();
  await person.backToMap();
  await person.enterScene();
  await recyclingPath.play(person, () => Promise.resolve());
  await person.finishScene();
  await person.backToMap();
  await person.press(person.goOn);
  await person.frame.getByRole('heading', { name: person.say('finished.title') }).waitFor();
  return person;
}

describe.each(['fr', 'en'] as const)('an activity whose gradebook gets « fait » (%s)', (language) => {
  const text = words[language];

  it('tells its learner only that it is done, and its staff the level', async () => {
    const activityId = await ways[language]();
    const person = await playMinimum(language, activityId);
    await takePicture(person.page, 'grade-done-end', language);
    const main = person.frame.locator('main');
    // Whether the attempt can be repeated is asked after the page is there.
    await expect
      .poll(() => main.getByRole('paragraph').allInnerTexts())
      .toEqual([
        person.say('finished.1'),
        person.say('finished.2'),
        person.say('finished.3'),
        person.say('finished.replaces'),
      ]);
    expect(await main.innerText()).not.toMatch(signsOfResult);

    const grade = await until('the grade', () =>
      stack.lms
        .gradebook()
        .find(
          ({ itemLabel, userId, points }) =>
            itemLabel === text.title && userId === fatou.id && points !== null,
        ),
    );
    expect(grade).toMatchObject({
      points: scoreOfDone,
      maximum: 100,
      comment: text.comment,
      // Also if the activity was added with the measure, as in English.
      isReleased: false,
    });

    const { page } = person;
    // Moodle would show 100 out of 100.
    await stack.lms.control({ command: 'setProfile', profile: 'blackboard' });
    await page.goto(`${stack.lms.publicUrl}/course/${text.course}`);
    const card = cardIn(page, language);
    await card.getByText(text.done, { exact: true }).waitFor();
    await card.scrollIntoViewIfNeeded();
    await takePicture(page, 'grade-done-course', language);
    expect(await card.innerText()).not.toMatch(/\/\s*100|niveau|level/i);
    await page.context().close();
    await stack.lms.control({ command: 'setProfile', profile: 'moodle' });

    const visit = await openStaffPage(language, activityId);
    const row = visit.page
      .getByRole('listitem')
      .filter({ has: visit.page.getByRole('heading', { name: fatou.name }) });
    await row.getByText(text.level).first().waitFor();
    await visit.page.getByText(text['card.now'].replace('{kind}', text['kind.done'])).waitFor();
    expect(visit.faults).toEqual([]);
    await visit.end();
  });
});
