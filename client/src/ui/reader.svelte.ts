/**
 * Reads texts aloud with the browser's own voices, one at a time, sentence by sentence. Knows no screen: a place asks
 * whether it is being read and at which sentence.
 */
import type { Timers } from '../api/timers.ts';
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import { chooseVoice, splitChunks, splitSentences } from './speech.ts';

/** Engines lose a text that follows a cancelled one at once. */
const afterCancelMs = 50;
/** Chrome and Android bring their voices late; until then nothing is said about having none. */
const voicesWaitMs = 2500;
const rate = 0.9;

interface Piece {
  readonly text: string;
  readonly sentence: number;
}

export class Reader {
  /** The place that is being read, if any. */
  target: string | null = $state(null);
  /** Which sentence of it, from 0. */
  sentence = $state(0);
  readonly #synthesis: SpeechSynthesis | null;
  readonly #timers: Timers;
  #voices: readonly SpeechSynthesisVoice[] = $state.raw([]);
  #hasWaited = $state(false);
  #turn = 0;
  #shown = '';
  #cancelWait: () => void = () => undefined;
  /** Held here: some engines forget an utterance that nothing refers to, and its end is never told. */
  #utterance: SpeechSynthesisUtterance | null = null;

  constructor(synthesis: SpeechSynthesis | null, timers: Timers) {
    this.#synthesis = synthesis;
    this.#timers = timers;
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

  /** Whether there is a voice for the present language. */
  get canRead(): boolean {
    return this.#voiceFor(locale.current) !== undefined;
  }

  /** Whether it is certain that there is none. */
  get hasNoVoice(): boolean {
    return this.#hasWaited && !this.canRead;
  }

  /** Reads paragraphs in the present language; what was being read stops. */
  read(target: string, paragraphs: readonly string[]): void {
    const language = locale.current;
    this.stop();
    if (this.#synthesis === null || this.#voiceFor(language) === undefined) return;
    const pieces = paragraphs
      .flatMap((paragraph) => splitSentences(paragraph))
      .flatMap((text, sentence) => splitChunks(text).map((chunk): Piece => ({ text: chunk, sentence })));
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
    this.#cancelWait();
    this.#synthesis?.cancel();
  }

  #speak(pieces: readonly Piece[], index: number, turn: number, language: Language): void {
    const piece = pieces[index];
    const voice = this.#voiceFor(language);
    if (turn !== this.#turn) return;
    if (piece === undefined || voice === undefined || this.#synthesis === null) {
      this.target = null;
      return;
    }
    this.sentence = piece.sentence;
    const utterance = new SpeechSynthesisUtterance(piece.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
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
    return chooseVoice(this.#voices, language);
  }
}
