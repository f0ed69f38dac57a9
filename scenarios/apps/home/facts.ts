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
import { signalOf } from '../../world/home/shown.ts';

interface OpenedFacts {
  readonly id: string;
  readonly others: bigint;
  readonly at: bigint;
}

interface AnswerFacts {
  readonly notice: string;
  readonly answer: string;
  readonly at: bigint;
}

interface SettingsFacts {
  readonly page: string;
  readonly by: string;
  readonly at: bigint;
}

interface SwitchedFacts {
  readonly setting: string;
  readonly at: bigint;
}

interface HomeFacts {
  readonly opened: readonly OpenedFacts[];
  readonly answers: readonly AnswerFacts[];
  readonly pages: readonly string[];
  readonly found: readonly SettingsFacts[];
  readonly switched: readonly SwitchedFacts[];
  readonly on: readonly string[];
  readonly signal: string;
}

const openedType = factType<OpenedFacts>('OpenedIcon', {
  id: partOf('string', 'Identifiant de l’icône.', 'Id of the icon.'),
  others: partOf(
    'int',
    'Icônes sans rapport ouvertes avant : ni une application de la scène ni les réglages.',
    'Unrelated icons opened before: neither an app of the scene nor the settings.',
  ),
  at: atPlace,
});

const answerType = factType<AnswerFacts>('NoticeAnswer', {
  notice: partOf('string', 'L’avis.', 'The notice.'),
  answer: partOf('string', 'La réponse.', 'The answer.'),
  at: atPlace,
});

const settingsType = factType<SettingsFacts>('OpenedSettings', {
  page: partOf('string', 'La page de réglages.', 'The settings page.'),
  by: partOf('string', '`path` ou `search`.', '`path` or `search`.'),
  at: atPlace,
});

const switchedType = factType<SwitchedFacts>('Switched', {
  setting: partOf('string', 'Le réglage.', 'The setting.'),
  at: atPlace,
});

const homeType = factType<HomeFacts>('Home', {
  opened: atAnyTime('list<OpenedIcon>', 'Icônes ouvertes, dans l’ordre.', 'Icons opened, in order.'),
  answers: atAnyTime('list<NoticeAnswer>', 'Réponses aux avis.', 'Answers to notices.'),
  pages: atAnyTime('list<string>', 'Pages de réglages ouvertes.', 'Settings pages opened.'),
  found: atAnyTime(
    'list<OpenedSettings>',
    'Les mêmes, avec le chemin, dans l’ordre.',
    'The same, with the way, in order.',
  ),
  switched: atAnyTime('list<Switched>', 'Réglages changés, dans l’ordre.', 'Settings changed, in order.'),
  on: atEnd('list<string>', 'Réglages activés.', 'Settings that are on.'),
  signal: atEnd(
    'string',
    'Le réseau : `none`, `weak` ou `good`; vide sans écran d’accueil.',
    'The network: `none`, `weak` or `good`; empty without a home screen.',
  ),
});

function collect({ world: { home: world }, state, actions }: ObservedScene): HomeFacts {
  const { home } = state.apps;
  const done = actions.flatMap(({ action, ...ref }) =>
    action.app === 'home' ? [{ action, at: placeOf(actions, ref) }] : [],
  );
  const isUnrelated = (id: string): boolean =>
    world?.icons.some((icon) => icon.id === id && icon.opens === 'page') === true;
  const pressed = done.flatMap(({ action, at }) =>
    action.type === 'open-icon' ? [{ id: action.iconId, at }] : [],
  );
  const found = done.flatMap(({ action, at }) => {
    if (action.type !== 'open-settings' && action.type !== 'find-settings') return [];
    const by = action.type === 'open-settings' ? 'path' : 'search';
    return [settingsType.make({ page: action.pageId, by, at })];
  });
  const switches = (world?.settings ?? []).flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'switch' ? [row] : [])),
  );
  return homeType.make({
    opened: pressed.map(({ id, at }, place) => {
      const before = pressed.slice(0, place).map((each) => each.id);
      return openedType.make({ id, others: BigInt(before.filter(isUnrelated).length), at });
    }),
    answers: done.flatMap(({ action, at }) =>
      action.type === 'answer-notice'
        ? [answerType.make({ notice: action.noticeId, answer: action.answerId, at })]
        : [],
    ),
    pages: found.map(({ page }) => page),
    found,
    switched: done.flatMap(({ action, at }) =>
      action.type === 'switch' ? [switchedType.make({ setting: action.settingId, at })] : [],
    ),
    on: switches.filter(({ id, on }) => home?.switches[id] ?? on).map(({ id }) => id),
    signal: world && home ? signalOf(world, home) : '',
  });
}

export const homeFacts = {
  name: 'home',
  types: [openedType, answerType, settingsType, switchedType, homeType],
  of: collect,
} as const satisfies AppFacts;
