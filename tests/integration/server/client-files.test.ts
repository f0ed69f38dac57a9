/** The client's files as a browser on a slow line gets them. */
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SceneAnswer } from '../../../server/contract/play.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { startStack, type Stack } from '../../support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

async function findScript(): Promise<string> {
  const page = await (await fetch(`${stack.tool.publicUrl}/play`)).text();
  const path = /src="([^"]+\.js)"/.exec(page)?.[1] ?? '';
  return new URL(path, stack.tool.publicUrl).href;
}

describe('the script of the first screen', () => {
  it('is compressed, and cached by the browser', async () => {
    const response = await fetch(await findScript(), { headers: { 'accept-encoding': 'gzip' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('is sent as the build compressed it, if the browser accepts that', async () => {
    const url = await findScript();
    const response = await fetch(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(await response.text()).toBe(await plain.text());
  });

  it('has a short head: what protects a file, and nothing about pages or later visits', async () => {
    const { headers } = await fetch(await findScript(), { headers: { 'accept-encoding': 'br' } });
    expect([...headers.keys()].toSorted()).toEqual([
      'cache-control',
      'connection',
      'content-encoding',
      'content-length',
      'content-type',
      'cross-origin-resource-policy',
      'date',
      'keep-alive',
      'vary',
      'x-content-type-options',
    ]);
  });

  it('is not compressed if the browser does not accept it', async () => {
    const response = await fetch(await findScript(), { headers: { 'accept-encoding': 'identity' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).not.toBe('');
  });
});

describe('the page', () => {
  it('is compressed once, as well as can be', async () => {
    const open = (encoding: string): Promise<Response> =>
      fetch(`${stack.tool.publicUrl}/play`, { headers: { 'accept-encoding': encoding } });
    const [best, plain] = await Promise.all([open('gzip, br'), open('identity')]);
    const text = await plain.text();
    expect(best.headers.get('content-encoding')).toBe('br');
    expect(best.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(best.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
    expect(best.headers.get('vary')).toContain('Accept-Encoding');
    expect(Number(best.headers.get('content-length'))).toBe(brotliCompressSync(text).length);
    expect(await best.text()).toBe(text);
    expect((await open('gzip')).headers.get('content-encoding')).toBe('gzip');
  });
});

describe('the icon', () => {
  it.each(['/play', '/nothing-here'])('is named by the page %s, which may load it', async (path) => {
    const page = await fetch(`${stack.tool.publicUrl}${path}`);
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self'");
    expect(await page.text()).toMatch(/<link rel="icon" type="image\/svg\+xml" href="\/favicon\.svg"/);
  });

  it.each([
    ['/favicon.svg', 'image/svg+xml'],
    ['/favicon.ico', /^image\/(?:x-icon|vnd\.microsoft\.icon)$/],
    ['/icon.png', 'image/png'],
  ])('is at %s, and an LMS of another site may show it', async (path, type) => {
    const icon = await fetch(`${stack.tool.publicUrl}${path}`);
    expect(icon.status).toBe(200);
    expect(icon.headers.get('content-type')).toMatch(type);
    expect(icon.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
});

describe('a response of the API', () => {
  it('is never compressed, since it has tokens', async () => {
    const response = await fetch(`${stack.tool.publicUrl}/api/attempt`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('is compressed if it is a scene, which has none', async () => {
    const learner = new ApiLearner(stack);
    await learner.begin(4);
    const scene = await fetch(`${stack.tool.publicUrl}/api/attempts/${learner.attempt.id}/scenes/1`, {
      headers: { 'accept-encoding': 'br', authorization: `Bearer ${learner.token}` },
    });
    expect(scene.headers.get('content-encoding')).toBe('br');
    const text = await scene.text();
    expect((JSON.parse(text) as SceneAnswer).world.apps).toEqual(['mail']);
    expect(text).not.toContain(learner.token);
  });
});
