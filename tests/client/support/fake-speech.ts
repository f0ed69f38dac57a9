type FakeVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'> & { readonly name?: string };

/** A fake of the browser's speech engine, controlled by a test. */
export class FakeSpeech extends EventTarget {
  voices: FakeVoice[] = [];
  readonly spoken: string[] = [];
  /** Of the last text. */
  voice: string | undefined;
  rate = 0;
  cancels = 0;
  #current: SpeechSynthesisUtterance | null = null;

  getVoices(): SpeechSynthesisVoice[] {
    // The engine's other fields are never read.
    return this.voices as SpeechSynthesisVoice[];
  }

  speak(utterance: SpeechSynthesisUtterance): void {
    this.#current = utterance;
    this.voice = utterance.voice?.name;
    this.rate = utterance.rate;
    this.spoken.push(utterance.text);
  }

  cancel(): void {
    this.cancels += 1;
    this.#current = null;
  }

  /** The engine finished the present text. */
  finish(): void {
    const utterance = this.#current;
    this.#current = null;
    utterance?.onend?.call(utterance, new Event('end') as SpeechSynthesisEvent);
  }

  /** The engine begins a word of the present text. */
  beginWord(charIndex: number): void {
    const boundary = Object.assign(new Event('boundary'), { name: 'word', charIndex });
    this.#current?.onboundary?.call(this.#current, boundary as SpeechSynthesisEvent);
  }

  /** The engine gave up. */
  fail(): void {
    const utterance = this.#current;
    utterance?.onerror?.call(utterance, new Event('error') as SpeechSynthesisErrorEvent);
  }

  bringVoices(...voices: FakeVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

/** The text that engines are given; happy-dom has none. */
export class FakeUtterance {
  voice: unknown = null;
  lang = '';
  rate = 1;
  onboundary: unknown = null;
  onend: unknown = null;
  onerror: unknown = null;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
