import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { actAs } from '../../support/browser-person.ts';
import { BrowserPlayer } from '../../support/browser-player.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { readOutcome } from '../../support/outcome.ts';
import { scoreOfDone } from '../../support/inbox.ts';
import { reloadFrame } from '../../support/reload-frame.ts';
import { addSceneActivity } from '../../support/scene-paths/scene-path.ts';

const stack = setUpBrowserStack();

async function openContext(): Promise<BrowserContext> {
  return stack.browser.newContext({ viewport: { width: 1280, height: 900 } });
}

/** Opens the question and begins an answer. */
async function beginAnswer(context: BrowserContext, personId: number, text: string): Promise<BrowserPlayer> {
  const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
  await player.launch(stack, personId);
  await player.acceptNotice();
  await player.hearIntroduction();
  await player.openQuestion();
  await player.press(player.button('action.reply'));
  await player.write(text);
  return player;
}

describe('a person who is interrupted', () => {
  it('resumes without a question after the frame is reloaded', async () => {
    const context = await openContext();
    const player = await beginAnswer(context, 4, 'Bonjour Nadia');
    await player.acknowledged();
    await player.reloadFrame();
    expect(await player.textBox.inputValue()).toBe('Bonjour Nadia');
    await context.close();
  });

  it('is asked whether to continue after the course page is opened again, and resumes', async () => {
    const context = await openContext();
    const player = await beginAnswer(context, 5, 'Bonjour Nadia');
    await player.acknowledged();
    await player.page.reload();
    await player.press(player.button('continue.go'));
    expect(await player.textBox.inputValue()).toBe('Bonjour Nadia');
    await context.close();
  });

  it('continues in a second window, and the first one becomes read-only', async () => {
    const context = await openContext();
    const first = await beginAnswer(context, 6, 'Bonjour');
    await first.acknowledged();
    const second = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
    await second.launch(stack, 6);
    await second.press(second.button('continue.go'));
    expect(await second.textBox.inputValue()).toBe('Bonjour');
    await first.write('Bonjour Nadia, oui');
    await first.frame.getByText(first.word('banner.readOnly')).waitFor();
    await second.write('Bonjour Nadia, oui, je viens à 17 h. Merci!');
    await second.press(second.button('action.send'));
    await second.keepAttachment();
    await second.finishScene();
    await second.leaveScene();
    expect((await readOutcome(stack, 6, 2)).points).toBe(scoreOfDone);
    await context.close();
  });

  it('loses nothing when the server is killed, and play resumes by itself', async () => {
    const context = await openContext();
    const player = await beginAnswer(context, 7, 'Bonjour Nadia');
    await player.acknowledged();
    await stack.tool.kill();
    await player.write('Bonjour Nadia, oui, je viens à 17 h. Merci!');
    await player.press(player.button('action.send'));
    await player.frame.getByText(player.word('banner.lost')).waitFor();
    await player.keepAttachment();
    await stack.tool.start();
    await player.frame.getByText(player.word('banner.lost')).waitFor({ state: 'detached' });
    await player.finishScene();
    await player.leaveScene();
    expect((await readOutcome(stack, 7, 2)).points).toBe(scoreOfDone);
    await context.close();
  });
});

describe('a browser that refuses storage to the frame', () => {
  it('has a half-typed search again after the frame is reloaded', async () => {
    const browser = await launchBrowser('throws');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const player = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
    await addSceneActivity(stack, 's07-recycling', { id: 1461, language: 'fr' });
    await player.launch(stack, 4, 1461);
    await player.acceptNotice();
    await player.hearIntroduction();
    const search = player.frame.getByRole('searchbox');
    await search.waitFor();
    expect((await player.readBrowserRules()).storage).toBe('throws');
    await player.fill(search, 'centre de tri');
    const kept = 'history.state.numplus.typed';
    const frame = player.page.frame({ name: 'contentframe' });
    await expect.poll(() => frame?.evaluate<string | null>(kept)).toContain('centre de tri');
    await reloadFrame(player.page);
    await search.waitFor();
    expect(await search.inputValue()).toBe('centre de tri');
    await browser.close();
  });
});

describe('a computer that several people use', () => {
  it('never shows or sends one person’s unsent work as another, and keeps it for its owner', async () => {
    const context = await openContext();
    const first = await beginAnswer(context, 8, 'Bonjour');
    await first.acknowledged();
    await first.page.route('**/api/**', (route) => route.abort());
    const secret = 'Bonjour Nadia, ceci est mon secret';
    await first.write(secret);
    await first.frame.getByText(first.word('banner.lost')).waitFor();
    const kept = await first.readBrowserStorage();
    expect(kept.entries).toBeGreaterThan(0);
    expect(kept.text).not.toContain('secret');
    await first.page.close();

    await actAs(context, stack, 4);
    const second = new BrowserPlayer(await context.newPage(), 'en', 'mouse');
    await second.launch(stack, 4);
    await second.play();
    const outcome = await readOutcome(stack, 4, 3);
    expect(outcome.points).toBe(scoreOfDone);
    await second.page.close();

    const again = new BrowserPlayer(await context.newPage(), 'fr', 'mouse');
    await again.launch(stack, 8);
    await again.press(again.button('continue.go'));
    expect(await again.textBox.inputValue()).toBe(secret);
    await context.close();
  });
});
