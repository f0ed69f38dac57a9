import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { type Input } from '../../support/browser-person.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { type FrameStorage, launchBrowser } from '../../support/browser.ts';
import { wholeSceneVerbs, scoreOfDone } from '../../support/inbox.ts';
import { readOutcome } from '../../support/outcome.ts';
import { listComplaints } from '../../support/page-complaints.ts';
import { takePicture } from '../../support/picture.ts';
import { startStack, type Stack } from '../../support/stack.ts';

interface Case {
  readonly language: 'fr' | 'en';
  readonly input: Input;
  readonly width: number;
  readonly height: number;
  readonly storage: FrameStorage;
  readonly personId: number;
}

/** Each input in both languages, and each width, in both kinds of storage. */
const cases: readonly Case[] = [
  { language: 'fr', input: 'mouse', width: 1280, height: 800, storage: 'partitioned', personId: 4 },
  { language: 'en', input: 'mouse', width: 1280, height: 800, storage: 'throws', personId: 4 },
  { language: 'fr', input: 'keyboard', width: 1280, height: 800, storage: 'throws', personId: 5 },
  { language: 'fr', input: 'touch', width: 390, height: 844, storage: 'throws', personId: 6 },
  { language: 'en', input: 'touch', width: 390, height: 844, storage: 'partitioned', personId: 6 },
  { language: 'en', input: 'keyboard', width: 320, height: 700, storage: 'throws', personId: 7 },
];

let stack: Stack;
const browsers = new Map<FrameStorage, Browser>();
beforeAll(async () => {
  stack = await startStack({ forBrowser: true });
  for (const storage of ['partitioned', 'throws'] as const)
    browsers.set(storage, await launchBrowser(storage));
});
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
  await stack.close();
});

/** Adds what axe finds in a screen, and whether it is wider than its window. */
async function look(player: BrowserPlayer, screen: string, each: Case, findings: string[]): Promise<void> {
  findings.push(...(await findViolations(player.page)).map((line) => `${screen} ${line}`));
  const overflow = await player.sidewaysOverflow();
  if (overflow > 0) findings.push(`${screen} is ${overflow} px wider than its window`);
  await takePicture(player.page, screen, each.language);
}

describe('the inbox scene', () => {
  it.each(cases)('is played by $input in $language at $width px when storage is $storage', async (each) => {
    const browser = browsers.get(each.storage);
    if (browser === undefined) throw new Error('no browser');
    const context = await browser.newContext({
      viewport: { width: each.width, height: each.height },
      hasTouch: each.input === 'touch',
      reducedMotion: 'reduce',
    });
    const player = new BrowserPlayer(await context.newPage(), each.language, each.input);
    const complaints = listComplaints(player.page);
    const findings: string[] = [];
    const see = (screen: string): Promise<void> => look(player, screen, each, findings);
    await player.launch(stack, each.personId);
    await player.button('notice.accept').waitFor();
    expect(await player.readBrowserRules()).toEqual({ plainCookies: false, storage: each.storage });
    await see('notice');
    await player.press(player.button('notice.accept'));
    await player.button('welcome.go').waitFor();
    await see('welcome');
    await player.press(player.button('welcome.go'));
    await player.button('introduction.next').waitFor();
    await see('introduction');
    await player.hearIntroduction();
    await player.openQuestion();
    await player.button('action.reply').waitFor();
    await see('scene');
    await player.answer();
    await player.keepAttachment();
    await see('saved');
    await player.finishScene();
    await player.button('end.next').waitFor();
    await see('scene-end');
    await player.leaveScene();
    await see('finished');
    const outcome = await readOutcome(stack, each.personId, each.language === 'fr' ? 2 : 3);
    expect(outcome.points).toBe(scoreOfDone);
    expect(outcome.faults).toEqual([]);
    expect(outcome.verbs).toEqual(wholeSceneVerbs);
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the pages around the tool', () => {
  it('show grade and comment to the teacher, and statements to everyone on this machine', async () => {
    const browser = browsers.get('partitioned');
    if (browser === undefined) throw new Error('no browser');
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await context.addCookies([{ name: 'bouleaux_person', value: '3', url: stack.lms.publicUrl }]);
    await page.goto(`${stack.lms.publicUrl}/course/2/grades`);
    const row = page.locator('[data-user="4"][data-item="2"]');
    expect(await row.getAttribute('data-grade')).toBe(String(scoreOfDone));
    expect(await row.locator('.comment').textContent()).toContain('NUM+ essai 1');
    await takePicture(page, 'gradebook', 'fr');
    await page.goto(`${stack.lms.publicUrl}/activity/2`);
    const activity = page.frameLocator('#contentframe');
    await activity.getByRole('heading', { level: 1 }).waitFor();
    await activity.getByText('Note transmise au carnet').first().waitFor();
    await takePicture(page, 'activity', 'fr');
    await page.goto(`${stack.lms.publicUrl}/course/2/grades`);
    await page
      .getByRole('link', { name: /^Analyse de la note/ })
      .first()
      .click();
    await activity.getByRole('heading', { level: 2 }).first().waitFor();
    await takePicture(page, 'review', 'fr');
    await page.goto(stack.store.url);
    await takePicture(page, 'record-store', 'fr');
    await context.close();
  });
});
