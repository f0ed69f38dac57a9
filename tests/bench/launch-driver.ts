/** Twenty people who launch again and again for a while, with the same three requests to either tool. */
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { TestLms } from '../support/lti-lms.ts';

const concurrency = 20;

export interface Round {
  readonly launches: number;
  readonly tookMs: number;
  /** Milliseconds from the login request to the session's response, per launch. */
  readonly eachMs: readonly number[];
}

/** One tool, and how a launch of it ends: the address that the launch led to becomes a session. */
export interface Contender {
  readonly name: string;
  readonly lms: TestLms;
  /** Where a launch is posted. */
  readonly launchUrl: string;
  readonly loginUrl: string;
  /** @throws if no session came of it */
  readonly enter: (location: string, cookies: string, send: Send) => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Send = (
  url: string,
  options?: { readonly headers?: Record<string, string>; readonly form?: string; readonly json?: string },
) => Promise<Answer>;

const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
let launched = 0;

/** Launches for so long, and waits for those on their way. */
export async function runRound(contender: Contender, durationMs: number): Promise<Round> {
  const eachMs: number[] = [];
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() - startedAt < durationMs) {
      const from = performance.now();
      await launchOnce(contender);
      eachMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { launches: eachMs.length, tookMs: performance.now() - startedAt, eachMs };
}

async function launchOnce({ lms, launchUrl, loginUrl, enter }: Contender): Promise<void> {
  launched += 1;
  const send = sendFrom(launched);
  const subject = `person-${launched % 300}`;
  const query = new URLSearchParams({
    iss: lms.issuer,
    client_id: lms.clientId,
    login_hint: subject,
    target_link_uri: launchUrl,
  });
  const login = await send(`${loginUrl}?${query.toString()}`, { headers: { 'sec-fetch-dest': 'document' } });
  const authorization = new URL(need(login, login.headers.location)).searchParams;
  const claims = lms.claims(launchUrl, authorization.get('nonce') ?? '', { sub: subject });
  const form = new URLSearchParams({
    state: authorization.get('state') ?? '',
    id_token: await lms.sign(claims),
  }).toString();
  const posted = await send(launchUrl, { headers: { cookie: readCookies(login) }, form });
  const cookies = [readCookies(login), readCookies(posted)].filter(Boolean).join('; ');
  await enter(new URL(need(posted, posted.headers.location), launchUrl).href, cookies, send);
}

function need(answer: Answer, location: string | undefined): string {
  if (location === undefined) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 500)}`);
  return location;
}

function readCookies({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0] ?? '').join('; ');
}

/** Each person has their own address, as the proxy in front would report: rate limits count but refuse nobody. */
function sendFrom(number: number): Send {
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return (url, { headers = {}, form, json } = {}) =>
    new Promise((resolve, reject) => {
      const body = form ?? json;
      const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
      const outgoing = request(url, {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          'x-forwarded-for': address,
          ...(body === undefined
            ? {}
            : { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      });
      outgoing.once('error', reject);
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          });
        });
      });
      outgoing.end(body);
    });
}
