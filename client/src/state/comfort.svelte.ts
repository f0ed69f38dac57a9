/** Stored for the tab and, if the browser allows it, for the next visit. */
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import type { AttemptAction } from './attempt.svelte.ts';
import type { Persisted } from './persisted.ts';

export type Setting = Extract<AttemptAction, { type: 'setting' }>;
export type ComfortValues = { readonly [One in Setting as One['name']]: One['value'] };

const initial: ComfortValues = {
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

type VoiceNames = Readonly<Record<Language, string | null>>;

interface StoredComfort {
  readonly values: ComfortValues;
  readonly voiceNames: VoiceNames;
}

export class Comfort {
  values: ComfortValues = $state.raw(initial);
  #voiceNames: VoiceNames = $state.raw({ fr: null, en: null });
  readonly #persisted: Persisted<StoredComfort>;

  constructor(persisted: Persisted<StoredComfort>) {
    this.#persisted = persisted;
    this.reread();
  }

  /** After another window handed over. */
  reread(): void {
    const { values, voiceNames } = parse(this.#persisted.read());
    this.values = values;
    this.#voiceNames = voiceNames;
  }

  /** Voice for the current language; null: the first one. */
  get voiceName(): string | null {
    return this.#voiceNames[locale.current];
  }

  get hasVoice(): boolean {
    return this.values.voice === 'on';
  }

  get isSlow(): boolean {
    return this.values['voice-pace'] === 'slow';
  }

  choose({ name, value }: Setting): boolean {
    if (this.values[name] === value) return false;
    this.values = { ...this.values, [name]: value };
    this.#keep();
    return true;
  }

  chooseVoice(voiceName: string | null): boolean {
    if (this.voiceName === voiceName) return false;
    this.#voiceNames = { ...this.#voiceNames, [locale.current]: voiceName };
    this.values = { ...this.values, 'voice-choice': voiceName === null ? 'first' : 'other' };
    this.#keep();
    return true;
  }

  #keep(): void {
    const stored = { values: this.values, voiceNames: this.#voiceNames };
    // Stored without the helper, because the next person at this computer may have none.
    this.#persisted.write(stored, { ...stored, values: { ...this.values, helper: 'off' } });
  }
}

/** Defaults get no attribute. */
export function showComfort(root: HTMLElement, values: ComfortValues): void {
  const asked = { 'text-size': values['text-size'], contrast: values.contrast, motion: values.motion };
  for (const [name, value] of Object.entries(asked)) {
    if (value === '100' || value === 'system') root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  }
}

function parse(stored: unknown): StoredComfort {
  const { values, voiceNames } = isRecord(stored) ? stored : {};
  const given = isRecord(values) ? values : {};
  const names = isRecord(voiceNames) ? voiceNames : {};
  const known = <Name extends keyof ComfortValues>(name: Name): ComfortValues[Name] =>
    comfortChoices[name].find((value) => value === given[name]) ?? initial[name];
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
  };
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
