/** A browser's part of a launch, at a tool on loopback. */
import type { LtiProvider } from '../../lti/engine/provider.ts';
import type { Sessions } from '../../server/launches/sessions.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import type { Claims, TestLms } from './lti-lms.ts';

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Code of a refusal page, or null. */
  readonly code: string | null;
}

export interface Login {
  readonly state: string;
  readonly nonce: string;
  readonly cookie: string;
  readonly authorizationUrl: URL;
}

export class TestTool {
  readonly url: string;
  readonly storage: Storage;
  readonly provider: LtiProvider;
  readonly sessions: Sessions;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly log: { level: string; details: object; message: string }[];
  /** Milliseconds by which the tool's clock is ahead. */
  readonly time: { offsetMs: number };
  readonly #cookies: string[] = [];
  readonly #close: () => Promise<void>;

  constructor(
    parts: Omit<TestTool, 'close' | 'login' | 'post' | 'launch' | 'target' | 'cookies' | 'openSession'>,
    close: () => Promise<void>,
  ) {
    this.url = parts.url;
    this.storage = parts.storage;
    this.provider = parts.provider;
    this.sessions = parts.sessions;
    this.organisationId = parts.organisationId;
    this.registrationId = parts.registrationId;
    this.log = parts.log;
    this.time = parts.time;
    this.#close = close;
  }

  get target(): string {
    return `${this.url}/lti/launch`;
  }

  /** Of all logins, as one browser sends them. */
  get cookies(): string {
    return this.#cookies.join('; ');
  }

  /** Logs in; returns what platform and browser would store. */
  async login(lms: TestLms, params: Record<string, string> = {}): Promise<Login> {
    const query = new URLSearchParams({
      iss: lms.issuer,
      client_id: lms.clientId,
      login_hint: '4',
      target_link_uri: this.target,
      ...params,
    });
    const response = await fetch(`${this.url}/lti/login?${query.toString()}`, {
      redirect: 'manual',
      headers: { 'sec-fetch-dest': 'document' },
    });
    const authorizationUrl = new URL(response.headers.get('location') ?? 'about:blank');
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    this.#cookies.push(cookie);
    return {
      state: authorizationUrl.searchParams.get('state') ?? '',
      nonce: authorizationUrl.searchParams.get('nonce') ?? '',
      cookie,
      authorizationUrl,
    };
  }

  /** Posts a form, as the platform makes the browser do. */
  async post(
    fields: Record<string, string>,
    cookie: string,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return readPage(
      await fetch(this.target, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, ...headers },
        body: new URLSearchParams(fields),
      }),
    );
  }

  /** Launches with these claims in place of the usual ones. */
  async launch(
    lms: TestLms,
    overrides: Claims = {},
    header: Parameters<TestLms['sign']>[1] = {},
  ): Promise<Page> {
    const { state, nonce, cookie } = await this.login(lms);
    const idToken = await lms.sign(lms.claims(this.target, nonce, overrides), header);
    return this.post({ state, id_token: idToken }, cookie);
  }

  /** The session of a launch's page, in the browser of all logins. */
  openSession(page: Page): ReturnType<Sessions['open']> {
    return this.sessions.open(readCode(page), this.cookies);
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** The one-time code in the address of a launch's page. */
export function readCode(page: Page): string {
  const { hash } = new URL(page.headers.get('location') ?? '');
  return new URLSearchParams(hash.slice(1)).get('code') ?? '';
}

export async function readPage(response: Response): Promise<Page> {
  const text = await response.text();
  const code = /<main data-error="([^"]+)"/.exec(text)?.[1] ?? null;
  return { status: response.status, headers: response.headers, text, code };
}
