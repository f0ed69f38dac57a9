import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import MeetingApp from '../../../../client/src/apps/meeting/MeetingApp.svelte';
import { joinTones, kitchenNoise } from '../../../../client/src/apps/meeting/meeting-sounds.ts';
import { SoundPlayer } from '../../../../client/src/apps/meeting/sound-player.svelte.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';
import { meetingScene as world } from '../../../support/meeting-scene.ts';
import { FakeAudio } from '../../support/fake-audio.ts';
import { playApp, press, settle } from '../play-app.ts';

const inside: readonly WorldAction[] = [
  { app: 'meeting', type: 'open', meetingId: 'r1' },
  { app: 'meeting', type: 'join' },
  { app: 'meeting', type: 'next' },
];
const muted: WorldAction = { app: 'meeting', type: 'mic', on: false };
const off = 'Sons\u00A0: non';
const on = 'Sons\u00A0: oui';
const tones = joinTones.tones.length;
const kitchen = kitchenNoise.tones.length + kitchenNoise.noises.length;

let audio: FakeAudio;
let created: number;
let sounds: SoundPlayer;

beforeEach(() => {
  locale.current = 'fr';
  audio = new FakeAudio();
  created = 0;
  sounds = new SoundPlayer(() => {
    created += 1;
    return audio.asBrowser;
  });
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, 'hidden');
});

function playMeeting(before: readonly WorldAction[] = inside): ReturnType<typeof playApp> {
  return playApp(MeetingApp, before, { world, more: { sounds } });
}

function hidePage(): void {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('the button of the sounds', () => {
  it('is off at first, stands last among the controls, and does nothing to the world', async () => {
    const { actions } = playMeeting();
    const group = screen.getByRole('group', { name: 'Commandes de la réunion' });
    const button = screen.getByRole('button', { name: off });
    expect([...group.querySelectorAll('button')].at(-1)).toBe(button);
    expect(button.getAttribute('aria-pressed')).toBe('false');
    await press(off);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(button.textContent).toContain(on);
    expect(document.activeElement).toBe(button);
    expect(actions).toEqual([]);
  });

  it('is not shown without Web Audio', () => {
    sounds = new SoundPlayer(null);
    playMeeting();
    expect(screen.queryByRole('button', { name: off })).toBeNull();
  });

  it('stays on when the person goes to another app and comes back, which makes no sound', async () => {
    playMeeting();
    await press(off);
    cleanup();
    playMeeting();
    await settle();
    expect(screen.getByRole('button', { name: on })).toBeTruthy();
    expect(audio.playing).toEqual([]);
  });
});

describe('sounds', () => {
  it('plays nothing until it is turned on', async () => {
    playMeeting();
    await press('Suite');
    await press('Couper le micro');
    await press('Ouvrir le micro');
    expect([created, audio.sources.length]).toEqual([0, 0]);
  });

  it('plays the tones, then the kitchen if the microphone carries it, when it is turned on', async () => {
    playMeeting();
    await press(off);
    expect(audio.playing.length).toBe(tones + kitchen);
  });

  it('plays the tones alone behind a muted microphone', async () => {
    playMeeting([...inside, muted]);
    await press(off);
    expect(audio.playing.length).toBe(tones);
  });

  it('plays the tones when the person is let in again', async () => {
    playMeeting([...inside, muted]);
    await press(off);
    audio.pass(5);
    await press('Quitter la réunion');
    await press(/Équipe/);
    await press('Rejoindre');
    expect(audio.playing).toEqual([]);
    await press('Continuer');
    expect(audio.playing.length).toBe(tones);
  });

  it('plays the kitchen once behind each caption, only while the microphone carries it', async () => {
    playMeeting();
    await press(off);
    audio.pass(5);
    expect(audio.playing).toEqual([]);
    await press('Lever la main');
    expect(audio.playing).toEqual([]);
    await press('Suite');
    expect(audio.playing.length).toBe(kitchen);
    await press('Couper le micro');
    expect(audio.playing).toEqual([]);
    await press('Suite');
    expect(audio.playing).toEqual([]);
    await press('Ouvrir le micro');
    expect(audio.playing.length).toBe(kitchen);
    // From this caption on the microphone carries nothing.
    await press('Suite');
    expect(audio.playing).toEqual([]);
  });

  it('goes on while the person does something else', async () => {
    playMeeting();
    await press(off);
    await press('Lever la main');
    expect(audio.playing.length).toBe(tones + kitchen);
  });
});

describe('sounds stop at once', () => {
  it('stops when it is turned off', async () => {
    playMeeting();
    await press(off);
    await press(on);
    expect([audio.playing.length, audio.state]).toEqual([0, 'closed']);
  });

  it('stops when the scene pauses or another app comes to the front', async () => {
    playMeeting();
    await press(off);
    cleanup();
    expect([audio.playing.length, audio.state]).toEqual([0, 'suspended']);
  });

  it('stops when the scene ends, or when this page may no longer change it', async () => {
    const { change, state } = playMeeting();
    await press(off);
    await change({ state: { ...state(), ended: 'done' } });
    expect(audio.playing).toEqual([]);
    await change({ state: state() });
    await press('Suite');
    expect(audio.playing.length).toBe(kitchen);
    await change({ readOnly: true });
    expect(audio.playing).toEqual([]);
  });

  it('stops when the page is hidden, and does not begin again when it is shown', async () => {
    playMeeting();
    await press(off);
    hidePage();
    expect(audio.playing).toEqual([]);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(audio.playing).toEqual([]);
  });

  it('stops when the page goes away', async () => {
    playMeeting();
    await press(off);
    window.dispatchEvent(new Event('pagehide'));
    expect(audio.playing).toEqual([]);
  });

  it('stops when something is read aloud, and plays nothing until that is over', async () => {
    const { change } = playMeeting();
    await press(off);
    await change({ isReading: true });
    expect(audio.playing).toEqual([]);
    await press('Suite');
    expect(audio.playing).toEqual([]);
    await change({ isReading: false });
    expect(audio.playing).toEqual([]);
    await press('Suite');
    expect(audio.playing.length).toBe(kitchen);
  });
});
