import type { HomeIcon, HomeWorld } from './types.ts';

/** The icon that leads to a place of help; undefined if the world points at all icons, or at the icons themselves. */
export function iconOfPlace({ icons, helpMarksIcon }: HomeWorld, place: string): HomeIcon | undefined {
  if (helpMarksIcon !== true) return undefined;
  if (place === 'home:settings' || place === 'home:search') {
    return icons.find(({ opens }) => opens === 'settings');
  }
  return icons.find((icon) => icon.opens === 'app' && place.startsWith(`${icon.app}:`));
}
