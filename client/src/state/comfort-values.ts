/** Comfort settings as plain values: the page needs them before it has any other script (ADR 40). */
import type { ComfortSettings, KeptComfort } from '../../../server/contract/comfort.ts';
import type { Language } from '../i18n/i18n.svelte.ts';
import type { AttemptAction } from './attempt.svelte.ts';

export type Setting = Extract<AttemptAction, { type: 'setting' }>;
export type ComfortValues = { readonly [One in Setting as One['name']]: One['value'] };

export const comfortKey = 'numplus.comfort';

export const defaultComfort: ComfortValues = {
  'text-size': '100',
  contrast: 'system',
  motion: 'system',
  voice: 'on',
  'voice-choice': 'first',
  'voice-pace': 'normal',
  helper: 'off',
};

export const comfortChoices: { readonly [Name in keyof ComfortValues]: readonly ComfortValues[Name][] } = {
  'text-size': ['100', '125', '150', '200'],
  contrast: ['system', 'high'],
  motion: ['system', 'off'],
  voice: ['on', 'off'],
  'voice-choice': ['first', 'other'],
  'voice-pace': ['normal', 'slow'],
  helper: ['off', 'on'],
};

export type VoiceNames = Readonly<Record<Language, string | null>>;

export interface StoredComfort {
  readonly values: ComfortValues;
  readonly voiceNames: VoiceNames;
  /** Of the server's, as last heard; 0: none. */
  readonly revision: number;
  readonly isUnsent: boolean;
}

/** Defaults get no attribute. */
export function showComfort(root: HTMLElement, values: ComfortValues): void {
  const asked = { 'text-size': values['text-size'], contrast: values.contrast, motion: values.motion };
  for (const [name, value] of Object.entries(asked)) {
    if (value === '100' || value === 'system') root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  }
}

/** Anybody can write an address. */
export function parseKept(given: unknown): KeptComfort | null {
  if (!isRecord(given) || !isRecord(given.settings)) return null;
  const { values, revision } = parseComfort({ values: given.settings, revision: given.revision });
  return { settings: pickSettings(values), revision };
}

export function pickSettings(values: ComfortValues): ComfortSettings {
  const { 'text-size': textSize, contrast, motion, voice, 'voice-pace': pace } = values;
  return { 'text-size': textSize, contrast, motion, voice, 'voice-pace': pace };
}

/** Not checked: others can write to where it is stored. */
export function parseComfort(stored: unknown): StoredComfort {
  const { values, voiceNames, revision, isUnsent } = isRecord(stored) ? stored : {};
  const given = isRecord(values) ? values : {};
  const names = isRecord(voiceNames) ? voiceNames : {};
  const known = <Name extends keyof ComfortValues>(name: Name): ComfortValues[Name] =>
    comfortChoices[name].find((value) => value === given[name]) ?? defaultComfort[name];
  return {
    values: {
      'text-size': known('text-size'),
      contrast: known('contrast'),
      motion: known('motion'),
      voice: known('voice'),
      'voice-choice': known('voice-choice'),
      'voice-pace': known('voice-pace'),
      helper: known('helper'),
    },
    voiceNames: { fr: nameOf(names.fr), en: nameOf(names.en) },
    revision: Number.isSafeInteger(revision) ? Math.max(0, Number(revision)) : 0,
    isUnsent: isUnsent === true,
  };
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
