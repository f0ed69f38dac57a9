/** Each folder beside this file with an `index.ts` is a simulated app; the folder's name is the app's id. */
import type { Component } from 'svelte';
import type { SimulatedAppId, World, WorldApps } from '../../../scenarios/world/types.ts';
import { pageCode } from '../api/code-loads.svelte.ts';
import type { AppRegistration } from './kit/app-registration.ts';
import type { AppProps } from './kit/app-view.svelte.ts';

const found = import.meta.glob<AppRegistration>('./*/index.ts', { eager: true, import: 'app' });
const windows = new Map<SimulatedAppId, Component<AppProps>>();

/** @throws Error if no folder of that name registers an app */
export function registrationOf(id: SimulatedAppId): AppRegistration {
  const registration = found[`./${id}/index.ts`];
  if (registration === undefined) throw new Error(`app.not-registered ${id}`);
  return registration;
}

/**
 * Loads windows and reducers of a scene's apps: once it resolves, each opens without a connection. Never rejects,
 * retries instead.
 */
export async function loadApps(world: World): Promise<WorldApps> {
  const apps = await loadEach(world.apps);
  // An author may give a part of an app that is not on the desk.
  const others = registeredIds().filter((id) => world[id] !== undefined && apps[id] === undefined);
  return { ...apps, ...(await loadEach(others)) };
}

/** @throws Error unless `loadApps` has loaded it */
export function windowOf(id: SimulatedAppId): Component<AppProps> {
  const window = windows.get(id);
  if (window === undefined) throw new Error(`app.not-loaded ${id}`);
  return window;
}

async function loadEach(ids: readonly SimulatedAppId[]): Promise<WorldApps> {
  const all = await Promise.all(
    ids.map(async (id) => {
      const app = await pageCode.load(registrationOf(id).load);
      windows.set(id, app.default);
      return app.worldApps;
    }),
  );
  return all.reduce<WorldApps>((apps, each) => ({ ...apps, ...each }), {});
}

function registeredIds(): readonly SimulatedAppId[] {
  return Object.keys(found).map((path) => path.slice(2, -'/index.ts'.length) as SimulatedAppId);
}
