/**
 * What an answer of a record store means for delivery (one table, reference: xAPI Comm. 3 and the behaviour of
 * real stores). Pure: takes an answer, knows no network.
 */

/** An answer as it came, or why none came (`status` 0). */
export interface LrsAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

interface Told {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** What the store said, at most 300 characters, without secrets. */
  readonly message: string;
}

export type LrsFailure =
  /** About the statements: bisect, then set aside. 400, 409, 413, 422. */
  | ({ readonly kind: 'refused' } & Told)
  /** 403: some stores refuse a verb, some the key. */
  | ({ readonly kind: 'forbidden' } & Told)
  /** 401: pause and alert. */
  | ({ readonly kind: 'unauthorized' } & Told)
  /** 429 and 503: wait, with fewer requests. null where the store named no time. */
  | ({ readonly kind: 'throttled'; readonly retryAfterMs: number | null } & Told)
  /** 408, 425, other 5xx, no connection, time-out: send the same bytes later. */
  | ({ readonly kind: 'unavailable' } & Told)
  /** This address is no record store of ours: redirect, HTML, 404, 405, untrusted certificate. Pause and alert. */
  | ({ readonly kind: 'misconfigured' } & Told);

export type SendOutcome =
  | ({ readonly kind: 'sent' } & Told)
  /** Only these ids were confirmed (ralph names the new ones alone): send the others again. */
  | ({ readonly kind: 'partly-sent'; readonly ids: readonly string[] } & Told)
  | LrsFailure;

const refusedStatuses: ReadonlySet<number> = new Set([400, 409, 413, 422]);
const laterStatuses: ReadonlySet<number> = new Set([408, 425]);

const longestWaitMs = 24 * 3_600_000;

/** @param ids ids of the batch that was sent */
export function sendOutcomeOf(
  answer: LrsAnswer,
  ids: readonly string[],
  now: number,
  redact: Redact,
): SendOutcome {
  const { status } = answer;
  if (status === 204) return { kind: 'sent', status, message: '' };
  if (status !== 200) return failureOf(answer, now, redact);
  const confirmed = confirmedIds(answer.body, ids);
  if (confirmed.length === ids.length) return { kind: 'sent', status, message: '' };
  if (confirmed.length > 0) return { kind: 'partly-sent', status, message: '', ids: confirmed };
  return { kind: 'misconfigured', status, message: messageOf(answer.body, redact) };
}

/** The failure that an answer other than the wanted one stands for. */
export function failureOf(answer: LrsAnswer, now: number, redact: Redact): LrsFailure {
  const { status } = answer;
  const told = { status, message: messageOf(answer.body, redact) };
  if (refusedStatuses.has(status)) return { kind: 'refused', ...told };
  if (status === 401) return { kind: 'unauthorized', ...told };
  if (status === 403) return { kind: 'forbidden', ...told };
  if (status === 429 || status === 503) {
    return { kind: 'throttled', retryAfterMs: retryAfterMsOf(answer.retryAfter, now), ...told };
  }
  if (status >= 500 || laterStatuses.has(status)) return { kind: 'unavailable', ...told };
  return { kind: 'misconfigured', ...told };
}

export type Redact = (text: string) => string;

/** Plain text of an answer's body: tags out, secrets out, one line, at most 300 characters. */
export function messageOf(body: string, redact: Redact): string {
  const plain = redact(body.slice(0, 20_000))
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

/** The wait a store asks for, from seconds or an HTTP date; at most a day. */
function retryAfterMsOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : null;
}

/** Ids of the batch that the store names; none where the body is anything but an array of such ids. */
function confirmedIds(body: string, ids: readonly string[]): string[] {
  const named = parseJson(body);
  if (!Array.isArray(named) || !named.every((id): id is string => typeof id === 'string')) return [];
  const known = new Set(named.map((id) => id.toLowerCase()));
  return ids.filter((id) => known.has(id.toLowerCase()));
}

/** The JSON value of a text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
