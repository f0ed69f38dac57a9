/** Each folder beside this file with an `index.ts` is a simulated app; the folder's name is the app's id. */
import type { Component } from 'svelte';
import type { SimulatedAppId } from '../../../scenarios/world/types.ts';
import type { AppRegistration } from './kit/app-registration.ts';
import type { AppProps } from './kit/app-view.svelte.ts';

const found = import.meta.glob<AppRegistration>('./*/index.ts', { eager: true, import: 'app' });

/** @throws Error if no folder of that name registers an app */
export function registrationOf(id: SimulatedAppId): AppRegistration {
  const registration = found[`./${id}/index.ts`];
  if (registration === undefined) throw new Error(`app.not-registered ${id}`);
  return registration;
}

export async function loadApp(id: SimulatedAppId): Promise<Component<AppProps>> {
  return (await registrationOf(id).load()).default;
}
