/** Reads YAML so that every finding has its line. Does no I/O. */
import { LineCounter, isNode, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { describeFault } from './format-fault.ts';
import { findKnownValue } from './known-values.ts';

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1; null if unknown. */
  readonly line: number | null;
  /** Stable, e.g. `text.missing`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ProblemPath = readonly (string | number)[];

export interface YamlSource<Data> {
  readonly file: string;
  readonly data: Data;
  readonly problem: (
    severity: Problem['severity'],
    path: ProblemPath,
    code: string,
    params?: Problem['params'],
  ) => Problem;
}

export function readYaml<Data>(
  file: string,
  text: string,
  schema: z.ZodType<Data>,
): { readonly source: YamlSource<Data> | null; readonly problems: readonly Problem[] } {
  const read = readSound(text);
  if ('line' in read) {
    const { line, params } = read;
    return {
      source: null,
      problems: [{ severity: 'error', file, line, code: 'file.not-yaml', params }],
    };
  }
  const problem: YamlSource<Data>['problem'] = (severity, path, code, params = {}) => {
    // Parsed again: the positions of all files would take ten megabytes.
    const { document, lineAt } = parse(text);
    const offset = offsetOf(document, path);
    return { severity, file, line: offset === undefined ? null : lineAt(offset), code, params };
  };
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return { source: { file, data: parsed.data, problem }, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    // An unknown key has a line of its own.
    const at = issue.code === 'unrecognized_keys' ? [...place, issue.keys[0] ?? ''] : place;
    const params = { path: place.join('.'), ...describeFault(issue) };
    return problem('error', at, 'file.not-as-the-format', params);
  });
  return { source: null, problems };
}

type ReadText = { readonly value: unknown } | Pick<Problem, 'line' | 'params'>;

function readSound(text: string): ReadText {
  const known = findKnownValue(text);
  if (known !== undefined) return { value: known };
  const { document, lineAt } = parse(text);
  const faults = [...document.errors, ...document.warnings];
  const first = firstOf(faults);
  if (first !== undefined) {
    const line = lineAt(first.pos[0]);
    const onItsLine = faults.filter(({ pos }) => lineAt(pos[0]) === line);
    const fault = usualFault(first, onItsLine, text);
    return { line, params: { fault, found: `${first.code}: ${first.message}` } };
  }
  const alias = findLostAlias(document);
  if (alias !== undefined) return { line: lineAt(alias), params: { fault: 'star', found: '*' } };
  return { value: document.toJS() };
}

/** Undefined if the text is not sound YAML. */
export function readValue(text: string): unknown {
  const read = readSound(text);
  return 'value' in read ? read.value : undefined;
}

/** Slips of beginners. */
const usualFaults: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  BAD_INDENT: 'indent',
  DUPLICATE_KEY: 'key-twice',
  MISSING_CHAR: 'missing-sign',
  MULTILINE_IMPLICIT_KEY: 'lines',
  BAD_SCALAR_START: 'first-sign',
  BAD_DQ_ESCAPE: 'backslash',
  UNEXPECTED_TOKEN: 'unexpected-sign',
  BAD_ALIAS: 'star',
};

function firstOf(faults: readonly YAMLError[]): YAMLError | undefined {
  return faults.reduce<YAMLError | undefined>(
    (first, each) => (first === undefined || each.pos[0] < first.pos[0] ? each : first),
    undefined,
  );
}

function usualFault({ code, pos }: YAMLError, onItsLine: readonly YAMLError[], text: string): string {
  if (code === 'UNEXPECTED_TOKEN' && text[pos[0]] === '{') return 'brace';
  // It was read as one text with the next line.
  const isDeeper = onItsLine.some((each) => each.code === 'MULTILINE_IMPLICIT_KEY');
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && isDeeper) return 'deeper';
  return usualFaults[code] ?? 'other';
}

function parse(text: string): {
  readonly document: ReturnType<typeof parseDocument>;
  /** From 1. */
  readonly lineAt: (offset: number) => number;
} {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return { document, lineAt: (offset) => lines.linePos(offset).line };
}

/** A text that starts with `*` is an alias to YAML. Without the name that it asks for, `toJS` throws. */
function findLostAlias(document: ReturnType<typeof parseDocument>): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}

/** Falls back to the nearest ancestor that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: ProblemPath): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}
