/** Exported as `app` by an app's `index.ts`. Loads with the shell: keep it light. */
import type { Component } from 'svelte';
import type { Language } from '../../i18n/i18n.svelte.ts';
import type { IconName } from '../../ui/icons.ts';
import type { AppProps } from './app-view.svelte.ts';

export interface AppRegistration {
  readonly icon: IconName;
  /** On the app's button; its window may have another title. */
  readonly name: Readonly<Record<Language, string>>;
  readonly load: () => Promise<{ readonly default: Component<AppProps> }>;
}
