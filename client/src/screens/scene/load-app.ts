/** Fetches the code of a simulated app when a scene needs it. */
import type { Component } from 'svelte';
import type {
  SceneState,
  SimulatedAppId,
  TextKey,
  World,
  WorldAction,
} from '../../../../scenarios/world/types.ts';

/** What every simulated app is given. */
export interface SimulatedAppProps {
  readonly world: World;
  readonly state: SceneState;
  readonly text: (key: TextKey) => string;
  readonly act: (action: WorldAction) => void;
  readonly readOnly: boolean;
  /** What help points at. */
  readonly pointAt: string | null;
}

/** An app without an entry shows itself inside another one (files are saved from the mail app's menus). */
const loaders: Partial<Record<SimulatedAppId, () => Promise<{ default: Component<SimulatedAppProps> }>>> = {
  mail: () => import('../../apps/mail/MailApp.svelte'),
};

/** Whether an app has a window of its own. */
export function hasWindow(app: SimulatedAppId): boolean {
  return loaders[app] !== undefined;
}

/** The app's component; rejects where the network or the app is missing. */
export async function loadApp(app: SimulatedAppId): Promise<Component<SimulatedAppProps>> {
  const load = loaders[app];
  if (load === undefined) throw new Error(`app.no-window ${app}`);
  return (await load()).default;
}
