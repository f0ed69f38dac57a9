/** A record store refuses its key until the outbox is full: what teacher and learner see, and that it passes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teachEn } from '../../../client/src/i18n/catalogues/teach.en.ts';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { launchBrowser } from '../../support/browser.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { takePicture } from '../../support/picture.ts';

const stuck = { fr: teachFr['activity.stuck'], en: teachEn['activity.stuck'] };
const teacherId = 3;
const limit = 1_000;
/** Longer than the outbox count is cached. */
const freshAfterMs = 6_000;

interface Case {
  readonly language: 'fr' | 'en';
  readonly width: number;
  readonly height: number;
  readonly personId: number;
}

let bench: DeliveryBench;
let browser: Browser;
beforeAll(async () => {
  // Launches need the real time: ltijs has its own clock.
  bench = await DeliveryBench.start(Date.now(), { OUTBOX_LIMIT: String(limit) });
  browser = await launchBrowser('partitioned');
});
afterAll(async () => {
  await browser.close();
  await bench.close();
});

async function open({ language, width, height }: Case, personId: number): Promise<BrowserPlayer> {
  const isNarrow = width < 600;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: isNarrow,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const player = new BrowserPlayer(await context.newPage(), language, isNarrow ? 'touch' : 'mouse');
  await player.launch(bench, personId);
  return player;
}

async function beginAnswer(each: Case): Promise<BrowserPlayer> {
  const player = await open(each, each.personId);
  await player.acceptNotice();
  await player.hearIntroduction();
  await player.openQuestion();
  await player.press(player.button('action.reply'));
  return player;
}

/** Violations that axe finds, and whether the screen is wider than its window. */
async function see(player: BrowserPlayer, screen: string): Promise<string[]> {
  const found = await findViolations(player.page);
  const overflow = await player.sidewaysOverflow();
  await takePicture(player.page, screen, player.language);
  return overflow > 0 ? [...found, `${screen} is ${overflow} px wider than its window`] : found;
}

/** Makes the store refuse its key, which pauses it, and fills the outbox. */
async function breakStore(): Promise<void> {
  bench.store.control.set({ failNext: limit, failStatus: 401 });
  await bench.addAttempt({ statements: Array.from({ length: limit }, () => statementText()) });
  await bench.work();
  bench.wait(freshAfterMs);
}

/** Repairs the store and resumes it, as `lrs resume` does. */
async function mendStore(): Promise<void> {
  bench.store.control.reset();
  const { destinations } = bench.context.storage;
  const [destination] = await destinations.list({ limit: 1 });
  if (destination === undefined) throw new Error('no destination');
  await destinations.update(destination.organisationId, destination.id, {
    status: 'active',
    pausedBecause: '',
    failures: 0,
    notBefore: 0,
  });
  await bench.work();
  bench.wait(freshAfterMs);
}

describe('a paused record store', () => {
  it.each<Case>([
    { language: 'fr', width: 1280, height: 800, personId: 5 },
    { language: 'en', width: 1280, height: 800, personId: 6 },
    { language: 'fr', width: 390, height: 844, personId: 7 },
    { language: 'en', width: 390, height: 844, personId: 8 },
  ])(
    'is shown in $language at $width px: staff read whom to tell, a learner that their work is kept',
    async (each) => {
      const learner = await beginAnswer(each);
      await breakStore();
      await learner.write(learner.word('answer'));
      const banner = learner.frame.getByText(learner.word('banner.full'));
      await banner.waitFor();
      expect(await see(learner, 'backlog')).toEqual([]);

      const teacher = await open(each, teacherId);
      await teacher.frame.getByText(stuck[each.language]).waitFor();
      expect(await see(teacher, 'activity-paused')).toEqual([]);
      await teacher.page.context().close();

      await mendStore();
      await banner.waitFor({ state: 'detached', timeout: 90_000 });
      expect(await learner.textBox.inputValue()).toBe(learner.word('answer'));
      await learner.page.context().close();
    },
  );
});
