import { z } from 'zod';
import type { DueErasures, Erasure } from '../ports/erasures.ts';
import type { Voiding } from '../ports/voidings.ts';

export const erasureRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  kind: z.enum(['person', 'attempts', 'withdrawal']),
  requestedBy: z.enum(['person', 'operator', 'worker']),
  at: z.number(),
  counts: z.record(z.string(), z.number()),
  subject: z
    .object({
      personId: z.string(),
      attempts: z.array(z.object({ id: z.string(), studyId: z.string() })),
    })
    .nullable(),
  sweepAt: z.number().nullable(),
}) satisfies z.ZodType<Erasure>;

/** So that a damaged row is found too. */
export const anyErasure = z.looseObject({});

/** @param key of the field that has the id in every row as stored */
export function toDue(
  rows: readonly Readonly<Record<string, unknown>>[],
  shape: z.ZodType<Erasure>,
  key: 'id' | '_id',
): DueErasures {
  const orders: Erasure[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    const { success, data } = shape.safeParse(row);
    if (success) orders.push(data);
    else unreadable.push(String(row[key]));
  }
  return { orders, unreadable };
}

export const voidingRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  destinationId: z.string(),
  erasureId: z.string(),
  bytes: z.string(),
  state: z.enum(['pending', 'sent', 'refused']),
  tries: z.number(),
  nextAt: z.number(),
  lastError: z.string(),
  holder: z.string().nullable(),
  leasedUntil: z.number(),
}) satisfies z.ZodType<Voiding>;
