import { isReady } from './shown.ts';
import type { PunchAction, PunchState, PunchWorld } from './types.ts';

export function punchActs(world: PunchWorld, state: PunchState): readonly PunchAction[] {
  return [
    ...(['clock', 'count'] as const).map((page): PunchAction => ({ app: 'punch', type: 'show', page })),
    ...(state.page === 'clock' ? clockActs(state) : countActs(world, state)),
  ];
}

function clockActs({ asking }: PunchState): readonly PunchAction[] {
  if (asking !== null) {
    return (['no', 'yes'] as const).map((choice) => ({ app: 'punch', type: 'punch-again', choice }));
  }
  return (['in', 'break', 'out'] as const).map((kind) => ({ app: 'punch', type: 'punch', kind }));
}

function countActs(world: PunchWorld, state: PunchState): readonly PunchAction[] {
  if (state.shelf !== null) {
    return [
      { app: 'punch', type: 'close-shelf' },
      { app: 'punch', type: 'count', shelfId: state.shelf, number: '5' },
    ];
  }
  return [
    ...world.shelves.flatMap(({ id: shelfId }) =>
      (['scan', 'code'] as const).map((by): PunchAction => ({
        app: 'punch',
        type: 'open-shelf',
        shelfId,
        by,
      })),
    ),
    ...world.units
      .filter(({ id }) => id !== state.unit)
      .map(({ id: unitId }): PunchAction => ({ app: 'punch', type: 'choose-unit', unitId })),
    ...(isReady(state) ? ([{ app: 'punch', type: 'send' }] as const) : []),
  ];
}
