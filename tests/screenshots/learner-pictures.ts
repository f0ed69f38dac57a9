/** What a learner sees: a scene, the same in the frame of an LMS, and the map of the week. */
import type { BrowserContext, Page } from 'playwright-core';
import { BrowserPlayer } from '../support/browser-player.ts';
import { addWeekActivity } from '../support/scene-paths/scene-path.ts';
import { WeekPerson } from '../support/week-person.ts';
import type { Studio } from './studio.ts';

interface Look {
  readonly language: 'fr' | 'en';
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

function openContext({ browser }: Studio, width: number, height: number): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' });
}

/** The question of the inbox scene, open. */
export async function drawScene(studio: Studio, { language, width, height, personId }: Look): Promise<Page> {
  const context = await openContext(studio, width, height);
  const player = new BrowserPlayer(await context.newPage(), language, 'mouse');
  await player.launch(studio.stack, personId);
  await player.acceptNotice();
  await player.hearIntroduction();
  await player.openQuestion();
  await player.button('action.reply').waitFor();
  return player.page;
}

/** The same in a course page whose frame has this size, as on a common laptop. */
export async function drawSceneInLms(
  studio: Studio,
  { width, height, personId }: Omit<Look, 'language'>,
): Promise<Page> {
  const page = await drawScene(studio, { language: 'fr', width, height: 600, personId });
  const frame = await page.locator('#contentframe').boundingBox();
  if (frame === null) throw new Error('the course page has no frame');
  await page.setViewportSize({ width, height: Math.round(600 - frame.height + height) });
  return page;
}

/** The map of the first week, before its first scene. */
export async function drawWeek(studio: Studio, language: 'fr' | 'en'): Promise<Page> {
  const activityId = await addWeekActivity(studio.stack, { id: language === 'fr' ? 1001 : 1002, language });
  const context = await openContext(studio, 1280, 800);
  const person = new WeekPerson(await context.newPage(), language, 'mouse');
  await person.launch(studio.stack, 7, activityId);
  await person.acceptNotice();
  await person.map.waitFor();
  return person.page;
}
