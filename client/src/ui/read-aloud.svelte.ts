/** Reads aloud with the browser's own voices, one text at a time. */
import type { Timers } from '../api/timers.ts';
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import { rankVoices, splitChunks, splitSentences, wordAt } from './speech.ts';

/** Speech engines lose a text that immediately follows a cancelled one. */
const afterCancelMs = 50;
/** Chrome and Android load their voices late. */
const voicesWaitMs = 2500;
const rates = { normal: 0.9, slow: 0.7 } as const;

interface Piece {
  readonly text: string;
  readonly sentence: number;
  /** Offset in its sentence. */
  readonly at: number;
}

/** Offset in its sentence. */
export interface SpokenWord {
  readonly start: number;
  readonly end: number;
}

export interface VoiceChoice {
  readonly hasVoice: boolean;
  readonly isSlow: boolean;
  /** Null: the first voice. */
  readonly voiceName: string | null;
}

const anyVoice: VoiceChoice = { hasVoice: true, isSlow: false, voiceName: null };

export class ReadAloud {
  target: string | null = $state(null);
  /** Number of the sentence being read, from 0. */
  sentence = $state(0);
  /** Null with the many voices that do not report words. */
  word: SpokenWord | null = $state.raw(null);
  readonly #synthesis: SpeechSynthesis | null;
  readonly #timers: Timers;
  readonly #choice: VoiceChoice;
  #voices: readonly SpeechSynthesisVoice[] = $state.raw([]);
  #hasWaited = $state(false);
  #turn = 0;
  #shown = '';
  #cancelWait: () => void = () => undefined;
  /** Some engines drop an unreferenced utterance and never report its end. */
  #utterance: SpeechSynthesisUtterance | null = null;

  constructor(synthesis: SpeechSynthesis | null, timers: Timers, choice: VoiceChoice = anyVoice) {
    this.#synthesis = synthesis;
    this.#timers = timers;
    this.#choice = choice;
    if (synthesis === null) {
      this.#hasWaited = true;
      return;
    }
    this.#voices = synthesis.getVoices();
    // Old Safari has voices without events.
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

  get canRead(): boolean {
    return this.#choice.hasVoice && this.voiceNames.length > 0;
  }

  get hasNoVoice(): boolean {
    return this.#hasWaited && this.voiceNames.length === 0;
  }

  /** Local voices, the default one first. */
  get voiceNames(): readonly string[] {
    return rankVoices(this.#voices, locale.current).map(({ name }) => name);
  }

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

  /** Call it with what is shown: stops if that changed, because a text is read only while in view. */
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
    utterance.rate = this.#choice.isSlow ? rates.slow : rates.normal;
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
    return voices.find(({ name }) => name === this.#choice.voiceName) ?? voices[0];
  }
}

/** Pieces short enough for the engine, with their offsets. */
function piecesOf(text: string, sentence: number): Piece[] {
  let from = 0;
  return splitChunks(text).map((chunk) => {
    const at = text.indexOf(chunk, from);
    from = at + chunk.length;
    return { text: chunk, sentence, at };
  });
}
