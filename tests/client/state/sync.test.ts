import { describe, expect, it } from 'vitest';
import { settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, TabHistory } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';

const open = (messageId: string): WorldAction => ({ app: 'mail', type: 'open', messageId });

function seqs(server: PlayServer): number[] {
  return server.stored.map(({ actionSeq }) => actionSeq);
}

describe('sending actions', () => {
  it('stores each action once and in order, one request at a time', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    game.attempt?.play?.act(open('m1'));
    game.attempt?.play?.act(open('m2'));
    game.attempt?.play?.act({ app: 'desk', type: 'undo' });
    await settle();
    expect(seqs(server)).toEqual([1, 2, 3]);
    expect(game.attempt?.hasUnsent).toBe(false);
    expect(game.attempt?.play?.hash).toBe(server.hash);
  });

  it('does not send an action that the world refuses', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    expect(game.attempt?.play?.act({ app: 'desk', type: 'undo' })).toBe(false);
    await settle();
    expect(server.batches).toEqual([]);
  });

  it('applies actions at once while offline, and sends all when back online', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'down';
    game.attempt?.play?.act(open('m1'));
    game.attempt?.play?.act(open('m2'));
    expect(game.attempt?.play?.state.apps.mail?.open).toBe('m2');
    await timers.pass(3000);
    expect(game.presence.isConnectionLost).toBe(true);
    expect(seqs(server)).toEqual([]);
    server.line = 'good';
    game.presence.online();
    await settle();
    expect(game.presence.isConnectionLost).toBe(false);
    expect(seqs(server)).toEqual([1, 2]);
  });

  it('keeps actions while the server is full, says so, and sends them later', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'full';
    game.attempt?.play?.act(open('m1'));
    await timers.pass(3000);
    expect(game.presence.waits).toBe('full');
    expect(game.attempt?.hasUnsent).toBe(true);
    server.line = 'good';
    game.presence.online();
    await settle();
    expect(game.presence.waits).toBeNull();
    expect(seqs(server)).toEqual([1]);
  });

  it('waits and says so if it was sent too much in a minute; loses nothing and does not count as offline', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'fast';
    game.attempt?.play?.act(open('m1'));
    game.attempt?.play?.act(open('m2'));
    await timers.pass(60_000);
    expect([game.screen, game.presence.waits, game.presence.isConnectionLost]).toEqual([
      'scene',
      'fast',
      false,
    ]);
    // Waits between tries: no more than every ten seconds in the end.
    expect(server.requests.filter((line) => line.includes('/actions')).length).toBeLessThan(12);
    server.line = 'good';
    await timers.pass(20_000);
    expect(game.presence.waits).toBeNull();
    expect(seqs(server)).toEqual([1, 2]);
    expect(server.frames).toEqual([]);
  });

  it('sends no more than the scene has room for, and then still its end', async () => {
    const server = new PlayServer(sampleWorld);
    server.room = 3;
    const { game } = await playFromStart(server);
    const { play } = game.attempt ?? {};
    const act = (action: WorldAction): boolean | undefined => play?.act(action);
    await settle();
    const used = server.frames.length;
    const acts = ['m1', 'm2', 'm1', 'm2'].map((id) => act(open(id)));
    expect(acts).toEqual([true, true, true, true].map((_, index) => index < server.room - used));
    expect(play?.isFull).toBe(true);
    game.attempt?.frame({ app: 'frame', type: 'input', mode: 'mouse' });
    await settle();
    expect(server.frames).toHaveLength(used);
    expect(play?.hash).toBe(server.hash);
    expect(act({ app: 'desk', type: 'done' })).toBe(true);
    await settle();
    expect(game.attempt?.isOver).toBe(true);
  });

  it('knows the room again after a rebuild, with unsent actions counted', async () => {
    const server = new PlayServer(sampleWorld);
    server.room = 4;
    const { game } = await playFromStart(server);
    const { play } = game.attempt ?? {};
    server.mustResync = true;
    play?.act(open('m1'));
    play?.act(open('m2'));
    await settle();
    expect(play?.isFull).toBe(false);
    play?.act(open('m1'));
    play?.act(open('m2'));
    await settle();
    expect([play?.isFull, play?.act(open('m1'))]).toEqual([true, false]);
    expect(play?.hash).toBe(server.hash);
  });

  it('sends stored actions again if the response was lost, without duplicates', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'answers-lost';
    game.attempt?.play?.act(open('m1'));
    await settle();
    expect(seqs(server)).toEqual([1]);
    server.line = 'good';
    game.attempt?.play?.act(open('m2'));
    await timers.pass(2000);
    expect(seqs(server)).toEqual([1, 2]);
    expect(game.attempt?.hasUnsent).toBe(false);
  });

  it('ignores a late duplicate response from a flush', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    game.attempt?.play?.act(open('m1'));
    game.presence.leaving();
    game.presence.leaving();
    await settle();
    game.attempt?.play?.act(open('m2'));
    await settle();
    expect(seqs(server)).toEqual([1, 2]);
    expect(game.screen).toBe('scene');
  });

  it('never combines the hash of one scene with actions of another', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.line = 'down';
    game.attempt?.play?.act({ app: 'desk', type: 'done' });
    game.attempt?.frame({ app: 'frame', type: 'language', language: 'en' });
    await timers.pass(100);
    server.line = 'good';
    await timers.pass(3000);
    expect(server.batches.map(({ actions }) => actions.length)).toEqual([1, 1]);
    expect(server.batches.map(({ stateHash }) => stateHash === null)).toEqual([false, true]);
  });

  it('rebuilds from the server when the states differ, and keeps unsent actions', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    server.mustResync = true;
    game.attempt?.play?.act(open('m1'));
    await settle();
    expect(server.requests.filter((line) => line.includes('/scenes/'))).toHaveLength(2);
    game.attempt?.play?.act(open('m2'));
    await settle();
    expect(game.attempt?.play?.hash).toBe(server.hash);
    expect(seqs(server)).toEqual([1, 2]);
  });

  it('repeats a resync that lost its connection', async () => {
    const server = new PlayServer(sampleWorld);
    const { game, timers } = await playFromStart(server);
    server.mustResync = true;
    server.cutScenes = 4;
    game.attempt?.play?.act(open('m1'));
    await timers.pass(60_000);
    expect(server.cutScenes).toBe(0);
    expect(game.presence.isConnectionLost).toBe(false);
    game.attempt?.play?.act(open('m2'));
    await settle();
    expect(game.attempt?.play?.hash).toBe(server.hash);
  });
});

describe('the writer of an attempt', () => {
  it('becomes read-only when another page writes, and writes again on demand', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    server.takeWritingElsewhere();
    game.attempt?.play?.act(open('m1'));
    await settle();
    expect(game.attempt?.isReadOnly).toBe(true);
    expect(seqs(server)).toEqual([]);
    await game.continueHere();
    expect(game.attempt?.isReadOnly).toBe(false);
    expect(game.attempt?.play?.state.apps.mail?.open).toBeNull();
    game.attempt?.play?.act(open('m2'));
    await settle();
    expect(server.stored).toEqual([{ epoch: 3, actionSeq: 1, action: open('m2') }]);
  });

  it('is the same tab after a reload, without a question and at the same state', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const before = await playFromStart(server, history);
    before.game.attempt?.play?.act(open('m1'));
    await settle();
    const after = createPage(server, history);
    await after.game.start(null);
    expect(after.game.screen).toBe('scene');
    expect(after.game.attempt?.play?.hash).toBe(before.game.attempt?.play?.hash);
  });

  it('is another window only after a question', async () => {
    const server = new PlayServer(sampleWorld);
    await playFromStart(server);
    const other = createPage(server);
    await other.game.start('the-code-of-a-launch-5678');
    expect(other.game.screen).toBe('continue-here');
    expect(server.view?.epoch).toBe(1);
  });

  it('sends actions stored before a reload with their old epoch, then writes in a new one', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const before = await playFromStart(server, history);
    server.line = 'down';
    before.game.attempt?.play?.act(open('m1'));
    await settle();
    server.line = 'good';
    const after = createPage(server, history);
    await after.game.start(null);
    expect(server.stored).toEqual([{ epoch: 1, actionSeq: 1, action: open('m1') }]);
    expect(after.game.attempt?.play?.state.apps.mail?.open).toBe('m1');
    expect(await after.store.list('attempt-1')).toEqual([]);
  });

  it('drops actions stored for an epoch that is over', async () => {
    const server = new PlayServer(sampleWorld);
    const history = new TabHistory();
    const before = await playFromStart(server, history);
    server.line = 'down';
    before.game.attempt?.play?.act(open('m1'));
    await settle();
    server.line = 'good';
    server.takeWritingElsewhere();
    const after = createPage(server, history);
    await after.game.start(null);
    await after.game.continueHere();
    expect(server.stored).toEqual([]);
    expect(await after.store.list('attempt-1')).toEqual([]);
  });
});
