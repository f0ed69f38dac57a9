/** A fake of the browser's Web Audio, which tells a test what plays. */
class FakeNode {
  readonly into = new Set<FakeNode>();

  connect(node: FakeNode): FakeNode {
    this.into.add(node);
    return node;
  }

  disconnect(): void {
    this.into.clear();
  }
}

/** A gain or a frequency, with the values that it was told to reach. */
class FakeParameter {
  value = 0;
  readonly planned: { readonly value: number; readonly at: number }[] = [];

  setValueAtTime(value: number, at: number): void {
    this.planned.push({ value, at });
  }

  linearRampToValueAtTime(value: number, at: number): void {
    this.planned.push({ value, at });
  }

  exponentialRampToValueAtTime(value: number, at: number): void {
    this.planned.push({ value, at });
  }
}

class FakeGain extends FakeNode {
  readonly gain = new FakeParameter();
}

class FakeFilter extends FakeNode {
  readonly frequency = new FakeParameter();
  type = '';
}

class FakeSource extends FakeNode {
  readonly frequency = new FakeParameter();
  readonly kind: 'tone' | 'noise';
  buffer: unknown = null;
  loop = false;
  onended: (() => void) | null = null;
  from = Number.POSITIVE_INFINITY;
  until = Number.POSITIVE_INFINITY;

  constructor(kind: 'tone' | 'noise') {
    super();
    this.kind = kind;
  }

  start(at: number): void {
    this.from = at;
  }

  /** At once without a time, as in browsers. */
  stop(at = 0): void {
    this.until = at;
  }
}

export class FakeAudio {
  readonly destination = new FakeNode();
  readonly sampleRate = 100;
  currentTime = 10;
  state: 'running' | 'suspended' | 'closed' = 'running';
  readonly sources: FakeSource[] = [];
  readonly gains: FakeGain[] = [];

  /** For code that takes the browser's: it uses no other part of it. */
  get asBrowser(): AudioContext {
    return this as unknown as AudioContext;
  }

  /** Sources that sound now or later and reach the loudspeaker. */
  get playing(): readonly FakeSource[] {
    return this.sources.filter(
      (source) => source.until > this.currentTime && this.#reaches(source) && this.state === 'running',
    );
  }

  /** Moves the audio's clock on; sources that are over end. */
  pass(seconds: number): void {
    this.currentTime += seconds;
    for (const source of this.sources) {
      if (source.until <= this.currentTime) source.onended?.();
    }
  }

  createGain(): FakeGain {
    const gain = new FakeGain();
    this.gains.push(gain);
    return gain;
  }

  createBiquadFilter(): FakeFilter {
    return new FakeFilter();
  }

  createOscillator(): FakeSource {
    return this.#createSource('tone');
  }

  createBufferSource(): FakeSource {
    return this.#createSource('noise');
  }

  createBuffer(channels: number, length: number): object {
    return { channels, length, copyToChannel: () => undefined };
  }

  resume(): Promise<void> {
    return this.#become('running');
  }

  suspend(): Promise<void> {
    return this.#become('suspended');
  }

  close(): Promise<void> {
    return this.#become('closed');
  }

  #createSource(kind: 'tone' | 'noise'): FakeSource {
    const source = new FakeSource(kind);
    this.sources.push(source);
    return source;
  }

  #become(state: 'running' | 'suspended' | 'closed'): Promise<void> {
    this.state = state;
    return Promise.resolve();
  }

  #reaches(node: FakeNode): boolean {
    return node === this.destination || [...node.into].some((next) => this.#reaches(next));
  }
}
