/** A tiny LTI tool for trying the sandbox LMS: independent of the product, made of jose and fetch only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JWTPayload, JWTVerifyResult } from 'jose';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';

export const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';
export const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
export const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
const ALL_SCOPES = [`${AGS}/lineitem`, `${AGS}/score`, `${AGS}/result.readonly`, NRPS].join(' ');
/** Made once for all: RSA keys take their time. */
const FIRST_KEY = { kid: 'tool-1', ...(await generateKeyPair('RS256')) };
const CLIENT_ID = 'tinyTool1234567';

export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The one form of a page, as a browser would post it. */
export function readForm(html: string): Form {
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '';
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return {
    action: decode(action),
    fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, decode(value)])),
  };
}

/** Signs in as a person and returns the cookie header of their browser. */
export async function actAs(lms: RunningLms, person: number): Promise<string> {
  const answer = await fetch(`${lms.publicUrl}/act-as`, {
    method: 'POST',
    body: new URLSearchParams({ person: String(person), next: '/' }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

export async function getPage(
  lms: RunningLms,
  path: string,
  cookie = '',
): Promise<{ status: number; html: string }> {
  const answer = await fetch(`${lms.publicUrl}${path}`, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
}

export class TinyTool {
  readonly lms: RunningLms;
  readonly origin: string;
  readonly stop: () => Promise<void>;
  readonly fetches: { keySet: number };
  private readonly keys: { kid: string; privateKey: CryptoKey; publicKey: CryptoKey }[];

  constructor(
    lms: RunningLms,
    origin: string,
    keys: TinyTool['keys'],
    fetches: { keySet: number },
    stop: () => Promise<void>,
  ) {
    this.lms = lms;
    this.origin = origin;
    this.keys = keys;
    this.fetches = fetches;
    this.stop = stop;
  }

  /** Replaces the key pair, as a tool that rotates without overlap. */
  async rotate(kid: string): Promise<void> {
    this.keys.splice(0, 1, { kid, ...(await generateKeyPair('RS256')) });
  }

  sign(claims: JWTPayload, header: { kid?: string } = {}): Promise<string> {
    const [key] = this.keys;
    if (key === undefined) throw new Error('no key');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
      .sign(key.privateKey);
  }

  /** Starts a launch in the LMS and returns the fields of the login request. */
  async login(person: number, path = '/mod/lti/launch.php?id=2'): Promise<Form> {
    const { html } = await getPage(this.lms, path, await actAs(this.lms, person));
    return readForm(html);
  }

  /** Returns the page of the authentication endpoint. `change` alters or (undefined) removes a field. */
  async authenticate(
    login: Form,
    change: Readonly<Record<string, string | undefined>> = {},
    method: 'GET' | 'POST' = 'GET',
  ): Promise<{ status: number; html: string; form: Form }> {
    const wanted: Record<string, string | undefined> = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: login.fields.client_id,
      redirect_uri: `${this.origin}/launch`,
      login_hint: login.fields.login_hint,
      lti_message_hint: login.fields.lti_message_hint,
      state: 'a "state" é',
      nonce: 'nonce-1',
      ...change,
    };
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(wanted)) if (value !== undefined) fields.set(name, value);
    const url = this.lms.endpoints.authorization;
    const answer =
      method === 'GET'
        ? await fetch(`${url}?${fields.toString()}`)
        : await fetch(url, { method, body: fields });
    const html = await answer.text();
    return { status: answer.status, html, form: readForm(html) };
  }

  async verify(idToken: string): Promise<JWTVerifyResult> {
    return jwtVerify(idToken, createRemoteJWKSet(new URL(this.lms.endpoints.keySet)), {
      issuer: this.lms.issuer,
      audience: CLIENT_ID,
      currentDate: new Date('2026-11-25T12:00:00Z'),
    });
  }

  /** Claims of a complete launch. */
  async launch(person: number, path?: string): Promise<JWTPayload> {
    const { form } = await this.authenticate(await this.login(person, path));
    return (await this.verify(form.fields.id_token ?? '')).payload;
  }

  async requestToken(
    change: Readonly<{
      claims?: JWTPayload;
      scope?: string;
      header?: { kid?: string };
      form?: Record<string, string>;
    }> = {},
  ): Promise<Response> {
    const nowS = Date.parse('2026-11-25T12:00:00Z') / 1000;
    const claims = {
      iss: CLIENT_ID,
      sub: CLIENT_ID,
      aud: this.lms.endpoints.token,
      iat: nowS,
      exp: nowS + 300,
      jti: 'j1',
      ...change.claims,
    };
    return fetch(this.lms.endpoints.token, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await this.sign(claims, change.header),
        scope: change.scope ?? ALL_SCOPES,
        ...change.form,
      }),
    });
  }

  async getToken(scope = ALL_SCOPES): Promise<string> {
    const body: unknown = JSON.parse(await (await this.requestToken({ scope })).text());
    if (typeof body !== 'object' || body === null || !('access_token' in body)) throw new Error('no token');
    return String(body.access_token);
  }

  async call(
    method: string,
    url: string,
    options: Readonly<{ token: string; accept?: string; type?: string; body?: unknown }>,
  ): Promise<{ status: number; text: string; json: unknown; headers: Headers; reason: string }> {
    const headers = new Headers({ authorization: `Bearer ${options.token}` });
    if (options.accept !== undefined) headers.set('accept', options.accept);
    if (options.type !== undefined) headers.set('content-type', options.type);
    const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    const answer = await fetch(url, { method, headers, ...(options.body === undefined ? {} : { body }) });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
    const json: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: answer.status, text, json, headers: answer.headers, reason: answer.statusText };
  }
}

/** Starts the tool's key set and registers it with the LMS. */
export async function startTinyTool(lms: RunningLms): Promise<TinyTool> {
  const keys = [FIRST_KEY];
  const fetches = { keySet: 0 };
  const server = createServer((_request, response) => {
    fetches.keySet += 1;
    const list = keys.map(async ({ kid, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      alg: 'RS256',
    }));
    void Promise.all(list).then((all) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: all })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const service = `http://127.0.0.1:${address.port}`;
  const origin = 'http://tool.localhost:9';
  lms.setTool({
    clientId: CLIENT_ID,
    deploymentId: '1',
    loginUrl: `${origin}/login`,
    redirectUris: [`${origin}/launch`],
    targetLinkUri: `${origin}/launch`,
    keySetUrl: `${service}/keys`,
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return new TinyTool(lms, origin, keys, fetches, stop);
}

/** A clock that tests move by hand; it begins at 2026-11-25T12:00:00Z. */
export function createTestClock(): { now: () => Date; advance(ms: number): void } {
  let at = Date.parse('2026-11-25T12:00:00Z');
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}
