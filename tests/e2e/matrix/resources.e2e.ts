/** The page of resources as staff see it, before and after the organisation's own list is loaded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { resourcesEn } from '../../../client/src/i18n/catalogues/resources.en.ts';
import { resourcesFr } from '../../../client/src/i18n/catalogues/resources.fr.ts';
import { levelsFr } from '../../../client/src/i18n/catalogues/levels.fr.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { launch } from '../../support/api-learner.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';

const words = { fr: resourcesFr, en: resourcesEn };
const teacherId = 3;
/** Of a long page a picture shows the beginning. */
const keptHeight = 1_600;

const stack = setUpBrowserStack();

/** Opens the resources from the staff page by keyboard. */
async function openResources(language: 'fr' | 'en', width: number): Promise<Page> {
  const context = await stack.browser.newContext({ viewport: { width, height: width > 500 ? 900 : 844 } });
  const page = await context.newPage();
  const address = await launch(stack, teacherId, '/mod/lti/launch.php?id=2');
  await page.goto(address.href);
  await page.getByRole('button', { name: resourcesFr['link.go'] }).waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: words[language]['link.go'] }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words[language]['change.title'] }).waitFor();
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  const language = (await page.locator('html').getAttribute('lang'))?.slice(0, 2) ?? '';
  await takePicture(page, name, language, {
    fullPage: true,
    clip: { x: 0, y: 0, width, height: keptHeight },
  });
}

describe.each([
  { language: 'fr', width: 1280 },
  { language: 'fr', width: 390 },
  { language: 'en', width: 1280 },
  { language: 'en', width: 390 },
] as const)('the starter set in $language at $width px', ({ language, width }) => {
  it('is whole, is read by keyboard, marks links that open a new tab, and leads back', async () => {
    const page = await openResources(language, width);
    await page.getByText(words[language]['source.starter']).waitFor();
    await page.getByText(words[language]['check.none']).waitFor();
    const links = await page.getByRole('main').getByRole('link').allInnerTexts();
    expect(links.length).toBeGreaterThanOrEqual(6);
    expect(links.filter((text) => !/nouvel onglet\)$|new tab\)$/.test(text))).toEqual([]);
    expect(await findPageViolations(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    await keep(page, 'resources');
    await page.getByRole('button', { name: words[language].back }).press('Enter');
    await page.getByRole('button', { name: words[language]['link.go'] }).waitFor();
    await page.context().close();
  });
});

const list = `formatVersion: 1
resources:
  - id: tuesday
    dimension: OUT
    levels: { from: 1, to: 2 }
    kind: workshop
    title: { fr: L’atelier du mardi, en: The Tuesday workshop }
    text: { fr: Demandez à ranger de vrais fichiers., en: Demandez à ranger de vrais fichiers. }
    place: { fr: Au local 12, en: In room 12 }
`;

describe('a list of the organisation’s own', () => {
  it('is shown once it is loaded, with sentences on what it lacks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'numplus-resources-'));
    const file = join(folder, 'list.yaml');
    writeFileSync(file, list);
    const loaded = await stack.tool.run('resources', 'load', file);
    rmSync(folder, { recursive: true });
    expect(loaded.code).toBe(0);
    const page = await openResources('fr', 390);
    await page.getByText(resourcesFr['source.own']).waitFor();
    const found = page.getByRole('region', { name: resourcesFr['check.title'] });
    await found.getByText(`${levelsFr['dimension.OUT']}\u00a0: rien pour les niveaux 3, 4.`).waitFor();
    await found.getByText('L’atelier du mardi\u00a0: les mêmes mots en français et en anglais.').waitFor();
    await page.getByText('Au local 12.').waitFor();
    expect(await findPageViolations(page)).toEqual([]);
    await keep(page, 'resources-own');
    await page.context().close();
  });
});
