/** Stored for the tab and for the person (ADR 38); the voice for the next visit, if the browser allows it. */
import type { KeptComfort } from '../../../server/contract/comfort.ts';
import { locale } from '../i18n/i18n.svelte.ts';
import {
  comfortKey,
  type ComfortValues,
  defaultComfort,
  parseComfort,
  pickSettings,
  type Setting,
  type StoredComfort,
  type VoiceNames,
} from './comfort-values.ts';
import { Persisted } from './persisted.ts';
import type { TabMemory } from './tab-memory.ts';

export class Comfort {
  values: ComfortValues = $state.raw(defaultComfort);
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
    const { values, voiceNames, revision, isUnsent } = parseComfort(this.#persisted.read());
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
    // The next person at this computer may be another: only the voice, which belongs to the device, outlives the tab.
    const values = { ...defaultComfort, 'voice-choice': this.values['voice-choice'] };
    this.#persisted.write(stored, { ...stored, values, revision: 0, isUnsent: false });
  }

  #stored(): StoredComfort {
    const { values, isUnsent } = this;
    return { values, voiceNames: this.#voiceNames, revision: this.#revision, isUnsent };
  }
}

/** What a launch brought, also after a reload; not what the browser remembers, which may be another person's. */
export function comfortOfTab(tab: TabMemory): Comfort {
  return new Comfort(new Persisted(tab, null, comfortKey));
}
