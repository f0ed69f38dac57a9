import { describe, expect, it } from 'vitest';
import { chooseFont } from '../../../client/src/page/choose-font.ts';
import { HandTimers } from '../support/hand-timers.ts';

const script = 'https://tool.example/assets/index.js';

function timesOf(durationMs: number | null): Performance {
  const waitMs = 5_000;
  const entries =
    durationMs === null ? [] : [{ name: script, responseStart: waitMs, responseEnd: waitMs + durationMs }];
  return {
    getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name),
  } as unknown as Performance;
}

/** Of a page whose font comes as `answer` does. */
async function choose(
  durationMs: number | null,
  answer: () => Promise<unknown[]>,
): Promise<{ fetched: string[]; used: string | undefined }> {
  const page = document.implementation.createHTMLDocument();
  const fetched: string[] = [];
  const load = (name: string): Promise<unknown[]> => {
    fetched.push(name);
    return answer();
  };
  Object.defineProperty(page, 'fonts', { value: { load } });
  const timers = new HandTimers();
  const choosing = chooseFont(page, timesOf(durationMs), timers, script);
  await timers.pass(300);
  await choosing;
  return { fetched, used: page.documentElement.dataset.font };
}

const isThere = (): Promise<unknown[]> => Promise.resolve(['face']);
const fetched = ['1em "Atkinson Hyperlegible Next"'];

describe('our font', () => {
  it.each([null, 0, 1_000])('is used if the script took %s ms', async (durationMs) => {
    expect(await choose(durationMs, isThere)).toEqual({ fetched, used: 'own' });
  });

  it('is not fetched if the script took longer than a second', async () => {
    expect(await choose(1_001, isThere)).toEqual({ fetched: [], used: undefined });
  });

  it.each([
    ['comes too late', () => new Promise<unknown[]>(() => undefined)],
    ['is lost', () => Promise.reject(new Error('network'))],
    ['is unknown, as the style sheet is lost', () => Promise.resolve([])],
  ])('leaves the page as it is if it %s', async (_, answer) => {
    expect(await choose(0, answer)).toEqual({ fetched, used: undefined });
  });
});
