import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { parseKept, showComfort } from '../../../client/src/state/comfort-values.ts';
import { Comfort } from '../../../client/src/state/comfort.svelte.ts';
import { findStorage, type TextStorage, Persisted } from '../../../client/src/state/persisted.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, TabHistory, type TestPage } from '../support/page.ts';
import { PlayServer } from '../support/play-server.ts';
import { sampleWorld } from '../apps/mail/sample-world.ts';

const larger = { app: 'frame', type: 'setting', name: 'text-size', value: '150' } as const;

function createStorage(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

function createComfort(history: TabHistory, storage: TextStorage | null): Comfort {
  return new Comfort(new Persisted(new TabMemory(history), storage, 'comfort'));
}

beforeEach(() => {
  locale.current = 'fr';
});

describe('comfort settings', () => {
  it('survive a reload if the browser has no storage', () => {
    const history = new TabHistory();
    createComfort(history, null).choose(larger);
    expect(createComfort(history, null).values['text-size']).toBe('150');
    expect(createComfort(new TabHistory(), null).values['text-size']).toBe('100');
  });

  it('end with the tab, since the next person may be another; the voice is the device’s', () => {
    const history = new TabHistory();
    const storage = createStorage();
    const comfort = createComfort(history, storage);
    comfort.choose(larger);
    comfort.choose({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
    comfort.chooseVoice('Amélie');
    expect(createComfort(history, storage).values).toMatchObject({ 'text-size': '150', helper: 'on' });
    const next = createComfort(new TabHistory(), storage);
    expect(next.values).toMatchObject({ 'text-size': '100', helper: 'off', 'voice-choice': 'other' });
    expect(next.voiceName).toBe('Amélie');
  });

  it('last for the page if storage refuses, and are the defaults if it contains nonsense', () => {
    const refusing: TextStorage = {
      getItem: () => '{',
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const comfort = createComfort(new TabHistory(), refusing);
    expect(comfort.values.contrast).toBe('system');
    expect(comfort.choose({ app: 'frame', type: 'setting', name: 'contrast', value: 'high' })).toBe(true);
    expect(comfort.values.contrast).toBe('high');
    const history = new TabHistory();
    new TabMemory(history).write({ comfort: { values: { contrast: 'neon' }, voiceNames: 3 } });
    expect(createComfort(history, null).values.contrast).toBe('system');
  });

  it('work without storage if accessing it throws', () => {
    const page = {
      get localStorage(): TextStorage {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    expect(findStorage(page)).toBeNull();
  });

  it('have a voice for each language', () => {
    const comfort = createComfort(new TabHistory(), null);
    comfort.chooseVoice('Amélie');
    locale.current = 'en';
    expect(comfort.voiceName).toBeNull();
  });

  it('are set on the root element only if they differ from the device’s preference', () => {
    const root = document.createElement('div');
    const comfort = createComfort(new TabHistory(), null);
    comfort.choose(larger);
    showComfort(root, comfort.values);
    expect(root.getAttributeNames()).toEqual(['data-text-size']);
    comfort.choose({ ...larger, value: '100' });
    showComfort(root, comfort.values);
    expect(root.getAttributeNames()).toEqual([]);
  });
});

describe('a change of a comfort setting', () => {
  it('is logged once while there is an attempt', async () => {
    const server = new PlayServer(sampleWorld);
    const { game } = await playFromStart(server);
    game.preferences.chooseSetting(larger);
    game.preferences.chooseSetting(larger);
    game.preferences.chooseVoice('Amélie');
    await settle();
    expect(server.frames).toEqual([
      larger,
      { app: 'frame', type: 'setting', name: 'voice-choice', value: 'other' },
    ]);
  });

  it('is not logged before the attempt began', () => {
    const server = new PlayServer(sampleWorld);
    createPage(server).game.preferences.chooseSetting(larger);
    expect(server.batches).toEqual([]);
  });
});

describe('comfort that the server has stored', () => {
  const stored = {
    settings: { 'text-size': '200', contrast: 'high', motion: 'off', voice: 'off', 'voice-pace': 'slow' },
    revision: 3,
  } as const;

  it('replaces the defaults, except what belongs to the device', () => {
    const storage = createStorage();
    createComfort(new TabHistory(), storage).chooseVoice('Amélie');
    const history = new TabHistory();
    const comfort = createComfort(history, storage);
    comfort.take(stored);
    expect(comfort.values).toMatchObject(stored.settings);
    expect(comfort.voiceName).toBe('Amélie');
    expect(createComfort(history, storage).kept).toEqual(stored);
  });

  it.each([null, 'x', [], {}, { settings: 'x', revision: 3 }])('is not read from %j', (given) => {
    expect(parseKept(given)).toBeNull();
  });

  it('is read with defaults for what an address must not say', () => {
    const settings = { ...stored.settings, contrast: '"><b>', more: 1 };
    expect(parseKept({ settings, revision: -2 })).toEqual({
      settings: { ...stored.settings, contrast: 'system' },
      revision: 0,
    });
  });
});

describe('a comfort setting of the person', () => {
  let server: PlayServer;
  beforeEach(() => {
    server = new PlayServer(sampleWorld);
  });

  async function open(history = new TabHistory()): Promise<TestPage> {
    const page = createPage(server, history);
    await page.game.start(history.state === null ? 'the-code-of-a-launch-1234' : null);
    return page;
  }

  const sent = (): number => server.requests.filter((request) => request === 'POST /api/comfort').length;
  const high = { app: 'frame', type: 'setting', name: 'contrast', value: 'high' } as const;

  it('is sent at once, also before an attempt', async () => {
    const { game } = await open();
    game.preferences.chooseSetting(larger);
    game.preferences.chooseSetting(high);
    await settle();
    expect(server.comfort?.settings).toMatchObject({ 'text-size': '150', contrast: 'high' });
    expect(sent()).toBe(2);
  });

  it('is sent once there is a session', async () => {
    const { game } = createPage(server);
    game.preferences.chooseSetting(larger);
    expect(sent()).toBe(0);
    await game.start('the-code-of-a-launch-1234');
    await settle();
    expect(server.comfort?.settings['text-size']).toBe('150');
  });

  it('wins over what another browser stored before the press', async () => {
    const { game } = await open();
    server.comfort = { settings: { ...game.preferences.comfort.kept.settings, motion: 'off' }, revision: 4 };
    game.preferences.chooseSetting(larger);
    await settle();
    expect(server.comfort).toMatchObject({
      settings: { 'text-size': '150', motion: 'system' },
      revision: 5,
    });
    expect(game.preferences.comfort.isUnsent).toBe(false);
  });

  it('stays here without a connection, and is sent when it is back', async () => {
    const { game, timers } = await open();
    server.line = 'down';
    game.preferences.chooseSetting(larger);
    await timers.pass(60_000);
    expect(game.preferences.comfort.values['text-size']).toBe('150');
    server.line = 'good';
    game.preferences.online();
    await settle();
    expect(server.comfort?.settings['text-size']).toBe('150');
    game.preferences.online();
    expect(sent()).toBe(4);
  });

  it('is sent after a reload, unless another browser stored something newer', async () => {
    for (const isNewer of [false, true]) {
      const history = new TabHistory();
      const first = await open(history);
      server.line = 'down';
      first.game.preferences.chooseSetting(larger);
      await first.timers.pass(60_000);
      server.line = 'good';
      const { settings } = first.game.preferences.comfort.kept;
      if (isNewer) server.comfort = { settings: { ...settings, 'text-size': '200' }, revision: 8 };
      const { game } = await open(history);
      await settle();
      const size = isNewer ? '200' : '150';
      expect(server.comfort?.settings['text-size']).toBe(size);
      expect(game.preferences.comfort.values['text-size']).toBe(size);
    }
  });

  it('is stored once if the response is lost', async () => {
    const { game, timers } = await open();
    server.line = 'answers-lost';
    game.preferences.chooseSetting(larger);
    await settle();
    server.line = 'good';
    await timers.pass(60_000);
    expect(server.comfort?.settings['text-size']).toBe('150');
    expect(game.preferences.comfort.isUnsent).toBe(false);
  });

  it('is not sent from a preview, nor if it belongs to the device or the visit', async () => {
    const learner = await open();
    learner.game.preferences.chooseVoice('Amélie');
    learner.game.preferences.bringHelper();
    server.practice = true;
    const preview = await open();
    preview.game.preferences.chooseSetting(larger);
    await settle();
    expect(sent()).toBe(0);
  });
});
