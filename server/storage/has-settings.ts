import type { ResourceLink } from './ports/resource-links.ts';

/** True if the stored link already has the settings of this launch, or the launch says nothing about them. */
export function hasSettings(known: ResourceLink, { settings }: ResourceLink): boolean {
  return settings === null || JSON.stringify(known.settings) === JSON.stringify(settings);
}
