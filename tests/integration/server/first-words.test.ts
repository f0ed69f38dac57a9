/** The words of the page that can be read before its script and its style have come. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

async function open(path: string): Promise<{ html: string; policy: string }> {
  const response = await fetch(`${stack.tool.publicUrl}${path}`);
  return { html: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
}

function hashOf(html: string, tag: string): string {
  const text = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? '';
  expect(text.length).toBeGreaterThan(100);
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('the first words', () => {
  it.each([
    ['fr', shellFr],
    ['en', shellEn],
  ] as const)('are the whole notice, or a word to wait: %s', async (language, texts) => {
    const { html } = await open('/play');
    const main = (screen: string): string =>
      new RegExp(`<main class="${screen}-${language}" lang="${language}-CA">(.*?)</main>`).exec(html)?.[1] ??
      '';
    const notice = Object.entries(texts).filter(
      ([key]) => key.startsWith('notice.') && key !== 'notice.accept',
    );
    expect(notice.length).toBeGreaterThan(7);
    for (const [, text] of notice) expect(main('notice')).toContain(text);
    expect(main('opening')).toContain(`<h1>${texts['opening.title']}</h1>`);
  });

  it.each(['/play', '/teach'])('come at %s before all that is fetched, in a small page', async (path) => {
    const { html } = await open(path);
    expect(html.indexOf('rel="stylesheet"')).toBeGreaterThan(html.indexOf('id="first-words"'));
    expect(html).not.toMatch(/<script(?! type="module")[^>]* src=|blocking=/);
    const response = await fetch(`${stack.tool.publicUrl}${path}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(Buffer.byteLength(html)).toBeLessThan(16_000);
  });

  it('have the only script and the only style that may be in the page', async () => {
    const { html, policy } = await open('/play');
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(policy).toContain(`script-src 'self' ${hashOf(html, 'script')};`);
    expect(policy).toContain(`style-src 'self' ${hashOf(html, 'style')};`);
    expect(policy).not.toContain('unsafe');
  });

  it('say the order of all layers, since the styles of an app stand before those of the page', async () => {
    const { html } = await open('/play');
    const order = /<style>\s*@layer ([^;{]+);/.exec(html)?.[1]?.split(', ') ?? [];
    const source = new URL('../../../client/src/', import.meta.url);
    const used = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) => [...readFileSync(new URL(path, source), 'utf8').matchAll(/@layer ([\w-]+) \{/g)])
      .map(([, name = '']) => name);
    expect(used).toContain('apps');
    expect(order.toSorted()).toEqual(['first-words', ...new Set(used)].toSorted());
    const base = ['tokens', 'reset', 'base', 'helpers'];
    expect(order.slice(0, 5)).toEqual(['first-words', ...base]);
  });

  it('have the colours of the application, in every theme', () => {
    const read = (path: string): string =>
      readFileSync(new URL(`../../../client/${path}`, import.meta.url), 'utf8');
    const [first, tokens] = [read('build/first-words.css'), read('src/styles/tokens.css')];
    const valuesOf = (css: string, name: string): string[] =>
      [...css.matchAll(new RegExp(`--${name}: ([^;]+);`, 'g'))].map(([, value = '']) => value);
    for (const name of ['paper', 'snow', 'ink', 'outline', 'text-size']) {
      expect(valuesOf(first, name).length).toBeGreaterThan(2);
      expect(valuesOf(first, name)).toEqual(valuesOf(tokens, name));
    }
  });
});

describe('a launch', () => {
  it('says that the notice is due until it is accepted', async () => {
    const learner = new ApiLearner(stack);
    await learner.launch(4);
    expect(learner.arrival.get('first')).toBe('notice');
    expect(learner.arrival.get('lang')).toBe('fr');
    await learner.startAttempt();
    await learner.launch(4);
    expect(learner.arrival.get('first')).toBeNull();
  });
});
