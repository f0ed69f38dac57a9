import { describe, expect, it } from 'vitest';
import {
  joinTones,
  kitchenNoise,
  lengthOf,
  noiseSamples,
} from '../../../../client/src/apps/meeting/meeting-sounds.ts';
import { findAudio, SoundPlayer } from '../../../../client/src/apps/meeting/sound-player.svelte.ts';
import { FakeAudio } from '../../support/fake-audio.ts';

function createPlayer(): { readonly player: SoundPlayer; readonly created: FakeAudio[] } {
  const created: FakeAudio[] = [];
  const player = new SoundPlayer(() => {
    const audio = new FakeAudio();
    created.push(audio);
    return audio.asBrowser;
  });
  return { player, created };
}

describe('the sounds of the meeting', () => {
  it.each([
    ['two tones', joinTones],
    ['the kitchen', kitchenNoise],
  ])('%s last at most 3 s and are quiet', (_, sound) => {
    expect(lengthOf(sound)).toBeLessThanOrEqual(3);
    const gains = [...sound.tones, ...sound.noises].map(({ gain }) => gain);
    expect(Math.max(...gains)).toBeLessThanOrEqual(0.15);
  });

  it.each([...joinTones.tones, ...kitchenNoise.tones, ...kitchenNoise.noises])(
    'a part that starts at $start s has risen before it fades',
    ({ attack, release, duration }) => {
      expect(attack).toBeGreaterThan(0);
      expect(attack + release).toBeLessThanOrEqual(duration);
    },
  );

  it('is the same noise each time, between -1 and 1', () => {
    const samples = noiseSamples(5000);
    expect(samples).toEqual(noiseSamples(5000));
    expect(Math.min(...samples)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...samples)).toBeLessThanOrEqual(1);
    expect(new Set(samples).size).toBeGreaterThan(4900);
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
  });
});

describe('the player', () => {
  it('creates nothing and plays nothing until it is turned on', () => {
    const { player, created } = createPlayer();
    player.play([joinTones]);
    expect([player.isOn, player.canPlay, created.length]).toEqual([false, true, 0]);
    player.turnOn();
    expect([player.isOn, created[0]?.playing.length]).toEqual([true, 0]);
  });

  it('plays sounds one after the other, each part once, and then rests', () => {
    const { player, created } = createPlayer();
    player.turnOn();
    const [audio = new FakeAudio()] = created;
    player.play([joinTones, kitchenNoise]);
    const noise = audio.sources.find(({ kind }) => kind === 'noise');
    expect(noise?.from).toBeCloseTo(audio.currentTime + lengthOf(joinTones));
    expect(audio.sources.filter(({ loop }) => loop)).toEqual([]);
    expect(audio.playing.length).toBe(joinTones.tones.length + kitchenNoise.tones.length + 1);
    audio.pass(lengthOf(joinTones) + lengthOf(kitchenNoise));
    expect([audio.playing.length, audio.state]).toEqual([0, 'suspended']);
  });

  it('starts and ends each part in silence', () => {
    const { player, created } = createPlayer();
    player.turnOn();
    player.play([kitchenNoise]);
    const shaped = (created[0]?.gains ?? []).filter(({ gain }) => gain.planned.length > 0);
    expect(shaped.length).toBe(kitchenNoise.tones.length + 1);
    for (const { gain } of shaped) {
      expect(gain.planned[0]?.value).toBe(0);
      expect(gain.planned.at(-1)?.value).toBeLessThan(0.001);
      const times = gain.planned.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
    }
  });

  it('stops at once, and plays again afterwards', () => {
    const { player, created } = createPlayer();
    player.turnOn();
    const [audio = new FakeAudio()] = created;
    player.play([kitchenNoise]);
    audio.pass(1);
    player.stop();
    expect([audio.playing.length, audio.state]).toEqual([0, 'suspended']);
    player.play([joinTones]);
    expect([audio.playing.length, audio.state]).toEqual([2, 'running']);
  });

  it('gives the sound output back when it is turned off', () => {
    const { player, created } = createPlayer();
    player.turnOn();
    player.play([kitchenNoise]);
    player.turnOff();
    expect([player.isOn, created[0]?.playing.length, created[0]?.state]).toEqual([false, 0, 'closed']);
    player.turnOn();
    expect(created.length).toBe(2);
  });

  it('stays off if the device refuses', () => {
    const player = new SoundPlayer(() => {
      throw new Error('no sound output');
    });
    player.turnOn();
    expect(player.isOn).toBe(false);
  });

  it('cannot play without Web Audio', () => {
    expect(new SoundPlayer(findAudio({})).canPlay).toBe(false);
  });
});
