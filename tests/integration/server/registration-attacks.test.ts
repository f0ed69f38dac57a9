/** Addresses, pages and texts that could harm. */
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { limits, setUpRegistrationSite } from '../../support/registration-site.ts';

const site = setUpRegistrationSite();

describe('an LMS configuration address', () => {
  it.each([
    ['a literal private address', 'https://10.0.0.1/configuration'],
    ['the same in another spelling', 'https://0xa000001/configuration'],
    ['metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['a mapped address', 'https://[::ffff:10.0.0.1]/configuration'],
    ['plain http', 'http://lms.example/configuration'],
    ['a user name', 'https://lms.example@127.0.0.1/configuration'],
    ['another port', 'https://lms.example:8080/configuration'],
    ['a file', 'file:///etc/passwd'],
  ])('at %s is not called', async (_what, address) => {
    expect(await site.press(await site.invite(), address)).toMatchObject({
      status: 400,
      outcome: 'registration.address-refused',
    });
    expect(site.lms.requests).toEqual([]);
  });

  it.each(['10.1.2.3', '127.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1', '100.64.0.1'])(
    'with a name that resolves to %s is not called',
    async (address) => {
      site.names.set('lms.example', [['9.9.9.9', address]]);
      const page = await site.press(await site.invite(), 'https://lms.example/configuration');
      expect(page.outcome).toBe('registration.address-refused');
      expect(page.text).not.toContain(address);
    },
  );

  it('with a name whose DNS answer changes is called at the address that was checked', async () => {
    const port = new URL(site.lms.url).port;
    const elsewhere: string[] = [];
    const other = createServer((request) => elsewhere.push(request.url ?? ''));
    await new Promise<void>((done) => other.listen(Number(port), '127.0.0.2', done));
    const url = `http://localhost:${port}`;
    site.lms.change = Object.fromEntries(
      ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'].map((name) => [
        name,
        `${url}/${name}`,
      ]),
    );
    site.lms.change = { ...site.lms.change, issuer: url };
    // Description, registration, token request.
    site.names.set('localhost', [['127.0.0.1'], ['127.0.0.1'], ['127.0.0.1'], ['127.0.0.2']]);
    expect((await site.press(await site.invite(), `${url}/configuration`)).outcome).toBe('done');
    expect({ elsewhere, answers: site.names.get('localhost') }).toEqual({
      elsewhere: [],
      answers: [['127.0.0.2']],
    });
    await new Promise((done) => other.close(done));
  });

  it('that redirects into the private network is not followed', async () => {
    site.lms.describe = (_request, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    const page = await site.press(await site.invite());
    expect(page.outcome).toBe('registration.redirected');
    expect(page.text).not.toContain('10.0.0.1');
  });

  it.each([
    ['with too many bytes', 'registration.too-large', 'x'.repeat(limits.maxBytes + 1)],
    ['in HTML', 'registration.not-json', '<html><script>alert(1)</script>'],
    ['with nothing', 'registration.not-json', ''],
    ['with a list', 'registration.description-incomplete', '[]'],
    ['with null', 'registration.description-incomplete', 'null'],
  ])('that is %s is refused with its own code (%s)', async (_what, code, answer) => {
    site.lms.describe = (_request, response) => response.end(answer);
    expect((await site.press(await site.invite())).outcome).toBe(code);
    expect(site.lms.registrations).toEqual([]);
  });

  it('that is slow, breaks off or does not exist is refused in time', async () => {
    site.lms.describe = () => undefined;
    expect((await site.press(await site.invite())).outcome).toBe('registration.too-slow');
    site.lms.describe = (_request, response) => response.destroy();
    expect((await site.press(await site.invite())).outcome).toBe('registration.unreachable');
    site.lms.describe = (_request, response) => response.writeHead(500).end('a stack trace');
    const page = await site.press(await site.invite());
    expect(page.outcome).toBe('registration.unreachable');
    expect(page.text).not.toContain('stack trace');
  });

  it.each([
    ['issuer', 'https://moodle.example', 'registration.issuer-foreign'],
    ['issuer', 'https://canvas.instructure.com', 'registration.issuer-foreign'],
    ['issuer', 'not an address', 'registration.issuer-foreign'],
    ['registration_endpoint', 'http://other.localhost/register', 'registration.endpoint-foreign'],
    ['registration_endpoint', 'https://evil.example/register', 'registration.endpoint-foreign'],
    ['token_endpoint', 'https://evil.example/token', 'registration.endpoint-foreign'],
    ['jwks_uri', 'https://evil.example/keys', 'registration.endpoint-foreign'],
    ['authorization_endpoint', 'https://evil.example/auth', 'registration.endpoint-foreign'],
    ['jwks_uri', 'https://10.0.0.1/keys', 'registration.address-refused'],
    ['authorization_endpoint', 'javascript:alert(1)', 'registration.address-refused'],
    ['token_endpoint', undefined, 'registration.description-incomplete'],
    ['jwks_uri', { toString: 'x' }, 'registration.description-incomplete'],
  ])('with %s = %j is refused (%s) and nothing is requested', async (member, value, code) => {
    site.lms.change = { [member]: value };
    const page = await site.press(await site.invite());
    expect(page.outcome).toBe(code);
    expect(page.text).not.toContain('evil.example');
    expect(site.lms.registrations).toEqual([]);
    expect(await site.registrationCount()).toBe(0);
  });
});

describe('the page of an invitation', () => {
  it('is shown as a page that continues only by its button, in both languages', async () => {
    const path = await site.invite();
    const query = new URLSearchParams({
      openid_configuration: 'https://x"><script>.example/',
      registration_token: '"><b>',
    });
    const broken = await site.readPage(await fetch(site.toolUrl(`${path}?${query.toString()}`)));
    expect(broken.outcome).toBe('registration.request-incomplete');
    query.set('openid_configuration', 'https://lms.example:8443/configuration');
    const asked = await site.readPage(await fetch(site.toolUrl(`${path}?${query.toString()}`)));
    expect(asked.text).toContain('lms.example:8443');
    expect(asked.text).not.toContain('"><b>');
    query.set('language', 'en');
    expect((await site.readPage(await fetch(site.toolUrl(`${path}?${query.toString()}`)))).text).toContain(
      'Connect NUM+',
    );
    // When a person opens it in a browser, the page says where to paste it.
    expect((await site.readPage(await fetch(site.toolUrl(path)))).text).toContain('LTI Advantage');
    expect((await site.press(path)).outcome).toBe('done');
  });

  it('is checked by type and length before anything else', async () => {
    const path = await site.invite();
    for (const body of [
      'openid_configuration=a&openid_configuration=b',
      `openid_configuration=https://${'x'.repeat(3_000)}`,
      '',
    ]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const page = await site.readPage(await fetch(site.toolUrl(path), { method: 'POST', headers, body }));
      expect(page.outcome).toBe('registration.request-incomplete');
    }
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"openid_configuration":{}}',
    };
    expect((await site.readPage(await fetch(site.toolUrl(path), json))).outcome).toBe(
      'registration.request-incomplete',
    );
    // The process and the invitation have lived through all of it.
    expect((await site.press(path)).outcome).toBe('done');
  });

  it('leaves no secret, token or text of the LMS in the site.log', async () => {
    const path = await site.invite();
    site.lms.answer = (_request, response) => response.writeHead(400).end('words of the LMS');
    await site.press(path);
    const text = JSON.stringify(site.log);
    expect(text).toContain('registration.platform-refused');
    for (const secret of [path.split('/').at(-1) ?? '', 'pass', 'words of the LMS'])
      expect(text).not.toContain(secret);
  });
});

it('reaches a private host only if the invitation site.names it, and this is logged', async () => {
  const host = 'moodle.intranet.example';
  site.names.set(host, [['127.0.0.1']]);
  const url = `https://${host}/configuration`;
  expect((await site.press(await site.invite(), url)).outcome).toBe('registration.address-refused');
  // Reached now, but nobody listens with TLS there.
  expect((await site.press(await site.invite({ privateHosts: [host] }), url)).outcome).toBe(
    'registration.unreachable',
  );
  expect(site.log).toContainEqual(expect.objectContaining({ message: 'lti.private-host-used' }));
});
