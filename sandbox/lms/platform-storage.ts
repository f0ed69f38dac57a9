import type { StorageSetting } from './control-command.ts';

/** Moodle stores nothing for tools. */
export const noStorage: StorageSetting = {
  mode: 'none',
  spelling: 'lti.',
  asText: false,
  announced: true,
  fault: null,
};

export const storageFrameName = 'bouleaux-storage';

/** Undefined if the tool has to ask the page. */
export function findStorageTarget({ mode, announced }: StorageSetting): string | undefined {
  if (mode === 'none' || !announced) return undefined;
  return mode === 'parent' ? '_parent' : storageFrameName;
}
