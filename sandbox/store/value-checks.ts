import { isObject } from './json.ts';

export type Check = (value: unknown, path: string) => string | undefined;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const iriPattern = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const durationPattern = /^P(?=\d|T\d)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/;
const languagePattern = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value);
}

export function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    timePattern.test(value) &&
    !value.endsWith('-00:00') &&
    Number.isFinite(Date.parse(value))
  );
}

function matching(test: (value: unknown) => boolean, what: string): Check {
  return (value, path) => (test(value) ? undefined : `${path} must be ${what}`);
}

export const uuid = matching(isUuid, 'a UUID');
export const iri = matching(
  (value) => typeof value === 'string' && iriPattern.test(value),
  'an absolute IRI',
);
export const time = matching(isTime, 'an ISO 8601 time with a zone');
export const duration = matching(
  (value) => typeof value === 'string' && durationPattern.test(value),
  'an ISO 8601 duration',
);
export const text = matching((value) => typeof value === 'string', 'a text');
export const boolean = matching((value) => typeof value === 'boolean', 'true or false');
export const number = matching((value) => typeof value === 'number', 'a number');
export const language = matching(
  (value) => typeof value === 'string' && languagePattern.test(value),
  'an RFC 5646 language tag',
);
export const mailbox = matching(
  (value) => typeof value === 'string' && /^mailto:[^@\s]+@[^@\s]+$/.test(value),
  'a mailto IRI',
);
export const sha1 = matching(
  (value) => typeof value === 'string' && /^[0-9a-f]{40}$/i.test(value),
  'a SHA-1 digest',
);

export function first(...problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

/** Only known members, `required` ones present, none null. */
export function shape(checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, path) => {
    if (!isObject(value)) return `${path} must be an object`;
    const missing = required.find((key) => !(key in value));
    if (missing !== undefined) return `${path}.${missing} is required`;
    return first(
      ...Object.entries(value).map(([key, inner]) => {
        // Own members only: a body may contain `__proto__` or `constructor`.
        const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
        if (check === undefined) return `${path}.${key} is not a property of xAPI`;
        return inner === null ? `${path}.${key} must not be null` : check(inner, `${path}.${key}`);
      }),
    );
  };
}

export function list(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? first(...value.map((inner, index) => check(inner, `${path}[${index}]`)))
      : `${path} must be an array`;
}

export const languageMap: Check = (value, path) =>
  isObject(value)
    ? first(
        ...Object.entries(value).flatMap(([tag, inner]) => [
          language(tag, `${path}.${tag}`),
          text(inner, `${path}.${tag}`),
        ]),
      )
    : `${path} must be a language map`;

export const extensions: Check = (value, path) =>
  isObject(value)
    ? first(...Object.keys(value).map((key) => iri(key, `${path}.${key}`)))
    : `${path} must be an object`;
