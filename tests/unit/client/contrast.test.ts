import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Contrast of the design tokens, computed from the file itself by the formula of WCAG 2.2 (1.4.3, 1.4.11). */
const css = readFileSync(new URL('../../../client/src/styles/tokens.css', import.meta.url), 'utf8');

type Theme = Readonly<Record<string, string>>;

function readBlock(opening: string): Theme {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`tokens.css has no block ${opening}`);
  const block = css.slice(start, css.indexOf('}', start));
  const pairs = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

const light = readBlock(':root {');
const dark: Theme = { ...light, ...readBlock('(prefers-color-scheme: dark) {') };
const high: Theme = { ...light, ...readBlock("[data-contrast='high'] {") };
const askedHigh: Theme = { ...light, ...readBlock('(prefers-contrast: more) {') };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, text: string, surface: string): number {
  const one = luminance(theme[text] ?? '');
  const other = luminance(theme[surface] ?? '');
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const SURFACES = ['paper', 'snow', 'birch', 'lichen', 'mist'];
const TEXTS = ['ink', 'muted', 'spruce', 'lake', 'cranberry'];
const DIMENSIONS = ['out', 'inf', 'com', 'pro', 'sec', 'res'].map((id) => `dimension-${id}`);
const ON = ['spruce', 'lake', 'cranberry', 'amber'].map((name) => [`on-${name}`, name] as const);

function findWeakPairs(theme: Theme, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs
    .map(([text, surface]) => ({ text, surface, ratio: contrast(theme, text, surface) }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ text, surface, ratio }) => `${text} on ${surface} is ${ratio.toFixed(2)}`);
}

function cross(texts: readonly string[], surfaces: readonly string[]): (readonly [string, string])[] {
  return texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const));
}

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['high-contrast', high, 7],
])('the %s theme', (_name, theme, least) => {
  it(`has a text contrast of at least ${String(least)} on every surface`, () => {
    expect(findWeakPairs(theme, cross([...TEXTS, ...DIMENSIONS], SURFACES), least)).toEqual([]);
    expect(findWeakPairs(theme, ON, least)).toEqual([]);
    expect(findWeakPairs(theme, [['on-spruce', 'spruce-deep']], least)).toEqual([]);
  });

  it('has a contrast of at least 3 for edges and the focus ring on every surface', () => {
    expect(findWeakPairs(theme, cross(['edge', 'focus'], SURFACES), 3)).toEqual([]);
    expect(findWeakPairs(theme, [['focus', 'focus-gap']], 3)).toEqual([]);
  });
});

describe('the design tokens', () => {
  it('give the same high-contrast theme for the system’s setting and the person’s', () => {
    expect(askedHigh).toEqual(high);
  });

  it('have the colours of the art direction', () => {
    expect(light).toMatchObject({ paper: '#fbf8f3', ink: '#1f2a33', spruce: '#0f5b4f', amber: '#f2b84b' });
    expect(contrast(light, 'ink', 'paper')).toBeCloseTo(13.8, 1);
  });

  it('reveal a pair with too little contrast', () => {
    expect(findWeakPairs(light, [['amber', 'paper']], 3)).toHaveLength(1);
  });
});
