/** Refuses any other object, so that no query operator gets in from a request. */

type Scalar = string | number | boolean | null;

class Condition {
  readonly #operators: Readonly<Record<string, Scalar | readonly Scalar[]>>;

  constructor(operators: Readonly<Record<string, Scalar | readonly Scalar[]>>) {
    this.#operators = operators;
  }

  toQuery(): Record<string, unknown> {
    return { ...this.#operators };
  }

  listValues(): readonly Scalar[] | undefined {
    const { $in } = this.#operators;
    return isValues($in) ? $in : undefined;
  }
}

export const above = (value: string | number): Condition => new Condition({ $gt: value });
export const below = (value: string | number): Condition => new Condition({ $lt: value });
export const atLeast = (value: string | number): Condition => new Condition({ $gte: value });
export const atMost = (value: string | number): Condition => new Condition({ $lte: value });
export const otherThan = (value: Scalar): Condition => new Condition({ $ne: value });
export const oneOf = (values: readonly Scalar[]): Condition =>
  new Condition({ $in: values.map((value) => checkScalar(value)) });
/** The list field contains all of these texts (at least one). */
export const containing = (members: readonly string[]): Condition =>
  new Condition({ $all: members.map((member) => checkScalar(member)) });

/** All fields must match. A list field matches if one member does. */
export type AllOf = Readonly<Record<string, Scalar | Condition>>;

/** One key, or `oneOf` several. */
export type ByKey = AllOf & { readonly _id: string | Condition };

/** One of several sets of fields must match. */
export type Where = AllOf | readonly AllOf[];

/** @throws TypeError if a value is missing or not allowed here */
export function toQuery(where: Where): Record<string, unknown> {
  if (!isList(where)) return allOf(where);
  if (where.length === 0) throw new TypeError('a query without alternatives');
  return { $or: where.map(allOf) };
}

/** One query per key. @throws TypeError if the condition does not name its keys */
export function toQueries({ _id, ...others }: ByKey): Record<string, unknown>[] {
  const keys = _id instanceof Condition ? _id.listValues() : [_id];
  if (keys === undefined) throw new TypeError('a change names its keys');
  return keys.map((key) => allOf({ ...others, _id: key }));
}

function allOf(fields: AllOf): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Condition ? value.toQuery() : checkScalar(value),
    ]),
  );
}

/** At run time `undefined` would match every document. */
function checkScalar(value: unknown): Scalar {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  if (!isPlain) throw new TypeError('a query compares with plain values only');
  return value as Scalar;
}

function isList(where: Where): where is readonly AllOf[] {
  return Array.isArray(where);
}

function isValues(value: Scalar | readonly Scalar[] | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}
