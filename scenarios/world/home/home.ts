import type { Step, WorldRefusal } from '../base.ts';
import { findIcon, searchablePages, shownPage, shownSwitches } from './shown.ts';
import type { HomeAction, HomeState, HomeWorld } from './types.ts';

export function startHome(): HomeState {
  return { open: null, path: [], switches: {}, asking: null, answers: {}, seen: [] };
}

export function reduceHome(world: HomeWorld, state: HomeState, action: HomeAction): Step<HomeState> {
  switch (action.type) {
    case 'open-icon':
      return openIcon(world, state, action.iconId);
    case 'back':
      return goBack(state);
    case 'leave':
      return leave(state);
    case 'open-notice':
      return openNotice(world, state, action.noticeId);
    case 'answer-notice':
      return answer(world, state, action);
    case 'open-settings':
      return openSettings(world, state, action.pageId);
    case 'find-settings':
      return findSettings(world, state, action.pageId);
    case 'switch':
      return flip(world, state, action);
  }
}

/** The app that an accepted action brings to the front. */
export function broughtToFront(world: HomeWorld, after: HomeState, action: HomeAction): string | undefined {
  const pressed = pressedIcon(world, after, action);
  const icon = pressed === undefined ? undefined : findIcon(world, pressed);
  return icon?.opens === 'app' && after.asking === null ? icon.app : undefined;
}

function pressedIcon(world: HomeWorld, after: HomeState, action: HomeAction): string | undefined {
  switch (action.type) {
    case 'open-icon':
      return action.iconId;
    case 'open-notice':
    case 'answer-notice': {
      const notice = world.notices.find(({ id }) => id === action.noticeId);
      if (notice?.kind !== 'asking') return notice?.icon;
      const chosen = notice.answers.find(({ id }) => id === after.answers[notice.id]);
      return chosen?.leadsTo === 'icon' ? notice.icon : undefined;
    }
    case 'back':
    case 'leave':
    case 'open-settings':
    case 'find-settings':
    case 'switch':
      return undefined;
  }
}

function openIcon(world: HomeWorld, state: HomeState, iconId: string): Step<HomeState> {
  const icon = findIcon(world, iconId);
  if (icon === undefined) return refuse('world.unknown-target');
  if (state.open !== null || state.asking !== null) return refuse('world.not-on-screen');
  const notice = world.notices.find(
    (each) => each.kind === 'asking' && each.icon === iconId && state.answers[each.id] === undefined,
  );
  if (notice !== undefined) return accept({ ...state, asking: notice.id });
  // An app that comes to the front changes nothing here.
  return accept(icon.opens === 'app' ? state : { ...state, open: iconId });
}

function goBack(state: HomeState): Step<HomeState> {
  if (state.open === null) return refuse('world.not-on-screen');
  if (state.path.length > 0) return accept({ ...state, path: state.path.slice(0, -1) });
  return leave(state);
}

/** To the icons; a notice that asks comes up again with its icon. */
function leave(state: HomeState): Step<HomeState> {
  if (state.open === null && state.asking === null) return refuse('world.not-on-screen');
  return accept({ ...state, open: null, path: [], asking: null });
}

function openNotice(world: HomeWorld, state: HomeState, noticeId: string): Step<HomeState> {
  const notice = world.notices.find(({ id }) => id === noticeId);
  if (notice === undefined) return refuse('world.unknown-target');
  const isShown = notice.kind === 'listed' && state.open === null && state.asking === null;
  if (!isShown || state.seen.includes(noticeId)) return refuse('world.not-on-screen');
  const opened = openIcon(world, state, notice.icon);
  return opened.ok ? accept({ ...opened.state, seen: [...state.seen, noticeId] }) : opened;
}

function answer(
  world: HomeWorld,
  state: HomeState,
  { noticeId, answerId }: Extract<HomeAction, { type: 'answer-notice' }>,
): Step<HomeState> {
  const notice = world.notices.find(({ id }) => id === noticeId);
  if (notice?.kind !== 'asking') return refuse('world.unknown-target');
  if (state.asking !== noticeId) return refuse('world.not-on-screen');
  const chosen = notice.answers.find(({ id }) => id === answerId);
  if (chosen === undefined) return refuse('world.unknown-target');
  const icon = findIcon(world, notice.icon);
  const open = chosen.leadsTo === 'icon' && icon !== undefined && icon.opens !== 'app' ? icon.id : null;
  return accept({ ...state, asking: null, open, answers: { ...state.answers, [noticeId]: answerId } });
}

function openSettings(world: HomeWorld, state: HomeState, pageId: string): Step<HomeState> {
  if (!world.settings.some(({ id }) => id === pageId)) return refuse('world.unknown-target');
  const isShown = shownPage(world, state)?.rows.some((row) => row.kind === 'page' && row.page === pageId);
  if (isShown !== true) return refuse('world.not-on-screen');
  return accept({ ...state, path: [...state.path, pageId] });
}

/** The way back from a found page leads to the top. */
function findSettings(world: HomeWorld, state: HomeState, pageId: string): Step<HomeState> {
  if (!world.settings.some(({ id }) => id === pageId)) return refuse('world.unknown-target');
  const isFound = searchablePages(world, state).some(({ id }) => id === pageId);
  return isFound ? accept({ ...state, path: [pageId] }) : refuse('world.not-on-screen');
}

function flip(
  world: HomeWorld,
  state: HomeState,
  { settingId, on }: Extract<HomeAction, { type: 'switch' }>,
): Step<HomeState> {
  const shown = shownSwitches(world, state).find(({ id }) => id === settingId);
  if (shown === undefined) {
    const isKnown = world.settings.some(({ rows }) =>
      rows.some((row) => row.kind === 'switch' && row.id === settingId),
    );
    return refuse(isKnown ? 'world.not-on-screen' : 'world.unknown-target');
  }
  if (shown.on === on) return refuse('world.not-on-screen');
  return accept({ ...state, switches: { ...state.switches, [settingId]: on } });
}

function accept(state: HomeState): Step<HomeState> {
  return { ok: true, state };
}

function refuse(code: WorldRefusal): Step<HomeState> {
  return { ok: false, code };
}
