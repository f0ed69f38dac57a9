import { describe, expect, expectTypeOf, it } from 'vitest';
import { allCollections, collections } from '../../../../server/storage/mongo/schemas/collections.ts';
import {
  type CollectionSchema,
  defineCollection,
  type FieldsOf,
  keyOf,
  mixed,
  nested,
  nullable,
  required,
} from '../../../../server/storage/mongo/schemas/define-collection.ts';
import { rowKindNames, rowKinds } from '../../../../server/storage/row-kinds.ts';

describe('the schemas of MongoDB', () => {
  it('name each collection once', () => {
    const names = allCollections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const named = Object.entries(collections).filter(([key, { name }]) => key !== name);
    expect(named.map(([key]) => key)).toEqual(['schemaVersion']);
  });

  it.each(allCollections.map((schema) => [schema.name, schema] as const))(
    'have a key and indexes over fields that exist: %s',
    (_, { key, fields, indexes }) => {
      const paths = indexes.flatMap((index) => Object.keys(index.fields));
      const names = [...('constant' in key ? [] : key), ...paths].map((path) => path.split('.')[0]);
      expect(names.filter((name) => name !== '_id' && !Object.hasOwn(fields, name ?? ''))).toEqual([]);
    },
  );

  it.each(rowKindNames)('have the fields and the key that are moved to SQLite: %s', (kind) => {
    const { fields, key } = collections[kind];
    const onlyHere = ['place', 'revision'].filter((name) => !Object.hasOwn(rowKinds[kind].fields, name));
    const names = Object.keys(fields).filter((name) => !onlyHere.includes(name));
    expect(names.sort()).toEqual(Object.keys(rowKinds[kind].fields).sort());
    expect(key).toEqual(rowKinds[kind].key);
  });
});

describe('keyOf', () => {
  it('returns the field, a JSON list of several, or the constant', () => {
    expect(keyOf({ key: ['id'] }, { id: 'a' })).toBe('a');
    expect(keyOf({ key: ['id', 'part'] }, { id: 'a', part: 1 })).toBe('["a",1]');
    expect(keyOf({ key: { constant: 'numplus' } }, {})).toBe('numplus');
  });
});

/** The compiler runs these: a schema that differs from the Zod row can't be opened. */
describe('a schema', () => {
  interface Row {
    readonly id: string;
    readonly size: number | null;
    readonly parts: readonly { readonly name: string; readonly eased?: boolean }[];
    readonly choice: { readonly by: 'core' } | { readonly by: 'worth'; readonly draw: number };
    readonly details: Readonly<Record<string, string>>;
  }
  const part = nested({ name: required(String), eased: nullable(Boolean) });
  const fields = {
    id: required(String),
    size: nullable(Number),
    parts: required([part]),
    choice: required(nested({ by: required(String), draw: nullable(Number) })),
    details: required(mixed('free')),
  };
  const define = <const Fields extends Parameters<typeof nested>[0]>(all: Fields) =>
    defineCollection({ name: 'rows', key: [], fields: all, indexes: [] });
  type Expected = CollectionSchema<FieldsOf<Row>>;

  it('fits the row whose fields it names', () => {
    const whole = define(fields);
    expectTypeOf(whole).toExtend<Expected>();
  });

  it('does not fit when it lacks a field, or has one more', () => {
    const { id, size, parts, choice } = fields;
    const less = define({ id, size, parts, choice });
    expectTypeOf(less).not.toExtend<Expected>();
    const more = define({ ...fields, other: nullable(String) });
    expectTypeOf(more).not.toExtend<Expected>();
    const deeper = define({
      ...fields,
      parts: required([nested({ ...part.fields, other: nullable(String) })]),
    });
    expectTypeOf(deeper).not.toExtend<Expected>();
  });

  it('does not fit when a field is of another type, or required where it may be null', () => {
    const typed = define({ ...fields, size: nullable(String) });
    expectTypeOf(typed).not.toExtend<Expected>();
    const stricter = define({ ...fields, size: required(Number) });
    expectTypeOf(stricter).not.toExtend<Expected>();
  });
});
