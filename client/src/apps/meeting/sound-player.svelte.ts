import { lengthOf, type Noise, noiseSamples, type Part, type Sound } from './meeting-sounds.ts';

/** An exponential fade cannot end at 0. */
const INAUDIBLE = 0.0001;

/** Plays sounds by Web Audio. Off until a press turns it on: before that it creates nothing of Web Audio. */
export class SoundPlayer {
  isOn = $state(false);
  readonly #create: (() => AudioContext) | null;
  #audio: AudioContext | null = null;
  #output: GainNode | null = null;
  #sources: readonly AudioScheduledSourceNode[] = [];

  /** @param create null without Web Audio */
  constructor(create: (() => AudioContext) | null) {
    this.#create = create;
  }

  get canPlay(): boolean {
    return this.#create !== null;
  }

  /** Call it during a press: browsers let a page make a sound only after one. Stays off if the device refuses. */
  turnOn(): void {
    try {
      this.#audio ??= this.#create?.() ?? null;
    } catch {
      this.#audio = null;
    }
    this.isOn = this.#audio !== null;
  }

  turnOff(): void {
    this.stop();
    ignoreRefusal(this.#audio?.close());
    this.#audio = null;
    this.isOn = false;
  }

  /** One after the other, in place of what is playing. */
  play(sounds: readonly Sound[]): void {
    this.stop();
    const audio = this.#audio;
    if (audio === null) return;
    const output = audio.createGain();
    output.connect(audio.destination);
    this.#output = output;
    let at = audio.currentTime;
    for (const sound of sounds) {
      for (const tone of sound.tones) {
        const source = audio.createOscillator();
        source.frequency.value = tone.frequency;
        source.connect(createEnvelope(audio, tone, at)).connect(output);
        this.#start(source, tone, at);
      }
      for (const noise of sound.noises) {
        const source = createNoise(audio, noise);
        const filter = audio.createBiquadFilter();
        filter.type = 'lowpass';
        filter.frequency.value = noise.lowpass;
        source
          .connect(filter)
          .connect(createEnvelope(audio, noise, at))
          .connect(output);
        this.#start(source, noise, at);
      }
      at += lengthOf(sound);
    }
    ignoreRefusal(audio.resume());
  }

  stop(): void {
    for (const source of this.#sources) {
      source.onended = null;
      source.stop();
    }
    this.#sources = [];
    this.#rest();
  }

  #start(source: AudioScheduledSourceNode, { start, duration }: Part, at: number): void {
    this.#sources = [...this.#sources, source];
    source.onended = () => {
      this.#sources = this.#sources.filter((other) => other !== source);
      if (this.#sources.length === 0) this.#rest();
    };
    source.start(at + start);
    source.stop(at + start + duration);
  }

  /** A running context keeps the device's sound output awake. */
  #rest(): void {
    if (this.#output === null) return;
    this.#output.disconnect();
    this.#output = null;
    ignoreRefusal(this.#audio?.suspend());
  }
}

/** For the constructor; null if the browser has no Web Audio. */
export function findAudio(page: object): (() => AudioContext) | null {
  return 'AudioContext' in page ? () => new AudioContext() : null;
}

function createEnvelope(audio: AudioContext, part: Part, at: number): GainNode {
  const start = at + part.start;
  const end = start + part.duration;
  const envelope = audio.createGain();
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(part.gain, start + part.attack);
  envelope.gain.setValueAtTime(part.gain, end - part.release);
  envelope.gain.exponentialRampToValueAtTime(INAUDIBLE, end);
  return envelope;
}

function createNoise(audio: AudioContext, { duration }: Noise): AudioBufferSourceNode {
  const count = Math.ceil(duration * audio.sampleRate);
  const source = audio.createBufferSource();
  source.buffer = audio.createBuffer(1, count, audio.sampleRate);
  source.buffer.copyToChannel(noiseSamples(count), 0);
  return source;
}

/** A device may refuse to start or stop its output, as during a call: then there is only silence. */
function ignoreRefusal(work: Promise<void> | undefined): void {
  work?.catch(() => undefined);
}
