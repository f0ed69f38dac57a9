import type { AnyApp, FinalText, PlainName } from '../kit/app.ts';
import type { TextKey } from '../world/base.ts';
import type { PhraseGroup } from '../world/phrases.ts';
import type { AppAction, SceneState, SimulatedAppId, World } from '../world/types.ts';
import { apps } from './app-list.ts';

export const appsById: Readonly<Record<SimulatedAppId, AnyApp>> = apps;

export const allApps: readonly AnyApp[] = Object.values(appsById);

export function listPhrases(world: World): PhraseGroup['phrases'][number][] {
  return allApps
    .flatMap(({ checks }) => checks.phraseGroups?.(world) ?? [])
    .flatMap(({ phrases }) => phrases);
}

/** Key of the staff sentence: app, type, and the app's wording suffix. */
export function keyOf(action: AppAction): string {
  const more = appsById[action.app].wording?.[action.type]?.(action);
  return [action.app, action.type, ...(more === undefined ? [] : [more])].join('.');
}

/** Names by placeholder; unknown ids are left out. */
export function namesIn(world: World, action: AppAction): Record<string, TextKey | PlainName> {
  const names: Record<string, TextKey | PlainName> = {};
  const ids = new Map(Object.entries(action));
  for (const [field, namings] of Object.entries(appsById[action.app].names ?? {})) {
    const id: unknown = ids.get(field);
    for (const naming of [namings].flat()) {
      const key = typeof id === 'string' ? naming.of(world, id) : undefined;
      if (key !== undefined) names[naming.as] = key;
    }
  }
  return names;
}

export function finalText(before: SceneState, action: AppAction): FinalText | undefined {
  return appsById[action.app].finalTextOf?.(before, action);
}
