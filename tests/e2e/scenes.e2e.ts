import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserPerson } from '../support/browser-person.ts';
import { launchBrowser } from '../support/browser.ts';
import { ContentFolder } from '../support/content-folder.ts';
import { scoreOfDone } from '../support/inbox.ts';
import { readOutcome, withoutFullScore } from '../support/outcome.ts';
import { listComplaints } from '../support/page-complaints.ts';
import { addSceneActivity, playScene } from '../support/scene-paths/scene-path.ts';
import { scenePaths } from '../support/scene-paths/scene-paths.ts';
import { startStack, type Stack } from '../support/stack.ts';

let folder: ContentFolder;
let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  folder = await ContentFolder.create();
  for (const { scenario } of scenePaths) await folder.keepOneVariant(scenario);
  stack = await startStack({ forBrowser: true, env: { CONTENT_DIR: folder.directory } });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
  await folder.remove();
});

const accessibility = resolve(import.meta.dirname, '../golden/accessibility');

/**
 * What a screen reader gets of the simulated screen: names, roles, states and order, stored as text that people review.
 * `vitest -u` writes it anew, deliberately.
 */
async function expectTree(person: BrowserPerson, name: string): Promise<void> {
  const tree = await person.frame.locator('.screen[role="region"]').ariaSnapshot();
  // Dates of birth follow the year in which the test runs.
  const stable = tree.replaceAll(/\b19\d\d\b/g, '19..');
  await expect(`${stable}\n`).toMatchFileSnapshot(resolve(accessibility, `${name}.txt`));
}

describe('each scene by itself, in a frame of the course page with third-party cookies blocked,', () => {
  it.each(scenePaths.map((path, index) => ({ path, scenario: path.scenario, index })))(
    '$scenario leads from launch to grade and statements, by mouse, in French',
    async ({ path, scenario, index }) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const complaints = listComplaints(page);
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.postData() ?? ''));
      // The welcome changes the text size, which stays with its person.
      const personId = index === 0 ? 5 : 4;
      const id = await addSceneActivity(stack, scenario, { id: 1001 + index, language: 'fr' });
      const person = new BrowserPerson(page, 'fr', 'mouse');
      const stored: string[] = [];
      const see = async (screen: string): Promise<void> => {
        stored.push((await person.readBrowserStorage()).text);
        await expectTree(person, `${scenario}-${screen}-fr`);
      };
      await playScene(path, person, { stack, personId, activityId: id, see });
      const outcome = await readOutcome(stack, personId, id, path.isScored);
      expect(outcome.points).toBe(path.isScored === false ? null : scoreOfDone);
      if (path.isScored !== false) expect(withoutFullScore(outcome)).toEqual([]);
      expect(outcome.faults).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await person.readBrowserRules()).toEqual({ plainCookies: false, storage: 'partitioned' });
      expect(sent.join('')).toContain('"app"');
      expect(stored.length).toBeGreaterThan(0);
      if (path.secret !== undefined) {
        const everywhere = [...sent, ...stored, JSON.stringify(outcome.statements)].join('\n');
        expect(everywhere).not.toContain(path.secret);
      }
      await context.close();
    },
  );
});
