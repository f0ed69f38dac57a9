import { request as openRequest } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { type Page, readPage } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

// Whatever was sent before: an ordinary launch still works.
afterAll(async () => {
  expect((await tool.launch(lms)).status).toBe(303);
});

async function send(path: string, body: string, contentType: string): Promise<Page> {
  const headers = { 'content-type': contentType };
  return readPage(await fetch(tool.url + path, { method: 'POST', redirect: 'manual', headers, body }));
}

const form = 'application/x-www-form-urlencoded';

describe('a posted body', () => {
  it.each([
    ['JSON with objects', '{"state":{"$ne":null},"id_token":{"a":1}}', 'application/json'],
    ['JSON that is none', '{"state":', 'application/json'],
    ['plain text', 'hello', 'text/plain'],
    ['nothing', '', form],
    ['bracketed names', 'state[$ne]=x&id_token[a]=b', form],
    [
      'repeated names',
      'state=aaaaaaaaaaaaaaaaaaaaaaaa&state=b&id_token=aaaaaaaaaaaaaaaaaaaaaaaa&id_token=b',
      form,
    ],
    ['prototype names', '__proto__[state]=x&constructor=y', form],
  ])('is refused with a page at launch: %s', async (_name, body, type) => {
    const page = await send('/lti/launch', body, type);
    expect([page.status, page.code]).toEqual([400, 'lti.launch-incomplete']);
  });

  it.each([
    ['JSON with objects', '{"iss":{"$ne":null}}', 'application/json'],
    ['bracketed names', 'iss[$ne]=x&login_hint[a]=b', form],
    ['repeated names', 'iss=a&iss=b&login_hint=4&target_link_uri=x', form],
  ])('is refused with a page at login: %s', async (_name, body, type) => {
    const page = await send('/lti/login', body, type);
    expect([page.status, page.code]).toEqual([400, 'lti.login-incomplete']);
  });

  it('is refused with a page if it is 10 MB', async () => {
    const page = await send('/lti/launch', `state=${'x'.repeat(10 * 1024 * 1024)}`, form);
    expect([page.status, page.code]).toEqual([413, 'request.too-large']);
  });

  it('does not stop the server if it ends midway', async () => {
    await new Promise<void>((resolve) => {
      const request = openRequest(`${tool.url}/lti/launch`, {
        method: 'POST',
        headers: { 'content-type': form, 'content-length': '1000' },
      });
      request.on('error', () => {
        resolve();
      });
      request.write('state=', () => request.destroy());
    });
    expect((await fetch(`${tool.url}/lti/keys`)).status).toBe(200);
  });
});

describe('a query', () => {
  it('is refused with a page if it contains objects and lists', async () => {
    const page = await readPage(await fetch(`${tool.url}/lti/login?iss[a]=b&iss=c&iss=d&login_hint=4`));
    expect([page.status, page.code]).toEqual([400, 'lti.login-incomplete']);
  });

  it('is refused if it has a malformed platform reference', async () => {
    const page = await readPage(await fetch(`${tool.url}/lti/login/${encodeURIComponent('../../x')}?iss=c`));
    expect([page.status, page.code]).toEqual([400, 'request.invalid']);
  });
});

describe('a refusal page', () => {
  const secret = 'v3ry-s3cret-value-that-was-posted';
  const refused = (headers: Record<string, string>): Promise<Page> =>
    tool.post({ state: secret.padEnd(43, 'x'), id_token: secret }, `__Host-lti_x=${secret}`, headers);

  it('shows nothing that was posted, and no stack trace', async () => {
    const page = await refused({});
    expect(page.text).not.toContain(secret);
    expect(page.text).not.toMatch(/\bat .*\.ts:|Error:/);
    expect(JSON.stringify(tool.log)).not.toContain(secret);
  });

  it('has the code, a request number that is in the log too, and a policy without inline exceptions', async () => {
    const page = await refused({});
    const errorId = /<strong>(\w{8})<\/strong>/.exec(page.text)?.[1] ?? 'none';
    expect(tool.log).toContainEqual({
      level: 'warn',
      message: 'lti.refused',
      details: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        errorId: expect.stringMatching(new RegExp(`^${errorId}-`)) as string,
        code: 'lti.state-unknown',
        detail: '',
      },
    });
    const policy = page.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; /);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-frame-options')).toBeNull();
  });

  it.each([
    ['fr-CA,fr;q=0.9', 'fr'],
    ['en-CA,en;q=0.9,fr;q=0.1', 'en'],
    ['es', 'fr'],
    ['', 'fr'],
  ])('is in the browser’s preferred language: %s', async (accepted, language) => {
    const page = await refused({ 'accept-language': accepted });
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain('<section lang="fr">');
    expect(page.text).toContain('<section lang="en">');
  });

  it('is in the launch’s language if the launch was verified', async () => {
    const page = await tool.launch(lms, {
      'https://purl.imsglobal.org/spec/lti/claim/deployment_id': 'unknown',
      'https://purl.imsglobal.org/spec/lti/claim/launch_presentation': { locale: 'en_us' },
    });
    expect(page.text).toContain('<html lang="en">');
  });
});
