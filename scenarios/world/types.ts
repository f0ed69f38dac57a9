/**
 * The words of the simulated workplace: what a scene shows (World), what a person can do in it (WorldAction)
 * and its state (SceneState). Types only: the client bundle and the server share them.
 * Knows nothing of points, rules or languages; every sentence is a text key. Each app's own words are in its folder.
 */
import type { AccessFlags } from './access.ts';
import type { WorldApp } from './app.ts';
import type { worldApps } from './apps.ts';
import type { CastId, Expression, TextKey, WorldRefusal } from './base.ts';

// ── The apps ──────────────────────────────────────────────────────────────────────────────────────────────

type Apps = typeof worldApps;

export type SimulatedAppId = keyof Apps;

/** The types of each app, by its id. */
export type AppKinds = { readonly [Id in SimulatedAppId]: KindOf<Apps[Id]> };

type KindOf<App> =
  App extends WorldApp<infer Part, infer State, infer Action, infer Refusal>
    ? { readonly part: Part; readonly state: State; readonly action: Action; readonly refusal: Refusal }
    : never;

/** What a scene shows of each app. */
export type AppParts = { readonly [Id in SimulatedAppId]?: AppKinds[Id]['part'] };

/** The state of each app; an app that the world does not have, has no state. */
export interface AppStates extends StatesById {
  readonly active: SimulatedAppId;
}

type StatesById = { readonly [Id in SimulatedAppId]?: AppKinds[Id]['state'] };

// ── What a scene shows ────────────────────────────────────────────────────────────────────────────────────

/** The public part of one scenario version, already fitted to a seed: no rule, point or misconception in it. */
export interface World extends AppParts {
  readonly formatVersion: 1;
  /** Scenario id, e.g. `s02-inbox`. */
  readonly id: string;
  /** World version: raised when a reducer or world change alters a stored replay. */
  readonly version: number;
  /** False if the scene measures nothing, as a tutorial; absent if it measures. */
  readonly scored?: boolean;
  /** What the variant changes in every language alike, by placeholder name; absent if that is nothing. */
  readonly values?: Readonly<Record<string, string>>;
  readonly title: TextKey;
  /** Place of the week map where the scene happens. */
  readonly place: 'office' | 'kitchen' | 'warehouse' | 'shop';
  /** Usual duration in minutes: for the person who plans the day, never shown as a clock. */
  readonly minutes: number;
  /** Who gives the task and is shown beside the screen. */
  readonly givenBy: CastId;
  /** What the cast says before the scene, in order. */
  readonly introduction: readonly Line[];
  /** The goal, one short sentence per key, at most three. */
  readonly goal: readonly TextKey[];
  /** What is said when the scene ends, without judgement. */
  readonly ending: Line;
  readonly help: readonly HelpTopic[];
  readonly access: AccessFlags;
  /** Apps on the desk, the first one is open at the start. */
  readonly apps: readonly SimulatedAppId[];
}

interface Line {
  readonly by: CastId;
  readonly expression: Expression;
  readonly text: TextKey;
}

/** One thing a person may need help with; three steps: say again, show where, show how. */
export interface HelpTopic {
  readonly id: string;
  readonly title: TextKey;
  readonly say: TextKey;
  /** What the client points at, e.g. `mail:message:m3`; a `data-help` attribute in the app. */
  readonly where: string;
  readonly whereText: TextKey;
  /** Steps of the demonstration, in order. */
  readonly how: readonly TextKey[];
}

// ── The state of a scene ────────────────────────────────────────────────────────────────────────────────────

export interface SceneState {
  readonly apps: AppStates;
  /** States that « Annuler » goes back to, oldest first. */
  readonly past: readonly AppStates[];
  /** Highest help step taken per topic (1 say, 2 where, 3 how); undo does not take help back. */
  readonly help: Readonly<Record<string, 1 | 2 | 3>>;
  readonly ended: 'done' | 'skipped' | null;
}

// ── What a person can do ──────────────────────────────────────────────────────────────────────────────────

/** Acts on the desk around the apps. */
export type DeskAction =
  | { readonly app: 'desk'; readonly type: 'open-app'; readonly target: SimulatedAppId }
  | { readonly app: 'desk'; readonly type: 'help'; readonly topic: string; readonly step: 1 | 2 | 3 }
  | { readonly app: 'desk'; readonly type: 'listen'; readonly target: string }
  | { readonly app: 'desk'; readonly type: 'undo' }
  | { readonly app: 'desk'; readonly type: 'done' }
  | { readonly app: 'desk'; readonly type: 'skip' };

/** Acts in an app. */
export type AppAction = AppKinds[SimulatedAppId]['action'];

/** Everything a scene takes. */
export type WorldAction = DeskAction | AppAction;

export type RefusalCode = WorldRefusal | AppKinds[SimulatedAppId]['refusal'];
