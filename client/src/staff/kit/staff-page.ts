import type { Caller } from '../../api/caller.ts';
import type { Session } from '../../state/session.svelte.ts';
import type { TabMemory } from '../../state/tab-memory.ts';
import type { Drafts } from './drafts.ts';

export interface StaffPageProps {
  readonly session: Session;
  readonly caller: Caller;
  readonly tab: TabMemory;
  /** Of the whole page: Back asks while there are some. */
  readonly drafts: Drafts;
  /** Handles what the page cannot show itself: session over, server unreachable. */
  readonly onproblem: (error: unknown) => void;
}
