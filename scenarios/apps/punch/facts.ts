import type { AppFacts } from '../../kit/app.ts';
import { atAnyTime, atEnd, factType, type ObservedScene, partOf, placeOf } from '../../kit/observed.ts';
import { boxesOn, isSent, placesIn } from '../../world/punch/shown.ts';

interface CountFacts {
  readonly shelf: string;
  readonly right: boolean;
  readonly all: boolean;
}

interface PunchFacts {
  readonly punches: readonly string[];
  readonly asking: boolean;
  readonly counts: readonly CountFacts[];
  readonly unit: string;
  readonly sent: boolean;
  readonly tries: readonly bigint[];
  readonly received: bigint;
}

const countType = factType<CountFacts>('ShelfCount', {
  shelf: partOf('string', 'L’étagère.', 'The shelf.'),
  right: partOf('bool', 'Le nombre de boîtes est le bon.', 'The number of boxes is right.'),
  all: partOf(
    'bool',
    'C’est le nombre de toutes les choses, les seaux compris.',
    'It is the number of all things, the pails among them.',
  ),
});

const punchType = factType<PunchFacts>('Punch', {
  punches: atEnd(
    'list<string>',
    'Ce qui est pointé, dans l’ordre : `in`, `break`, `out`.',
    'What was punched, in order: `in`, `break`, `out`.',
  ),
  asking: atEnd('bool', 'La question « pointer encore » attend.', 'The question “punch again” is open.'),
  counts: atEnd('list<ShelfCount>', 'Étagères comptées.', 'Shelves counted.'),
  unit: atEnd('string', 'L’unité choisie; vide sans choix.', 'The unit chosen; empty if none.'),
  sent: atEnd('bool', 'Tout ce qui est à l’écran est envoyé.', 'All that is on screen was sent.'),
  tries: atAnyTime('list<int>', 'Rang de chaque essai d’envoi.', 'Place of each try to send.'),
  received: atEnd('int', 'Nombre d’étagères dans le dernier envoi reçu.', 'Shelves in what arrived last.'),
});

function collect({ world, state, actions }: ObservedScene): PunchFacts {
  const { punch } = state.apps;
  const shelves = world.punch?.shelves ?? [];
  const tries = actions.flatMap(({ action, ...ref }) =>
    action.app === 'punch' && action.type === 'send' ? [placeOf(actions, ref)] : [],
  );
  return punchType.make({
    punches: punch?.punches ?? [],
    asking: (punch?.asking ?? null) !== null,
    counts: shelves.flatMap((shelf) => {
      const number = punch?.counts[shelf.id];
      if (number === undefined) return [];
      const things = shelf.rows.flatMap(placesIn).filter((place) => place !== '.').length;
      const right = Number(number) === boxesOn(shelf);
      return [countType.make({ shelf: shelf.id, right, all: !right && Number(number) === things })];
    }),
    unit: punch?.unit ?? '',
    sent: punch !== undefined && isSent(punch),
    tries,
    received: BigInt(Object.keys(punch?.received?.counts ?? {}).length),
  });
}

export const punchFacts = {
  name: 'punch',
  types: [countType, punchType],
  of: collect,
} as const satisfies AppFacts;
