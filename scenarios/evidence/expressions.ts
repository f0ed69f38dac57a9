/** Rules are CEL expressions. Any fault in one throws ExpressionError; it never counts as false. */
import { Environment } from '@marcbachmann/cel-js';
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
  const conditions = new Map(
    [...file.rules, ...file.misconceptions].map(({ id, when }) => {
      const { run, type } = compile(environment, id, when);
      if (type !== 'bool') throw new ExpressionError(id, `answers ${type}, not true or false`);
      return [id, run];
    }),
  );
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

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
