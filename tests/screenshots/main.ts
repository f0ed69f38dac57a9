/**
 * Draws the pictures that README and docs show, into docs/screenshots: `npm run screenshots`; with names behind `--`
 * only those.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { drawAsk, drawDone, drawPicker } from './connect-pictures.ts';
import { drawGroup, drawPerson, drawReport } from './staff-pictures.ts';
import { drawScene, drawSceneInLms, drawWeek } from './learner-pictures.ts';
import type { Studio } from './studio.ts';

const folder = resolve(import.meta.dirname, '../../docs/screenshots');

type Draw = (studio: Studio) => Promise<Page>;

const pictures: Readonly<Record<string, Draw>> = {
  'scene-1280x800-fr': (studio) =>
    drawScene(studio, { language: 'fr', width: 1280, height: 800, personId: 4 }),
  'scene-390x844-fr': (studio) => drawScene(studio, { language: 'fr', width: 390, height: 844, personId: 5 }),
  'scene-390x844-en': (studio) => drawScene(studio, { language: 'en', width: 390, height: 844, personId: 5 }),
  'frame-969x409-fr': (studio) => drawSceneInLms(studio, { width: 969, height: 409, personId: 6 }),
  'week-1280x800-fr': (studio) => drawWeek(studio, 'fr'),
  'week-1280x800-en': (studio) => drawWeek(studio, 'en'),
  'group-1280x800-fr': (studio) => drawGroup(studio, 'fr'),
  'group-1280x800-en': (studio) => drawGroup(studio, 'en'),
  'person-1280x800-fr': (studio) => drawPerson(studio, 'fr'),
  'person-1280x800-en': (studio) => drawPerson(studio, 'en'),
  'report-390x844-fr': (studio) => drawReport(studio, 'fr'),
  'report-390x844-en': (studio) => drawReport(studio, 'en'),
  'connect-885x1000-fr': (studio) => drawAsk(studio, 'fr'),
  'connect-885x1000-en': (studio) => drawAsk(studio, 'en'),
  'connected-885x1000-fr': (studio) => drawDone(studio, 'fr'),
  'connected-885x1000-en': (studio) => drawDone(studio, 'en'),
  'select-770x580-fr': (studio) => drawPicker(studio, 'fr'),
  'select-770x580-en': (studio) => drawPicker(studio, 'en'),
};

const wanted = process.argv.slice(2);
const stack = await startStack({ forBrowser: true });
const browser = await launchBrowser();
try {
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, draw] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await draw({ stack, browser });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.context().close();
    process.stdout.write(`${name}.png\n`);
  }
} finally {
  await browser.close();
  await stack.close();
}
