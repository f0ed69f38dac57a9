/** Launches begun and not yet answered. Each hint works once and carries the person on the server's side. */
import type { Locale } from './stored-state.ts';

type LaunchKind = 'resource-link' | 'deep-linking' | 'submission-review';

/** Where the tool shows: Moodle's numbers are 3 for a frame and 4 for the whole window. */
type Container = 'iframe' | 'window';

export interface Launch {
  readonly launchId: string;
  readonly kind: LaunchKind;
  readonly userId: number;
  readonly courseId: number;
  readonly locale: Locale;
  readonly container: Container;
  /** Undefined only in deep linking. */
  readonly cmid?: number;
  /** Whose work is looked at, and in which column; only in a submission review. */
  readonly review?: { readonly userId: number; readonly itemId: number };
}

export interface Launches {
  begin(launch: Omit<Launch, 'launchId'>): Launch;
  /** The launch behind a hint as it came back, taken for good; undefined when forged, changed or used. */
  take(messageHint: string): Launch | undefined;
}

/** Abandoned launches are forgotten in order once there are this many. */
const MAX_WAITING = 5000;

/** The `lti_message_hint` of a launch: JSON text, as Moodle sends it. */
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
