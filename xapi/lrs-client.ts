/**
 * The one file that touches @xapi/xapi: speaks with one learning record store. Every request has a time-out,
 * follows no redirect and sends frozen bytes as they are; every answer becomes one of a few outcomes.
 * Knows no queue and no schedule: whoever calls decides what an outcome leads to.
 */
import xapiModule from '@xapi/xapi';
import {
  failureOf,
  type LrsAnswer,
  type LrsFailure,
  messageOf,
  parseJson,
  type Redact,
  sendOutcomeOf,
  type SendOutcome,
} from './lrs-outcome.ts';

export interface LrsClientOptions {
  /** Base address of the store's resources, with or without a last slash. */
  readonly endpoint: string;
  readonly key: string;
  readonly secret: string;
  /** X-Experience-API-Version, chosen from about(). */
  readonly version: '1.0.3' | '2.0.0';
  /** For the whole exchange, connecting and reading included. */
  readonly timeoutMs: number;
  /** Milliseconds since 1970 UTC; reads Retry-After dates. */
  readonly clock: () => number;
  readonly fetch?: typeof fetch;
}

export interface LrsClient {
  /** Versions the store names; the test of a connection, though not of its credentials. */
  about(): Promise<{ readonly kind: 'ok'; readonly versions: readonly string[] } | LrsFailure>;
  /** @param bytes each a statement as JSON text, sent byte for byte in this order */
  send(bytes: readonly string[]): Promise<SendOutcome>;
  /** The statement as the store holds it, for comparing after a clash. */
  getById(
    statementId: string,
  ): Promise<
    { readonly kind: 'found'; readonly statement: unknown } | { readonly kind: 'absent' } | LrsFailure
  >;
  /** Ids of every statement under a registration that the store holds, whoever wrote them; follows its pages. */
  listIds(
    registration: string,
  ): Promise<{ readonly kind: 'ok'; readonly ids: readonly string[] } | LrsFailure>;
}

/** Most of an answer that is read; a store's answer to a batch of ids is far smaller. */
const maxAnswerBytes = 1_048_576;

/** As small as the smallest page of the stores we know, and so many of them that only a circle is longer. */
const idsPerPage = 50;
const maxPages = 2_000;

/** Causes that time does not heal: the address or its certificate is wrong. */
const lastingCauses =
  /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|WRONG_VERSION|ERR_SSL|ERR_INVALID_URL|ERR_INVALID_ARG|bad port/;

// CommonJS: the class hangs on `.default` under Node's loader (measured); its own default import is no constructor.
const { default: Xapi } = xapiModule;
type XapiClient = InstanceType<typeof Xapi>;
type Request = Parameters<Exclude<ConstructorParameters<typeof Xapi>[0]['adapter'], string | undefined>>[0];

/** Throws nothing for what a store does; a failure is an outcome. */
export function createLrsClient(options: LrsClientOptions): LrsClient {
  const redact = redactorOf(options);
  const ask = (
    call: (client: XapiClient) => Promise<unknown>,
    body?: string,
  ): Promise<LrsAnswer | LrsFailure> => exchange(options, redact, call, body);
  return {
    async about() {
      const answer = await ask((client) => client.getAbout());
      if ('kind' in answer) return answer;
      const versions = answer.status === 200 ? versionsOf(answer.body) : undefined;
      return versions === undefined ? failureOf(answer, options.clock(), redact) : { kind: 'ok', versions };
    },
    async send(bytes) {
      if (bytes.length === 0) return { kind: 'sent', status: 204, message: '' };
      const answer = await ask((client) => client.sendStatements({ statements: [] }), `[${bytes.join(',')}]`);
      if ('kind' in answer) return answer;
      return sendOutcomeOf(answer, bytes.map(idOf), options.clock(), redact);
    },
    async getById(statementId) {
      const answer = await ask((client) => client.getStatement({ statementId }));
      if ('kind' in answer) return answer;
      if (answer.status === 404) return { kind: 'absent' };
      const statement = answer.status === 200 ? parseJson(answer.body) : undefined;
      if (typeof statement === 'object' && statement !== null) return { kind: 'found', statement };
      return failureOf(answer, options.clock(), redact);
    },
    async listIds(registration) {
      const ids: string[] = [];
      let call = (client: XapiClient): Promise<unknown> =>
        client.getStatements({ registration, format: 'ids', limit: idsPerPage });
      for (let pages = 0; pages < maxPages; pages += 1) {
        const answer = await ask(call);
        if ('kind' in answer) return answer;
        const page = answer.status === 200 ? idPageOf(answer.body) : undefined;
        if (page === undefined) return failureOf(answer, options.clock(), redact);
        ids.push(...page.ids);
        const { more } = page;
        if (more === '') return { kind: 'ok', ids };
        call = (client) => client.getMoreStatements({ more });
      }
      return { kind: 'misconfigured', status: 200, message: 'the list of statements has no end' };
    },
  };
}

/**
 * One request. The library names address, method and headers; the body is ours, because it would serialise again
 * and the store compares bytes.
 */
async function exchange(
  options: LrsClientOptions,
  redact: Redact,
  call: (client: XapiClient) => Promise<unknown>,
  body: string | undefined,
): Promise<LrsAnswer | LrsFailure> {
  let answer: LrsAnswer | undefined;
  const client = new Xapi({
    endpoint: options.endpoint,
    auth: basicAuth(options),
    // The library's type stops at 1.0.3; at run time it passes any version on.
    version: options.version as '1.0.3',
    adapter: async (request) => {
      answer = await post(options, request, body);
      // The library hands data back unread; we read our own copy, so its type never matters.
      return { data: undefined as never, headers: {}, status: answer.status };
    },
  });
  try {
    await call(client);
  } catch (error) {
    return networkFailure(error, redact);
  }
  return answer ?? { kind: 'misconfigured', status: 0, message: 'no request was made' };
}

async function post(
  options: LrsClientOptions,
  request: Request,
  body: string | undefined,
): Promise<LrsAnswer> {
  const headers = Object.entries(request.headers ?? {}).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const response = await (options.fetch ?? fetch)(request.url, {
    method: request.method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(options.timeoutMs),
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: await readBounded(response),
  };
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

/** `toBasicAuth` of the library throws on letters outside Latin-1; RFC 7617 lets UTF-8 stand. */
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

/** The innermost code of an error (`ECONNREFUSED`, `TimeoutError`): fetch wraps what really happened. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return causeOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.name === 'Error' ? error.message : error.name;
}

function versionsOf(body: string): string[] | undefined {
  const about = parseJson(body);
  if (typeof about !== 'object' || about === null || !('version' in about)) return undefined;
  const { version } = about;
  return Array.isArray(version) ? version.filter((one) => typeof one === 'string') : undefined;
}

/**
 * A page of a list. The way on is a path on the same server: anything else would carry the credentials elsewhere.
 * Undefined where it is no such page.
 */
function idPageOf(body: string): { readonly ids: string[]; readonly more: string } | undefined {
  const page = parseJson(body);
  if (typeof page !== 'object' || page === null || !('statements' in page)) return undefined;
  const { statements } = page;
  const more = 'more' in page && typeof page.more === 'string' ? page.more : '';
  if (!Array.isArray(statements) || (more !== '' && !/^\/(?!\/)/.test(more))) return undefined;
  return { ids: statements.map((statement) => idOf(JSON.stringify(statement))), more };
}

/** How our own statements begin: reading the id there spares parsing all of them for each batch. */
const leadingId = /^\{"id":"([0-9a-f-]{36})"/;

function idOf(bytes: string): string {
  const leading = leadingId.exec(bytes)?.[1];
  if (leading !== undefined) return leading;
  const statement = parseJson(bytes);
  return typeof statement === 'object' && statement !== null && 'id' in statement ? String(statement.id) : '';
}
