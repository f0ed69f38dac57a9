/** Requests to a statement store, and statements to send, for tests that speak plain HTTP. */
import type { RunningStore } from '../../../sandbox/store/start-store.ts';

export const key = 'key';
export const secret = 'sécret';

export const credentials = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

/** A UUID that ends with a number. */
export function uuid(number: number): string {
  return `0190c1f2-7f3a-7c11-9a53-${String(number).padStart(12, '0')}`;
}

export interface SampleStatement extends Record<string, unknown> {
  readonly id: string;
}

export function sample(number: number, more: Record<string, unknown> = {}): SampleStatement {
  return {
    id: uuid(number),
    timestamp: '2026-11-24T15:04:05.678Z',
    actor: { objectType: 'Agent', account: { homePage: 'https://example.org/s', name: 'p1' } },
    verb: { id: 'https://example.org/verbs/opened', display: { fr: 'a ouvert', en: 'opened' } },
    object: { objectType: 'Activity', id: 'https://example.org/activities/m1' },
    context: { registration: uuid(900) },
    ...more,
  };
}

export function voiding(number: number, target: number): SampleStatement {
  return sample(number, {
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: uuid(target) },
  });
}

interface RequestMore {
  readonly method?: string;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly headers?: Record<string, string>;
}

/** One request to an xAPI resource, with credentials and version 1.0.3 by default; '' removes a header. */
export async function request(store: RunningStore, path: string, more: RequestMore = {}): Promise<Response> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Experience-API-Version': '1.0.3',
    Authorization: credentials,
    ...more.headers,
  };
  const body = more.rawBody ?? (more.body === undefined ? undefined : JSON.stringify(more.body));
  return fetch(new URL(path, store.endpoint), {
    method: more.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: Object.entries(headers).filter(([, value]) => value !== ''),
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
}

/** Ids of a list response, in its order. */
export async function idsOf(response: Response): Promise<unknown[]> {
  const body: unknown = await response.json();
  const statements: unknown = Reflect.get(Object(body), 'statements');
  if (!Array.isArray(statements)) throw new Error('no statements in the answer');
  return statements.map((statement: unknown) => Reflect.get(Object(statement), 'id') as unknown);
}
