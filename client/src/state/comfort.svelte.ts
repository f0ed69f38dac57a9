/** Stored for the tab, for the person (ADR 38) and, if the browser allows it, for the next visit. */
import type { ComfortSettings, KeptComfort } from '../../../server/contract/comfort.ts';
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
  /** Of the server's, as last heard; 0: none. */
  readonly revision: number;
  readonly isUnsent: boolean;
}

export class Comfort {
  values: ComfortValues = $state.raw(initial);
  isUnsent = false;
  #voiceNames: VoiceNames = $state.raw({ fr: null, en: null });
  #revision = 0;
  readonly #persisted: Persisted<StoredComfort>;

  constructor(persisted: Persisted<StoredComfort>) {
    this.#persisted = persisted;
    this.reread();
  }

  /** After another window handed over. */
  reread(): void {
    const { values, voiceNames, revision, isUnsent } = parse(this.#persisted.read());
    this.values = values;
    this.#voiceNames = voiceNames;
    this.#revision = revision;
    this.isUnsent = isUnsent;
  }

  get kept(): KeptComfort {
    return { settings: pickSettings(this.values), revision: this.#revision };
  }

  take({ settings, revision }: KeptComfort): void {
    this.values = { ...this.values, ...settings };
    this.isUnsent = false;
    this.learn(revision);
  }

  learn(revision: number): void {
    this.#revision = revision;
    // The browser's next visitor may be another person.
    this.#persisted.write(this.#stored(), null);
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
    this.isUnsent ||= name in this.kept.settings;
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
    const stored = this.#stored();
    // Stored without the helper, because the next person at this computer may have none.
    const values = { ...this.values, helper: 'off' } as const;
    this.#persisted.write(stored, { ...stored, values, revision: 0, isUnsent: false });
  }

  #stored(): StoredComfort {
    const { values, isUnsent } = this;
    return { values, voiceNames: this.#voiceNames, revision: this.#revision, isUnsent };
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

/** Anybody can write an address. */
export function parseKept(given: unknown): KeptComfort | null {
  if (!isRecord(given) || !isRecord(given.settings)) return null;
  const { values, revision } = parse({ values: given.settings, revision: given.revision });
  return { settings: pickSettings(values), revision };
}

function pickSettings(values: ComfortValues): ComfortSettings {
  const { 'text-size': textSize, contrast, motion, voice, 'voice-pace': pace } = values;
  return { 'text-size': textSize, contrast, motion, voice, 'voice-pace': pace };
}

function parse(stored: unknown): StoredComfort {
  const { values, voiceNames, revision, isUnsent } = isRecord(stored) ? stored : {};
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
