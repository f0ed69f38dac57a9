/**
 * Types only: shared by the client bundle and the server. Knows no points, rules or languages; every sentence
 * is a text key.
 */
import type { AccessFlags } from './access.ts';
import type { WorldApp } from './app.ts';
import type { worldApps } from './app-list.ts';
import type { ActionRef, CastId, Expression, TextKey, WorldRefusal } from './base.ts';

type Apps = typeof worldApps;

export type SimulatedAppId = keyof Apps;

export type AppKinds = { readonly [Id in SimulatedAppId]: KindOf<Apps[Id]> };

type KindOf<App> =
  App extends WorldApp<infer Part, infer State, infer Action, infer Refusal>
    ? { readonly part: Part; readonly state: State; readonly action: Action; readonly refusal: Refusal }
    : never;

export type AppOf<Id extends SimulatedAppId> = WorldApp<
  AppKinds[Id]['part'],
  AppKinds[Id]['state'],
  AppKinds[Id]['action'],
  RefusalCode
>;

/** Some apps, or all. */
export type WorldApps = { readonly [Id in SimulatedAppId]?: AppOf<Id> };

export type AppParts = { readonly [Id in SimulatedAppId]?: AppKinds[Id]['part'] };

/** An app that the world does not have, has no state. */
export interface AppStates extends StatesById {
  readonly active: SimulatedAppId;
}

type StatesById = { readonly [Id in SimulatedAppId]?: AppKinds[Id]['state'] };

/** Public, already fitted to a seed: no rule, point or misconception in it. */
export interface World extends AppParts {
  readonly formatVersion: 1;
  readonly id: string;
  /** Raised when a reducer or world change alters a stored replay. */
  readonly version: number;
  /** False if the scene measures nothing, e.g. a tutorial; absent if it measures. */
  readonly scored?: boolean;
  /** Values of the variant, by placeholder, the same in every language; absent if none. */
  readonly values?: Readonly<Record<string, string>>;
  readonly title: TextKey;
  readonly place: 'office' | 'kitchen' | 'warehouse' | 'shop';
  /** Usual duration, to plan the day; never shown as a clock. */
  readonly minutes: number;
  /** Shown beside the screen. */
  readonly givenBy: CastId;
  readonly introduction: readonly Line[];
  /** One short sentence per key, at most three. */
  readonly goal: readonly TextKey[];
  /** Without judgement. */
  readonly ending: Line;
  readonly help: readonly HelpTopic[];
  readonly access: AccessFlags;
  /** The first one is open at the start. */
  readonly apps: readonly SimulatedAppId[];
}

interface Line {
  readonly by: CastId;
  readonly expression: Expression;
  readonly text: TextKey;
}

/** Three steps: say again, show where, show how. */
export interface HelpTopic {
  readonly id: string;
  readonly title: TextKey;
  readonly say: TextKey;
  /** The `data-help` attribute to point at, e.g. `mail:message:m3`. */
  readonly where: string;
  readonly whereText: TextKey;
  readonly how: readonly TextKey[];
}

/** Earlier states for « Annuler », as a chain: remembering one costs the same in a long scene. */
interface Past {
  readonly length: number;
  readonly newest: { readonly apps: AppStates; readonly before: Past } | null;
}

export interface SceneState {
  readonly apps: AppStates;
  readonly past: Past;
  /** Highest step per topic (1 say, 2 where, 3 how); undo does not take help back. */
  readonly help: Readonly<Record<string, 1 | 2 | 3>>;
  readonly ended: 'done' | 'skipped' | null;
}

export type DeskAction =
  | { readonly app: 'desk'; readonly type: 'open-app'; readonly target: SimulatedAppId }
  | { readonly app: 'desk'; readonly type: 'help'; readonly topic: string; readonly step: 1 | 2 | 3 }
  | { readonly app: 'desk'; readonly type: 'listen'; readonly target: string }
  | { readonly app: 'desk'; readonly type: 'undo' }
  | { readonly app: 'desk'; readonly type: 'done' }
  | { readonly app: 'desk'; readonly type: 'skip' };

export type AppAction = AppKinds[SimulatedAppId]['action'];

export type WorldAction = DeskAction | AppAction;

export interface PlacedAction extends ActionRef {
  readonly action: WorldAction;
}

export type RefusalCode = WorldRefusal | AppKinds[SimulatedAppId]['refusal'];
