/** How SQLite means to find what the adapter asks about statements and deliveries. */
import { z } from 'zod';
import { createAttempts } from '../../../server/storage/sqlite/attempts.ts';
import type { SqliteDatabase } from '../../../server/storage/sqlite/database.ts';
import { createDeliveries } from '../../../server/storage/sqlite/deliveries.ts';
import { createDeliveryAccess } from '../../../server/storage/sqlite/transfer-attempts.ts';

export interface QueryPlan {
  readonly sql: string;
  readonly steps: readonly string[];
}

const step = z.object({ detail: z.string() });

/** Every statement of SQL that is prepared for attempts, deliveries and their moving, with its plan in this database. */
export function listPlans(database: SqliteDatabase): QueryPlan[] {
  const asked: string[] = [];
  const noting: SqliteDatabase = {
    ...database,
    query: (row, sql) => {
      asked.push(sql);
      return database.query(row, sql);
    },
    command: (sql) => {
      asked.push(sql);
      return database.command(sql);
    },
  };
  createAttempts(noting);
  createDeliveries(noting);
  createDeliveryAccess(noting);
  return asked.map((sql) => ({ sql, steps: explain(database, sql) }));
}

function explain(database: SqliteDatabase, sql: string): string[] {
  const params = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null]));
  return database
    .query(step, `EXPLAIN QUERY PLAN ${sql}`)
    .list(params)
    .map(({ detail }) => detail);
}
