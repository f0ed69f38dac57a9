import { askingNotice, findOpen, listedNotices, searchablePages, shownPage, shownSwitches } from './shown.ts';
import type { HomeAction, HomeState, HomeWorld } from './types.ts';

export function homeActs(world: HomeWorld, state: HomeState): readonly HomeAction[] {
  const asking = askingNotice(world, state);
  if (asking !== undefined) {
    const noticeId = asking.id;
    const answers = asking.answers.map(({ id: answerId }): HomeAction => ({
      app: 'home',
      type: 'answer-notice',
      noticeId,
      answerId,
    }));
    return [...answers, { app: 'home', type: 'leave' }];
  }
  if (findOpen(world, state) !== undefined) {
    return [{ app: 'home', type: 'back' }, { app: 'home', type: 'leave' }, ...settingsActs(world, state)];
  }
  return [
    ...world.icons.map(({ id }): HomeAction => ({ app: 'home', type: 'open-icon', iconId: id })),
    ...listedNotices(world, state).map(({ id }): HomeAction => ({
      app: 'home',
      type: 'open-notice',
      noticeId: id,
    })),
  ];
}

function settingsActs(world: HomeWorld, state: HomeState): readonly HomeAction[] {
  return [
    ...(shownPage(world, state)?.rows ?? []).flatMap((row): HomeAction[] =>
      row.kind === 'page' ? [{ app: 'home', type: 'open-settings', pageId: row.page }] : [],
    ),
    ...searchablePages(world, state).map(({ id }): HomeAction => ({
      app: 'home',
      type: 'find-settings',
      pageId: id,
    })),
    ...shownSwitches(world, state).map(({ id, on }): HomeAction => ({
      app: 'home',
      type: 'switch',
      settingId: id,
      on: !on,
    })),
  ];
}
