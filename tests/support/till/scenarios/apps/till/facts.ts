import type { AppFacts } from '../../kit/app.ts';
import { atAnyTime, atEnd, factType, type ObservedScene } from '../../kit/observed.ts';
import { totalOf } from '../../world/till/till.ts';

interface TillFacts {
  readonly rung: readonly string[];
  readonly cents: number;
  readonly closed: boolean;
  readonly takenBack: readonly string[];
}

const tillType = factType<TillFacts>('Till', {
  rung: atEnd('list<string>', 'Articles enregistrés, dans l’ordre.', 'Articles rung up, in order.'),
  cents: atEnd('double', 'Total en cents.', 'Total in cents.'),
  closed: atEnd('bool', 'La caisse est fermée.', 'The till is closed.'),
  takenBack: atAnyTime('list<string>', 'Articles enlevés.', 'Articles taken back.'),
});

function collect({ world: { till: world }, state, actions }: ObservedScene): TillFacts {
  const { till } = state.apps;
  return tillType.make({
    rung: till?.rung ?? [],
    cents: world && till ? totalOf(world, till) : 0,
    closed: till?.closed ?? false,
    takenBack: actions.flatMap(({ action }) =>
      action.app === 'till' && action.type === 'take-back' ? [action.articleId] : [],
    ),
  });
}

/** `till` in rules. */
export const tillFacts = { name: 'till', types: [tillType], of: collect } as const satisfies AppFacts;
