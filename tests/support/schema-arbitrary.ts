/** Values that a JSON schema of docs/openapi.json allows, and such values with one thing wrong. */
import fc from 'fast-check';

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Longer texts and lists find nothing more. */
const mostLength = 40;
const mostItems = 3;

export function validValue(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(validValue));
  switch (schema.type) {
    case 'object':
      return validObject(schema);
    case 'array': {
      const { items = {}, minItems: minLength = 0, maxItems = mostItems } = schema;
      return fc.array(validValue(items), { minLength, maxLength: Math.min(maxItems, mostItems + minLength) });
    }
    case 'string':
      return validText(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 100, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function validObject({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, validValue(schema)])),
    { requiredKeys: [...required] },
  );
}

function validText({
  pattern,
  format,
  minLength = 0,
  maxLength = mostLength,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-01-31', '2026-11-25', '2999-12-31');
  if (pattern?.startsWith('^[\\w-]') === true) return fc.stringMatching(/^[\w-]{1,20}$/);
  if (pattern?.startsWith('^[a-z0-9]') === true) return fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, mostLength)) });
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 1, [], {}, [[[[]]]]),
  fc.constantFrom<unknown>('x'.repeat(5_000), '\u0000', '\ud800', '$where', '../../etc', { $ne: '' }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value with one member replaced, left out or added, at any depth; or something else altogether. */
export function brokenValue(schema: JsonSchema): fc.Arbitrary<unknown> {
  const value = validValue(schema);
  return fc.oneof(
    junk,
    fc.tuple(value, junk, fc.nat(), fc.constantFrom('replace', 'remove', 'add')).map(breakOne),
  );
}

type Breaking = 'replace' | 'remove' | 'add';

function breakOne([value, wrong, at, how]: [unknown, unknown, number, Breaking]): unknown {
  const places = listPlaces(value);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return wrong;
  const copy = structuredClone(value);
  let holder = copy as Record<string, unknown>;
  for (const name of place.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  const last = place.at(-1) ?? '';
  if (how === 'replace') holder[last] = wrong;
  else if (how === 'remove') Reflect.deleteProperty(holder, last);
  else
    Object.defineProperty(holder, at % 2 === 0 ? '__proto__' : 'extra', { value: wrong, enumerable: true });
  return copy;
}

/** Paths of all members, at any depth. */
function listPlaces(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [...path, name],
    ...listPlaces(member, [...path, name]),
  ]);
}
