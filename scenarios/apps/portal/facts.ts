import type { AppFacts } from '../../kit/app.ts';
import {
  atAnyTime,
  atEnd,
  atPlace,
  factType,
  type ObservedScene,
  partOf,
  placeOf,
} from '../../kit/observed.ts';

interface OpenedFacts {
  readonly page: string;
  readonly via: string;
  readonly at: bigint;
}

interface MarkFacts {
  readonly mark: string;
  readonly line: string;
}

interface PortalFacts {
  readonly opened: readonly OpenedFacts[];
  readonly signedIn: boolean;
  readonly stubs: readonly string[];
  readonly marks: readonly MarkFacts[];
  readonly given: readonly string[];
}

const openedType = factType<OpenedFacts>('OpenedPage', {
  page: partOf('string', 'La page.', 'The page.'),
  via: partOf(
    'string',
    'Le chemin : `favourite`, `address` ou `message`.',
    'The way: `favourite`, `address` or `message`.',
  ),
  at: atPlace,
});

const markType = factType<MarkFacts>('StubMark', {
  mark: partOf('string', 'Le repère.', 'The mark.'),
  line: partOf('string', 'La ligne du talon.', 'The line of the stub.'),
});

const portalType = factType<PortalFacts>('Portal', {
  opened: atAnyTime('list<OpenedPage>', 'Pages ouvertes, dans l’ordre.', 'Pages opened, in order.'),
  signedIn: atEnd('bool', 'La session du portail est ouverte.', 'Signed in to the pay portal.'),
  stubs: atAnyTime('list<string>', 'Talons ouverts, dans l’ordre.', 'Stubs opened, in order.'),
  marks: atEnd('list<StubMark>', 'Repères posés.', 'Marks that are set.'),
  // An undo takes nothing back from whoever got it.
  given: atAnyTime(
    'list<string>',
    'Pages qui ont reçu les renseignements demandés, même si c’est annulé ensuite.',
    'Pages that got the information they asked for, even if it was undone later.',
  ),
});

function collect({ state, actions }: ObservedScene): PortalFacts {
  const { portal } = state.apps;
  const done = actions.flatMap(({ action, ...ref }) =>
    action.app === 'portal' ? [{ action, at: placeOf(actions, ref) }] : [],
  );
  return portalType.make({
    opened: done.flatMap(({ action, at }) =>
      action.type === 'open' ? [openedType.make({ page: action.pageId, via: action.via, at })] : [],
    ),
    signedIn: portal?.isSignedIn ?? false,
    stubs: done.flatMap(({ action }) => (action.type === 'open-stub' ? [action.stubId] : [])),
    marks: Object.entries(portal?.marks ?? {}).map(([mark, line]) => markType.make({ mark, line })),
    given: done.flatMap(({ action }) => (action.type === 'give' ? [action.pageId] : [])),
  });
}

export const portalFacts = {
  name: 'portal',
  types: [openedType, markType, portalType],
  of: collect,
} as const satisfies AppFacts;
