/** The common part of small test scenes: everything but the apps. Texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';

export const smallScene: Omit<World, 'apps' | 'help'> = {
  formatVersion: 1,
  id: 'sample',
  version: 1,
  title: 'title',
  place: 'office',
  minutes: 5,
  givenBy: 'nadia',
  introduction: [],
  goal: [],
  ending: { by: 'nadia', expression: 'smiling', text: 'ending' },
  access: {
    screenReader: true,
    keyboard: true,
    zoom400: true,
    withoutColour: true,
    withoutSound: true,
    phone: true,
  },
};
