/** SQLite finds statements and deliveries by indexes: what an action or a delivery costs does not grow with what is stored. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { migrate } from '../../server/storage/sqlite/migrate.ts';
import { listPlans, type QueryPlan } from './storage/query-plans.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-plans-'));
let plans: QueryPlan[];
beforeAll(() => {
  const database = openDatabase(join(folder, 'numplus.db'));
  migrate(database);
  plans = listPlans(database);
  database.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('statements and deliveries in SQLite', () => {
  it('are never scanned as a whole', () => {
    const tables = /^SCAN (?!CONSTANT ROW|\(subquery|\w+ VIRTUAL TABLE|destinations$)/;
    expect(plans.filter(({ steps }) => steps.some((step) => tables.test(step)))).toEqual([]);
    expect(plans.length).toBeGreaterThan(30);
  });

  it('are found by log entry, many in one query', () => {
    const named = plans.filter(({ sql }) => sql.includes('json_each(@statements)'));
    const kinds = named.map(({ sql }) => /^(UPDATE|SELECT)/.exec(sql)?.[0]).toSorted();
    expect(kinds).toEqual(['SELECT', 'UPDATE', 'UPDATE', 'UPDATE']);
    for (const { steps } of named) {
      const list = steps.findIndex((step) => step.startsWith('SCAN named VIRTUAL TABLE'));
      expect(steps[list + 1]).toBe(
        'SEARCH s USING INDEX sqlite_autoindex_statements_1 (attemptId=? AND logSeq=?)',
      );
      expect(steps[0]).toMatch(/^SEARCH (d|deliveries) USING /);
    }
  });

  it('have no index of random ids', () => {
    const database = openDatabase(join(folder, 'numplus.db'));
    const indexed = database.query(
      z.object({ columns: z.string() }),
      `SELECT (SELECT group_concat(name) FROM pragma_index_info(list.name)) AS columns
       FROM pragma_index_list('statements') AS list ORDER BY 1`,
    );
    expect(indexed.list({}).map(({ columns }) => columns)).toEqual([
      'attemptId,logSeq,part',
      'organisationId,studyId,position',
    ]);
    database.close();
  });
});
