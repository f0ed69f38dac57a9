/**
 * The log of an attempt: all else is derived from it. `at` and `receivedAt` are milliseconds since 1970 UTC.
 */
import type { Dimension } from './dimensions.ts';
import type { EffortFlag } from './effort-flags.ts';
import type { Measure } from './measurement-types.ts';
import type { AccessNeed } from '../world/access.ts';
import type { Language } from '../world/base.ts';
import type { RefusalCode, WorldAction } from '../world/types.ts';

export type AttemptAction =
  | { readonly app: 'frame'; readonly type: 'language'; readonly language: Language }
  | { readonly app: 'frame'; readonly type: 'pause'; readonly cause: 'button' | 'hidden' | 'connection' }
  | { readonly app: 'frame'; readonly type: 'resume' }
  | { readonly app: 'frame'; readonly type: 'end' }
  /** Somebody beside the person read, pointed or pressed for them. Costs no point. */
  | { readonly app: 'frame'; readonly type: 'assist' }
  /** Accepted once, when the offer is due. */
  | { readonly app: 'frame'; readonly type: 'helper-offer'; readonly answer: 'accepted' | 'declined' }
  | SettingAction
  | DeviceAction;

/** Input modes once per scene, settings only when changed. */
type DeviceAction = { readonly app: 'frame' } & (
  | { readonly type: 'input'; readonly mode: InputMode }
  | ({ readonly type: 'device' } & DeviceHints)
  | { readonly type: 'hidden'; readonly ms: number }
);

/** The page cannot tell a switch device from these. */
export type InputMode = 'mouse' | 'touch' | 'pen' | 'keyboard';

interface DeviceHints {
  readonly motion: 'usual' | 'reduced';
  /** Browser text size times pinch zoom, per cent, rounded down to a step. */
  readonly zoom: '100' | '125' | '150' | '200' | '300' | '400';
  readonly contrast: 'usual' | 'more' | 'forced';
}

/** Voices are reported as the first or another: a name would identify devices. */
type SettingAction = { readonly app: 'frame'; readonly type: 'setting' } & (
  | { readonly name: 'text-size'; readonly value: '100' | '125' | '150' | '200' }
  | { readonly name: 'contrast'; readonly value: 'system' | 'high' }
  | { readonly name: 'motion'; readonly value: 'system' | 'off' }
  | { readonly name: 'voice'; readonly value: 'on' | 'off' }
  | { readonly name: 'voice-choice'; readonly value: 'first' | 'other' }
  | { readonly name: 'voice-pace'; readonly value: 'normal' | 'slow' }
  | { readonly name: 'helper'; readonly value: 'off' | 'on' }
);

export interface SceneRef {
  /** `1`, `2`, …: the place in a fixed form, or the order of choice in an adaptive form. */
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  /** Help is open from the start (ADR 11): the same task, points and rules. */
  readonly eased?: boolean;
}

/** Enough to repeat an adaptive choice from the log (ADR 15). */
export type SceneChoice =
  /** `core`: everybody plays these first. `touch-first`: for people who only use touch. */
  | { readonly by: 'core' | 'touch-first' }
  | {
      readonly by: 'information';
      readonly narrowedBy: readonly ('win' | 'reading' | 'balance')[];
      /** Best first. */
      readonly best: readonly {
        readonly scenario: string;
        /** Expected reduction of uncertainty per minute, to four decimals. */
        readonly worth: number;
      }[];
      /** 0 to 1, from the seed of the attempt. */
      readonly draw: number;
    };

/** Why an adaptive form ends (ADR 15). */
export type StopReason = 'precise' | 'scenes' | 'time' | 'nothing-left';

/** Stored at the end of the scene, so that rescoring has both log and result. */
export interface SceneResult {
  readonly rules: readonly RuleResult[];
  readonly items: readonly ItemResult[];
  /** Ids, e.g. `answers-everyone`. */
  readonly misconceptions: readonly string[];
}

/** The result that counts now. */
export interface ScoredScene {
  readonly scene: SceneRef;
  readonly how: 'done' | 'skipped';
  readonly result: SceneResult;
}

export interface RescoredScene extends ScoredScene {
  /** Log entry of the scene's end: the new statement refers to its answer. */
  readonly ended: { readonly logSeq: number; readonly scoringVersion: number };
}

/** Milliseconds; gives no point. */
export interface ProcessIndicators {
  /** Pauses included. */
  readonly totalMs: number;
  /** Pauses excluded; null if there was no action. */
  readonly firstActionMs: number | null;
  readonly actions: number;
  readonly undos: number;
  readonly helps: number;
  readonly readAlouds: number;
  readonly assists: number;
  readonly appSwitches: number;
  readonly backtracks: number;
  /** By the button only. */
  readonly pauses: number;
  /** The part of each gap between entries above 30 seconds. */
  readonly idleMs: number;
  readonly hiddenMs: number;
  readonly inputModes: readonly InputMode[];
  readonly device: DeviceHints | null;
  readonly variantSeed: number;
  readonly bankVersion: number;
  /** Absent if none, and in old logs. */
  readonly flags?: readonly EffortFlag[];
}

export interface SceneProcess {
  readonly sceneId: string;
  readonly process: ProcessIndicators;
}

export interface RuleResult {
  readonly rule: string;
  readonly item: string;
  readonly fired: boolean;
  /** Help step 3 showed how: the rule is not credited. */
  readonly shown: boolean;
  readonly points: number;
  /** The way taken gave no chance to show it: neither earned nor lost. */
  readonly missing?: true;
}

export interface ItemResult {
  readonly item: string;
  readonly dimension: Dimension;
  readonly points: number;
  /** Without `missing`. */
  readonly max: number;
  readonly skipped: boolean;
  /** Points of missing rules; absent if none. The measure then takes the item as missing. */
  readonly missing?: number;
}

/** By name, e.g. `{ yes: true, time: false }`; no part of the text. */
export type TextFeatures = Readonly<Record<string, boolean>>;

interface EntryTime {
  /** Gap-free per attempt, from 1. */
  readonly logSeq: number;
  readonly epoch: number;
  /** Server time at the opening + tMs; never after receivedAt, at least 1 ms after the previous entry. */
  readonly at: number;
  readonly receivedAt: number;
}

interface ActionTime {
  readonly actionSeq: number;
  /** Since the page was loaded, by a monotonic clock. */
  readonly tMs: number;
  /** The clock of the device, for information only. */
  readonly clientAt: number;
}

/** What staff choose from. */
export const choosableReasons = [
  /** Somebody else played or answered. */
  'other-person',
  'trial',
  'technical',
  /** Noise, haste or illness. */
  'conditions',
  'person-asked',
  'other',
] as const;
export const invalidReasons = [
  ...choosableReasons,
  /** The person is staff: the gradebook refuses them. Never chosen by hand. */
  'staff',
] as const;
export type ChoosableReason = (typeof choosableReasons)[number];
export type InvalidReason = (typeof invalidReasons)[number];

export type LogEvent =
  | {
      readonly kind: 'launched';
      readonly language: Language;
      /** In the first launch of an attempt, if staff set any for this person. */
      readonly accessNeeds?: readonly AccessNeed[];
    }
  | {
      readonly kind: 'notice-accepted';
      readonly noticeVersion: string;
      readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
    }
  /** A page became the writer: at the start, on reload, or by « Continuer ici » in another window. */
  | { readonly kind: 'opened'; readonly first: boolean; readonly tMs: number }
  | {
      readonly kind: 'scene-started';
      readonly scene: SceneRef;
      /** Scored scenes of adaptive attempts only. */
      readonly choice?: SceneChoice;
    }
  | ({
      readonly kind: 'action';
      readonly scene: SceneRef;
      readonly action: WorldAction;
      readonly features?: TextFeatures;
    } & ActionTime)
  | ({
      readonly kind: 'rejected';
      readonly scene: SceneRef;
      readonly action: WorldAction;
      readonly code: RefusalCode;
    } & ActionTime)
  | ({ readonly kind: 'frame'; readonly scene: SceneRef | null; readonly action: AttemptAction } & ActionTime)
  | {
      readonly kind: 'scene-ended';
      readonly scene: SceneRef;
      readonly how: 'done' | 'skipped' | 'left';
      /** Pauses excluded. */
      readonly activeMs: number;
      /** Null if the scene was left or is not scored. */
      readonly result: SceneResult | null;
      /** Missing in old logs. */
      readonly process?: ProcessIndicators;
    }
  | {
      readonly kind: 'finished';
      readonly how: 'form-done' | 'learner';
      /** 1 to 100, whole; null if fewer scenes were played than the form requires. */
      readonly score: number | null;
      /** Only if an adaptive form stopped by itself. */
      readonly because?: StopReason;
      /** Missing in old logs. */
      readonly measure?: Measure | null;
    }
  /** By staff, with newer rules or a newer bank. */
  | {
      readonly kind: 'rescored';
      /** Scored scenes that were done or skipped. */
      readonly results: readonly RescoredScene[];
      /** Of every scene that ended, from the log. Missing in old logs. */
      readonly processes?: readonly SceneProcess[];
      readonly measure: Measure | null;
      readonly score: number | null;
    }
  /** Idle too long. `lastAt`: time of the entry before. */
  | { readonly kind: 'abandoned'; readonly lastAt: number }
  /** By staff; who did it is in the audit only. */
  | { readonly kind: 'reopened' }
  /** By staff, from gradebook and research. */
  | { readonly kind: 'invalidated'; readonly reason: InvalidReason }
  | { readonly kind: 'reinstated' };

export type LogEntry = EntryTime & LogEvent;
