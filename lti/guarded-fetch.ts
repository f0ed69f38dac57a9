/**
 * The only way out of lti/ to the network: https (or http on loopback where allowed), no redirects, a time-out and
 * a size limit. It knows nothing of LTI.
 */
interface FetchRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type FetchOutcome =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly body: string }
  | { readonly ok: false; readonly reason: FetchFault };

export type FetchFault = 'address-refused' | 'redirected' | 'too-large' | 'timed-out' | 'unreachable';

export type GuardedFetch = (url: string, request?: FetchRequest) => Promise<FetchOutcome>;

export interface GuardedFetchOptions {
  /** Lets http through on loopback names: for trials on one machine. */
  readonly allowInsecureLoopback: boolean;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/** Builds a fetch that never throws: what went wrong is a reason, without the remote's words in it. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { allowInsecureLoopback, timeoutMs = 5_000, maxBytes = 256 * 1024 } = options;
  return async (url, request = {}) => {
    if (!isAllowedAddress(url, allowInsecureLoopback)) return { ok: false, reason: 'address-refused' };
    try {
      const response = await fetch(url, {
        method: request.method ?? 'GET',
        // Canvas refuses calls without a User-Agent.
        headers: { 'user-agent': 'NUM+ (LTI 1.3)', ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        return { ok: false, reason: 'redirected' };
      }
      const body = await readAtMost(response, maxBytes);
      if (body === undefined) return { ok: false, reason: 'too-large' };
      return { ok: true, status: response.status, headers: response.headers, body };
    } catch (error) {
      const slow = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, reason: slow ? 'timed-out' : 'unreachable' };
    }
  };
}

/** Whether an outgoing call may go there: https, or http on a loopback name where that is allowed. */
function isAllowedAddress(address: string, allowInsecureLoopback: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && allowInsecureLoopback && isLoopbackName(url.hostname);
}

function isLoopbackName(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

async function readAtMost(response: Response, maxBytes: number): Promise<string | undefined> {
  // Node's types leave the kind of chunk open; fetch gives bytes.
  const stream: ReadableStream<Uint8Array> | null = response.body;
  if (stream === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
