/** Exported as `app` by an app's `index.ts`. Loads with the shell: keep it light. */
import type { Component } from 'svelte';
import type { WorldApps } from '../../../../scenarios/world/types.ts';
import type { Language } from '../../i18n/i18n.svelte.ts';
import type { IconName } from '../../ui/icons.ts';
import type { AppProps } from './app-view.svelte.ts';

export interface AppRegistration {
  readonly icon: IconName;
  /** On the app's button; its window may have another title. */
  readonly name: Readonly<Record<Language, string>>;
  /**
   * `fits`: all its parts scroll inside, so in large text on a phone it stays within the window. `short`: the same, and in
   * a low frame its few words would be followed by an empty screen. `tall`: its rows need more than the least height.
   */
  readonly height?: 'fits' | 'short' | 'tall';
  readonly load: () => Promise<AppCode>;
}

/** The app's component, with a module script. */
interface AppCode {
  readonly default: Component<AppProps>;
  /** Its own reducers, and those of apps that it uses although they may not be on the desk (ADR 45). */
  readonly worldApps: WorldApps;
}

/** Whether an app scrolls inside the window, in large text on a phone. */
export function staysInWindow({ height }: AppRegistration): boolean {
  return height === 'fits' || height === 'short';
}
