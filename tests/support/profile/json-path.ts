/** JSONPath as xAPI profiles may use it: members, lists of members, indexes and wildcards; no filters, no scripts. */

type Step = { readonly names: readonly string[] } | { readonly every: true };

const stepPattern = /\.([A-Za-z_][\w-]*)|\.\*|\[\*\]|\[(\d+)\]|\[((?:'[^']*'\s*,\s*)*'[^']*')\]/y;

/**
 * The values that a path finds.
 * @throws SyntaxError if profiles may not use the path
 */
export function valuesAt(document: unknown, path: string): unknown[] {
  return parse(path).reduce<unknown[]>(
    (found, step) => found.flatMap((value) => take(value, step)),
    [document],
  );
}

const parsed = new Map<string, Step[]>();

function parse(path: string): Step[] {
  const known = parsed.get(path) ?? read(path);
  parsed.set(path, known);
  return known;
}

function read(path: string): Step[] {
  if (!path.startsWith('$')) throw new SyntaxError(`${path} does not begin at the root`);
  const steps: Step[] = [];
  stepPattern.lastIndex = 1;
  while (stepPattern.lastIndex < path.length) {
    const at = stepPattern.lastIndex;
    const match = stepPattern.exec(path);
    if (match === null) throw new SyntaxError(`${path} cannot be read from place ${at} on`);
    const [, name, index, list] = match;
    const names =
      list === undefined ? [name ?? index] : list.split(/,\s*(?=')/).map((quoted) => quoted.slice(1, -1));
    const known = names.filter((one) => one !== undefined);
    steps.push(known.length === 0 ? { every: true } : { names: known });
  }
  return steps;
}

function take(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('every' in step) return Object.values(value) as unknown[];
  const own = value as Readonly<Record<string, unknown>>;
  return step.names.filter((name) => Object.hasOwn(own, name)).map((name) => own[name]);
}
