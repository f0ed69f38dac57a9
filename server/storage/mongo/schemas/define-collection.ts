/**
 * A collection in mongoose's notation, as data for database.ts. The type of its Zod row must have exactly the
 * schema's fields, or the code does not compile.
 */

type ScalarType = StringConstructor | NumberConstructor | BooleanConstructor;

export interface Nested<Fields, Names extends PropertyKey = keyof Fields> {
  readonly fields: Fields;
  /** Never set. Because of it, a schema with more fields than the row does not compile. */
  readonly names?: Names;
}

/** Mongoose's Mixed: any value. */
export interface Mixed {
  readonly mixed: string;
}

export type FieldType = ScalarType | Mixed | Nested<AnyFields> | readonly [FieldType];

export interface Field<Type = FieldType, IsRequired extends boolean = boolean> {
  readonly type: Type;
  /** Otherwise the value may be null, or the field missing. */
  readonly required: IsRequired;
}

export type AnyFields = Readonly<Record<string, Field>>;

/** 1 ascending, -1 descending. */
export type Order = Readonly<Record<string, 1 | -1>>;

export interface Index<Fields = Order> {
  readonly fields: Fields;
  /** A unique index is a lock. Its fields are in every document, since a missing one counts as null. */
  readonly unique?: true;
}

/** The `_id`: one field, or several as a JSON list; a collection of one document has a constant. */
type AnyKey<Name extends string = string> = readonly Name[] | { readonly constant: string };

export interface CollectionSchema<
  Fields = AnyFields,
  Key = AnyKey,
  Names extends PropertyKey = keyof Fields,
> extends Nested<Fields, Names> {
  readonly name: string;
  readonly key: Key;
  readonly indexes: readonly Index[];
}

export function required<const Type extends FieldType>(type: Type): Field<Type, true> {
  return { type, required: true };
}

export function nullable<const Type extends FieldType>(type: Type): Field<Type, false> {
  return { type, required: false };
}

type AllRequired<Name extends string, Type> = Readonly<Record<Name, Field<Type, true>>>;

export function texts<Name extends string>(...names: readonly Name[]): AllRequired<Name, StringConstructor> {
  return allRequired(names, String);
}

export function numbers<Name extends string>(
  ...names: readonly Name[]
): AllRequired<Name, NumberConstructor> {
  return allRequired(names, Number);
}

function allRequired<Name extends string, Type extends ScalarType>(
  names: readonly Name[],
  type: Type,
): AllRequired<Name, Type> {
  return Object.fromEntries(names.map((name) => [name, required(type)])) as AllRequired<Name, Type>;
}

export function nested<const Fields extends AnyFields>(fields: Fields): Nested<Fields> {
  return { fields };
}

/** For values whose shape is not ours; says why. */
export function mixed(reason: string): Mixed {
  return { mixed: reason };
}

export function defineCollection<
  const Fields extends AnyFields,
  const Key extends AnyKey<keyof Fields & string>,
>(schema: {
  readonly name: string;
  readonly key: Key;
  readonly fields: Fields;
  readonly indexes: readonly Index<Partial<Readonly<Record<PathOf<keyof Fields & string>, 1 | -1>>>>[];
}): CollectionSchema<Fields, Key> {
  return schema as CollectionSchema<Fields, Key>;
}

type PathOf<Name extends string> = '_id' | Name | `${Name}.${string}`;

/** Returns the document's `_id`. */
export function keyOf<Name extends string>(
  { key }: { readonly key: AnyKey<Name> },
  row: Readonly<Record<Name, string | number>>,
): string {
  if ('constant' in key) return key.constant;
  const values = key.map((name) => row[name]);
  return values.length === 1 ? String(values[0]) : JSON.stringify(values);
}

/** A row of any fields fits every schema. */
export type FieldsOf<Row> = string extends keyof Row
  ? AnyFields
  : { readonly [Name in KeyOfSome<Row>]: FieldOf<ValueOf<Row, Name>> };

/** Of a union of objects, the keys of all. */
type KeyOfSome<Row> = Row extends unknown ? keyof Row : never;

type ValueOf<Row, Name> = Row extends unknown
  ? Name extends keyof Row
    ? Row[Name] | (Partial<Row> extends Pick<Row, Name> ? undefined : never)
    : undefined
  : never;

type FieldOf<Value> = [null] extends [Value]
  ? Field<TypeOf<NonNullable<Value>>, false>
  : [undefined] extends [Value]
    ? Field<TypeOf<NonNullable<Value>>, false>
    : Field<TypeOf<Value>, true>;

type TypeOf<Value> = [Value] extends [string]
  ? StringConstructor
  : [Value] extends [number]
    ? NumberConstructor
    : [Value] extends [boolean]
      ? BooleanConstructor
      : [Value] extends [readonly (infer Item)[]]
        ? readonly [TypeOf<Item>]
        : string extends keyof Value
          ? Mixed
          : Nested<FieldsOf<Value>>;
