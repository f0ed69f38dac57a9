/** How large and how deep a value can be that a JSON schema of docs/openapi.json allows. */
import type { JsonSchema } from './schema-arbitrary.ts';

interface Largest {
  /** Upper bound, without spaces. */
  readonly bytes: number;
  readonly depth: number;
}

/** A control character, escaped, takes the most bytes. */
const mostBytesOfCharacter = 6;
/** What ids have by their patterns, which allow ASCII only. */
const idLength = 64;
const mostBytesOfNumber = 24;

export function largestJson(schema: JsonSchema): Largest {
  if ('const' in schema) return flat(JSON.stringify(schema.const).length);
  if (schema.enum !== undefined)
    return flat(Math.max(...schema.enum.map((one) => JSON.stringify(one).length)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return largestOf(choices.map(largestJson));
  if (schema.type === 'object') return largestObject(schema);
  if (schema.type === 'array') {
    if (schema.maxItems === undefined) throw new Error('a list without a limit');
    const item = largestJson(schema.items ?? {});
    return { bytes: 2 + schema.maxItems * (item.bytes + 1), depth: item.depth + 1 };
  }
  if (schema.type === 'string') {
    return flat(2 + (schema.maxLength === undefined ? idLength : schema.maxLength * mostBytesOfCharacter));
  }
  return flat(mostBytesOfNumber);
}

function largestObject({ properties = {} }: JsonSchema): Largest {
  const members = Object.entries(properties).map(([name, schema]) => {
    const { bytes, depth } = largestJson(schema);
    return { bytes: name.length + 4 + bytes, depth };
  });
  return {
    bytes: 2 + members.reduce((sum, { bytes }) => sum + bytes, 0),
    depth: 1 + Math.max(0, ...members.map(({ depth }) => depth)),
  };
}

function largestOf(all: readonly Largest[]): Largest {
  return {
    bytes: Math.max(...all.map(({ bytes }) => bytes)),
    depth: Math.max(...all.map(({ depth }) => depth)),
  };
}

function flat(bytes: number): Largest {
  return { bytes, depth: 0 };
}
