/** Connecting an LMS and adding an activity, in the width of Moodle's frames. */
import type { Page } from 'playwright-core';
import { selectEn } from '../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../client/src/i18n/catalogues/select.fr.ts';
import { launch } from '../support/api-learner.ts';
import { toLoopback } from '../../server/cli/demo-players/launch.ts';
import type { Studio } from './studio.ts';

const words = { fr: selectFr, en: selectEn };
const administrator = { cookie: 'bouleaux_person=2' };
const teacherId = 3;
const courseId = 2;

/** The page that asks, as "Add LTI Advantage" opens it. */
export async function drawAsk({ stack, browser }: Studio, language: 'fr' | 'en'): Promise<Page> {
  const host = new URL(stack.lms.publicUrl).host;
  const invite = ['platform', 'invite', '--name', 'Moodle', '--host', host, '--approve', '--json'];
  const { stdout } = await stack.tool.run(...invite);
  const [{ registrationUrl }] = JSON.parse(stdout) as [{ registrationUrl: string }];
  const adding = await fetch(toLoopback(`${stack.lms.publicUrl}/admin/tools/add`), {
    method: 'POST',
    headers: administrator,
    body: new URLSearchParams({ url: registrationUrl }),
  });
  const source = /<iframe[^>]*\ssrc="([^"]+)"/.exec(await adding.text())?.[1] ?? '';
  const page = await newFrame(browser, { width: 885, height: 1000 });
  await page.goto(`${source.replaceAll('&amp;', '&')}&language=${language}`);
  await page.locator('button.main').waitFor();
  await page.evaluate(`document.querySelector('dd strong').textContent = 'moodle.example.org'`);
  return page;
}

export async function drawDone(studio: Studio, language: 'fr' | 'en'): Promise<Page> {
  const page = await drawAsk(studio, language);
  await page.locator('button.main').click();
  await page.locator('#close').waitFor();
  return page;
}

export async function drawPicker({ stack, browser }: Studio, language: 'fr' | 'en'): Promise<Page> {
  const page = await newFrame(browser, { width: 770, height: 580 });
  const path = `/mod/lti/contentitem.php?course=${String(courseId)}`;
  await page.goto((await launch(stack, teacherId, path)).href);
  await page.getByRole('heading', { name: words.fr['title.first'] }).waitFor();
  if (language === 'en') {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: words.en['title.first'] }).waitFor();
  }
  return page;
}

async function newFrame(
  browser: Studio['browser'],
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  return (await browser.newContext({ viewport, colorScheme: 'light' })).newPage();
}
