import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { hiddenPauseMs } from '../../../client/src/state/presence.svelte.ts';
import { worldApps } from '../../../scenarios/world/app-list.ts';
import type { WorldApps } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, TabHistory } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

beforeEach(() => {
  locale.current = 'fr';
});

describe('the flow of the game', () => {
  it('goes from the notice through welcome, introduction and scene to the end', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = createPage(server);
    await game.start('the-code-of-a-launch-1234');
    expect(game.screen).toBe('notice');
    await game.acceptNotice();
    expect(game.screen).toBe('welcome');
    await game.next();
    expect(game.screen).toBe('introduction');
    game.play();
    game.attempt?.play?.act({ app: 'desk', type: 'done' });
    game.sceneEnded();
    expect(game.screen).toBe('scene-end');
    await game.next();
    expect(game.screen).toBe('finished');
    await game.quit();
    expect(game.screen).toBe('goodbye');
    expect(server.requests.at(-1)).toBe('DELETE /api/session');
  });

  it('starts one attempt however often the button is pressed', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = createPage(server);
    await game.start('the-code-of-a-launch-1234');
    await Promise.all([game.acceptNotice(), game.acceptNotice()]);
    expect(server.requests.filter((line) => line === 'POST /api/attempts')).toHaveLength(1);
    expect(game.screen).toBe('welcome');
  });

  it('shows a notice that changed within the attempt, then goes on in the scene', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    await playFromStart(server, history);
    server.notice = '5.1';
    const { game } = createPage(server, history);
    await game.start(null);
    expect(game.screen).toBe('notice');
    await game.acceptNotice();
    expect(server.acceptedNotice).toBe('5.1');
    expect(['introduction', 'scene']).toContain(game.screen);
    const again = createPage(server, history);
    await again.game.start(null);
    expect(again.game.screen).not.toBe('notice');
  });

  it('reloads when the server names a notice of another edition', async () => {
    const server = new PlayServer(sampleWorld);
    server.notice = '6.0';
    const { game } = createPage(server);
    await game.start('the-code-of-a-launch-1234');
    expect(server.requests).not.toContain('POST /api/attempts');
    expect(game.problem?.code).toBe('notice.outdated');
  });

  it('opens the attempt that staff reopened when the next one is asked for', async () => {
    const server = new PlayServer(sampleWorld);
    await playFromStart(server);
    server.reopened = server.view;
    server.view = null;
    const { game } = createPage(server, new TabHistory());
    await game.start('the-code-of-a-launch-1234');
    expect(game.screen).toBe('notice');
    await game.acceptNotice();
    // The first page still has it.
    expect(game.screen).toBe('continue-here');
    expect(game.attempt?.view.id).toBe(server.reopened?.id);
  });

  it('reloads the state from the server when a batch is refused, and says if that does not help', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    server.refusal = 'request.invalid';
    for (let round = 0; round < 3; round += 1) {
      game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
      await settle();
      await settle();
      if (game.screen === 'introduction') game.play();
    }
    expect(game.screen).toBe('unavailable');
    expect(game.problem?.code).toBe('request.invalid');
  });

  it('logs a language change and uses that language after a reload', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const { game } = await playFromStart(server, history);
    game.preferences.chooseLanguage('en');
    await settle();
    expect(server.frames).toEqual([{ app: 'frame', type: 'language', language: 'en' }]);
    locale.current = 'fr';
    createPage(server, history);
    expect(locale.current).toBe('en');
  });

  it('keeps a language chosen before the first attempt over a reload', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const first = createPage(server, history);
    await first.game.start('the-code-of-a-launch-1234');
    first.game.preferences.chooseLanguage('en');
    locale.current = 'fr';
    const second = createPage(server, history);
    await second.game.start(null);
    expect(second.game.screen).toBe('notice');
    expect(locale.current).toBe('en');
  });
});

describe('a reload', () => {
  it('leads straight into a scene that had begun, also before the first action', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    await playFromStart(server, history);
    const reloaded = createPage(server, history);
    await reloaded.game.start(null);
    expect(reloaded.game.screen).toBe('scene');
  });

  it('shows the introduction again if it had not ended', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const page = createPage(server, history);
    await page.game.start('the-code-of-a-launch-1234');
    await page.game.acceptNotice();
    await page.game.next();
    const reloaded = createPage(server, history);
    await reloaded.game.start(null);
    expect([page.game.screen, reloaded.game.screen]).toEqual(['introduction', 'introduction']);
  });
});

describe('« Quitter »', () => {
  it('works while a step waits for a lost connection, and keeps what is unsent', async () => {
    const server = new PlayServer(sampleWorld);
    const page = await playFromStart(server);
    const { game, timers } = page;
    server.line = 'down';
    game.attempt?.play?.act({ app: 'desk', type: 'done' });
    game.sceneEnded();
    const waiting = game.next();
    await timers.pass(3000);
    expect(game.isBusy).toBe(true);
    const leaving = game.quit();
    await timers.pass(3000);
    await Promise.all([leaving, waiting]);
    expect(game.screen).toBe('goodbye');
    expect(await page.store.list('attempt-1')).toHaveLength(1);
    expect(page.tab.read().refreshToken).toBeNull();
  });

  it('stays left if the apps of a scene come later', async () => {
    const server = new PlayServer(sampleWorld);
    let arrive: (apps: WorldApps) => void = () => undefined;
    const apps = new Promise<WorldApps>((resolve) => (arrive = resolve));
    const { game } = createPage({ fetch: server.fetch, loadApps: () => apps });
    await game.start('the-code-of-a-launch-1234');
    await game.acceptNotice();
    const waiting = game.next();
    await settle();
    expect([game.screen, game.isBusy]).toEqual(['welcome', true]);
    await game.quit();
    arrive(worldApps);
    await waiting;
    expect(game.screen).toBe('goodbye');
  });
});

describe('pauses', () => {
  it('are logged for the button and end when the person comes back', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    game.pause();
    expect(game.screen).toBe('paused');
    await game.resume();
    await settle();
    expect(game.screen).toBe('scene');
    expect(server.frames).toEqual([
      { app: 'frame', type: 'pause', cause: 'button' },
      { app: 'frame', type: 'resume' },
    ]);
  });

  it('begin when the page was hidden for ten minutes', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    game.presence.hidden();
    await timers.pass(hiddenPauseMs - 1000);
    expect(game.screen).toBe('scene');
    await timers.pass(2000);
    await settle();
    expect(game.screen).toBe('paused');
    expect(server.frames).toEqual([{ app: 'frame', type: 'pause', cause: 'hidden' }]);
  });

  it('do not begin when the page was hidden for less than ten minutes', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    game.presence.hidden();
    await timers.pass(60_000);
    game.presence.shown();
    await timers.pass(hiddenPauseMs);
    expect(game.screen).toBe('scene');
    expect(server.frames).toEqual([{ app: 'frame', type: 'hidden', ms: 60_000 }]);
  });

  it('are logged for the idle part of a lost connection, once it is back', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'down';
    game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await timers.pass(30_000);
    server.line = 'good';
    await timers.pass(30_000);
    await settle();
    expect(server.frames).toEqual([
      { app: 'frame', type: 'pause', cause: 'connection' },
      { app: 'frame', type: 'resume' },
    ]);
  });
});

describe('the map of the week', () => {
  it('is shown before the first scene and after the last, and leads to the end', async () => {
    const server = new PlayServer(sampleWorld);
    server.hasWeek = true;
    const { game } = createPage(server);
    await game.start('the-code-of-a-launch-1234');
    await game.acceptNotice();
    const screens = [game.screen];
    const goOn = async (): Promise<void> => {
      await game.next();
      screens.push(game.screen);
    };
    await goOn();
    await goOn();
    game.play();
    game.attempt?.play?.act({ app: 'desk', type: 'done' });
    game.sceneEnded();
    await goOn();
    await goOn();
    expect(screens).toEqual(['welcome', 'week', 'introduction', 'week', 'finished']);
    expect(game.attempt?.week.scenes.map(({ status }) => status)).toEqual(['done']);
  });

  it('is where Back leads from a scene whose introduction was read, and one press leads into it again', async () => {
    const server = new PlayServer(sampleWorld);
    server.hasWeek = true;
    const { game } = createPage(server);
    await game.start('the-code-of-a-launch-1234');
    await game.acceptNotice();
    await game.next();
    await game.next();
    game.play();
    game.back();
    await settle();
    expect(game.screen).toBe('week');
    await game.next();
    expect([game.screen, game.asksToLeave]).toEqual(['scene', false]);
  });
});
