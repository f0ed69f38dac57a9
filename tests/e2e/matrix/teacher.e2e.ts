/** A teacher in the frame of the course page: progress of the group, a trial run and the way back, by mouse and keyboard. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { teachFr } from '../../../client/src/i18n/catalogues/teach.fr.ts';
import { findViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { reloadFrame } from '../../support/reload-frame.ts';
import { until } from '../../support/until.ts';

const teacherId = 3;
const stack = setUpBrowserStack();
let context: BrowserContext;
beforeAll(async () => {
  const world = { lms: { publicUrl: `http://127.0.0.1:${stack.lms.port}` }, tool: stack.tool };
  const finisher = new ApiLearner(world);
  await finisher.act(...rightWay(await finisher.begin(4)), done);
  await new ApiLearner(world).begin(5);
  await until('the grade of the finisher', () =>
    stack.lms.gradebook().find(({ userId, points }) => userId === 4 && points !== null),
  );
});
afterEach(() => context.close());

async function openAsTeacher(size: { width: number; height: number }): Promise<BrowserPlayer> {
  context = await stack.browser.newContext({ viewport: size });
  const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
  await player.launch(stack, teacherId);
  await button(player, 'practice.go').waitFor();
  return player;
}

function button({ frame }: BrowserPlayer, key: keyof typeof teachFr): Locator {
  return frame.getByRole('button', { name: teachFr[key], exact: true });
}

function group({ frame }: BrowserPlayer, name: string): Locator {
  return frame.getByRole('region', { name });
}

const strip = /Aperçu\s: rien n’est noté/;

describe('the page of an activity’s staff', () => {
  it('shows who has not started, opens a trial run, and comes back after it', async () => {
    const player = await openAsTeacher({ width: 1280, height: 800 });
    const { frame, page } = player;
    await group(player, 'Pas commencé 3 personnes').getByText('Thi Lan Nguyễn').waitFor();
    await group(player, 'En cours 1 personne').getByRole('heading', { name: 'Réjean Tremblay' }).waitFor();
    const finished = group(player, 'Terminé 1 personne');
    await finished.getByText(/Note transmise au carnet/).waitFor();
    // One scene gives neither level nor number.
    expect(await finished.getByText(/sur 100|niveau \d/).count()).toBe(0);
    expect(await frame.getByText('Geneviève Lavoie').count()).toBe(0);

    const before = { statements: stack.store.statements().length, grades: stack.lms.gradebook() };
    await button(player, 'practice.go').click();
    await player.button('notice.accept').waitFor();
    await frame.getByText(strip).waitFor();
    await player.acceptNotice();
    await player.hearIntroduction();
    await player.openQuestion();
    // A reload keeps the place in the trial run, and the way back.
    await reloadFrame(page);
    await player.openQuestion();
    await player.answer();
    await player.keepAttachment();
    await player.finishScene();
    await player.leaveScene();
    await frame.getByText(strip).waitFor();
    await frame
      .getByRole('button', { name: player.word('practice.back') })
      .last()
      .click();

    await group(player, 'Terminé 1 personne').waitFor();
    await button(player, 'practice.go').waitFor();
    expect(await frame.getByText('Geneviève Lavoie').count()).toBe(0);
    expect(stack.store.statements()).toHaveLength(before.statements);
    expect(stack.lms.gradebook()).toEqual(before.grades);
  });

  it('works by keyboard alone on a phone, with no violation that axe finds', async () => {
    const player = await openAsTeacher({ width: 390, height: 844 });
    const { frame, page } = player;
    await group(player, 'Pas commencé 3 personnes').waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await player.sidewaysOverflow()).toBe(0);
    const look = frame.getByRole('button', { name: 'Voir le travail (Fatou Diallo)' });
    await look.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { level: 1, name: /Fatou Diallo/ }).waitFor();
    await frame.getByRole('button', { name: 'Retour à la liste' }).focus();
    await page.keyboard.press('Enter');
    await look.waitFor();
    const tool = page.frame({ name: 'contentframe' });
    expect(await tool?.evaluate('document.activeElement.textContent')).toContain('(Fatou Diallo)');
    await button(player, 'practice.go').focus();
    await page.keyboard.press('Enter');
    await player.button('notice.accept').waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await player.sidewaysOverflow()).toBe(0);
    await frame.getByRole('button', { name: player.word('practice.back') }).focus();
    await page.keyboard.press('Enter');
    await button(player, 'practice.go').waitFor();
  });

  it('downloads statements as a file from inside the frame, and says so when there are none', async () => {
    const player = await openAsTeacher({ width: 1280, height: 800 });
    const { frame, page } = player;
    const arrival = page.waitForEvent('download');
    await button(player, 'export.operational').click();
    const download = await arrival;
    expect(download.suggestedFilename()).toBe('numplus-operational.jsonl');
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n');
    const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
    await until('every statement in the store', () =>
      stack.store.statements().length >= ids.length ? true : undefined,
    );
    expect(ids.toSorted()).toEqual(
      stack.store
        .statements()
        .map(({ id }) => String(id))
        .toSorted(),
    );
    await frame.getByText(teachFr['export.ready'], { exact: true }).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});
