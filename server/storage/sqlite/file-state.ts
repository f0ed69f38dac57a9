import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import type { SqliteDatabase } from './database.ts';
import { countOfEntries } from './entry-runs.ts';

const mostFaults = 10;

const nameRow = z.object({ name: z.string() });
const countRow = z.object({ count: z.number() });

/** For log entries, counts entries, not rows. */
export function countRows(database: SqliteDatabase): Record<string, number> {
  const tables = database.query(
    nameRow,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return Object.fromEntries(
    tables.list({}).map(({ name }) => {
      const counted = name === 'entries' ? countOfEntries : 'count(*)';
      const rows = database.query(countRow, `SELECT ${counted} AS count FROM "${name}"`);
      return [name, rows.get({}).count];
    }),
  );
}

const faultRow = z.object({ integrity_check: z.string() });
const foreignRow = z.object({ table: z.string(), parent: z.string() });

/** SQL: a statement without its frame. SQLite can't add a foreign key over two columns to an existing table. */
const frameless = `SELECT 1 AS count FROM statements s WHERE s.frame IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM frames f WHERE f.attemptId = s.attemptId AND f.id = s.frame) LIMIT 1`;

export function listFaults(database: SqliteDatabase): string[] {
  try {
    const found = database.query(faultRow, `PRAGMA integrity_check(${mostFaults})`).list({});
    const faults = found.map(({ integrity_check }) => integrity_check).filter((fault) => fault !== 'ok');
    if (faults.length > 0) return faults.slice(0, mostFaults);
    const foreign = database.query(foreignRow, 'PRAGMA foreign_key_check').list({});
    const lost = new Set(foreign.map(({ table, parent }) => `${table} → ${parent}`));
    if (hasFrames(database) && database.query(countRow, frameless).find({}) !== undefined) {
      lost.add('statements → frames');
    }
    return [...lost].slice(0, mostFaults);
  } catch (error) {
    if (error instanceof AppError && error.params.reason === 'corrupt') return ['corrupt'];
    throw error;
  }
}

/** Files from before version 10 have no frames. */
function hasFrames(database: SqliteDatabase): boolean {
  const table = database.query(nameRow, "SELECT name FROM sqlite_schema WHERE name = 'frames'");
  return table.find({}) !== undefined;
}
