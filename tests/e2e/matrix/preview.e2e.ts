/** `scenario play` in a browser: an author plays, writes, and saves what was done. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPageViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';
import { listComplaints } from '../../support/page-complaints.ts';
import { takePicture } from '../../support/picture.ts';
import { type PreviewServer, startPreview } from '../../support/preview-server.ts';

let browser: Browser;
let server: PreviewServer;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'numplus-preview-'));
  cpSync(resolve(import.meta.dirname, '../../../docs/authors/example'), dir, { recursive: true });
  server = await startPreview(join(dir, 'x01-thanks'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string): string => join(dir, 'x01-thanks/v1', name);

it('plays the scene, follows the files and writes a play, in French then in English', async () => {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  const complaints = listComplaints(page);
  await page.goto(`${server.url}/?lang=fr`);
  const game = page.frameLocator('iframe');
  await game.getByRole('button', { name: 'Commencer' }).click();
  await game.getByRole('button', { name: /Ton horaire/ }).click();
  await game.getByRole('button', { name: 'Répondre', exact: true }).click();
  await game.getByRole('button', { name: 'Merci Joyce!' }).click();
  await game.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await page.getByText('e2 · vraie').waitFor();
  expect(await findPageViolations(page)).toEqual([]);
  await takePicture(page, 'preview', 'fr', { fullPage: true });

  // The scene goes on where it was, with the new words.
  writeFileSync(
    file('world.fr.yaml'),
    readFileSync(file('world.fr.yaml'), 'utf8').replace('Remercie Joyce.', 'Dis merci.'),
  );
  await game.getByText('Dis merci.').first().waitFor();
  await page.getByText('e2 · vraie').waitFor();

  await page.getByLabel('Langue de cette page').selectOption('en');
  await page.getByLabel('Language of the scene').selectOption('en');
  await game.getByText('Thank Joyce.').first().waitFor();
  await page.getByLabel('Size').selectOption('phone');
  expect((await page.locator('iframe').boundingBox())?.width).toBeLessThan(400);
  await page.getByLabel('Name').fill('by-heart');
  await page.getByLabel('Who plays so?').fill('Knows it at once.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('It is written in plays.yaml.').waitFor();
  expect(readFileSync(file('plays.yaml'), 'utf8')).toContain('id: by-heart');
  expect(await findPageViolations(page)).toEqual([]);

  writeFileSync(
    file('world.en.yaml'),
    readFileSync(file('world.en.yaml'), 'utf8').replace('Joyce Baptiste', 'Joyce  Baptiste'),
  );
  await page.getByText('Typesetting: no double space, and none at the start or end.').waitFor();
  await takePicture(page, 'preview', 'en', { fullPage: true });
  expect(complaints).toEqual([]);
  await page.close();
});

it.each([
  ['fr', 'Quitter', /rien n’est gardé/],
  ['en', 'Leave', /nothing is saved/],
] as const)(
  'shows the whole frame of a course at 1440 px, and keeps nothing (%s)',
  async (language, quit, gone) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/?lang=${language}`);
    const game = page.frameLocator('iframe');
    await game.getByRole('button', { name: quit }).first().waitFor();
    const stage = `(() => {
    const { scrollWidth, clientWidth } = document.querySelector('.stage');
    const { clientWidth: width, clientHeight: height } = document.querySelector('iframe');
    return { isCut: scrollWidth > clientWidth, width, height };
  })()`;
    expect(await page.evaluate(stage)).toEqual({ isCut: false, width: 969, height: 409 });
    await takePicture(page, 'preview-1440', language);
    await game.getByRole('button', { name: quit }).first().click();
    await game.getByText(gone).waitFor();
    await takePicture(page, 'preview-gone', language);
    await page.close();
  },
);

it('prints every text in both languages, and fits a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of ['/proof?lang=fr', '/?lang=en']) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await findPageViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
  }
  await page.close();
});
