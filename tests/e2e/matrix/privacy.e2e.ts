/** The scene about privacy: from launch to statements, by each input. */
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { frameSize, giveFrame } from '../../support/low-frame.ts';
import { readOutcome, withoutFullScore } from '../../support/outcome.ts';
import { listComplaints } from '../../support/page-complaints.ts';
import { takePicture } from '../../support/picture.ts';
import { privacyPath } from '../../support/scene-paths/privacy-path.ts';
import { addSceneActivity, playScene } from '../../support/scene-paths/scene-path.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const { scenario } = privacyPath;
let folder: ContentFolder;
let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.keepOneVariant(scenario);
  await folder.measure(scenario);
  stack = await startStack({ forBrowser: true, env: { CONTENT_DIR: folder.directory } });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
  await folder.remove();
});
const accessibility = resolve(import.meta.dirname, '../../golden/accessibility');

describe('the scene about privacy', () => {
  it.each([
    { language: 'fr', input: 'mouse', width: 1280, height: 800, low: false, personId: 4 },
    { language: 'en', input: 'keyboard', width: 969, height: 560, low: true, personId: 5 },
    { language: 'fr', input: 'touch', width: 390, height: 844, low: false, personId: 6 },
    { language: 'en', input: 'touch', width: 320, height: 700, low: false, personId: 7 },
  ] as const)('is played by $input in $language at $width × $height px', async (each) => {
    const { language, input, width, height, low, personId } = each;
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: input === 'touch',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complaints = listComplaints(page);
    const person = new BrowserPerson(page, language, input);
    const activityId = await addSceneActivity(stack, scenario, { id: 1200 + personId, language });
    const findings: string[] = [];
    const see = async (screen: string): Promise<void> => {
      if (low && screen === 'home') await giveFrame(page, frameSize);
      findings.push(...(await findViolations(page)).map((line) => `${screen} ${line}`));
      const overflow = await person.sidewaysOverflow();
      if (overflow > 0) findings.push(`${screen} is ${String(overflow)} px wider than its window`);
      await takePicture(page, `s12-${screen}`, `${language}-${String(width)}`);
      if (input !== 'mouse') return;
      const tree = await person.frame.locator('.screen[role="region"]').ariaSnapshot();
      await expect(`${tree}\n`).toMatchFileSnapshot(resolve(accessibility, `${scenario}-${screen}-fr.txt`));
    };
    await playScene(privacyPath, person, { stack, personId, activityId, see });
    const outcome = await readOutcome(stack, personId, activityId);
    expect(withoutFullScore(outcome)).toEqual([]);
    expect(outcome.faults).toEqual([]);
    expect(complaints).toEqual([]);
    expect(findings).toEqual([]);
    await context.close();
  });
});
