import { describe, expect, it } from 'vitest';
import { findTabStorage, TypedBoxes, type TabStorage } from '../../../client/src/state/typed-boxes.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { TabTexts } from '../../../client/src/state/tab-texts.ts';
import type { World } from '../../../scenarios/world/types.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';
import { HandTimers } from '../support/hand-timers.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { createPage, playFromStart, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';

function openBoxes(storage: TabStorage | null, scene = 'attempt-1 1'): TypedBoxes {
  const boxes = new TypedBoxes(storage);
  boxes.open(scene);
  return boxes;
}

class CountedHistory extends TabHistory {
  writes = 0;

  override replaceState(state: unknown): void {
    this.writes += 1;
    super.replaceState(state);
  }
}

describe('a half-typed box', () => {
  it('survives a reload in its scene, and in no other', () => {
    const storage = new MemoryStorage();
    openBoxes(storage).write('browser:search', 'heures d’ouver');
    expect(openBoxes(storage).read('browser:search')).toBe('heures d’ouver');
    expect(openBoxes(storage, 'attempt-1 2').read('browser:search')).toBeNull();
    expect(storage.items.size).toBe(0);
  });

  it('leaves nothing behind once it was sent', () => {
    const storage = new MemoryStorage();
    const boxes = openBoxes(storage);
    boxes.write('browser:search', 'heures');
    boxes.write('browser:search', '');
    expect([...storage.items]).toEqual([]);
  });

  it('is an ordinary box if the browser refuses storage or it is full', () => {
    const refusing = {
      get sessionStorage(): TabStorage {
        throw new Error('refused');
      },
    };
    const full = new MemoryStorage();
    full.setItem = () => {
      throw new Error('full');
    };
    for (const storage of [findTabStorage(refusing), full]) {
      const boxes = openBoxes(storage);
      boxes.write('browser:search', 'heures');
      expect(boxes.read('browser:search')).toBe('heures');
    }
  });

  it.each(['', '{', '7', '{"scene":1,"texts":{}}', '{"scene":"attempt-1 1","texts":{"browser:search":5}}'])(
    'starts empty if what is stored is %j',
    (text) => {
      const storage = new MemoryStorage();
      storage.setItem('numplus.typed', text);
      expect(openBoxes(storage).read('browser:search')).toBeNull();
    },
  );
});

describe('a half-typed box of a browser that refuses storage', () => {
  it('survives a reload half a second after the last key', async () => {
    const history = new TabHistory();
    const timers = new HandTimers();
    const open = (): TypedBoxes => {
      const boxes = new TypedBoxes(new TabTexts(new TabMemory(history), timers));
      boxes.open('attempt-1 1');
      return boxes;
    };
    const boxes = open();
    boxes.write('browser:search', 'heur');
    boxes.write('browser:search', 'heures');
    expect(open().read('browser:search')).toBeNull();
    await timers.pass(500);
    expect(open().read('browser:search')).toBe('heures');
  });

  it('writes the history at most twice a second, as Safari refuses more', async () => {
    const history = new CountedHistory();
    const timers = new HandTimers();
    const boxes = new TypedBoxes(new TabTexts(new TabMemory(history), timers));
    boxes.open('attempt-1 1');
    for (let letters = 1; letters <= 60; letters += 1) {
      boxes.write('mail:search', 'a'.repeat(letters));
      await timers.pass(50);
    }
    expect(history.writes).toBeGreaterThan(0);
    expect(history.writes).toBeLessThanOrEqual(6);
  });

  it('leaves nothing behind once it was sent', async () => {
    const history = new TabHistory();
    const timers = new HandTimers();
    const tab = new TabMemory(history);
    const boxes = new TypedBoxes(new TabTexts(tab, timers));
    boxes.open('attempt-1 1');
    boxes.write('browser:search', 'heures');
    await timers.pass(500);
    boxes.write('browser:search', 'heures d’ouverture');
    boxes.write('browser:search', '');
    await timers.pass(500);
    expect(tab.read().typed).toBeNull();
  });
});

describe('texts that were typed and not sent', () => {
  const world: World = { ...sampleWorld, goal: ['Réponds à Marc.'] };

  it.each<[string, (game: TestPage['game']) => Promise<void>]>([
    [
      'the scene ends',
      (game) => {
        game.attempt?.play?.act({ app: 'desk', type: 'done' });
        return Promise.resolve();
      },
    ],
    ['the person leaves', (game) => game.quit()],
  ])('are forgotten when %s', async (_when, end) => {
    const storage = new MemoryStorage();
    const page = await playFromStart(new PlayServer(world), new TabHistory(), undefined, storage);
    page.game.attempt?.play?.typedBoxes.write('browser:search', 'heures');
    expect(storage.getItem('numplus.typed')).toContain('heures');
    await end(page.game);
    expect(storage.getItem('numplus.typed')).toBeNull();
  });

  it('are there again after a reload of a page whose browser refuses storage', async () => {
    const history = new TabHistory();
    const server = new PlayServer(world);
    const page = await playFromStart(server, history);
    page.game.attempt?.play?.typedBoxes.write('browser:search', 'heures');
    await page.timers.pass(500);
    const again = createPage(server, history);
    await again.game.start(null);
    expect(again.game.attempt?.play?.typedBoxes.read('browser:search')).toBe('heures');
  });

  it('are there again after a reload of the page', async () => {
    const storage = new MemoryStorage();
    const history = new TabHistory();
    const server = new PlayServer(world);
    const page = await playFromStart(server, history, undefined, storage);
    page.game.attempt?.play?.typedBoxes.write('browser:search', 'heures');
    const again = createPage(server, history, globalThis.crypto, undefined, storage);
    await again.game.start(null);
    expect(again.game.attempt?.play?.typedBoxes.read('browser:search')).toBe('heures');
  });
});
