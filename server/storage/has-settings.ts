import type { ResourceLink } from './ports/resource-links.ts';

/** True also if the launch says nothing about settings. */
export function hasSettings(known: ResourceLink, { settings }: ResourceLink): boolean {
  return settings === null || JSON.stringify(known.settings) === JSON.stringify(settings);
}
