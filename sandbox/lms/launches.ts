/** Pending launches. Each hint works once; the person is stored on the server. */
import type { Locale } from './stored-state.ts';

type LaunchKind = 'resource-link' | 'deep-linking' | 'submission-review';

/** Moodle's 3 (frame) and 4 (whole window). */
type Container = 'iframe' | 'window';

export interface Launch {
  readonly launchId: string;
  readonly kind: LaunchKind;
  readonly userId: number;
  readonly courseId: number;
  readonly locale: Locale;
  readonly container: Container;
  readonly cmid?: number;
  /** The activity whose content is selected again. */
  readonly again?: number;
  readonly review?: { readonly userId: number; readonly itemId: number };
}

export interface Launches {
  begin(launch: Omit<Launch, 'launchId'>): Launch;
  /** Removes the launch of a hint; undefined if forged, changed or used. */
  take(messageHint: string): Launch | undefined;
}

const MAX_WAITING = 5000;

export function messageHint(launch: Launch): string {
  return JSON.stringify(
    launch.cmid === undefined
      ? { launchid: launch.launchId }
      : { cmid: launch.cmid, launchid: launch.launchId },
  );
}

export function createLaunches(randomDigits: () => string): Launches {
  const waiting = new Map<string, Launch>();
  return {
    begin(draft) {
      const prefix =
        draft.kind === 'deep-linking'
          ? 'ltilaunch_ContentItemSelectionRequest'
          : `ltilaunch${draft.cmid ?? 0}_`;
      const launch = { ...draft, launchId: `${prefix}${randomDigits()}` };
      const [oldest] = waiting.keys();
      if (waiting.size >= MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
      waiting.set(messageHint(launch), launch);
      return launch;
    },
    take(hint) {
      const launch = waiting.get(hint);
      waiting.delete(hint);
      return launch;
    },
  };
}
