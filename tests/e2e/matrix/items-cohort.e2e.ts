/** The item report with 320 people: the figures of `export items`, in two widths and both languages, and on paper. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsEn } from '../../../client/src/i18n/catalogues/items.en.ts';
import { itemsFr } from '../../../client/src/i18n/catalogues/items.fr.ts';
import { findPageViolations } from '../../support/accessibility.ts';
import { launch } from '../../support/api-learner.ts';
import { launchBrowser } from '../../support/browser.ts';
import { startCohortStack } from '../../support/cohort-activity.ts';
import { takeOwnFont } from '../../support/own-font.ts';
import { countPages } from '../../support/pdf.ts';
import { takePicture } from '../../support/picture.ts';
import { readCsv } from '../../support/read-csv.ts';
import type { Stack } from '../../support/stack.ts';

const words = { fr: itemsFr, en: itemsEn };
const teacherId = 3;
const persons = 320;
/** The page hides smaller groups; the files have them. */
const smallestShown = 10;
/** Of a long page a picture shows the beginning. */
const keptHeight = 2_000;

let stack: Stack;
let closeStack: () => Promise<void>;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  ({ stack, close: closeStack } = await startCohortStack(persons));
  browser = await launchBrowser('partitioned');
  folder = mkdtempSync(join(tmpdir(), 'numplus-items-'));
  const everybody = ['--purpose', 'operational', '--reason', 'a test'];
  const { code, stderr } = await stack.tool.run(
    'export',
    'items',
    ...everybody,
    '--out',
    join(folder, 'out'),
  );
  if (code !== 0) throw new Error(stderr);
});
afterAll(async () => {
  await browser.close();
  await closeStack();
  rmSync(folder, { recursive: true });
});

/** A table written by the command. */
function exported(name: 'items' | 'dif' | 'wright'): Record<string, string>[] {
  return readCsv(readFileSync(join(folder, 'out', `${name}.csv`), 'utf8'));
}

/** Opens the report from the staff page by keyboard. */
async function openReport(
  language: 'fr' | 'en',
  width: number,
  font: 'ours' | 'device' = 'ours',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width > 500 ? 900 : 844 } });
  if (font === 'device') await context.route('**/*.woff2', (route) => route.abort());
  const page = await context.newPage();
  const address = await launch(stack, teacherId, '/mod/lti/launch.php?id=2');
  await page.goto(address.href);
  await page.getByRole('button', { name: itemsFr['link.go'] }).waitFor();
  if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: words[language]['link.go'] }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words[language]['dif.title'] }).waitFor();
  return page;
}

/** The texts of a table's cells, row by row. */
async function cellsOf(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())),
  );
}

/** Parses an English figure; null for a dash. */
function toNumber(text: string | undefined): number | null {
  const digits = (text ?? '').replaceAll(/[,\s<]/g, '').replace('−', '-');
  return digits === '–' ? null : Number.parseFloat(digits);
}

/** Whether a figure of the page equals one of a file, at the page's precision. */
function isShown(text: string | undefined, value: string | undefined, digits = 2): boolean {
  const shown = toNumber(text);
  return shown !== null && Math.abs(shown - Number(value)) <= 0.51 * 10 ** -digits;
}

describe('the figures on the page', () => {
  it('are those that `export items` writes of the same people', async () => {
    const page = await openReport('en', 1280);
    const table = (name: string): Locator => page.getByRole('table', { name });
    const items = new Map(exported('items').map((row) => [row.item ?? '', row]));
    const shown = await cellsOf(table(itemsEn['items.caption']));
    expect(shown).toHaveLength(15);
    const judged = shown.filter(([, count]) => count !== itemsEn.none);
    for (const [named = '', count, shares = '', mean, ordered, fit = '', rest] of judged) {
      // The title of the scene follows below the name.
      const own = items.get(named.split('\n')[0] ?? '');
      expect(count).toBe(own?.persons);
      for (const [, points = '', share] of shares.matchAll(/(\d): (\d+)%/g)) {
        expect(isShown(share, String(100 * Number(own?.[`p_${points}`])), 0)).toBe(true);
      }
      expect(isShown(mean, own?.mean_points)).toBe(true);
      expect(ordered === itemsEn['items.ordered.yes']).toBe(own?.ordered === '1');
      const [infit, outfit] = fit.split(' · ');
      expect([isShown(infit, own?.infit), isShown(outfit, own?.outfit)]).toEqual([true, true]);
      expect(fit.includes(itemsEn['items.misfit'])).toBe(own?.misfit === '1');
      const isRestShown = Number(own?.item_rest_persons) >= smallestShown;
      expect(isRestShown ? isShown(rest, own?.item_rest) : rest === itemsEn.none).toBe(true);
    }
    for (const by of ['language', 'input', 'read-aloud'] as const) {
      const rows = exported('dif').filter(
        ({ comparison, size, n_reference: one, n_focal: other }) =>
          comparison === by && size !== 'NA' && Math.min(Number(one), Number(other)) >= smallestShown,
      );
      const compared = await cellsOf(table(itemsEn[`dif.${by}`]));
      expect(compared.map(([name]) => name)).toEqual(rows.map(({ item }) => item));
      for (const [index, [, size, p, kind]] of compared.entries()) {
        expect(isShown(size, rows[index]?.size)).toBe(true);
        expect(p?.startsWith('<') === true || isShown(p, rows[index]?.p, 3)).toBe(true);
        expect(p?.startsWith('<')).toBe(Number(rows[index]?.p) < 0.0005);
        expect(kind).toBe(rows[index]?.class === 'NA' ? itemsEn.none : rows[index]?.class);
      }
    }
    const bins = exported('wright').filter(({ kind }) => kind === 'persons');
    const map = await cellsOf(table(itemsEn['wright.caption']));
    for (const [people, range = '', count] of map) {
      const [from = ''] = range.split(' to ');
      const bin = bins.find((row) => Number(row.from) === toNumber(from));
      if (people !== itemsEn.none) expect(people).toBe(bin?.persons);
      const steps = exported('wright').filter(
        ({ kind, from: location, item }) =>
          kind === 'step' &&
          items.get(item ?? '')?.persons !== '0' &&
          Math.floor(2 * Number(location)) / 2 === Number(bin?.from),
      );
      expect(count).toBe(String(steps.length));
    }
    expect(map.length).toBeGreaterThan(6);
    await page.context().close();
  });
});

describe.each([
  { language: 'fr', width: 1280, font: 'ours' },
  { language: 'fr', width: 390, font: 'ours' },
  { language: 'en', width: 1280, font: 'ours' },
  { language: 'en', width: 390, font: 'ours' },
  // A slow line keeps the device's own font, which may be wider.
  { language: 'fr', width: 390, font: 'device' },
  { language: 'fr', width: 320, font: 'device' },
  { language: 'en', width: 320, font: 'device' },
] as const)('in $language at $width px in the font of $font', ({ language, width, font }) => {
  it('it is read by keyboard, with no violation that axe finds, and nothing overflows sideways', async () => {
    const page = await openReport(language, width, font);
    if (font === 'ours') await page.evaluate(takeOwnFont);
    const clip = { x: 0, y: 0, width, height: keptHeight };
    await takePicture(page, 'items', language, { fullPage: true, clip });
    const map = page.getByRole('region', { name: words[language]['wright.title'] });
    await map.waitFor();
    await takePicture(map, 'items-map', language);
    expect(await findPageViolations(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    await page.getByRole('button', { name: words[language].back }).press('Enter');
    await page.getByRole('button', { name: words[language]['link.go'] }).waitFor();
    await page.context().close();
  });
});

describe('on paper', () => {
  it.each(['fr', 'en'] as const)('the report is whole in %s', async (language) => {
    const page = await openReport(language, 1280);
    const pdf = await page.pdf({ format: 'Letter', tagged: true, preferCSSPageSize: true });
    expect(countPages(pdf)).toBeLessThanOrEqual(5);
    await page.context().close();
  });
});
