import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPerson, type Input } from '../../support/browser-person.ts';
import { launchBrowser } from '../../support/browser.ts';
import { scoreOfScene } from '../../support/scene-score.ts';
import { readOutcome } from '../../support/outcome.ts';
import { takePicture } from '../../support/picture.ts';
import { addSceneActivity, playScene } from '../../support/scene-paths/scene-path.ts';
import { scenePaths } from '../../support/scene-paths/scene-paths.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const accessibility = resolve(import.meta.dirname, '../../golden/accessibility');

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

const cases: readonly Case[] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, personId: 4 },
  { language: 'en', input: 'keyboard', width: 1280, height: 800, personId: 5 },
  { language: 'en', input: 'touch', width: 390, height: 844, personId: 6 },
  { language: 'fr', input: 'touch', width: 320, height: 700, personId: 7 },
];

/** The inbox scene has a matrix of its own, with every kind of storage; here only its tree is looked at. */
function casesOf(scenario: string): readonly Case[] {
  if (scenario !== 's02-inbox') return cases;
  return cases.slice(0, 1);
}

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await stack.close();
});

/**
 * What a screen reader is told about the simulated screen: names, roles, states and order, kept as text that people
 * review (tests/golden/accessibility). `vitest -u` writes it anew, deliberately.
 */
async function expectTree(person: BrowserPerson, name: string): Promise<void> {
  const tree = await person.frame.locator('.screen[role="region"]').ariaSnapshot();
  await expect(`${tree}\n`).toMatchFileSnapshot(join(accessibility, `${name}.txt`));
}

describe.each(scenePaths.map((path, index) => ({ path, scenario: path.scenario, index })))(
  '$scenario',
  ({ path, scenario, index }) => {
    it.each(casesOf(scenario))('is played by $input in $language at $width px', async (each) => {
      const { language, input, width, height, personId } = each;
      const id = await addSceneActivity(stack, scenario, { id: 1000 + index * 10 + personId, language });
      const context = await browser.newContext({
        viewport: { width, height },
        hasTouch: input === 'touch',
        reducedMotion: 'reduce',
      });
      const person = new BrowserPerson(await context.newPage(), language, input);
      const findings: string[] = [];
      const see = async (screen: string): Promise<void> => {
        findings.push(...(await findViolations(person.page)).map((line) => `${screen} ${line}`));
        const overflow = await person.sidewaysOverflow();
        if (input === 'mouse') await expectTree(person, `${scenario}-${screen}-${language}`);
        const blank = await person.blankBelow();
        if (blank > 0) findings.push(`${screen} goes on for ${blank} px below its content`);
        if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
        await takePicture(person.page, `${scenario}-${screen}`, language);
      };
      await playScene(path, person, { stack, personId, activityId: id, see });
      const outcome = await readOutcome(stack, personId, id, path.isScored);
      expect(outcome.points).toBe(path.isScored === false ? null : scoreOfScene(scenario));
      expect(outcome.faults).toEqual([]);
      expect(findings).toEqual([]);
      await context.close();
    });
  },
);
