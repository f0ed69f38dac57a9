/** The only file that imports @xapi/xapi. Adds a time-out, no redirects and a bounded response. */
import xapiModule from '@xapi/xapi';
import {
  failureOf,
  type LrsAnswer,
  type LrsFailure,
  messageOf,
  type Redact,
  sendOutcomeOf,
  type SendOutcome,
} from './lrs-outcome.ts';

export interface LrsClientOptions {
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
  readonly version: '1.0.3' | '2.0.0';
  /** Connecting and reading included. */
  readonly timeoutMs: number;
  /** Milliseconds since 1970 UTC; for Retry-After dates. */
  readonly clock: () => number;
  readonly fetch?: typeof fetch;
}

export interface LrsClient {
  /** Tests the connection, but not the credentials. */
  about(): Promise<{ readonly kind: 'ok'; readonly versions: readonly string[] } | LrsFailure>;
  /** @param bytes made by JSON.stringify; sent unchanged, in order */
  send(bytes: readonly string[]): Promise<SendOutcome>;
  /** To compare after a conflict (409). */
  getById(
    statementId: string,
  ): Promise<
    { readonly kind: 'found'; readonly statement: unknown } | { readonly kind: 'absent' } | LrsFailure
  >;
  /** Includes statements of other authors; reads every page. */
  listIds(
    registration: string,
  ): Promise<{ readonly kind: 'ok'; readonly ids: readonly string[] } | LrsFailure>;
}

/** The response to a batch, its ids, is far shorter. */
const maxAnswerBytes = 1_048_576;

/** The smallest page of known stores; a list of more pages can only be a loop. */
const idsPerPage = 50;
const maxPages = 2_000;

/** A wrong address or certificate: retries don't help. */
const lastingCauses =
  /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|WRONG_VERSION|ERR_SSL|ERR_INVALID_URL|ERR_INVALID_ARG|bad port/;

// CommonJS: under Node's loader the class is `.default` of the default import.
const { default: Xapi } = xapiModule;
type XapiClient = InstanceType<typeof Xapi>;
type Adapter = Exclude<ConstructorParameters<typeof Xapi>[0]['adapter'], string | undefined>;
type Statement = Parameters<XapiClient['sendStatement']>[0]['statement'];

/** Never throws: failures are outcomes. */
export function createLrsClient(options: LrsClientOptions): LrsClient {
  const redact = redactorOf(options);
  const client = new Xapi({
    endpoint: options.endpoint,
    auth: basicAuth(options),
    // The library's type ends at 1.0.3, but it sends any version.
    version: options.version as '1.0.3',
    adapter: createAdapter(options),
  });
  const ask = (call: () => ReturnType<Adapter>): Promise<LrsAnswer | LrsFailure> =>
    call().then(answerOf, (error: unknown) => networkFailure(error, redact));
  return {
    async about() {
      const answer = await ask(() => client.getAbout());
      if ('kind' in answer) return answer;
      const versions = answer.status === 200 ? versionsOf(answer.data) : undefined;
      return versions === undefined ? failureOf(answer, options.clock(), redact) : { kind: 'ok', versions };
    },
    async send(bytes) {
      if (bytes.length === 0) return { kind: 'sent', status: 204, message: '' };
      const statements = bytes.map((text) => JSON.parse(text) as Statement);
      const answer = await ask(() => client.sendStatements({ statements }));
      if ('kind' in answer) return answer;
      return sendOutcomeOf(answer, statements.map(idOf), options.clock(), redact);
    },
    async getById(statementId) {
      const answer = await ask(() => client.getStatement({ statementId }));
      if ('kind' in answer) return answer;
      if (answer.status === 404) return { kind: 'absent' };
      const { status, data } = answer;
      if (status === 200 && typeof data === 'object' && data !== null)
        return { kind: 'found', statement: data };
      return failureOf(answer, options.clock(), redact);
    },
    async listIds(registration) {
      const ids: string[] = [];
      let call = (): ReturnType<Adapter> =>
        client.getStatements({ registration, format: 'ids', limit: idsPerPage });
      for (let pages = 0; pages < maxPages; pages += 1) {
        const answer = await ask(call);
        if ('kind' in answer) return answer;
        const page = answer.status === 200 ? idPageOf(answer.data) : undefined;
        if (page === undefined) return failureOf(answer, options.clock(), redact);
        ids.push(...page.ids);
        const { more } = page;
        if (more === '') return { kind: 'ok', ids };
        call = () => client.getMoreStatements({ more });
      }
      return { kind: 'misconfigured', status: 200, message: 'the list of statements has no end' };
    },
  };
}

/**
 * The library's adapters have no time-out, follow redirects and read responses of any size; its fetch adapter
 * loses the status of a refusal.
 */
function createAdapter({ fetch: ownFetch = fetch, timeoutMs }: LrsClientOptions): Adapter {
  return async ({ url, method, headers, data }: Parameters<Adapter>[0]) => {
    const response = await ownFetch(url, {
      method,
      headers: Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    });
    const text = await readBounded(response);
    return {
      status: response.status,
      // The content type would make the library parse a multipart response; attachments are never requested.
      headers: { 'retry-after': response.headers.get('retry-after') },
      data: (response.status === 200 ? valueOf(text) : text) as never,
    };
  };
}

function answerOf({ status, headers, data }: Awaited<ReturnType<Adapter>>): LrsAnswer {
  const retryAfter: unknown = headers['retry-after'];
  return { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : null, data };
}

/** Text other than JSON stays unchanged. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function readBounded(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.byteLength;
    if (bytes > maxAnswerBytes) break;
  }
  return text + decoder.decode();
}

/** The library's `toBasicAuth` throws outside Latin-1; RFC 7617 allows UTF-8. */
function basicAuth({ key, secret }: LrsClientOptions): string {
  return `Basic ${Buffer.from(`${key}:${secret}`, 'utf8').toString('base64')}`;
}

function redactorOf(options: LrsClientOptions): Redact {
  const secrets = [options.secret, basicAuth(options).slice('Basic '.length), options.key]
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '•••'), text);
}

function networkFailure(error: unknown, redact: Redact): LrsFailure {
  const cause = causeOf(error);
  const message = messageOf(cause, redact);
  return { kind: lastingCauses.test(cause) ? 'misconfigured' : 'unavailable', status: 0, message };
}

/** `ECONNREFUSED`, `TimeoutError`: fetch wraps it. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return causeOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'Error' ? error.message : error.name;
}

function versionsOf(about: unknown): string[] | undefined {
  if (typeof about !== 'object' || about === null || !('version' in about)) return undefined;
  const { version } = about;
  return Array.isArray(version) ? version.filter((one) => typeof one === 'string') : undefined;
}

/** `more` must be a path on the same server: any other address would receive the credentials. */
function idPageOf(page: unknown): { readonly ids: string[]; readonly more: string } | undefined {
  if (typeof page !== 'object' || page === null || !('statements' in page)) return undefined;
  const { statements } = page;
  const more = 'more' in page && typeof page.more === 'string' ? page.more : '';
  if (!Array.isArray(statements) || (more !== '' && !/^\/(?!\/)/.test(more))) return undefined;
  return { ids: statements.map(idOf), more };
}

function idOf(statement: unknown): string {
  return typeof statement === 'object' && statement !== null && 'id' in statement ? String(statement.id) : '';
}
