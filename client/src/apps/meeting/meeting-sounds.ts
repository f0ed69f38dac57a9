/** The sounds of the meeting as data: times in seconds, frequencies in hertz, gains from 0 to 1. */

export interface Part {
  /** From the start of the sound. */
  readonly start: number;
  readonly duration: number;
  /** How long it takes to reach its gain, and to fade at its end. */
  readonly attack: number;
  readonly release: number;
  readonly gain: number;
}

interface Tone extends Part {
  readonly frequency: number;
}

export interface Noise extends Part {
  /** Frequencies above it are filtered out, and with them most of the loudness. */
  readonly lowpass: number;
}

export interface Sound {
  readonly tones: readonly Tone[];
  readonly noises: readonly Noise[];
}

/** Two soft tones, the second one higher: somebody came in. */
export const joinTones: Sound = {
  tones: [softTone(0, 523.25), softTone(0.18, 659.25)],
  noises: [],
};

/** The hum of a fan, and dishes. */
export const kitchenNoise: Sound = {
  tones: [...clink(0.5, 2350), ...clink(1.2, 2900), ...clink(1.35, 2100), ...clink(2.1, 2600)],
  noises: [{ start: 0, duration: 2.6, attack: 0.3, release: 0.6, gain: 0.14, lowpass: 800 }],
};

/** Seconds from its start to the end of its last part. */
export function lengthOf({ tones, noises }: Sound): number {
  return Math.max(...[...tones, ...noises].map(({ start, duration }) => start + duration));
}

/** White noise between -1 and 1, the same each time. */
export function noiseSamples(count: number): Float32Array<ArrayBuffer> {
  let seed = 1;
  return Float32Array.from({ length: count }, () => {
    // Numerical Recipes' linear congruential generator, on 32 bits.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 31 - 1;
  });
}

function softTone(start: number, frequency: number): Tone {
  return { start, duration: 0.4, attack: 0.03, release: 0.3, gain: 0.08, frequency };
}

/** Dishes ring on two frequencies that are no octave apart. */
function clink(start: number, frequency: number): readonly Tone[] {
  const ring = { start, duration: 0.15, attack: 0.004, release: 0.14 };
  return [
    { ...ring, gain: 0.03, frequency },
    { ...ring, gain: 0.015, frequency: frequency * 1.59 },
  ];
}
