/** Every key of an app's world, outlined as YAML from the schema that `scenario check` uses. */
import { z } from 'zod';
import { id, textKey } from '../kit/format.ts';

type Schema = z.core.JSONSchema.JSONSchema;

const indent = '  ';

/** A key that may be left out has a question mark. A list of several shapes shows each. */
export function listKeys(world: z.ZodType): string {
  return keysOf(z.toJSONSchema(world, { io: 'input' })).join('\n');
}

function keysOf({ properties = {}, required = [] }: Schema): string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    return linesOf(required.includes(key) ? key : `${key}?`, schema as Schema);
  });
}

function linesOf(key: string, schema: Schema): string[] {
  const short = valueOf(schema);
  if (short !== null) return [`${key}: ${short}`];
  const items = schema.items as Schema | undefined;
  if (items !== undefined) return [`${key}:`, ...shapesOf(items).flatMap(entryOf)];
  return [`${key}:`, ...shapesOf(schema).flatMap((shape) => keysOf(shape).map((line) => indent + line))];
}

const entryOf = (shape: Schema): string[] =>
  keysOf(shape).map((line, index) => `${indent}${index === 0 ? '- ' : indent}${line}`);

const shapesOf = (schema: Schema): Schema[] =>
  (schema.oneOf ?? schema.anyOf ?? [schema]).map((shape) => shape);

/** Returns null if it has keys of its own. */
function valueOf(schema: Schema): string | null {
  const { type, enum: choices, pattern, items, const: only } = schema;
  if (choices !== undefined) return choices.map(String).join(' | ');
  if (only !== undefined) return String(only);
  if (type === 'string') return nameOfPattern(pattern);
  if (type === 'boolean') return 'true | false';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') {
    const item = valueOf(items as Schema);
    return item === null ? null : `[${item}, …]`;
  }
  if (schema.properties === undefined && type === 'object') return '{ … }';
  const values = shapesOf(schema).map((shape) => (shape === schema ? null : valueOf(shape)));
  return values.includes(null) ? null : values.join(' | ');
}

const patternOf = (format: z.ZodType): string | undefined => z.toJSONSchema(format).pattern;
const patterns = new Map([
  [patternOf(id), 'id'],
  [patternOf(textKey), 'text'],
]);

const nameOfPattern = (pattern: string | undefined): string =>
  (pattern === undefined ? undefined : patterns.get(pattern)) ?? '…';
