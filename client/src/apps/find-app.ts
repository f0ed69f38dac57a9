/** Each folder beside this file with an `index.ts` is a simulated app; the folder's name is the app's id. */
import type { Component } from 'svelte';
import type { SimulatedAppId } from '../../../scenarios/world/types.ts';
import { pageCode } from '../api/code-loads.svelte.ts';
import type { AppRegistration } from './kit/app-registration.ts';
import type { AppProps } from './kit/app-view.svelte.ts';

const found = import.meta.glob<AppRegistration>('./*/index.ts', { eager: true, import: 'app' });

/** @throws Error if no folder of that name registers an app */
export function registrationOf(id: SimulatedAppId): AppRegistration {
  const registration = found[`./${id}/index.ts`];
  if (registration === undefined) throw new Error(`app.not-registered ${id}`);
  return registration;
}

/** Never rejects. */
export async function loadApp(id: SimulatedAppId): Promise<Component<AppProps>> {
  return (await pageCode.load(registrationOf(id).load)).default;
}

/** So that each opens without a connection. */
export async function fetchApps(ids: readonly SimulatedAppId[]): Promise<void> {
  for (const id of ids) {
    await registrationOf(id)
      .load()
      .catch(() => undefined);
  }
}
