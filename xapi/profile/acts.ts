import type { WorldAction } from '../../scenarios/world/types.ts';
import { allStatements } from '../actions/action-drafts.ts';
import {
  type ActionStatement,
  type AnyStatements,
  extensionNames,
  statementsOf,
  typeOf,
} from '../actions/declare.ts';
import type { Tier } from '../statement-draft.ts';
import type { ActivityTypeName, ExtensionName, VerbName } from '../vocabulary.ts';

/** Actions of one app with the same verb, type of object and tier. */
export interface Act {
  readonly tier: Tier;
  readonly verb: VerbName;
  readonly type: ActivityTypeName;
  readonly always: readonly ExtensionName[];
  readonly sometimes: readonly ExtensionName[];
}

/** In the order of their first actions. */
export function actsOf(app: WorldAction['app']): readonly Act[] {
  const alike = new Map<string, ActionStatement<WorldAction>[]>();
  for (const statement of listStatements(allStatements[app])) {
    const key = [statement.tier, statement.verb, typeOf(statement.object)].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), statement]);
  }
  return [...alike.values()].flatMap(actOf);
}

function listStatements({ actions }: AnyStatements): readonly ActionStatement<WorldAction>[] {
  return Object.values(actions).flatMap(statementsOf);
}

function actOf(statements: readonly ActionStatement<WorldAction>[]): Act[] {
  const [first] = statements;
  if (first === undefined) return [];
  const names = new Set(statements.flatMap(({ extensions = {} }) => extensionNames(extensions)));
  const isAlways = (name: ExtensionName): boolean =>
    statements.every(
      ({ extensions = {}, sometimes = [] }) => name in extensions && !sometimes.includes(name),
    );
  const always = [...names].filter(isAlways);
  const sometimes = [...names].filter((name) => !isAlways(name));
  return [{ tier: first.tier, verb: first.verb, type: typeOf(first.object), always, sometimes }];
}
