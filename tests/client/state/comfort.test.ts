import { beforeEach, describe, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { Comfort, showComfort } from '../../../client/src/state/comfort.svelte.ts';
import { findStorage, type TextStorage, Persisted } from '../../../client/src/state/persisted.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { settle } from '../support/hand-timers.ts';
import { createPage, playFromStart, TabHistory } from '../support/page.ts';
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

  it('are restored at the next visit if it has storage', () => {
    const storage = createStorage();
    createComfort(new TabHistory(), storage).choose(larger);
    createComfort(new TabHistory(), storage).chooseVoice('Amélie');
    const next = createComfort(new TabHistory(), storage);
    expect([next.values['text-size'], next.voiceName]).toEqual(['150', 'Amélie']);
  });

  it('forget the helper when the tab is closed, since the next person may be another', () => {
    const history = new TabHistory();
    const storage = createStorage();
    createComfort(history, storage).choose({ app: 'frame', type: 'setting', name: 'helper', value: 'on' });
    const here = createComfort(history, storage).values.helper;
    expect([here, createComfort(new TabHistory(), storage).values.helper]).toEqual(['on', 'off']);
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
