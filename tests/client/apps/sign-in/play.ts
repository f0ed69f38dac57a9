/** Plays the sign-in pages in their own world. */
import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import SignInApp from '../../../../client/src/apps/sign-in/SignInApp.svelte';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { signInScene } from '../../../support/sign-in-scene.ts';
import { playApp } from '../play-app.ts';

export { press } from '../play-app.ts';

export const SIGNED_IN: WorldAction = { app: 'sign-in', type: 'sign-in', userName: 'card', password: 'card' };

export function playSignIn(
  before: readonly WorldAction[] = [],
  world: World = structuredClone(signInScene),
): ReturnType<typeof playApp> {
  return playApp(SignInApp, before, { world });
}

export async function fill(label: string, text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

export async function submit(): Promise<void> {
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  await fireEvent.submit(form);
  await tick();
  await tick();
}
