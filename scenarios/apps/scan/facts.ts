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

interface ReadFacts {
  readonly code: string;
  readonly by: string;
  readonly at: bigint;
}

interface ScanFacts {
  readonly camera: string;
  readonly read: readonly ReadFacts[];
  readonly opened: readonly string[];
}

const readType = factType<ReadFacts>('ReadCode', {
  code: partOf('string', 'Le code.', 'The code.'),
  by: partOf('string', '`camera` ou `typed`.', '`camera` or `typed`.'),
  at: atPlace,
});

const scanType = factType<ScanFacts>('Reader', {
  camera: atEnd(
    'string',
    'L’appareil photo : `unasked`, `allowed` ou `denied`; vide sans lecteur.',
    'The camera: `unasked`, `allowed` or `denied`; empty without a reader.',
  ),
  read: atAnyTime(
    'list<ReadCode>',
    'Codes lus, dans l’ordre : leur adresse a été montrée.',
    'Codes read, in order: their address was shown.',
  ),
  // An undo does not unsee a page.
  opened: atAnyTime(
    'list<string>',
    'Codes dont l’adresse a été ouverte, dans l’ordre.',
    'Codes whose address was opened, in order.',
  ),
});

function collect({ state, actions }: ObservedScene): ScanFacts {
  const done = actions.flatMap(({ action, ...ref }) =>
    action.app === 'scan' ? [{ action, at: placeOf(actions, ref) }] : [],
  );
  return scanType.make({
    camera: state.apps.scan?.camera ?? '',
    read: done.flatMap(({ action, at }) =>
      action.type === 'read' || action.type === 'enter'
        ? [readType.make({ code: action.codeId, by: action.type === 'read' ? 'camera' : 'typed', at })]
        : [],
    ),
    opened: done.flatMap(({ action }) => (action.type === 'open' ? [action.codeId] : [])),
  });
}

export const scanFacts = {
  // « scan » is a definition in scenes that are published.
  name: 'reader',
  types: [readType, scanType],
  of: collect,
} as const satisfies AppFacts;
