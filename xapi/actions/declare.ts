/** Declares, as data, which statement each action makes. */
import { namesIn } from '../../scenarios/kit/feature-facts.ts';
import type { SceneRef, TextFeatures } from '../../scenarios/kit/log.ts';
import type { OfType } from '../../scenarios/kit/app.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import { localId, objectActivity, viewActivity } from '../activities.ts';
import type { Activity, Extensions, Label } from '../statement.ts';
import type { StatementDraft, Tier } from '../statement-draft.ts';
import { type ActivityTypeName, type ExtensionName, extensions, type VerbName } from '../vocabulary.ts';

/** The published profile is made from these declarations. */
export interface AppStatements<Action extends WorldAction> {
  readonly name: Label;
  readonly actions: {
    readonly [Type in Action['type']]: Declared<OfType<Action, Type>>;
  };
}

export interface AnyStatements {
  readonly name: Label;
  readonly actions: Readonly<Record<string, Declared<WorldAction>>>;
}

type Declared<Action> = ActionStatement<Action> | Either<Action>;

/** Methods, because TypeScript compares their parameters loosely: all actions fit in one list. */
export interface ActionStatement<Action> {
  readonly verb: VerbName;
  readonly tier: Tier;
  readonly object: StatementObject<Action>;
  /** In output order. Ids, classes and counts, never typed text. */
  readonly extensions?: Readonly<Partial<Record<ExtensionName, ExtensionValue<Action>>>>;
  readonly sometimes?: readonly ExtensionName[];
}

/** Undefined only for an extension listed in `sometimes`. */
type ExtensionValue<Action> = {
  of(action: Action, features: TextFeatures | undefined): Extensions[string] | undefined;
}['of'];

interface Either<Action> {
  readonly either: { when(action: Action): boolean }['when'];
  readonly yes: ActionStatement<Action>;
  readonly no: ActionStatement<Action>;
}

export type StatementObject<Action> =
  /** An object named by its id in the scene. */
  | {
      readonly kind: string;
      readonly type: ActivityTypeName;
      readonly id: { of(action: Action): string }['of'];
    }
  /** An object without an id in the log, such as the message being written. */
  | { readonly view: string; readonly name: Label }
  | {
      readonly type: ActivityTypeName;
      readonly activity: { of(scene: SceneRef, action: Action): Activity }['of'];
    };

/** An object named by the id in one field of the action. */
export function thing<Field extends string>(
  kind: string,
  type: ActivityTypeName,
  field: Field,
): StatementObject<Readonly<Record<Field, string>>> {
  return { kind, type, id: (action) => action[field] };
}

export function view(id: string, en: string, fr: string): StatementObject<unknown> {
  return { view: id, name: { en, fr } };
}

export function typeOf(object: StatementObject<never>): ActivityTypeName {
  return 'view' in object ? 'view' : object.type;
}

export function statementsOf(declared: Declared<WorldAction>): readonly ActionStatement<WorldAction>[] {
  return 'either' in declared ? [declared.yes, declared.no] : [declared];
}

/** @throws RangeError if the app declares no such action */
export function makeDraft(
  { actions }: AnyStatements,
  { scene, action, features }: DoneAction,
): StatementDraft {
  const declared = actions[action.type];
  if (declared === undefined)
    throw new RangeError(`no statement is declared for ${action.app}.${action.type}`);
  const chosen = 'either' in declared ? (declared.either(action) ? declared.yes : declared.no) : declared;
  const { verb, tier, object } = chosen;
  const draft = { verb, tier, object: activityOf(object, scene, action), scene, app: action.app };
  const extensionValues = extensionsOf(chosen, action, features);
  return Object.keys(extensionValues).length === 0 ? draft : { ...draft, extensions: extensionValues };
}

interface DoneAction {
  readonly scene: SceneRef;
  readonly action: WorldAction;
  readonly features?: TextFeatures | undefined;
}

function activityOf(object: StatementObject<WorldAction>, scene: SceneRef, action: WorldAction): Activity {
  if ('view' in object) return viewActivity(action.app, object.view, object.name);
  if ('kind' in object) return objectActivity(scene, object, object.id(action));
  return object.activity(scene, action);
}

function extensionsOf(
  { extensions: declared = {} }: ActionStatement<WorldAction>,
  action: WorldAction,
  features: TextFeatures | undefined,
): Extensions {
  const extensionValues: Record<string, Extensions[string]> = {};
  for (const name of extensionNames(declared)) {
    const value = declared[name]?.(action, features);
    if (value !== undefined) extensionValues[extensions[name]] = value;
  }
  return extensionValues;
}

export function extensionNames(
  declared: NonNullable<ActionStatement<WorldAction>['extensions']>,
): readonly ExtensionName[] {
  return Object.keys(declared) as ExtensionName[];
}

/** Longest text of each class, in UTF-16 units. */
const lengthClasses = [
  ['none', 0],
  ['short', 20],
  ['medium', 100],
] as const;

/** A class, because the text itself is in no statement. */
export function lengthClassOf({ typed }: { readonly typed: string }): string {
  const length = typed.trim().length;
  return lengthClasses.find(([, most]) => length <= most)?.[0] ?? 'long';
}

export function textFeaturesOf(_action: unknown, features: TextFeatures | undefined): string[] | undefined {
  if (features === undefined) return undefined;
  return namesIn(features).map(localId).sort();
}

export const withTextFeatures = {
  extensions: { textFeatures: textFeaturesOf },
  sometimes: ['textFeatures'],
} as const satisfies Partial<ActionStatement<unknown>>;
