/** A phone with only scenes for a computer left: nothing is lost, and the person decides. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import ForComputer from '../../../client/src/screens/ForComputer.svelte';
import Paused from '../../../client/src/screens/Paused.svelte';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

afterEach(() => {
  cleanup();
});

async function begin(onPhone: boolean): Promise<{ server: PlayServer; page: TestPage }> {
  const server = new PlayServer(sampleWorld);
  server.onPhone = onPhone;
  server.needsComputer = true;
  const page = createPage(server);
  await page.game.start('the-code-of-a-launch-1234');
  await page.game.acceptNotice();
  await page.game.next();
  await settle();
  return { server, page };
}

describe('a scene for a computer', () => {
  it('begins on a computer', async () => {
    const { page } = await begin(false);
    expect(page.game.screen).toBe('introduction');
  });

  it('is not begun on a phone, which says what to do', async () => {
    const { page, server } = await begin(true);
    expect(page.game.screen).toBe('computer');
    expect(server.requests.filter((request) => request.includes('/scenes/'))).toEqual([]);
    render(ForComputer, { game: page.game });
    expect(document.activeElement?.textContent).toBe(shellFr['computer.title']);
    for (const key of ['computer.1', 'computer.2', 'computer.3'] as const) {
      expect(screen.getByText(shellFr[key])).toBeTruthy();
    }
  });

  it('may be left for good: what was done counts, and nothing was skipped', async () => {
    const { page, server } = await begin(true);
    render(ForComputer, { game: page.game });
    await fireEvent.click(screen.getByRole('button', { name: shellFr['paused.end'] }));
    // Keeping the place is what the question offers first.
    expect(document.querySelector('dialog .primary')?.textContent.trim()).toBe(shellFr['confirm.end.no']);
    await fireEvent.click(screen.getByRole('button', { name: shellFr['confirm.end.yes'] }));
    await settle();
    expect(server.frames).toContainEqual({ app: 'frame', type: 'end' });
    expect(server.stored).toEqual([]);
    expect(page.game.screen).toBe('finished');
  });
});

describe('ending the whole attempt', () => {
  it.each([
    ['that it will not count, if too few tasks are done', { isEnough: false }, 'confirm.end.short'],
    ['nothing of that, if enough are done', { isEnough: true }, 'confirm.end.text'],
    [
      'nothing of that, while staff may still count it',
      { isEnough: false, isHeld: true },
      'confirm.end.text',
    ],
  ] as const)('says %s', async (_what, change, key) => {
    const { server } = await begin(true);
    if (server.view === null) throw new Error('the attempt has begun');
    server.view = { ...server.view, ...change };
    const page = createPage(server);
    await page.game.start('the-code-of-a-launch-1234');
    await settle();
    render(Paused, { game: page.game });
    await fireEvent.click(screen.getByRole('button', { name: shellFr['paused.end'] }));
    const dialog = document.querySelector('dialog');
    expect(dialog?.textContent).toContain(shellFr[key]);
    for (const other of ['confirm.end.short', 'confirm.end.text'] as const)
      if (other !== key) expect(dialog?.textContent).not.toContain(shellFr[other]);
  });
});
