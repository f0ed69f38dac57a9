import { beforeEach, describe, expect, it, vi } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { ReadAloud } from '../../../client/src/ui/read-aloud.svelte.ts';
import { FakeSpeech, FakeUtterance } from '../support/fake-speech.ts';
import { HandTimers } from '../support/hand-timers.ts';

const french = { lang: 'fr-CA', localService: true };
let speech: FakeSpeech;
let timers: HandTimers;

beforeEach(() => {
  locale.current = 'fr';
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  speech = new FakeSpeech();
  timers = new HandTimers();
});

function createReader(): ReadAloud {
  return new ReadAloud(speech as unknown as SpeechSynthesis, timers);
}

describe('reading aloud', () => {
  it('waits for voices that load late before it says that there is none', async () => {
    const reader = createReader();
    expect([reader.canRead, reader.hasNoVoice]).toEqual([false, false]);
    speech.bringVoices(french);
    expect(reader.canRead).toBe(true);
    await timers.pass(5000);
    expect(reader.hasNoVoice).toBe(false);
  });

  it('says that there is no voice if all voices send texts to a server', async () => {
    speech.voices = [{ lang: 'fr-CA', localService: false }];
    const reader = createReader();
    await timers.pass(5000);
    expect(reader.hasNoVoice).toBe(true);
    reader.read('goal', ['Bonjour.']);
    await timers.pass(1000);
    expect(speech.spoken).toEqual([]);
  });

  it('works if the browser has no speech', () => {
    const reader = new ReadAloud(null, timers);
    reader.read('goal', ['Bonjour.']);
    expect([reader.hasNoVoice, reader.target]).toEqual([true, null]);
  });

  it('reads sentence by sentence and reports which one', async () => {
    speech.voices = [french];
    const reader = createReader();
    reader.read('goal', ['Un. Deux.', 'Trois.']);
    expect(speech.spoken).toEqual([]);
    await timers.pass(50);
    expect([speech.spoken, reader.sentence]).toEqual([['Un.'], 0]);
    speech.finish();
    speech.finish();
    expect([speech.spoken, reader.sentence]).toEqual([['Un.', 'Deux.', 'Trois.'], 2]);
    speech.finish();
    expect(reader.target).toBeNull();
  });

  it('stops one text when another starts', async () => {
    speech.voices = [french];
    const reader = createReader();
    reader.read('goal', ['Un. Deux.']);
    await timers.pass(50);
    reader.read('help', ['Trois.']);
    await timers.pass(50);
    expect([reader.target, speech.spoken]).toEqual(['help', ['Un.', 'Trois.']]);
  });

  it('reports the word if the voice does, with its place in the sentence', async () => {
    speech.voices = [french];
    const reader = createReader();
    reader.read('goal', ['Réponds à Marc. Merci.']);
    await timers.pass(50);
    expect(reader.word).toBeNull();
    speech.beginWord(8);
    expect(reader.word).toEqual({ start: 8, end: 9 });
    speech.finish();
    expect([reader.sentence, reader.word]).toEqual([1, null]);
  });

  it('reads with the chosen voice, slower on request, and not at all when off', async () => {
    const anna = { ...french, name: 'Anna' };
    speech.voices = [anna, { ...french, name: 'Léo' }];
    const settings = { hasVoice: true, isSlow: true, voiceName: 'Léo' };
    const reader = new ReadAloud(speech as unknown as SpeechSynthesis, timers, settings);
    reader.read('goal', ['Un.']);
    await timers.pass(50);
    expect([speech.voice, speech.rate]).toEqual(['Léo', 0.7]);
    settings.hasVoice = false;
    expect([reader.canRead, reader.hasNoVoice, reader.voiceNames]).toEqual([false, false, ['Anna', 'Léo']]);
  });

  it('does not hang when the engine fails', async () => {
    speech.voices = [french];
    const reader = createReader();
    reader.read('goal', ['Un.']);
    await timers.pass(50);
    speech.fail();
    expect(reader.target).toBeNull();
  });
});
