import type { SessionAnswer } from '../../contract/session.ts';
import { launchFromPage } from './launch.ts';

export interface Places {
  readonly lmsUrl: string;
  readonly toolUrl: string;
}

export class ToolSession {
  readonly #toolUrl: string;
  #token: string | null = null;

  private constructor(toolUrl: string) {
    this.#toolUrl = toolUrl;
  }

  static async open({ lmsUrl, toolUrl }: Places, personId: number, cmid: number): Promise<ToolSession> {
    const page = await launchFromPage({ lmsUrl }, personId, `/mod/lti/launch.php?id=${cmid}`);
    const session = new ToolSession(toolUrl);
    const code = new URLSearchParams(page.hash.slice(1)).get('code') ?? '';
    const { accessToken } = await session.call<SessionAnswer>('POST', '/api/session', { code });
    session.#token = accessToken;
    return session;
  }

  /** @throws if the tool refuses */
  async call<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body> {
    const response = await fetch(`${this.#toolUrl}${path}`, {
      method,
      headers: {
        ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    // Both are one build.
    return JSON.parse(text) as Body;
  }
}
