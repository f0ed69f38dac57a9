/** The tables come from SQLite's migrations and MongoDB's schemas; what a shape holds, from the schemas alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DataPoint } from '../../../../server/privacy/data-map-types.ts';
import { storedFields } from '../../../../server/privacy/data-map.ts';
import { allCollections } from '../../../../server/storage/mongo/schemas/collections.ts';
import type { AnyFields, FieldType } from '../../../../server/storage/mongo/schemas/define-collection.ts';
import { openDatabase } from '../../../../server/storage/sqlite/database.ts';
import { migrate } from '../../../../server/storage/sqlite/migrate.ts';
import { backgroundShape } from '../../../../server/studies/background.ts';
import { answerShape } from '../../../../server/studies/consent.ts';
import { mapDifference, noDifference } from '../../../support/map-difference.ts';
import { asLog, events } from '../../xapi/log-samples.ts';

type Kind = 'sqlite' | 'mongodb';

/** `table.field.part`, or `table.field`, because SQLite stores a shape as one column of JSON. */
function mapped(kind: Kind, withParts: boolean): string[] {
  return storedFields
    .filter(({ only = kind }) => only === kind)
    .flatMap(({ name, points }) =>
      Object.entries(points)
        .filter(([, { only = kind }]) => only === kind)
        .flatMap(([field, point]) =>
          withParts ? pathsOf(`${name}.${field}`, point) : [`${name}.${field.split('.')[0] ?? ''}`],
        ),
    );
}

function pathsOf(path: string, { parts }: Pick<DataPoint, 'parts'>): string[] {
  return parts === undefined ? [path] : parts.map((part) => `${path}.${part}`);
}

function columnsOfSqlite(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-map-'));
  const database = openDatabase(join(folder, 'test.db'));
  migrate(database);
  const columns = database.query(
    z.object({ path: z.string() }),
    `SELECT t.name || '.' || c.name AS path FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
  );
  const paths = columns.list({}).map(({ path }) => path);
  database.close();
  rmSync(folder, { recursive: true });
  return paths;
}

function fieldsOfMongo(): string[] {
  return allCollections.flatMap(({ name, fields }) => leavesOf(name, fields));
}

function leavesOf(path: string, fields: AnyFields): string[] {
  return Object.entries(fields).flatMap(([name, { type }]) => {
    const within = nestedIn(type);
    return within === null ? [`${path}.${name}`] : leavesOf(`${path}.${name}`, within);
  });
}

/** Fields of a nested type or of a list of it; null if it is a plain value. */
function nestedIn(type: FieldType): AnyFields | null {
  if (Array.isArray(type)) return nestedIn((type as readonly [FieldType])[0]);
  return 'fields' in type ? type.fields : null;
}

/** Values that MongoDB stores as text, so that its schemas do not tell their parts. */
const textWithParts = ['consents.sealed', 'backgrounds.sealed'];

describe('the data map', () => {
  it('has every column of SQLite, and no other', () => {
    expect(mapDifference(mapped('sqlite', false), columnsOfSqlite())).toEqual(noDifference);
  });

  it('has every field of MongoDB with its parts, and no other', () => {
    const paths = mapped('mongodb', true).map(
      (path) => textWithParts.find((text) => path.startsWith(`${text}.`)) ?? path,
    );
    expect(mapDifference(paths, fieldsOfMongo())).toEqual(noDifference);
  });

  it('names the same table and field only once', () => {
    for (const kind of ['sqlite', 'mongodb'] as const) {
      const paths = mapped(kind, true);
      expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
    }
  });

  it('has every part of a sealed answer about research', () => {
    const parts = mapped('sqlite', true).filter((path) => path.startsWith('consents.sealed.'));
    const found = Object.keys(answerShape.shape).map((part) => `consents.sealed.answers.${part}`);
    expect(mapDifference(parts, found)).toEqual(noDifference);
  });

  it('has every part of sealed background answers', () => {
    const parts = mapped('sqlite', true).filter((path) => path.startsWith('backgrounds.sealed.'));
    const { answers, ...others } = backgroundShape.shape;
    const found = [...Object.keys(others), ...Object.keys(answers.shape).map((key) => `answers.${key}`)];
    expect(
      mapDifference(
        parts,
        found.map((part) => `backgrounds.sealed.${part}`),
      ),
    ).toEqual(noDifference);
  });

  it('has every part of the log entries of a play', () => {
    const parts = mapped('sqlite', true).filter((path) => path.startsWith('entries.entry.'));
    const found = new Set(asLog(events).flatMap((entry) => Object.keys(entry)));
    expect([...found].filter((part) => !parts.includes(`entries.entry.${part}`))).toEqual([]);
  });
});
