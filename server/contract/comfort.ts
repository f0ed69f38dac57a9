/** Comfort settings that follow a person (ADR 38). */
import { z } from 'zod';

export const comfortChoices = {
  'text-size': ['100', '125', '150', '200'],
  contrast: ['system', 'high'],
  motion: ['system', 'off'],
  voice: ['on', 'off'],
  'voice-pace': ['normal', 'slow'],
} as const;

export const comfortSettings = z.strictObject({
  'text-size': z.enum(comfortChoices['text-size']),
  contrast: z.enum(comfortChoices.contrast),
  motion: z.enum(comfortChoices.motion),
  voice: z.enum(comfortChoices.voice),
  'voice-pace': z.enum(comfortChoices['voice-pace']),
});

export type ComfortSettings = Readonly<z.infer<typeof comfortSettings>>;

/** POST /api/comfort. `revision`: the last one known; 0: none. */
export const ComfortRequest = z.strictObject({
  settings: comfortSettings,
  revision: z.int().min(0).max(1_000_000_000),
});

export interface KeptComfort {
  readonly settings: ComfortSettings;
  readonly revision: number;
}

export interface ComfortAnswer extends KeptComfort {
  /** False: these were stored since that revision. */
  readonly isStored: boolean;
}
