/** The only network access of lti/: checked addresses, https, no redirects, a time-out, a size limit. */
import { lookup } from 'node:dns/promises';
import { request as openHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as openHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findCheckedAddresses, parseOutgoingUrl } from './address-guard.ts';
import type { CheckedAddress, Resolve } from './address-guard.ts';

export interface Caller {
  readonly issuer: string;
  readonly clientId: string;
  readonly notePrivateHost?: NotePrivateHost | undefined;
}

export type NotePrivateHost = (hostname: string) => void;

interface FetchRequest {
  /** Decides which private hosts are allowed; null before registration. */
  readonly client: Caller | null;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type FetchOutcome =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly ok: false; readonly reason: FetchFault };

export type FetchFault = 'address-refused' | 'redirected' | 'too-large' | 'timed-out' | 'unreachable';

export type GuardedFetch = (url: string, request: FetchRequest) => Promise<FetchOutcome>;

export interface GuardedFetchOptions {
  /** For local trials only. */
  readonly allowInsecureLoopback: boolean;
  readonly findPrivateHosts?: (client: Caller | null) => Promise<readonly string[]>;
  readonly notePrivateHost?: NotePrivateHost;
  /** Default: system resolver with hosts file. */
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/** Never throws: returns a reason, which contains no remote text. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { timeoutMs = 5_000, maxBytes = 256 * 1024 } = options;
  return async (address, request) => {
    const url = parseOutgoingUrl(address, options.allowInsecureLoopback);
    if (url === undefined) return { ok: false, reason: 'address-refused' };
    const timer = new AbortController();
    const timeout = setTimeout(() => {
      timer.abort();
    }, timeoutMs);
    try {
      const addresses = await beforeAbort(checkAddresses(options, url, request.client), timer.signal);
      if (addresses === undefined) return { ok: false, reason: 'address-refused' };
      const response = await send(url, request, addresses, timer.signal);
      return await readAnswer(response, maxBytes);
    } catch {
      return { ok: false, reason: timer.signal.aborted ? 'timed-out' : 'unreachable' };
    } finally {
      clearTimeout(timeout);
    }
  };
}

function checkAddresses(
  options: GuardedFetchOptions,
  url: URL,
  client: Caller | null,
): Promise<readonly CheckedAddress[] | undefined> {
  return findCheckedAddresses(url, {
    resolve: options.resolve ?? resolveBySystem,
    allowInsecureLoopback: options.allowInsecureLoopback,
    async isPrivateHost(hostname) {
      const isAllowed = (await options.findPrivateHosts?.(client))?.includes(hostname) ?? false;
      if (isAllowed) (client?.notePrivateHost ?? options.notePrivateHost)?.(hostname);
      return isAllowed;
    },
  });
}

async function resolveBySystem(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

/** Look-ups can't be cancelled; a late result is ignored. */
function beforeAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('timed out'));
    });
    work.then(resolve, reject);
  });
}

function send(
  url: URL,
  { method = 'GET', headers, body }: FetchRequest,
  addresses: readonly CheckedAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const open = url.protocol === 'https:' ? openHttps : openHttp;
  return new Promise((resolve, reject) => {
    const outgoing = open(url, {
      method,
      // Canvas requires a User-Agent.
      headers: { 'user-agent': 'NUM+ (LTI 1.3)', ...headers },
      lookup: answerWith(addresses),
      // A pooled connection might lead to a host forbidden to this caller.
      agent: false,
      signal,
    });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Connects to the checked addresses: a second look-up could give others. */
function answerWith(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (first === undefined) callback(new Error('no address'), '');
    else if (all === true) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<FetchOutcome> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    response.destroy();
    return { ok: false, reason: 'redirected' };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    // The chunks are bytes, because the stream has no encoding.
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.byteLength;
    // Leaving the loop closes the connection.
    if (size > maxBytes) return { ok: false, reason: 'too-large' };
    chunks.push(bytes);
  }
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return { ok: true, status, headers, body: Buffer.concat(chunks).toString('utf8') };
}
