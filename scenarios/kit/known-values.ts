/** Values of YAML texts that the build has read (ADR 66). Undefined: to be parsed. */
export type FindValue = (text: string) => unknown;

let find: FindValue = () => undefined;

/** Meanwhile `readYaml` asks `known` before it parses. */
export function withKnownValues<Result>(known: FindValue, run: () => Result): Result {
  const before = find;
  find = known;
  try {
    return run();
  } finally {
    find = before;
  }
}

export function findKnownValue(text: string): unknown {
  return find(text);
}
