import { z } from 'zod';
import type { Config } from '../base/config.ts';
import { type Finding, finding } from './finding.ts';

const timeoutMs = 5_000;

const Ready = z.object({
  status: z.enum(['ok', 'unavailable']),
  proxy: z.object({ forwarded: z.number(), trusted: z.number() }).optional(),
});

export async function checkPublicAddress({ publicUrl }: Pick<Config, 'publicUrl'>): Promise<Finding[]> {
  const subject = publicUrl;
  let answer: { readonly status: number; readonly body: unknown };
  try {
    answer = await ask(`${publicUrl}/readyz`);
  } catch (error) {
    return [finding('act', 'public', 'public.unreachable', { fault: faultOf(error) }, subject)];
  }
  const ready = Ready.safeParse(answer.body);
  if (!ready.success) return [finding('act', 'public', 'public.other', { status: answer.status }, subject)];
  const reached = finding('ok', 'public', 'public.fine', {}, subject);
  return ready.data.proxy === undefined ? [reached] : [reached, compareProxies(ready.data.proxy)];
}

async function ask(url: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, body: null };
  }
}

/** With too few trusted hops, all clients share one address; with too many, clients can forge theirs. */
function compareProxies({ forwarded: hops, trusted }: { forwarded: number; trusted: number }): Finding {
  return hops === trusted
    ? finding('ok', 'proxy', 'proxy.fine', { hops })
    : finding('act', 'proxy', 'proxy.differs', { hops, trusted });
}

/** fetch hides the system's error in `cause`. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return faultOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
