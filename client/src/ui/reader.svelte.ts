/**
 * Reads texts aloud with the browser's own voices, one at a time, sentence by sentence. Knows no screen: a place asks
 * whether it is being read and at which sentence.
 */
import type { Timers } from '../api/timers.ts';
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import { rankVoices, splitChunks, splitSentences, wordAt } from './speech.ts';

/** Engines lose a text that follows a cancelled one at once. */
const afterCancelMs = 50;
/** Chrome and Android bring their voices late; until then nothing is said about having none. */
const voicesWaitMs = 2500;
const rates = { normal: 0.9, slow: 0.7 } as const;

interface Piece {
  readonly text: string;
  readonly sentence: number;
  /** Where it begins in its sentence. */
  readonly at: number;
}

/** Where the spoken word stands in its sentence. */
export interface SpokenWord {
  readonly start: number;
  readonly end: number;
}

/** How the person likes to listen. */
export interface VoiceWish {
  readonly hasVoice: boolean;
  readonly isSlow: boolean;
  /** Null for the first voice there is. */
  readonly voiceName: string | null;
}

const anyVoice: VoiceWish = { hasVoice: true, isSlow: false, voiceName: null };

export class Reader {
  /** The place that is being read, if any. */
  target: string | null = $state(null);
  /** Which sentence of it, from 0. */
  sentence = $state(0);
  /** The word being spoken, where the voice tells it: many do not. */
  word: SpokenWord | null = $state.raw(null);
  readonly #synthesis: SpeechSynthesis | null;
  readonly #timers: Timers;
  readonly #wish: VoiceWish;
  #voices: readonly SpeechSynthesisVoice[] = $state.raw([]);
  #hasWaited = $state(false);
  #turn = 0;
  #shown = '';
  #cancelWait: () => void = () => undefined;
  /** Held here: some engines forget an utterance that nothing refers to, and its end is never told. */
  #utterance: SpeechSynthesisUtterance | null = null;

  constructor(synthesis: SpeechSynthesis | null, timers: Timers, wish: VoiceWish = anyVoice) {
    this.#synthesis = synthesis;
    this.#timers = timers;
    this.#wish = wish;
    if (synthesis === null) {
      this.#hasWaited = true;
      return;
    }
    this.#voices = synthesis.getVoices();
    // Old Safari has voices without events of them.
    if ('addEventListener' in synthesis) {
      synthesis.addEventListener('voiceschanged', () => {
        this.#voices = synthesis.getVoices();
      });
    }
    timers.after(voicesWaitMs, () => {
      this.#voices = synthesis.getVoices();
      this.#hasWaited = true;
    });
  }

  /** Whether there is a voice for the present language, and the person wants it. */
  get canRead(): boolean {
    return this.#wish.hasVoice && this.voiceNames.length > 0;
  }

  /** Whether it is certain that there is none. */
  get hasNoVoice(): boolean {
    return this.#hasWaited && this.voiceNames.length === 0;
  }

  /** Voices of this device for the present language, the one that reads by itself first. */
  get voiceNames(): readonly string[] {
    return rankVoices(this.#voices, locale.current).map(({ name }) => name);
  }

  /** Reads paragraphs in the present language; what was being read stops. */
  read(target: string, paragraphs: readonly string[]): void {
    const language = locale.current;
    this.stop();
    if (this.#synthesis === null || !this.canRead) return;
    const pieces = paragraphs
      .flatMap((paragraph) => splitSentences(paragraph))
      .flatMap((text, sentence) => piecesOf(text, sentence));
    const turn = this.#turn;
    this.target = target;
    this.sentence = 0;
    this.#cancelWait = this.#timers.after(afterCancelMs, () => {
      this.#speak(pieces, 0, turn, language);
    });
  }

  /** Stops where what is shown is no longer `what`: a text is read only while it is in sight. */
  stopFor(what: string): void {
    if (this.#shown !== what) this.stop();
    this.#shown = what;
  }

  stop(): void {
    this.#turn += 1;
    this.target = null;
    this.word = null;
    this.#cancelWait();
    this.#synthesis?.cancel();
  }

  #speak(pieces: readonly Piece[], index: number, turn: number, language: Language): void {
    const piece = pieces[index];
    const voice = this.#voiceFor(language);
    if (turn !== this.#turn) return;
    if (piece === undefined || voice === undefined || this.#synthesis === null) {
      this.target = null;
      this.word = null;
      return;
    }
    this.sentence = piece.sentence;
    this.word = null;
    const utterance = new SpeechSynthesisUtterance(piece.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.#wish.isSlow ? rates.slow : rates.normal;
    utterance.onboundary = ({ name, charIndex }) => {
      if (turn !== this.#turn || name !== 'word') return;
      const { start, end } = wordAt(piece.text, charIndex);
      this.word = start < end ? { start: piece.at + start, end: piece.at + end } : null;
    };
    utterance.onend = () => {
      this.#speak(pieces, index + 1, turn, language);
    };
    utterance.onerror = () => {
      if (turn === this.#turn) this.target = null;
    };
    this.#utterance = utterance;
    this.#synthesis.speak(this.#utterance);
  }

  #voiceFor(language: Language): SpeechSynthesisVoice | undefined {
    const voices = rankVoices(this.#voices, language);
    return voices.find(({ name }) => name === this.#wish.voiceName) ?? voices[0];
  }
}

/** A sentence as the engine takes it, each piece with its place. */
function piecesOf(text: string, sentence: number): Piece[] {
  let from = 0;
  return splitChunks(text).map((chunk) => {
    const at = text.indexOf(chunk, from);
    from = at + chunk.length;
    return { text: chunk, sentence, at };
  });
}
