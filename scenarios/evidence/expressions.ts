/** Rules are CEL expressions. Any fault in one throws ExpressionError; it never counts as false. */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { EvidenceFile } from '../schema/scenario.ts';
import { type Facts, factTypes, factVariables } from './facts.ts';

/** `where`: id of the rule or misconception, or name of the definition. */
export class ExpressionError extends Error {
  readonly where: string;

  constructor(where: string, cause: unknown) {
    super(`${where}: ${cause instanceof Error ? firstLine(cause.message) : String(cause)}`, { cause });
    this.name = 'ExpressionError';
    this.where = where;
  }
}

/** The id under which `missing` of a rule is asked; no rule has such an id. */
export function missingOf(rule: string): string {
  return `${rule} missing`;
}

type Context = Readonly<Record<string, unknown>>;

export interface Expressions {
  /** Adds the values of all definitions. @throws ExpressionError */
  readonly prepare: (facts: Facts) => Context;
  /** @throws ExpressionError */
  readonly holds: (id: string, context: Context) => boolean;
}

/** @throws ExpressionError for the first unsound expression */
export function compileExpressions(
  file: Pick<EvidenceFile, 'definitions' | 'rules' | 'misconceptions'>,
): Expressions {
  const environment = createEnvironment();
  const definitions = file.definitions.map(({ name, is }) => {
    const compiled = compile(environment, name, is);
    attempt(name, () => environment.registerVariable(name, compiled.type));
    return { name, run: compiled.run };
  });
  const compileCondition = (id: string, source: string): ReturnType<typeof compile>['run'] => {
    const { run, type } = compile(environment, id, source);
    if (type !== 'bool') throw new ExpressionError(id, `answers ${type}, not true or false`);
    return run;
  };
  const conditions = new Map(
    [...file.rules, ...file.misconceptions].map(({ id, when }) => [id, compileCondition(id, when)]),
  );
  for (const { id, missing } of file.rules) {
    if (missing !== undefined) conditions.set(missingOf(id), compileCondition(missingOf(id), missing));
  }
  return {
    prepare: (facts) =>
      definitions.reduce<Context>(
        (context, { name, run }) => ({ ...context, [name]: attempt(name, () => run(context)) }),
        { ...facts },
      ),
    holds: (id, context) => {
      const answer = attempt(id, () => conditions.get(id)?.(context));
      if (typeof answer !== 'boolean') throw new ExpressionError(id, 'answers neither true nor false');
      return answer;
    },
  };
}

function createEnvironment(): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 2000, maxDepth: 60 } });
  for (const { name, ctor, fields } of factTypes) {
    const types = Object.fromEntries(Object.entries(fields).map(([field, { type }]) => [field, type]));
    environment.registerType(name, { ctor, fields: types });
  }
  for (const [name, type] of Object.entries(factVariables)) environment.registerVariable(name, type);
  return environment;
}

function compile(
  environment: Environment,
  where: string,
  source: string,
): { readonly run: (context: Context) => unknown; readonly type: string } {
  const parsed = attempt(where, () => environment.parse(source));
  const checked = parsed.check();
  if (!checked.valid) throw new ExpressionError(where, checked.error);
  const run = (context: Context): unknown => {
    const answer: unknown = parsed({ ...context });
    return answer;
  };
  return { run, type: String(checked.type) };
}

function attempt<Result>(where: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof ExpressionError ? cause : new ExpressionError(where, cause);
  }
}

/** A part of an expression; `start` and `end` are its place in the source. */
export interface ExpressionPart {
  /** An operator of CEL, `value`, `id`, `.`, `call` or `rcall`. */
  readonly op: string;
  readonly start: number;
  readonly end: number;
  /** Of a value, an id or the name behind a dot. */
  readonly text: string | null;
  readonly parts: readonly ExpressionPart[];
}

/** @throws ExpressionError */
export function readExpression(where: string, source: string): ExpressionPart {
  return partOf(attempt(where, () => createEnvironment().parse(source)).ast);
}

function partOf(node: ASTNode): ExpressionPart {
  const { op, range, args } = node;
  const inside = (Array.isArray(args) ? args : [args]).flat(2) as readonly unknown[];
  const texts = inside.filter((each) => typeof each === 'string');
  const parts = inside.filter(isNode).map(partOf);
  return { op, start: range.start, end: range.end, text: texts[0] ?? null, parts };
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
