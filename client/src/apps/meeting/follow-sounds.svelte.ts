import { untrack } from 'svelte';
import { isAudible } from '../../../../scenarios/world/meeting/shown.ts';
import { joinTones, kitchenNoise } from './meeting-sounds.ts';
import type { MeetingView } from './meeting-view.svelte.ts';

/**
 * Plays what would be heard: two tones when the person is let in or turns the sounds on inside, the kitchen while
 * their microphone carries it. Call it during component initialisation.
 */
export function followSounds(app: MeetingView): void {
  const { sounds } = app;
  const isQuiet = $derived(app.isReading || app.readOnly || app.scene.ended !== null);
  let before = untrack(() => listen(app));

  $effect(() => {
    const last = before;
    const now = listen(app);
    before = now;
    if (!now.isOn || isQuiet || document.hidden) {
      sounds.stop();
      return;
    }
    const isTurnedOn = !last.isOn;
    const isLetIn = now.stage === 'call' && (last.stage === 'waiting' || isTurnedOn);
    const isNoisy = now.carried !== null && (now.carried !== last.carried || isTurnedOn);
    const heard = [...(isLetIn ? [joinTones] : []), ...(isNoisy ? [kitchenNoise] : [])];
    if (heard.length > 0) sounds.play(heard);
    else if (now.carried === null && last.carried !== null) sounds.stop();
  });

  $effect(() => {
    const stop = (): void => {
      sounds.stop();
    };
    const stopIfHidden = (): void => {
      if (document.hidden) stop();
    };
    document.addEventListener('visibilitychange', stopIfHidden);
    window.addEventListener('pagehide', stop);
    return () => {
      document.removeEventListener('visibilitychange', stopIfHidden);
      window.removeEventListener('pagehide', stop);
      stop();
    };
  });
}

interface Moment {
  readonly isOn: boolean;
  readonly stage: string;
  /** The caption behind which the others hear the kitchen; null if they don't. */
  readonly carried: number | null;
}

function listen({ sounds, meeting }: MeetingView): Moment {
  const carried = isAudible(meeting) ? meeting.turn : null;
  return { isOn: sounds.isOn, stage: meeting.stage, carried };
}
