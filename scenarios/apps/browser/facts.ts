import type { AppFacts } from '../../kit/app.ts';
import { namesIn } from '../../kit/feature-facts.ts';
import {
  atAnyTime,
  atEnd,
  atPlace,
  partOf,
  factType,
  getFeatures,
  type ObservedAction,
  type ObservedScene,
  placeOf,
} from '../../kit/observed.ts';
import { activeTab, shownIn } from '../../world/browser/shown.ts';
import type { BrowserAction } from '../../world/browser/types.ts';
import { startScene, step } from '../../world/scene.ts';
import type { World } from '../../world/types.ts';

interface SearchFacts {
  readonly says: readonly string[];
  readonly at: bigint;
}

interface VisitFacts {
  readonly page: string;
  readonly via: string;
  readonly rank: number;
  readonly at: bigint;
}

interface SubmissionFacts {
  readonly page: string;
  readonly form: string;
  readonly fields: readonly string[];
  readonly at: bigint;
}

interface AnswerFacts {
  readonly sent: boolean;
  readonly choice: string;
  readonly source: string;
}

interface CookieFacts {
  readonly page: string;
  readonly allowed: readonly string[];
}

interface BrowserFacts {
  readonly searches: readonly SearchFacts[];
  readonly visits: readonly VisitFacts[];
  readonly opened: readonly string[];
  readonly shown: string;
  readonly recoveries: readonly string[];
  readonly submissions: readonly SubmissionFacts[];
  readonly cookies: readonly CookieFacts[];
  readonly answer: AnswerFacts;
}

const searchType = factType<SearchFacts>('Search', {
  says: partOf(
    'list<string>',
    'Groupes de mots clés qui y sont, et `sentence` pour une phrase entière.',
    'Keyword groups in it, and `sentence` for a whole sentence.',
  ),
  at: atPlace,
});

const visitType = factType<VisitFacts>('Visit', {
  page: partOf('string', 'La page.', 'The page.'),
  via: partOf(
    'string',
    '`result`, `link`, `address`, `favourite`, `message` ou `code`.',
    '`result`, `link`, `address`, `favourite`, `message` or `code`.',
  ),
  rank: partOf(
    'double',
    'Rang parmi les résultats, à partir de 1; 0 si ce n’en est pas un.',
    'Place among the results, from 1; 0 if it was none.',
  ),
  at: atPlace,
});

const submissionType = factType<SubmissionFacts>('Submission', {
  page: partOf('string', 'La page.', 'The page.'),
  form: partOf('string', 'Le formulaire de la page.', 'The form in the page.'),
  fields: partOf('list<string>', 'Cases remplies.', 'Boxes that were filled.'),
  at: atPlace,
});

const answerType = factType<AnswerFacts>('Answer', {
  sent: partOf('bool', 'Une réponse est envoyée.', 'An answer was sent.'),
  choice: partOf('string', 'Le choix; vide si rien n’est envoyé.', 'The choice; empty if nothing was sent.'),
  source: partOf(
    'string',
    'La page nommée comme source; vide s’il n’y en a pas.',
    'The page named as the source; empty if there is none.',
  ),
});

const cookieType = factType<CookieFacts>('Cookies', {
  page: partOf('string', 'La page.', 'The page.'),
  allowed: partOf(
    'list<string>',
    'Ce qui est permis; vide si tout est refusé.',
    'What is allowed; empty if all is refused.',
  ),
});

const browserType = factType<BrowserFacts>('Browser', {
  searches: atAnyTime('list<Search>', 'Recherches, dans l’ordre.', 'Searches, in order.'),
  visits: atAnyTime('list<Visit>', 'Pages ouvertes, dans l’ordre.', 'Pages opened, in order.'),
  opened: atAnyTime('list<string>', 'Les mêmes, par identifiant.', 'The same, by id.'),
  shown: atEnd(
    'string',
    'Page de l’onglet devant; vide s’il n’en montre pas.',
    'Page of the tab in front; empty if it shows none.',
  ),
  recoveries: atAnyTime(
    'list<string>',
    'Retours sur la bonne voie après une page : `back`, `tab` (un autre onglet devant), `find` (un mot trouvé dans la page).',
    'Ways back on track after a page: `back`, `tab` (another tab in front), `find` (a word found in the page).',
  ),
  submissions: atAnyTime('list<Submission>', 'Données remises à une page.', 'Data handed over to a page.'),
  cookies: atEnd('list<Cookies>', 'Réponses aux bandeaux de témoins.', 'Answers to cookie banners.'),
  answer: atEnd('Answer', 'La courte réponse envoyée en dernier.', 'The short answer sent last.'),
});

function collect({ world, state, actions }: ObservedScene): BrowserFacts {
  const done = actions.flatMap((entry) =>
    entry.action.app === 'browser' ? [{ entry, action: entry.action }] : [],
  );
  const visits = done.flatMap(({ entry, action }) =>
    action.type === 'open' || action.type === 'open-in-new-tab'
      ? [
          visitType.make({
            page: action.pageId,
            via: action.via,
            rank: action.rank,
            at: placeOf(actions, entry),
          }),
        ]
      : [],
  );
  const sent = state.apps.browser?.note?.sent ?? null;
  return browserType.make({
    searches: done.flatMap(({ entry, action }) =>
      action.type === 'search'
        ? [searchType.make({ says: namesIn(getFeatures(actions, entry)), at: placeOf(actions, entry) })]
        : [],
    ),
    visits,
    opened: visits.map(({ page }) => page),
    shown: state.apps.browser ? pageIn(state.apps.browser) : '',
    recoveries: listRecoveries(world, actions),
    submissions: done.flatMap(({ entry, action }) =>
      action.type === 'submit-data'
        ? [
            submissionType.make({
              page: action.pageId,
              form: action.blockId,
              fields: action.fields,
              at: placeOf(actions, entry),
            }),
          ]
        : [],
    ),
    cookies: Object.entries(state.apps.browser?.cookies ?? {}).map(([page, allowed]) =>
      cookieType.make({ page, allowed }),
    ),
    answer: answerType.make({
      sent: sent !== null,
      choice: sent?.choice ?? '',
      source: sent?.source ?? '',
    }),
  });
}

function pageIn(browser: Parameters<typeof activeTab>[0]): string {
  const shown = shownIn(activeTab(browser));
  return shown.kind === 'page' ? shown.pageId : '';
}

/** Going back counts if it leaves a page, another tab if a page was open before. */
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

export const browserFacts = {
  name: 'browser',
  types: [searchType, visitType, submissionType, cookieType, answerType, browserType],
  of: collect,
} as const satisfies AppFacts;
