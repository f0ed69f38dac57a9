import { allApps } from '../apps/app-lookups.ts';
import type { apps } from '../apps/app-list.ts';
import { featuresType } from '../kit/feature-facts.ts';
import {
  atAnyTime,
  atEnd,
  atPlace,
  type FactField,
  type FactType,
  factType,
  type ObservedScene,
  partOf,
} from '../kit/observed.ts';
import { freeFields } from '../world/samples.ts';

type AppFactsOf<App extends { readonly facts: { readonly of: (scene: ObservedScene) => object } }> =
  ReturnType<App['facts']['of']>;

type Apps = typeof apps;

export type Facts = {
  readonly [Id in keyof Apps as Apps[Id]['facts']['name']]: AppFactsOf<Apps[Id]>;
} & {
  readonly variant: Readonly<Record<string, string>>;
  readonly actions: readonly string[];
  readonly acts: readonly ActFacts[];
};

interface ActFacts {
  readonly at: bigint;
  readonly kind: string;
  readonly ids: readonly string[];
}

const actType = factType<ActFacts>('Act', {
  at: atPlace,
  kind: partOf('string', 'P. ex. `mail.reply`.', 'E.g. `mail.reply`.'),
  ids: partOf(
    'list<string>',
    'Ce que nomme l’action : messages, pages, choix; jamais un texte tapé.',
    'What the action names: messages, pages, choices; never a typed text.',
  ),
});

/** A type comes after the types it is made of. */
export const factTypes: readonly FactType[] = [
  actType,
  featuresType,
  ...allApps.flatMap(({ facts }) => facts.types),
];

const common = {
  variant: atEnd(
    'map<string, string>',
    'Ce que la variante change de la même façon dans chaque langue, par nom.',
    'What the variant changes in every language alike, by name.',
  ),
  actions: atAnyTime(
    'list<string>',
    'Actions acceptées, dans l’ordre, p. ex. `mail.reply`.',
    'Accepted actions in order, e.g. `mail.reply`.',
  ),
  acts: atAnyTime(
    'list<Act>',
    'Les mêmes, avec leur rang et ce qu’elles nomment.',
    'The same, with their place and what they name.',
  ),
} as const satisfies Record<string, FactField>;

export const commonFacts: Readonly<Record<string, FactField>> = common;

export const factVariables: Readonly<Record<string, string>> = {
  ...Object.fromEntries(allApps.map(({ facts }) => [facts.name, facts.types.at(-1)?.name ?? ''])),
  ...Object.fromEntries(Object.entries(common).map(([name, { type }]) => [name, type])),
};

/** @throws MissingFeaturesError if a text was logged without its features */
export function factsOf(scene: ObservedScene): Facts {
  const byApp = Object.fromEntries(allApps.map(({ facts }) => [facts.name, facts.of(scene)]));
  return {
    ...byApp,
    variant: scene.world.values ?? {},
    actions: scene.actions.map(({ action }) => `${action.app}.${action.type}`),
    acts: scene.actions.map(({ action }, index) => {
      const { app, type, ...fields } = action;
      const named = Object.entries(fields).filter(([field]) => !freeFields.includes(field));
      const ids = named.flatMap(([, value]: [string, unknown]) => (typeof value === 'string' ? [value] : []));
      return actType.make({ at: BigInt(index + 1), kind: `${app}.${type}`, ids });
    }),
    // The compiler does not know which app an entry belongs to.
  } as unknown as Facts;
}
