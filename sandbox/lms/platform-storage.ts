/** How the course pages keep values for a tool (LTI platform storage); control.ts sets it, pages and logins read it. */
import type { StorageSetting } from './control-command.ts';

/** Moodle keeps none, and neither does this LMS until it is told to. */
export const noStorage: StorageSetting = {
  mode: 'none',
  spelling: 'lti.',
  asText: false,
  announced: true,
  fault: null,
};

/** Name of the hidden frame that keeps the values where the page does not do it itself. */
export const storageFrameName = 'bouleaux-storage';

/** What a login says about it: nothing where the tool has to ask the page. */
export function findStorageTarget({ mode, announced }: StorageSetting): string | undefined {
  if (mode === 'none' || !announced) return undefined;
  return mode === 'parent' ? '_parent' : storageFrameName;
}
