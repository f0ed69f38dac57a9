import type { ErasuresPort, DueErasures } from '../storage/ports/erasures.ts';
import type { Log } from '../base/log.ts';

interface DueDeps {
  readonly storage: { readonly erasures: Pick<ErasuresPort, 'listDue'> };
  readonly log: Pick<Log, 'error'>;
}

/** Logs each order whose row cannot be read. Nobody knows whom it is about, so nothing deletes it (ADR 52). */
export async function listDueOrders(
  { storage, log }: DueDeps,
  now: number,
  limit: number,
): Promise<DueErasures> {
  const due = await storage.erasures.listDue(now, limit);
  for (const erasure of due.unreadable) log.error({ erasure }, 'erasure.not-read');
  return due;
}
