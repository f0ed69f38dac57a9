import { describe, expect, it } from 'vitest';
import { Api } from '../../../client/src/api/api.ts';
import { Caller } from '../../../client/src/api/caller.ts';
import { Http } from '../../../client/src/api/http.ts';
import { Session } from '../../../client/src/state/session.svelte.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { TabPerson } from '../../../client/src/state/tab-person.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers, settle } from '../support/hand-timers.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { createPage, playFromStart, TabHistory } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

interface Setup {
  readonly session: Session;
  readonly api: Api;
  readonly timers: HandTimers;
  readonly tab: TabMemory;
}

function createSession(server: PlayServer, history = new TabHistory(), person?: TabPerson): Setup {
  const timers = new HandTimers();
  const tab = new TabMemory(history);
  const http = new Http(server.fetch, timers);
  const session = new Session(http, tab, timers, person);
  return { session, timers, tab, api: new Api(new Caller(http, session, timers)) };
}

describe('the session', () => {
  it('stores the refresh token in the tab and the access token nowhere', async () => {
    const server = new PlayServer(sampleWorld);
    const { session, tab } = createSession(server);
    await session.enter('the-code-of-a-launch-1234');
    expect(tab.read().refreshToken).toBe('refresh-1');
    expect(JSON.stringify(tab.read())).not.toContain('access-');
  });

  it('is renewed silently before it expires', async () => {
    const server = new PlayServer(sampleWorld);
    const { session, timers } = createSession(server);
    await session.enter('the-code-of-a-launch-1234');
    await timers.pass(850_000);
    expect(server.refreshes).toBe(2);
    expect(session.present).toBe('access-2');
  });

  it('is renewed once, however many requests are refused at a time', async () => {
    const server = new PlayServer(sampleWorld);
    const { session, api } = createSession(server);
    await session.enter('the-code-of-a-launch-1234');
    // The server knows a newer token than this page.
    server.refreshes = 7;
    await Promise.all([api.findAttempt(), api.findAttempt(), api.findAttempt()]);
    expect(server.refreshes).toBe(8);
  });

  it('is reported as over only when it is, with the tokens deleted', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, tab } = await playFromStart(server);
    server.isSessionOver = true;
    game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    expect(game.screen).toBe('session-ended');
    expect(tab.read().refreshToken).toBeNull();
  });

  it('keeps the link to the course when it is over after a reload, and deletes it on leaving', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    await playFromStart(server, history);
    server.isSessionOver = true;
    const late = createPage(server, history);
    await late.game.start(null);
    expect(late.game.screen).toBe('session-ended');
    expect(late.game.session.returnUrl).toBe('https://lms.example/course');
    await late.game.session.leave();
    expect(createPage(server, history).game.session.returnUrl).toBeNull();
  });

  it('continues after a lost connection instead of ending', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    await playFromStart(server, history);
    const page = createPage(server, history);
    server.line = 'down';
    const started = page.game.start(null);
    await page.timers.pass(10_000);
    await started;
    expect(page.game.screen).toBe('unavailable');
    server.line = 'good';
    await page.game.retry();
    expect(page.game.screen).toBe('scene');
  });
});

describe('an old client', () => {
  it('reloads the page once, and keeps unsent work', async () => {
    const server = new PlayServer(sampleWorld);
    const page = await playFromStart(server);
    server.refusal = 'client.outdated';
    page.game.attempt?.play?.act({ app: 'mail', type: 'open', messageId: 'm1' });
    await settle();
    expect(page.reloads.count).toBe(1);
    expect(await page.store.list('attempt-1')).toHaveLength(1);
  });

  it('says so instead of reloading forever', async () => {
    const server = new PlayServer(sampleWorld);
    server.contractVersion = 2;
    const history = new TabHistory();
    const first = createPage(server, history);
    await first.game.start('the-code-of-a-launch-1234');
    const second = createPage(server, history);
    await second.game.start(null);
    expect([first.reloads.count, second.reloads.count]).toEqual([1, 0]);
    expect(second.game.screen).toBe('unavailable');
  });
});

describe('the session in a tab of a shared computer', () => {
  const code = 'the-code-of-a-launch-1234';
  const enterAs = async (server: PlayServer, mark: string, person: TabPerson): Promise<TabHistory> => {
    server.personMark = mark;
    const history = new TabHistory();
    await createSession(server, history, person).session.enter(code);
    return history;
  };

  it('ends, also on the server, when its page is shown again after the launch of another person', async () => {
    const server = new PlayServer(sampleWorld);
    const person = new TabPerson(new MemoryStorage());
    const first = await enterAs(server, 'mark-of-nadia', person);
    await enterAs(server, 'mark-of-paul', person);
    server.personMark = 'mark-of-nadia';
    const { session, tab } = createSession(server, first, person);
    await expect(session.enter(null)).rejects.toMatchObject({ code: 'session.expired' });
    expect([server.leaves, session.present, tab.read().refreshToken]).toEqual([1, null, null]);
  });

  it('goes on when its page is shown again after another launch of the same person', async () => {
    const server = new PlayServer(sampleWorld);
    const person = new TabPerson(new MemoryStorage());
    const first = await enterAs(server, 'mark-of-nadia', person);
    await enterAs(server, 'mark-of-nadia', person);
    const { session } = createSession(server, first, person);
    await session.enter(null);
    expect([server.leaves, session.isSomebodyElses]).toEqual([0, false]);
  });

  it('goes on when the browser refuses storage, in which nobody can be told apart', async () => {
    const server = new PlayServer(sampleWorld);
    const person = new TabPerson(null);
    const first = await enterAs(server, 'mark-of-nadia', person);
    await enterAs(server, 'mark-of-paul', person);
    server.personMark = 'mark-of-nadia';
    const { session } = createSession(server, first, person);
    await session.enter(null);
    expect(session.present).not.toBeNull();
  });

  it('knows without asking the server that a page which the browser kept is somebody else’s by now', async () => {
    const server = new PlayServer(sampleWorld);
    const person = new TabPerson(new MemoryStorage());
    server.personMark = 'mark-of-nadia';
    const { session } = createSession(server, new TabHistory(), person);
    await session.enter(code);
    expect(session.isSomebodyElses).toBe(false);
    await enterAs(server, 'mark-of-paul', person);
    expect(session.isSomebodyElses).toBe(true);
  });
});
