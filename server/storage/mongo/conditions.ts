/**
 * What a query may ask, and nothing else. A field is compared with a plain value, or with one of the conditions made
 * here. Anything else, an object out of a request for one, is refused: no query operator gets in from outside.
 */

type Scalar = string | number | boolean | null;

/** A comparison other than equality; only this file makes one. */
class Condition {
  readonly #operators: Readonly<Record<string, Scalar | readonly Scalar[]>>;

  constructor(operators: Readonly<Record<string, Scalar | readonly Scalar[]>>) {
    this.#operators = operators;
  }

  toQuery(): Record<string, unknown> {
    return { ...this.#operators };
  }
}

export const above = (value: string | number): Condition => new Condition({ $gt: value });
export const below = (value: string | number): Condition => new Condition({ $lt: value });
export const atLeast = (value: string | number): Condition => new Condition({ $gte: value });
export const atMost = (value: string | number): Condition => new Condition({ $lte: value });
export const otherThan = (value: Scalar): Condition => new Condition({ $ne: value });
export const oneOf = (values: readonly Scalar[]): Condition =>
  new Condition({ $in: values.map((value) => checkScalar(value)) });
/** For a field that holds a list: every one of these texts is a member. At least one is asked for. */
export const containing = (members: readonly string[]): Condition =>
  new Condition({ $all: members.map((member) => checkScalar(member)) });

/** Every field must fit. A field that holds a list fits where one of its members does. */
export type AllOf = Readonly<Record<string, Scalar | Condition>>;

/** One set of fields, or several of which one must fit. */
export type Where = AllOf | readonly AllOf[];

/**
 * The query as MongoDB reads it.
 * @throws TypeError where a value is missing or is not one that this file allows: a fault of our own code
 */
export function toQuery(where: Where): Record<string, unknown> {
  if (!isList(where)) return allOf(where);
  if (where.length === 0) throw new TypeError('a query without alternatives');
  return { $or: where.map(allOf) };
}

function allOf(fields: AllOf): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Condition ? value.toQuery() : checkScalar(value),
    ]),
  );
}

/** What the types promise, checked again: an `undefined` would match every document. */
function checkScalar(value: unknown): Scalar {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
  if (!isPlain) throw new TypeError('a query compares with plain values only');
  return value as Scalar;
}

function isList(where: Where): where is readonly AllOf[] {
  return Array.isArray(where);
}
