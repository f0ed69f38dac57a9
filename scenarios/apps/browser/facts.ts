/** What was looked for and looked at on the web, in the words that rules are written in. */
import {
  factClass,
  type FactType,
  getFeatures,
  type ObservedAction,
  type ObservedScene,
} from '../../kit/observed.ts';
import { activeTab, shownIn } from '../../world/browser/browser.ts';
import type { BrowserAction, NoteState } from '../../world/browser/types.ts';
import { startScene, step } from '../../world/scene.ts';
import type { World } from '../../world/types.ts';

class SearchFacts {
  /** Names of the keyword groups in it, and of what else was seen, e.g. `sentence`. */
  readonly says: readonly string[];

  constructor(says: readonly string[]) {
    this.says = says;
  }
}

class VisitFacts {
  readonly page: string;
  /** `result`, `link`, `address`, `favourite` or `message`. */
  readonly via: string;
  /** Place among the results, from 1; 0 where it was none. */
  readonly rank: number;

  constructor(page: string, via: string, rank: number) {
    this.page = page;
    this.via = via;
    this.rank = rank;
  }
}

class SubmissionFacts {
  readonly page: string;
  readonly form: string;
  /** Ids of the boxes that were filled. */
  readonly fields: readonly string[];

  constructor(page: string, form: string, fields: readonly string[]) {
    this.page = page;
    this.form = form;
    this.fields = fields;
  }
}

/** The short answer that was sent last. */
class AnswerFacts {
  readonly sent: boolean;
  /** Id of what was chosen; empty where nothing was sent. */
  readonly choice: string;
  /** Id of the page named as the source; empty where none was. */
  readonly source: string;

  constructor(sent: NoteState['sent']) {
    this.sent = sent !== null;
    this.choice = sent?.choice ?? '';
    this.source = sent?.source ?? '';
  }
}

export interface BrowserFacts {
  /** At any time, undone or not, in order. */
  readonly searches: readonly SearchFacts[];
  /** Pages opened at any time, in order. */
  readonly visits: readonly VisitFacts[];
  /** Ids of the pages opened at any time, in order. */
  readonly opened: readonly string[];
  /** Page that the tab in front shows at the end; empty where it shows none. */
  readonly shown: string;
  /** Ways back on track after a page: `back`, `tab` (another tab in front) and `find` (a word found in the page). */
  readonly recoveries: readonly string[];
  /** Data handed over to a page, undone or not. */
  readonly submissions: readonly SubmissionFacts[];
  readonly answer: AnswerFacts;
}

export const BrowserFacts = factClass<BrowserFacts>();

/** `browser` in rules. */
export const browserFactTypes: readonly FactType[] = [
  { name: 'Search', ctor: SearchFacts, fields: { says: 'list<string>' } },
  { name: 'Visit', ctor: VisitFacts, fields: { page: 'string', via: 'string', rank: 'double' } },
  {
    name: 'Submission',
    ctor: SubmissionFacts,
    fields: { page: 'string', form: 'string', fields: 'list<string>' },
  },
  { name: 'Answer', ctor: AnswerFacts, fields: { sent: 'bool', choice: 'string', source: 'string' } },
  {
    name: 'Browser',
    ctor: BrowserFacts,
    fields: {
      searches: 'list<Search>',
      visits: 'list<Visit>',
      opened: 'list<string>',
      shown: 'string',
      recoveries: 'list<string>',
      submissions: 'list<Submission>',
      answer: 'Answer',
    },
  },
];

/** Facts of the web browser; empty where the scene has none. Throws MissingFeaturesError. */
export function browserFacts({ world, state, actions }: ObservedScene): BrowserFacts {
  const done = actions.flatMap((entry) =>
    entry.action.app === 'browser' ? [{ entry, action: entry.action }] : [],
  );
  const visits = done.flatMap(({ action }) =>
    action.type === 'open' || action.type === 'open-in-new-tab'
      ? [new VisitFacts(action.pageId, action.via, action.rank)]
      : [],
  );
  return new BrowserFacts({
    searches: done.flatMap(({ entry, action }) =>
      action.type === 'search' ? [searchFacts(actions, entry)] : [],
    ),
    visits,
    opened: visits.map(({ page }) => page),
    shown: state.apps.browser ? pageIn(state.apps.browser) : '',
    recoveries: listRecoveries(world, actions),
    submissions: done.flatMap(({ action }) =>
      action.type === 'submit-data'
        ? [new SubmissionFacts(action.pageId, action.blockId, action.fields)]
        : [],
    ),
    answer: new AnswerFacts(state.apps.browser?.note?.sent ?? null),
  });
}

function searchFacts(actions: readonly ObservedAction[], entry: ObservedAction): SearchFacts {
  const features = getFeatures(actions, entry);
  return new SearchFacts(Object.keys(features).filter((name) => features[name]));
}

function pageIn(browser: Parameters<typeof activeTab>[0]): string {
  const shown = shownIn(activeTab(browser));
  return shown.kind === 'page' ? shown.pageId : '';
}

/** The actions are replayed: going back counts where it leaves a page, another tab where a page was open before. */
function listRecoveries(world: World, actions: readonly ObservedAction[]): readonly string[] {
  if (world.browser === undefined) return [];
  let state = startScene(world);
  let hasSeenPage = false;
  const recoveries: string[] = [];
  for (const { action, epoch, actionSeq } of actions) {
    const before = state.apps.browser ? pageIn(state.apps.browser) : '';
    hasSeenPage ||= before !== '';
    const next = step(world, state, action, { epoch, actionSeq });
    if (!next.ok) continue;
    const way = action.app === 'browser' ? recoveryBy(action) : '';
    const counts = way === 'tab' ? hasSeenPage && next.state !== state : before !== '';
    if (way !== '' && counts) recoveries.push(way);
    state = next.state;
  }
  return recoveries;
}

function recoveryBy(action: BrowserAction): string {
  if (action.type === 'back') return 'back';
  if (action.type === 'find-in-page') return action.found ? 'find' : '';
  const isOtherTab = ['new-tab', 'select-tab', 'open-in-new-tab'].includes(action.type);
  return isOtherTab ? 'tab' : '';
}
