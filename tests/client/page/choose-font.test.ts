import { describe, expect, it } from 'vitest';
import { chooseFont } from '../../../client/src/page/choose-font.ts';

const script = 'https://tool.example/assets/index.js';
const font = '/assets/font.woff2';

function timesOf(durationMs: number | null): Performance {
  const waitMs = 5_000;
  const entries =
    durationMs === null ? [] : [{ name: script, responseStart: waitMs, responseEnd: waitMs + durationMs }];
  return {
    getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name),
  } as unknown as Performance;
}

function choose(durationMs: number | null): { fetched: (string | null)[]; font: string | undefined } {
  const page = document.implementation.createHTMLDocument();
  chooseFont(page, timesOf(durationMs), script, font);
  const links = [...page.querySelectorAll('link[rel="preload"][as="font"]')];
  return {
    fetched: links.map((link) => link.getAttribute('href')),
    font: page.documentElement.dataset.font,
  };
}

describe('the font', () => {
  it.each([null, 0, 1_000])('is fetched if the script took %s ms', (durationMs) => {
    expect(choose(durationMs)).toEqual({ fetched: [font], font: undefined });
  });

  it('stays the device’s own if the script took longer than a second', () => {
    expect(choose(1_001)).toEqual({ fetched: [], font: 'device' });
  });
});
