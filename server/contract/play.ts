import { z } from 'zod';
import { ActionSchema } from '../../scenarios/schema/action-schema.ts';
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { TextKey } from '../../scenarios/world/base.ts';
import type { World, WorldAction } from '../../scenarios/world/types.ts';
import { comfortChoices } from './comfort.ts';

const id = z.string().min(1).max(64);
const language = z.enum(['fr', 'en']);
const count = z.number().int().min(0).max(1_000_000_000);

/** GET /api/attempt: the latest of this person in this activity. */
export interface AttemptAnswer {
  readonly attempt: AttemptView | null;
  /** Edition of the client's own words, then the study's version: `3.0`. */
  readonly noticeVersion: string;
  /** The attempt's person read another version. */
  readonly noticeIsNew: boolean;
  /** Once a scored scene is done. */
  readonly asksResearch: boolean;
  readonly mayBeginAnother: boolean;
  /** A helper is present from the start. */
  readonly withHelper: boolean;
}

export interface AttemptView {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: 'fr' | 'en';
  readonly epoch: number;
  readonly writer: string;
  /** Last acknowledged actionSeq of this epoch. */
  readonly actionSeq: number;
  /** 32 bytes, base64url: for this attempt's journal in the browser only. */
  readonly journalKey: string;
  readonly scenes: readonly SceneView[];
  /** Scenes have days; a map of the week is shown between them. */
  readonly hasWeek: boolean;
  /** `due`: not answered yet. */
  readonly helperOffer: 'due' | 'accepted' | 'declined' | null;
  /** Reopened by staff, and not yet continued. */
  readonly isReopened: boolean;
  /** False if staff set it aside. */
  readonly isKept: boolean;
  /** A scored scene is done. */
  readonly hasPlayed: boolean;
  /** Enough was played for the attempt to count. */
  readonly isEnough: boolean;
  /** Finished, scored scenes with which it is. */
  readonly enoughScenes: number;
  /** The result waits until staff have looked at it. */
  readonly isHeld: boolean;
}

export interface SceneView {
  readonly sceneId: string;
  readonly scenario: string;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** On a phone it waits, and scenes behind it may begin. */
  readonly needsComputer?: boolean;
}

/**
 * POST /api/attempts: accepts the notice and starts attempt `number` (1, or one after a finished one).
 * Repeatable.
 */
export const StartRequest = z.strictObject({
  noticeVersion: z.string().min(1).max(20),
  language,
  number: z.number().int().min(1).max(1000),
});

/** POST /api/attempts/:id/notice: accepts a notice that changed since. Repeatable. */
export const NoticeRequest = z.strictObject({ noticeVersion: z.string().min(1).max(20) });

/**
 * POST /api/attempts/:id/open: this page becomes the writer (after a reload, or « Continuer ici »). Returns
 * the new epoch; no change if it already is the writer.
 */
export const OpenRequest = z.strictObject({ writer: id, tMs: count });

/** GET /api/attempts/:id/week */
export interface WeekAnswer {
  /** Only scenes chosen so far. */
  readonly scenes: readonly WeekScene[];
  /** Days without a scene may still get one. */
  readonly goesOn: boolean;
}

export interface WeekScene {
  readonly sceneId: string;
  /** 1 Monday to 5 Friday. */
  readonly day: number;
  readonly title: Readonly<Record<'fr' | 'en', string>>;
  readonly place: World['place'];
  readonly status: SceneView['status'];
  readonly needsComputer?: boolean;
  /** Tools that the person used, never how well; none for practice, whose tasks they are. */
  readonly used: readonly ('help' | 'undo' | 'listen' | 'pause')[];
}

/** GET /api/attempts/:id/scenes/:sceneId: starts it if needed. */
export interface SceneAnswer {
  readonly sceneId: string;
  readonly world: World;
  readonly texts: Readonly<Record<'fr' | 'en', Readonly<Record<TextKey, string>>>>;
  /** In order; replayed, they give the present state. */
  readonly actions: readonly ReplayAction[];
  readonly stateHash: string;
  /** Weight of further actions that the scene takes (scenarios/world/weight.ts). */
  readonly room: number;
  /** Help is open from the start (ADR 11). */
  readonly eased: boolean;
}

export interface ReplayAction {
  readonly epoch: number;
  readonly actionSeq: number;
  readonly action: WorldAction;
}

function setting<Name extends string, Value extends string>(name: Name, values: readonly Value[]) {
  return z.strictObject({
    app: z.literal('frame'),
    type: z.literal('setting'),
    name: z.literal(name),
    value: z.enum(values),
  });
}

const settingAction = z.discriminatedUnion('name', [
  setting('text-size', comfortChoices['text-size']),
  setting('contrast', comfortChoices.contrast),
  setting('motion', comfortChoices.motion),
  setting('voice', comfortChoices.voice),
  setting('voice-choice', ['first', 'other']),
  setting('voice-pace', comfortChoices['voice-pace']),
  setting('helper', ['off', 'on']),
]);

const frameAction = z.discriminatedUnion('type', [
  z.strictObject({ app: z.literal('frame'), type: z.literal('language'), language }),
  z.strictObject({
    app: z.literal('frame'),
    type: z.literal('pause'),
    cause: z.enum(['button', 'hidden', 'connection']),
  }),
  z.strictObject({ app: z.literal('frame'), type: z.enum(['resume', 'end', 'assist']) }),
  z.strictObject({
    app: z.literal('frame'),
    type: z.literal('helper-offer'),
    answer: z.enum(['accepted', 'declined']),
  }),
  settingAction,
  z.strictObject({
    app: z.literal('frame'),
    type: z.literal('input'),
    mode: z.enum(['mouse', 'touch', 'pen', 'keyboard']),
  }),
  z.strictObject({
    app: z.literal('frame'),
    type: z.literal('device'),
    motion: z.enum(['usual', 'reduced']),
    zoom: z.enum(['100', '125', '150', '200', '300', '400']),
    contrast: z.enum(['usual', 'more', 'forced']),
  }),
  z.strictObject({ app: z.literal('frame'), type: z.literal('hidden'), ms: count }),
]);

export const ClientAction = z.strictObject({
  actionSeq: count.min(1),
  tMs: count,
  clientAt: z.number().int().min(0).max(8_640_000_000_000_000),
  /** Null between scenes. */
  sceneId: id.nullable(),
  action: z.union([ActionSchema, frameAction]),
});

export interface ClientAction {
  readonly actionSeq: number;
  readonly tMs: number;
  readonly clientAt: number;
  readonly sceneId: string | null;
  readonly action: WorldAction | AttemptAction;
}

/** POST /api/attempts/:id/actions */
export const ActRequest = z.strictObject({
  contractVersion: z.number().int(),
  epoch: count.min(1),
  actions: z.array(ClientAction).min(1).max(100),
  /** The client's state after the last action; null outside a scene. */
  stateHash: z.string().min(1).max(64).nullable(),
});
export interface ActRequest {
  readonly contractVersion: number;
  readonly epoch: number;
  readonly actions: readonly ClientAction[];
  readonly stateHash: string | null;
}

export interface ActAnswer {
  /** Highest contiguous actionSeq that is stored durably. */
  readonly acknowledged: number;
  /** Refused by the world: logged, without effect. */
  readonly rejected: readonly number[];
  /** States differ: fetch the scene again and replay. */
  readonly resync: boolean;
  readonly attempt: Omit<AttemptView, 'journalKey'>;
}
