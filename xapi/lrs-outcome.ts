/** What responses mean, by xAPI Communication 3 and the behaviour of real stores. */

export interface LrsAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The JSON value of a 200, otherwise text. */
  readonly data: unknown;
}

interface Reply {
  /** 0: no response. */
  readonly status: number;
  /** At most 300 characters, without secrets. */
  readonly message: string;
}

export type LrsFailure =
  /** 400, 409, 413, 422: bisect, then set the statement aside. */
  | ({ readonly kind: 'refused' } & Reply)
  /** 403: some stores refuse a verb, some the key. */
  | ({ readonly kind: 'forbidden' } & Reply)
  /** 401: pause and alert. */
  | ({ readonly kind: 'unauthorized' } & Reply)
  /** 429, 503: wait, then send less; null if the store named no time. */
  | ({ readonly kind: 'throttled'; readonly retryAfterMs: number | null } & Reply)
  /** 408, 425, other 5xx, no connection, time-out: retry the same bytes. */
  | ({ readonly kind: 'unavailable' } & Reply)
  /** Redirect, HTML, 404, 405, untrusted certificate: pause and alert. */
  | ({ readonly kind: 'misconfigured' } & Reply);

export type SendOutcome =
  | ({ readonly kind: 'sent' } & Reply)
  /** Only these were stored: send the others again (ralph returns the new ones only). */
  | ({ readonly kind: 'partly-sent'; readonly ids: readonly string[] } & Reply)
  | LrsFailure;

const refusedStatuses: ReadonlySet<number> = new Set([400, 409, 413, 422]);
const laterStatuses: ReadonlySet<number> = new Set([408, 425]);

const longestWaitMs = 24 * 3_600_000;

export function sendOutcomeOf(
  answer: LrsAnswer,
  ids: readonly string[],
  now: number,
  redact: Redact,
): SendOutcome {
  const { status } = answer;
  if (status === 204) return { kind: 'sent', status, message: '' };
  if (status !== 200) return failureOf(answer, now, redact);
  const confirmed = confirmedIds(answer.data, ids);
  if (confirmed.length === ids.length) return { kind: 'sent', status, message: '' };
  if (confirmed.length > 0) return { kind: 'partly-sent', status, message: '', ids: confirmed };
  return { kind: 'misconfigured', status, message: messageOf(textOf(answer.data), redact) };
}

export function failureOf(answer: LrsAnswer, now: number, redact: Redact): LrsFailure {
  const { status } = answer;
  const reply = { status, message: messageOf(textOf(answer.data), redact) };
  if (refusedStatuses.has(status)) return { kind: 'refused', ...reply };
  if (status === 401) return { kind: 'unauthorized', ...reply };
  if (status === 403) return { kind: 'forbidden', ...reply };
  if (status === 429 || status === 503) {
    return { kind: 'throttled', retryAfterMs: retryAfterMsOf(answer.retryAfter, now), ...reply };
  }
  if (status >= 500 || laterStatuses.has(status)) return { kind: 'unavailable', ...reply };
  return { kind: 'misconfigured', ...reply };
}

export type Redact = (text: string) => string;

/** One line without tags and secrets, at most 300 characters. */
export function messageOf(body: string, redact: Redact): string {
  const plain = redact(body.slice(0, 20_000))
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

/** `Retry-After` in seconds or as an HTTP date; at most a day. */
function retryAfterMsOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : null;
}

/** Empty unless the response is an array of strings. */
function confirmedIds(named: unknown, ids: readonly string[]): string[] {
  if (!Array.isArray(named) || !named.every((id): id is string => typeof id === 'string')) return [];
  const known = new Set(named.map((id) => id.toLowerCase()));
  return ids.filter((id) => known.has(id.toLowerCase()));
}

function textOf(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data);
}
