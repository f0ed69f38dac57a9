import type { Game } from '../../state/game.svelte.ts';

/** Calls `say`, which reads no state, once each time the connection comes back after a loss. For the setup of a component. */
export function onConnectionBack(
  presence: Pick<Game['presence'], 'isConnectionLost'>,
  say: () => void,
): void {
  let wasLost = false;
  $effect(() => {
    if (wasLost && !presence.isConnectionLost) say();
    wasLost = presence.isConnectionLost;
  });
}
