import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createErrorHandler } from '../../../server/http/pages/error-handler.ts';
import { logRequests } from '../../../server/http/log-requests.ts';
import { createRegisterRouter } from '../../../server/http/lti/register.routes.ts';
import { approvePlatform } from '../../../server/organisations/manage-platform.ts';
import { invitePlatform } from '../../../server/organisations/invite.ts';
import type { InvitationRequest } from '../../../server/organisations/invite.ts';
import { registerByInvitation } from '../../../server/organisations/register.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { LyingLms } from '../../support/lying-lms.ts';

const limits = { timeoutMs: 150, maxBytes: 20_000 };

let bench: DeliveryBench;
let tool: Server;
let lms: LyingLms;
/** What the name server says, by host name; it may change its mind with each question. */
let names: Map<string, string[][]>;
let log: { details: object; message: string }[];

beforeAll(async () => {
  bench = await DeliveryBench.start();
  const note = (details: object, message: string): void => void log.push({ details, message });
  const { context } = bench;
  const app = express();
  const logger = { debug: () => undefined, info: note, warn: note, error: note };
  app.use(logRequests({ log: logger, randomId: context.randomId }));
  const outgoing = {
    ...limits,
    resolve: (hostname: string) => {
      const answers = names.get(hostname) ?? [];
      return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? []);
    },
  };
  app.use(
    '/lti/register',
    createRegisterRouter({
      ...context,
      allowInsecureLoopback: true,
      outgoing,
      requestsPerMinute: 10_000,
    }),
  );
  app.use(createErrorHandler(context));
  tool = createServer(app);
  await new Promise<void>((done) => tool.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await new Promise((done) => tool.close(done));
  await bench.close();
});

beforeEach(async () => {
  names = new Map();
  log = [];
  lms = await LyingLms.start();
});
afterEach(() => lms.close());

async function invite(request: Partial<InvitationRequest> = {}): Promise<string> {
  const { registrationUrl } = await invitePlatform(bench.context, {
    name: 'École',
    expectedHost: null,
    withNames: false,
    platformRef: null,
    privateHosts: [],
    organisationId: null,
    ...request,
  });
  return new URL(registrationUrl).pathname;
}

interface Page {
  readonly status: number;
  /** `done`, or the code of a refusal. */
  readonly outcome: string;
  readonly text: string;
}

async function readPage(response: Response): Promise<Page> {
  const text = await response.text();
  const code = /<main data-error="([^"]+)"/.exec(text)?.[1];
  return { status: response.status, outcome: code ?? (text.includes('id="close"') ? 'done' : 'page'), text };
}

const toolUrl = (path: string): string => `http://127.0.0.1:${(tool.address() as AddressInfo).port}${path}`;

async function press(path: string, configurationUrl = lms.configurationUrl): Promise<Page> {
  const body = new URLSearchParams({ openid_configuration: configurationUrl, registration_token: 'pass' });
  return readPage(await fetch(toolUrl(path), { method: 'POST', body }));
}

const registrationCount = async (): Promise<number> =>
  (await bench.context.storage.platforms.listRegistrationsByIssuer(lms.url)).length;

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
    expect(await press(await invite(), address)).toMatchObject({
      status: 400,
      outcome: 'registration.address-refused',
    });
    expect(lms.requests).toEqual([]);
  });

  it.each(['10.1.2.3', '127.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1', '100.64.0.1'])(
    'with a name that resolves to %s is not called',
    async (address) => {
      names.set('lms.example', [['9.9.9.9', address]]);
      const page = await press(await invite(), 'https://lms.example/configuration');
      expect(page.outcome).toBe('registration.address-refused');
      expect(page.text).not.toContain(address);
    },
  );

  it('with a name whose DNS answer changes is called at the address that was checked', async () => {
    const port = new URL(lms.url).port;
    const elsewhere: string[] = [];
    const other = createServer((request) => elsewhere.push(request.url ?? ''));
    await new Promise<void>((done) => other.listen(Number(port), '127.0.0.2', done));
    const url = `http://localhost:${port}`;
    lms.change = Object.fromEntries(
      ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'].map((name) => [
        name,
        `${url}/${name}`,
      ]),
    );
    lms.change = { ...lms.change, issuer: url };
    // Description, registration, token request.
    names.set('localhost', [['127.0.0.1'], ['127.0.0.1'], ['127.0.0.1'], ['127.0.0.2']]);
    expect((await press(await invite(), `${url}/configuration`)).outcome).toBe('done');
    expect({ elsewhere, answers: names.get('localhost') }).toEqual({
      elsewhere: [],
      answers: [['127.0.0.2']],
    });
    await new Promise((done) => other.close(done));
  });

  it('that redirects into the private network is not followed', async () => {
    lms.describe = (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    const page = await press(await invite());
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
    lms.describe = (_request, response) => response.end(answer);
    expect((await press(await invite())).outcome).toBe(code);
    expect(lms.registrations).toEqual([]);
  });

  it('that is slow, breaks off or does not exist is refused in time', async () => {
    lms.describe = () => undefined;
    expect((await press(await invite())).outcome).toBe('registration.too-slow');
    lms.describe = (_request, response) => response.destroy();
    expect((await press(await invite())).outcome).toBe('registration.unreachable');
    lms.describe = (_request, response) => response.writeHead(500).end('a stack trace');
    const page = await press(await invite());
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
    lms.change = { [member]: value };
    const page = await press(await invite());
    expect(page.outcome).toBe(code);
    expect(page.text).not.toContain('evil.example');
    expect(lms.registrations).toEqual([]);
    expect(await registrationCount()).toBe(0);
  });
});

describe('an invitation', () => {
  it('that was never issued, or is malformed, is unknown', async () => {
    for (const secret of ['x'.repeat(43), 'short', '..%2f..%2fkeys', `${'x'.repeat(43)}%00`]) {
      const page = await press(`/lti/register/${secret}`);
      expect(page).toMatchObject({ status: 404, outcome: 'registration.invitation-unknown' });
    }
    expect(lms.requests).toEqual([]);
  });

  it('works once: a second use is refused and changes nothing', async () => {
    const path = await invite();
    expect((await press(path)).outcome).toBe('done');
    lms.clientId = 'client-2';
    expect(await press(path)).toMatchObject({ status: 403, outcome: 'registration.invitation-used' });
    expect(await registrationCount()).toBe(1);
  });

  it('that two use at a time works for one', async () => {
    const path = await invite();
    const pages = await Promise.all([press(path), press(path), press(path)]);
    expect(pages.map(({ outcome }) => outcome).sort()).toEqual([
      'done',
      'registration.invitation-used',
      'registration.invitation-used',
    ]);
    expect(lms.registrations).toHaveLength(1);
    expect(await registrationCount()).toBe(1);
  });

  it('is started by one of many that found it open', async () => {
    const secret = (await invite()).split('/').at(-1) ?? '';
    const deps = { ...bench.context, allowInsecureLoopback: true, outgoing: limits };
    const request = { secret, configurationUrl: lms.configurationUrl, token: null, description: 'Un jeu' };
    // In one go, so that each looks before any of them begins: over HTTP the second finds it taken already.
    const outcomes = await Promise.all([1, 2, 3].map(() => registerByInvitation(deps, request)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(lms.registrations).toHaveLength(1);
  });

  it('expires after seven days', async () => {
    const path = await invite();
    bench.wait(7 * 24 * 3_600_000);
    expect(await press(path)).toMatchObject({ status: 403, outcome: 'registration.invitation-expired' });
    expect(lms.requests).toEqual([]);
  });

  it('for one host is refused to another, and remains valid for the right one', async () => {
    const path = await invite({ expectedHost: new URL(lms.url).host });
    const wrong = await press(path, 'https://evil.example/configuration');
    expect(wrong).toMatchObject({ status: 403, outcome: 'registration.host-unexpected' });
    expect((await press(path)).outcome).toBe('done');
  });

  it('is valid again after a temporary failure, and used up after a dishonest response', async () => {
    const kept = await invite();
    lms.answer = (_request, response) => response.writeHead(401).end('Token already used: eyJhbGci');
    const refused = await press(kept);
    expect(refused.outcome).toBe('registration.platform-refused');
    expect(refused.text).not.toContain('eyJhbGci');
    lms.answer = (_request, response) => response.end('{"client_id":{}}');
    expect((await press(kept)).outcome).toBe('registration.answer-incomplete');
    lms.answer = null;
    expect((await press(kept)).outcome).toBe('done');

    const spent = await invite();
    lms.change = { issuer: 'https://moodle.example' };
    expect((await press(spent)).outcome).toBe('registration.issuer-foreign');
    lms.change = {};
    lms.clientId = 'client-3';
    expect((await press(spent)).outcome).toBe('registration.invitation-used');
  });

  it('never overwrites addresses, keys and state of a known platform', async () => {
    expect((await press(await invite())).outcome).toBe('done');
    const { platforms } = bench.context.storage;
    const before = await platforms.listRegistrationsByIssuer(lms.url);
    lms.change = { token_endpoint: `${lms.url}/other-token`, jwks_uri: `${lms.url}/other-keys` };
    expect((await press(await invite())).outcome).toBe('registration.already-known');
    expect(await platforms.listRegistrationsByIssuer(lms.url)).toEqual(before);
  });

  it('is registered once by two invitations at once, and the loser leaves no key', async () => {
    const waiting: ServerResponse[] = [];
    // Both are past every look-up when the first answer arrives.
    lms.answer = (_request, response) => {
      waiting.push(response);
      if (waiting.length < 2) return;
      for (const one of waiting) one.writeHead(201).end(JSON.stringify({ client_id: lms.clientId }));
    };
    const invitations = [await invite(), await invite()];
    const pages = await Promise.all(invitations.map((path) => press(path)));
    expect(pages.map(({ outcome }) => outcome).sort()).toEqual(['done', 'registration.already-known']);
    expect(await registrationCount()).toBe(1);
    const { ltiRows } = bench.context.storage;
    for (const collection of ['privatekey', 'publickey']) {
      const index = { platformUrl: lms.url, clientId: lms.clientId };
      expect(await ltiRows.find(collection, index, Date.now())).toHaveLength(1);
    }
    const statuses = await ltiRows.find('platformStatus', {}, Date.now());
    const known = new Set((await ltiRows.find('platform', {}, Date.now())).map(({ index }) => index.kid));
    expect(statuses.filter(({ index }) => !known.has(index.id))).toEqual([]);
  });

  it('gives a known platform another registration, even without a deployment in the response', async () => {
    expect((await press(await invite())).outcome).toBe('done');
    const { platforms } = bench.context.storage;
    const [first] = await platforms.listRegistrationsByIssuer(lms.url);
    const platform = await platforms.find(first?.organisationId ?? '', first?.platformId ?? '');
    lms.clientId = 'client-2';
    lms.answer = (_request, response) => {
      const tool = { deployment_id: 7 };
      const answer = { client_id: 12, 'https://purl.imsglobal.org/spec/lti-tool-configuration': tool };
      response.end(JSON.stringify(answer));
    };
    bench.wait(1);
    const again = { platformRef: platform?.ref ?? '', privateHosts: ['moodle.intranet.example'] };
    expect((await press(await invite(again))).outcome).toBe('done');
    // What the operator allowed applies to the calls that follow, too.
    expect(await platforms.find(first?.organisationId ?? '', platform?.id ?? '')).toEqual({
      ...platform,
      privateHosts: ['moodle.intranet.example'],
    });
    const all = await platforms.listRegistrationsByIssuer(lms.url);
    expect(all.map(({ clientId, platformId, active }) => [clientId, platformId, active])).toEqual([
      ['client-1', platform?.id, false],
      ['12', platform?.id, false],
    ]);
    const deployments = await platforms.listDeployments(first?.organisationId ?? '', platform?.id ?? '', {
      limit: 9,
    });
    expect(deployments.map(({ deploymentId, status }) => [deploymentId, status])).toEqual([['7', 'pending']]);

    // Of several that are inactive only the one that is meant wakes: another may have been ended on purpose.
    const ref = platform?.ref ?? '';
    await expect(approvePlatform(bench.context, ref)).rejects.toMatchObject({ code: 'platform.ambiguous' });
    expect(
      (await approvePlatform(bench.context, ref, '12')).map(({ deploymentIds }) => deploymentIds),
    ).toEqual([['7']]);
    const awake = (await platforms.listRegistrationsByIssuer(lms.url)).map(({ active }) => active);
    expect(awake).toEqual([false, true]);
  });

  it('is shown as a page that continues only by its button, in both languages', async () => {
    const path = await invite();
    const query = new URLSearchParams({
      openid_configuration: 'https://x"><script>.example/',
      registration_token: '"><b>',
    });
    const broken = await readPage(await fetch(toolUrl(`${path}?${query.toString()}`)));
    expect(broken.outcome).toBe('registration.request-incomplete');
    query.set('openid_configuration', 'https://lms.example:8443/configuration');
    const asked = await readPage(await fetch(toolUrl(`${path}?${query.toString()}`)));
    expect(asked.text).toContain('lms.example:8443');
    expect(asked.text).not.toContain('"><b>');
    query.set('language', 'en');
    expect((await readPage(await fetch(toolUrl(`${path}?${query.toString()}`)))).text).toContain(
      'Connect NUM+',
    );
    // When a person opens it in a browser, the page says where to paste it.
    expect((await readPage(await fetch(toolUrl(path)))).text).toContain('LTI Advantage');
    expect((await press(path)).outcome).toBe('done');
  });

  it('is checked by type and length before anything else', async () => {
    const path = await invite();
    for (const body of [
      'openid_configuration=a&openid_configuration=b',
      `openid_configuration=https://${'x'.repeat(3_000)}`,
      '',
    ]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const page = await readPage(await fetch(toolUrl(path), { method: 'POST', headers, body }));
      expect(page.outcome).toBe('registration.request-incomplete');
    }
    const json = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"openid_configuration":{}}',
    };
    expect((await readPage(await fetch(toolUrl(path), json))).outcome).toBe(
      'registration.request-incomplete',
    );
    // The process and the invitation have lived through all of it.
    expect((await press(path)).outcome).toBe('done');
  });

  it('leaves no secret, token or text of the LMS in the log', async () => {
    const path = await invite();
    lms.answer = (_request, response) => response.writeHead(400).end('words of the LMS');
    await press(path);
    const text = JSON.stringify(log);
    expect(text).toContain('registration.platform-refused');
    for (const secret of [path.split('/').at(-1) ?? '', 'pass', 'words of the LMS'])
      expect(text).not.toContain(secret);
  });
});

it('reaches a private host only if the invitation names it, and this is logged', async () => {
  const host = 'moodle.intranet.example';
  names.set(host, [['127.0.0.1']]);
  const url = `https://${host}/configuration`;
  expect((await press(await invite(), url)).outcome).toBe('registration.address-refused');
  // Reached now, but nobody listens with TLS there.
  expect((await press(await invite({ privateHosts: [host] }), url)).outcome).toBe('registration.unreachable');
  expect(log).toContainEqual(expect.objectContaining({ message: 'lti.private-host-used' }));
});
