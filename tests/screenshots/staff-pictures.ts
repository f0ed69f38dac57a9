/** What a counsellor sees, with recorded levels of sixteen scenes, and the report that a learner takes along. */
import type { Page } from 'playwright-core';
import { personEn } from '../../client/src/i18n/catalogues/person.en.ts';
import { personFr } from '../../client/src/i18n/catalogues/person.fr.ts';
import { teachEn } from '../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../client/src/i18n/catalogues/teach.fr.ts';
import { launch } from '../support/api-learner.ts';
import { BrowserPerson } from '../support/browser-person.ts';
import { withRecordedLevels, withRecordedScenes } from '../support/counsellor-samples.ts';
import { playWeek } from '../support/report-players.ts';
import { rewriteAnswers } from '../support/rewrite-answer.ts';
import { addWeekActivity } from '../support/scene-paths/scene-path.ts';
import type { Studio } from './studio.ts';

const words = { fr: { ...personFr, ...teachFr }, en: { ...personEn, ...teachEn } };
const teacherId = 3;
/** The activity of the French course that the pictures of scenes were played in. */
const playedActivity = 2;
const learner = 'Fatou Diallo';

export async function drawGroup({ stack, browser }: Studio, language: 'fr' | 'en'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const page = await context.newPage();
  await rewriteAnswers(page, '**/api/activity', withRecordedLevels);
  await rewriteAnswers(page, '**/api/review/*', withRecordedScenes);
  const address = await launch(stack, teacherId, `/mod/lti/launch.php?id=${String(playedActivity)}`);
  await page.goto(address.href);
  await page.getByText(learner).first().waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  // Exactly: the hidden choice of a filter begins with the same words.
  await page.getByText(words[language]['flag.review'], { exact: true }).first().waitFor();
  return page;
}

export async function drawPerson(studio: Studio, language: 'fr' | 'en'): Promise<Page> {
  const page = await drawGroup(studio, language);
  await page.getByRole('button', { name: `${words[language].review} (${learner})` }).press('Enter');
  await page.getByRole('heading', { name: words[language]['guide.title'] }).waitFor();
  return page;
}

export async function drawReport({ stack, browser }: Studio, language: 'fr' | 'en'): Promise<Page> {
  const personId = 8;
  const activityId = await addWeekActivity(stack, { id: language === 'fr' ? 1101 : 1102, language });
  await playWeek(stack, { personId, activityId, count: 6, language }, () => 'right');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'light' });
  const person = new BrowserPerson(await context.newPage(), language, 'mouse');
  await person.launch(stack, personId, activityId);
  await person.press(person.shellButton('finished.report'));
  await person.frame.getByRole('heading', { level: 2 }).first().waitFor();
  return person.page;
}
