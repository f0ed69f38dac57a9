import type { Offers } from '../app.ts';
import type { HomeIcon, HomeState, HomeWorld, Notice, SettingsPage, SettingsRow, Signal } from './types.ts';

type SwitchRow = Extract<SettingsRow, { kind: 'switch' }>;

export function findIcon(world: HomeWorld, iconId: string): HomeIcon | undefined {
  return world.icons.find(({ id }) => id === iconId);
}

export function findOpen(world: HomeWorld, { open }: HomeState): HomeIcon | undefined {
  return open === null ? undefined : findIcon(world, open);
}

/** The page of the settings tree that is open. */
export function shownPage(world: HomeWorld, state: HomeState): SettingsPage | undefined {
  if (findOpen(world, state)?.opens !== 'settings') return undefined;
  const deepest = state.path.at(-1);
  return deepest === undefined ? world.settings[0] : world.settings.find(({ id }) => id === deepest);
}

/** Pages that a search of the settings can find: it stands at the top of the tree. */
export function searchablePages(world: HomeWorld, state: HomeState): readonly SettingsPage[] {
  const isOffered = world.settingsSearch === true && state.path.length === 0;
  return isOffered && shownPage(world, state) !== undefined ? world.settings.slice(1) : [];
}

/** As they stand now. */
export function shownSwitches(world: HomeWorld, state: HomeState): readonly SwitchRow[] {
  return (shownPage(world, state)?.rows ?? []).flatMap((row) =>
    row.kind === 'switch' ? [{ ...row, on: state.switches[row.id] ?? row.on }] : [],
  );
}

export function listedNotices(world: HomeWorld, { seen }: HomeState): readonly Notice[] {
  return world.notices.filter(({ id, kind }) => kind === 'listed' && !seen.includes(id));
}

export function askingNotice(
  world: HomeWorld,
  { asking }: HomeState,
): Extract<Notice, { kind: 'asking' }> | undefined {
  const notice = world.notices.find(({ id }) => id === asking);
  return notice?.kind === 'asking' ? notice : undefined;
}

export function signalOf({ settings, network }: HomeWorld, { switches }: HomeState): Signal {
  const atStart = settings.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'switch' ? [[row.id, row.on] as const] : [])),
  );
  const now: Readonly<Record<string, boolean>> = { ...Object.fromEntries(atStart), ...switches };
  const rule = network.find(({ when }) => Object.entries(when).every(([id, on]) => now[id] === on));
  return rule?.signal ?? 'none';
}

export function homeOffers(world: HomeWorld, state: HomeState): Partial<Offers> {
  return { signals: [signalOf(world, state)] };
}
