/**
 * The attempt's log: the one truth from which state, evidence, scores, statements and reports are derived.
 * Types, and the closed lists behind them. `at` and `receivedAt` are milliseconds since 1970 UTC.
 */
import type { Dimension } from './dimensions.ts';
import type { Measure } from './measurement-types.ts';
import type { AccessNeed } from '../world/access.ts';
import type { Language } from '../world/base.ts';
import type { RefusalCode, WorldAction } from '../world/types.ts';

export type { Dimension } from './dimensions.ts';

/** Acts on the attempt as a whole, inside or between scenes. */
export type AttemptAction =
  | { readonly app: 'frame'; readonly type: 'language'; readonly language: Language }
  | { readonly app: 'frame'; readonly type: 'pause'; readonly cause: 'button' | 'hidden' | 'connection' }
  | { readonly app: 'frame'; readonly type: 'resume' }
  | { readonly app: 'frame'; readonly type: 'end' }
  /** Somebody beside the person read, pointed or pressed for them: one per helping hand, and no penalty. */
  | { readonly app: 'frame'; readonly type: 'assist' }
  /** What the person said to the offer of somebody beside them; taken once, where the offer is due. */
  | { readonly app: 'frame'; readonly type: 'helper-offer'; readonly answer: 'accepted' | 'declined' }
  | SettingAction
  | DeviceAction;

/**
 * What the page tells of the device in use: each way of pressing once per scene, what the device is set to only where
 * that changed, and how long the page was out of sight.
 */
type DeviceAction = { readonly app: 'frame' } & (
  | { readonly type: 'input'; readonly mode: InputMode }
  | ({ readonly type: 'device' } & DeviceHints)
  | { readonly type: 'hidden'; readonly ms: number }
);

/** A switch of a person with little movement acts as one of these: the page cannot tell it apart. */
export type InputMode = 'mouse' | 'touch' | 'pen' | 'keyboard';

interface DeviceHints {
  readonly motion: 'usual' | 'reduced';
  /** Of the browser's text and pinching, per cent, rounded down to a step. */
  readonly zoom: '100' | '125' | '150' | '200' | '300' | '400';
  readonly contrast: 'usual' | 'more' | 'forced';
}

/**
 * A comfort setting that the person changed. Which voice was chosen is told as the first or another one only: its
 * name would tell devices apart.
 */
type SettingAction = { readonly app: 'frame'; readonly type: 'setting' } & (
  | { readonly name: 'text-size'; readonly value: '100' | '125' | '150' | '200' }
  | { readonly name: 'contrast'; readonly value: 'system' | 'high' }
  | { readonly name: 'motion'; readonly value: 'system' | 'off' }
  | { readonly name: 'voice'; readonly value: 'on' | 'off' }
  | { readonly name: 'voice-choice'; readonly value: 'first' | 'other' }
  | { readonly name: 'voice-pace'; readonly value: 'normal' | 'slow' }
  /** Whether somebody sits beside the person to help. */
  | { readonly name: 'helper'; readonly value: 'off' | 'on' }
);

/** Which scenario version a scene pins. */
export interface SceneRef {
  /**
   * Id of the scene within the attempt, `1`, `2`, … as text: its place in a fixed form, whenever it is played; in an
   * adaptive one its place in the order in which scenes were chosen.
   */
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  /** True where help stands open from the start (ADR 11): the same task, points and rules. */
  readonly eased?: boolean;
}

/** Why a scene came next in an adaptive attempt (ADR 15): enough to explain it, and to find it again from the log. */
export type SceneChoice =
  /** Everybody plays the common core first; who only touches begins with a scene made for a phone. */
  | { readonly by: 'core' | 'touch-first' }
  | {
      readonly by: 'information';
      /** Rules that left candidates out, in the order in which they were asked. */
      readonly narrowedBy: readonly ('win' | 'reading' | 'balance')[];
      /** The candidates that chance chose among, best first. */
      readonly best: readonly {
        readonly scenario: string;
        /** Uncertainty that it promises to take away, per minute; to four decimals. */
        readonly worth: number;
      }[];
      /** From 0 up to 1, from the attempt's own seed: which of the best was taken. */
      readonly draw: number;
    };

/** Why an adaptive attempt asks for no further scene: assessment.md §3.5, or there is none left. */
export type StopReason = 'precise' | 'scenes' | 'time' | 'nothing-left';

/** What evidence found in one scene; stored at scene end, so that rescoring has both log and result. */
export interface SceneResult {
  readonly rules: readonly RuleResult[];
  readonly items: readonly ItemResult[];
  /** Misconception ids for counsellors, e.g. `answers-everyone`. */
  readonly misconceptions: readonly string[];
}

/** A scene with the result that holds, and the scoring version that gave it. */
export interface ScoredScene {
  readonly scene: SceneRef;
  readonly how: 'done' | 'skipped';
  readonly result: SceneResult;
}

/** The same after a rescoring. */
export interface RescoredScene extends ScoredScene {
  /** The entry of its end, and the scoring version of then: what a new score of an item is about. */
  readonly ended: { readonly logSeq: number; readonly scoringVersion: number };
}

/** How somebody worked in a scene (assessment.md §3.6); none of it gives a point. Times in milliseconds. */
export interface ProcessIndicators {
  /** From the scene's start to its end, pauses included. */
  readonly totalMs: number;
  /** From the start to the first action, pauses taken out; null where there was none. */
  readonly firstActionMs: number | null;
  readonly actions: number;
  readonly undos: number;
  readonly helps: number;
  readonly readAlouds: number;
  /** Helping hands of somebody beside the person. */
  readonly assists: number;
  readonly appSwitches: number;
  /** Coming back to a place that was left. */
  readonly backtracks: number;
  /** By the button. */
  readonly pauses: number;
  /** Of each gap between two entries, what is longer than half a minute. */
  readonly idleMs: number;
  /** The page was out of sight. */
  readonly hiddenMs: number;
  readonly inputModes: readonly InputMode[];
  readonly device: DeviceHints | null;
  readonly variantSeed: number;
  readonly bankVersion: number;
}

export interface RuleResult {
  readonly rule: string;
  readonly item: string;
  readonly fired: boolean;
  /** True where help step 3 showed how: the rule is then not credited. */
  readonly shown: boolean;
  readonly points: number;
}

export interface ItemResult {
  readonly item: string;
  readonly dimension: Dimension;
  /** Points earned, 0 to max. */
  readonly points: number;
  readonly max: number;
  /** Set where the item was opened and passed over. */
  readonly skipped: boolean;
}

/** Features of a typed text (no part of the text itself), by name, e.g. `{ yes: true, time: false }`. */
export type TextFeatures = Readonly<Record<string, boolean>>;

interface EntryTime {
  /** Gap-free per attempt, from 1. */
  readonly logSeq: number;
  readonly epoch: number;
  /** When it happened: server time at the opening + tMs, never after receivedAt, ≥ 1 ms after the entry before. */
  readonly at: number;
  readonly receivedAt: number;
}

interface ActionTime {
  readonly actionSeq: number;
  /** Milliseconds of a monotonic clock since the page was loaded. */
  readonly tMs: number;
  /** The device's own clock, for information only. */
  readonly clientAt: number;
}

/** Why staff set an attempt aside. */
export const invalidReasons = [
  /** Somebody else played, or answered in the person's place. */
  'other-person',
  /** A trial: nobody meant it. */
  'trial',
  /** Device, network or the game itself got in the way. */
  'technical',
  /** Noise, haste, illness: not as the person usually works. */
  'conditions',
  /** The person asked for it. */
  'person-asked',
  'other',
] as const;
export type InvalidReason = (typeof invalidReasons)[number];

export type LogEvent =
  | {
      readonly kind: 'launched';
      readonly language: Language;
      /** In the first of an attempt, where staff set any for this person: the attempt is played by these. */
      readonly accessNeeds?: readonly AccessNeed[];
    }
  | {
      readonly kind: 'notice-accepted';
      readonly noticeVersion: string;
      readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
    }
  /** A page took the pen: the first of an attempt, a reload, or « Continuer ici » in another window. */
  | { readonly kind: 'opened'; readonly first: boolean; readonly tMs: number }
  | {
      readonly kind: 'scene-started';
      readonly scene: SceneRef;
      /** In an adaptive attempt, of a scored scene. */
      readonly choice?: SceneChoice;
    }
  | ({
      readonly kind: 'action';
      readonly scene: SceneRef;
      readonly action: WorldAction;
      /** Text features of the mail sent by this action. */
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
      /** Milliseconds the scene was open, pauses taken out. */
      readonly activeMs: number;
      /** Null where the scene was left, or is not scored. */
      readonly result: SceneResult | null;
      /** Missing in logs of before. */
      readonly process?: ProcessIndicators;
    }
  | {
      readonly kind: 'finished';
      readonly how: 'form-done' | 'learner';
      /** Whole number 1–100, or null where fewer scenes than the form's minimum were played. */
      readonly score: number | null;
      /** Why an adaptive form is done; absent in a fixed one, and where the learner ended it. */
      readonly because?: StopReason;
      /** What the score stands on; missing in logs of before. */
      readonly measure?: Measure | null;
    }
  /** What was played is scored anew, by the rules or the bank of now: what holds from here on. */
  | {
      readonly kind: 'rescored';
      /** Of every scored scene that was done or skipped. */
      readonly results: readonly RescoredScene[];
      readonly measure: Measure | null;
      /** As in `finished`. */
      readonly score: number | null;
    }
  /** Nothing was done for as long as the installation allows: closed by the server. `lastAt`: the entry before. */
  | { readonly kind: 'abandoned'; readonly lastAt: number }
  /** Staff opened an attempt that was over: what was left or waits may be played. Who did it is the audit's to know. */
  | { readonly kind: 'reopened' }
  /** Staff set the attempt aside: it counts neither for the gradebook nor for research. */
  | { readonly kind: 'invalidated'; readonly reason: InvalidReason }
  /** Staff took that back. */
  | { readonly kind: 'reinstated' };

export type LogEntry = EntryTime & LogEvent;
