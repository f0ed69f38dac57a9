/**
 * The words of the simulated workplace: what a scene shows (World), what a person can do in it (WorldAction)
 * and how it stands (SceneState). Types only: the client bundle and the server share them.
 * Knows nothing of points, rules or languages; every sentence is a text key. Each app's own words are in its folder.
 */
import type { AccessFlags } from './access.ts';
import type { CastId, Expression, TextKey, WorldRefusal } from './base.ts';
import type { BrowserAction, BrowserRefusal, BrowserState, BrowserWorld } from './browser/types.ts';
import type { FilesAction, FilesRefusal, FilesState, FilesWorld } from './files/types.ts';
import type { FormAction, FormRefusal, FormState, FormWorld } from './form/types.ts';
import type { MailAction, MailRefusal, MailState, MailWorld } from './mail/types.ts';
import type { PracticeAction, PracticeRefusal, PracticeState, PracticeWorld } from './practice/types.ts';
import type { SheetAction, SheetRefusal, SheetState, SheetWorld } from './sheet/types.ts';
import type { PhoneAction, PhoneRefusal, PhoneState, PhoneWorld } from './phone/types.ts';
import type { SignInAction, SignInRefusal, SignInState, SignInWorld } from './sign-in/types.ts';

// ── What a scene shows ────────────────────────────────────────────────────────────────────────────────────

/** The public part of one scenario version, already fitted to a seed: no rule, point or misconception in it. */
export interface World {
  readonly formatVersion: 1;
  /** Scenario id, e.g. `s02-inbox`. */
  readonly id: string;
  /** World version: raised when a reducer or world change alters a stored replay. */
  readonly version: number;
  /** False where the scene measures nothing, as a tutorial does; absent where it measures. */
  readonly scored?: boolean;
  /** What the variant changes in every language alike, by placeholder name; absent where that is nothing. */
  readonly values?: Readonly<Record<string, string>>;
  readonly title: TextKey;
  /** Place of the week map where the scene happens. */
  readonly place: 'office' | 'kitchen' | 'warehouse' | 'shop';
  /** Usual duration in minutes: for the person who plans the day, never shown as a clock. */
  readonly minutes: number;
  /** Who gives the task and stands beside the screen. */
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
  readonly mail?: MailWorld;
  readonly files?: FilesWorld;
  readonly browser?: BrowserWorld;
  readonly sheet?: SheetWorld;
  readonly phone?: PhoneWorld;
  readonly form?: FormWorld;
  readonly 'sign-in'?: SignInWorld;
  readonly practice?: PracticeWorld;
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

export type SimulatedAppId = AppAction['app'];

// ── How a scene stands ────────────────────────────────────────────────────────────────────────────────────

/** How each app stands; an app that the world does not have, has no state. */
export interface AppStates {
  readonly active: SimulatedAppId;
  readonly mail?: MailState;
  readonly files?: FilesState;
  readonly browser?: BrowserState;
  readonly sheet?: SheetState;
  readonly phone?: PhoneState;
  readonly form?: FormState;
  readonly 'sign-in'?: SignInState;
  readonly practice?: PracticeState;
}

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
export type AppAction =
  | MailAction
  | FilesAction
  | BrowserAction
  | SheetAction
  | PhoneAction
  | FormAction
  | SignInAction
  | PracticeAction;

/** Everything a scene takes. */
export type WorldAction = DeskAction | AppAction;

export type RefusalCode =
  | WorldRefusal
  | MailRefusal
  | FilesRefusal
  | BrowserRefusal
  | SheetRefusal
  | PhoneRefusal
  | FormRefusal
  | SignInRefusal
  | PracticeRefusal;
