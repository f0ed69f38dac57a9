/** What every page of staff is given. */
import type { Caller } from '../../api/caller.ts';
import type { Session } from '../../state/session.svelte.ts';
import type { TabMemory } from '../../state/tab-memory.ts';

export interface StaffPageProps {
  readonly session: Session;
  /** Requests in the name of the session. */
  readonly caller: Caller;
  /** What survives a reload. */
  readonly tab: TabMemory;
  /** Hands over a problem that the page cannot show itself: the session's end, or a server out of reach. */
  readonly onproblem: (error: unknown) => void;
}
