/** Texts typed and not saved, by what they are about. They live as long as the page. */
import { getContext, setContext } from 'svelte';

interface Draft {
  readonly text: string;
  /** What was stored when typing began. */
  readonly begunFrom: string;
}

export type Drafts = Map<string, Draft>;

const contextKey = Symbol('drafts');

export function provideDrafts(drafts: Drafts): void {
  setContext(contextKey, drafts);
}

/** Without a page around, drafts live as long as the component. */
export function useDrafts(): Drafts {
  return getContext<Drafts | undefined>(contextKey) ?? new Map<string, Draft>();
}
