/** A launch answers a browser with the page itself (ADR 55). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names, TestLms } from '../../support/lti-lms.ts';
import { findFreePort } from '../../support/ports.ts';
import { addTestLms, loginAt } from '../../support/stub-launch.ts';
import { ToolProcess } from '../../support/tool-process.ts';

let lms: TestLms;
let tool: ToolProcess;
beforeAll(async () => {
  lms = await TestLms.start();
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {});
  await addTestLms(tool, lms);
  await tool.start();
});
afterAll(async () => {
  await tool.remove();
  await lms.close();
});

async function launch(headers: Record<string, string>, claims: object = {}): Promise<Response> {
  const { state, nonce, cookie } = await loginAt(tool.localUrl, lms);
  const target = `${tool.localUrl}/lti/launch`;
  const idToken = await lms.sign(lms.claims(target, nonce, { ...claims }));
  return fetch(target, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, ...headers },
    body: new URLSearchParams({ state, id_token: idToken }),
  });
}

const inFrame = { 'sec-fetch-dest': 'iframe' };

function addressIn(html: string): URL {
  const json = /<script type="application\/json" id="address">(.*?)<\/script>/.exec(html)?.[1] ?? '""';
  return new URL(JSON.parse(json) as string);
}

describe('a launch in a frame', () => {
  it('answers with the page and the address that it takes', async () => {
    const response = await launch(inFrame);
    const html = await response.text();
    expect(response.status).toBe(200);
    const address = addressIn(html);
    expect(address.origin).toBe(new URL(tool.localUrl).origin);
    expect(address.pathname).toMatch(/^\/play\/[\w-]+$/);
    expect(new URLSearchParams(address.hash.slice(1)).get('first')).toBe('notice');
    expect(html.indexOf('id="address"')).toBeLessThan(html.indexOf('<script>'));
    const plain = await fetch(`${tool.localUrl}${address.pathname}`);
    const rest = html.replace(/<script type="application\/json" id="address">.*?<\/script>/, '');
    expect(rest).toBe(await plain.text());
    expect(response.headers.get('content-security-policy')).toBe(
      plain.headers.get('content-security-policy'),
    );
  });

  it('lets the platform alone frame the page, runs nothing inline but its one script, and is cached nowhere', async () => {
    const response = await launch(inFrame);
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${lms.issuer}`);
    const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/);
  });

  it('gives each launch its own code', async () => {
    const codes = await Promise.all(
      [1, 2, 3].map(async () => addressIn(await (await launch(inFrame)).text()).hash),
    );
    expect(new Set(codes).size).toBe(3);
  });

  it.each([
    ['en-CA,en;q=0.9,fr;q=0.5', undefined, 'en'],
    ['en-CA', '', 'en'],
    ['fr-CA,fr;q=0.9,en;q=0.5', undefined, 'fr'],
    ['en-CA', 'fr_ca', 'fr'],
  ])('of a browser that wants %s, with the locale %s, speaks %s', async (wanted, locale, language) => {
    const claims = { [names.presentation]: { locale, document_target: 'iframe' } };
    const html = await (await launch({ ...inFrame, 'accept-language': wanted }, claims)).text();
    expect(new URLSearchParams(addressIn(html).hash.slice(1)).get('lang')).toBe(language);
  });

  it('sends no page for a launch that is refused', async () => {
    const response = await launch(inFrame, { [names.deploymentId]: 'unknown' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('id="address"');
  });

  it('is asked for again by GET if a browser reloads the page by the post of its launch', async () => {
    const { pathname } = addressIn(await (await launch(inFrame)).text());
    const again = await fetch(`${tool.localUrl}${pathname}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ state: 'old', id_token: 'old' }),
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, pathname]);
  });
});

describe.each([
  ['in a window of its own', { 'sec-fetch-dest': 'document' }],
  ['by a browser that does not say where', {}],
] as [string, Record<string, string>][])('a launch %s', (_where, headers) => {
  it('is redirected to the page', async () => {
    const response = await launch(headers);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('/play/');
  });
});
