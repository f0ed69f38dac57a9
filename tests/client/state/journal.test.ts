import { describe, expect, it } from 'vitest';
import { Journal } from '../../../client/src/state/journal.ts';
import { createJournalSeal, type JournalEntry } from '../../../client/src/state/journal-seal.ts';
import { type JournalStore, openJournalStore, TabStore } from '../../../client/src/state/journal-store.ts';
import { TabMemory } from '../../../client/src/state/tab-memory.ts';
import { HandTimers } from '../support/hand-timers.ts';
import { TabHistory } from '../support/page.ts';

const crypto = globalThis.crypto;
/** 32 equal bytes as the server writes them: base64url. */
const key = (fill: 'A' | 'B'): string => fill.repeat(43);

function entry(epoch: number, actionSeq: number, typed = 'secret words'): JournalEntry {
  const action = { app: 'mail', type: 'write', typed } as const;
  return { epoch, stateHash: 'h', action: { actionSeq, tMs: 1, clientAt: 1, sceneId: '1', action } };
}

async function createJournal(store: JournalStore, attemptId = 'a', fill: 'A' | 'B' = 'A'): Promise<Journal> {
  return new Journal(attemptId, await createJournalSeal(attemptId, key(fill), crypto), store);
}

describe('the journal of unsent actions', () => {
  it('returns its entries in order after a reload', async () => {
    const history = new TabHistory();
    const journal = await createJournal(new TabStore(new TabMemory(history)));
    await journal.put(entry(2, 1));
    await journal.put(entry(1, 2));
    await journal.put(entry(1, 1));
    const reloaded = await createJournal(new TabStore(new TabMemory(history)));
    const places = (await reloaded.list()).map(({ epoch, action }) => [epoch, action.actionSeq]);
    expect(places).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
  });

  it('contains no readable word', async () => {
    const history = new TabHistory();
    const journal = await createJournal(new TabStore(new TabMemory(history)));
    await journal.put(entry(1, 1));
    const [row] = new TabMemory(history).read().journal;
    expect(new TextDecoder('latin1').decode(row?.sealed)).not.toContain('secret');
    expect(JSON.stringify(history.state)).not.toContain('secret');
  });

  it('cannot be read for another attempt or with another key', async () => {
    const store = new TabStore(new TabMemory(new TabHistory()));
    await (await createJournal(store, 'a', 'A')).put(entry(1, 1));
    expect(await (await createJournal(store, 'b', 'A')).list()).toEqual([]);
    expect(await (await createJournal(store, 'a', 'B')).list()).toEqual([]);
    expect(await (await createJournal(store, 'a', 'A')).list()).toHaveLength(1);
  });

  it('refuses an entry that was moved to another place', async () => {
    const store = new TabStore(new TabMemory(new TabHistory()));
    const journal = await createJournal(store);
    await journal.put(entry(1, 1));
    const [row] = await store.list('a');
    if (row === undefined) throw new Error('nothing was kept');
    await store.put({ ...row, actionSeq: 9 });
    expect((await journal.list()).map(({ action }) => action.actionSeq)).toEqual([1]);
  });

  it('deletes what is acknowledged, and earlier epochs with it', async () => {
    const store = new TabStore(new TabMemory(new TabHistory()));
    const journal = await createJournal(store);
    for (const [epoch, seq] of [
      [1, 7],
      [2, 1],
      [2, 2],
    ] as const) {
      await journal.put(entry(epoch, seq));
    }
    await journal.removeUpTo(2, 1);
    expect((await journal.list()).map(({ epoch, action }) => [epoch, action.actionSeq])).toEqual([[2, 2]]);
  });

  it('stores nothing if the browser cannot encrypt, and says so', async () => {
    const store = new TabStore(new TabMemory(new TabHistory()));
    const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
    const journal = new Journal('a', await createJournalSeal('a', key('A'), insecure), store);
    expect(await journal.put(entry(1, 1))).toBe(false);
    expect(await store.list('a')).toEqual([]);
  });

  it('keeps entries in memory when the browser refuses to write history', async () => {
    const history = new TabHistory();
    const store = new TabStore(new TabMemory(history));
    history.replaceState = () => {
      throw new DOMException('too often', 'SecurityError');
    };
    const journal = await createJournal(store);
    expect(await journal.put(entry(1, 1))).toBe(false);
    expect(await journal.list()).toHaveLength(1);
  });

  it('uses the tab’s history if there is no database', async () => {
    const store = await openJournalStore(new TabMemory(new TabHistory()), new HandTimers());
    expect(store).toBeInstanceOf(TabStore);
  });
});
