import type { LogEvent } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { ActivityTypeName } from '../vocabulary.ts';
import type { Label } from '../statement.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { extensions } from '../vocabulary.ts';
import { appActivity } from './app-activity.ts';
import { type AnyStatements, makeDraft, statementsOf } from './declare.ts';
import { desk } from './desk.ts';
import { appStatements } from './app-list.ts';

type ActionEvent = Extract<LogEvent, { kind: 'action' }>;
type RejectedEvent = Extract<LogEvent, { kind: 'rejected' }>;

export const allStatements: Readonly<Record<WorldAction['app'], AnyStatements>> = { desk, ...appStatements };

const declaredObjects = Object.entries(allStatements).flatMap(([app, { actions }]) =>
  Object.values(actions)
    .flatMap(statementsOf)
    .map(({ object }) => ({ app, object })),
);

export const thingTypes: ReadonlyMap<string, ActivityTypeName> = new Map(
  declaredObjects.flatMap(({ object }) => ('kind' in object ? [[object.kind, object.type] as const] : [])),
);

export function findView(app: string, view: string): Label | undefined {
  return declaredObjects.flatMap(({ app: of, object }) =>
    of === app && 'view' in object && object.view === view ? [object.name] : [],
  )[0];
}

export function draftOfAction(event: ActionEvent): StatementDraft {
  return makeDraft(allStatements[event.action.app], event);
}

/** Names only the app and action type: nobody checked the ids of a rejected action. */
export function draftOfRejection({ scene, action, code }: RejectedEvent): StatementDraft {
  const { app, type } = action;
  const extensionValues = { [extensions.action]: `${app}.${type}`, [extensions.errorCode]: code };
  return { verb: 'prevented', tier: 3, object: appActivity(app), scene, app, extensions: extensionValues };
}
