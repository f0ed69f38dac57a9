/** The files of a new scene: it loads, can be played and measures nothing yet. */
import { Document, isMap, visit } from 'yaml';
import { appsById } from '../apps/app-lookups.ts';
import type { Starter } from '../kit/app.ts';
import type { Language } from '../world/base.ts';
import type { SimulatedAppId, World, WorldAction } from '../world/types.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    title: 'Une nouvelle scène',
    'introduction.1': 'Bonjour! Voici une nouvelle tâche.',
    'goal.1': 'Regarde ce qui est à l’écran.',
    ending: 'C’est tout pour cette tâche. Merci!',
    'help.begin.title': 'Commencer',
    'help.begin.say': 'Prends ton temps. Regarde ce qui est à l’écran.',
    'help.begin.where': 'Commence ici.',
    'help.begin.how.1': 'Choisis ce que tu vois ici.',
  },
  en: {
    title: 'A new scene',
    'introduction.1': 'Hello! Here is a new task.',
    'goal.1': 'Look at what is on the screen.',
    ending: 'That’s all for this task. Thank you!',
    'help.begin.title': 'Beginning',
    'help.begin.say': 'Take your time. Look at what is on the screen.',
    'help.begin.where': 'Begin here.',
    'help.begin.how.1': 'Choose what you see here.',
  },
};

interface Wish {
  readonly id: string;
  /** The first one is open at the start. */
  readonly apps: readonly SimulatedAppId[];
  /** Where editors find a schema, e.g. `world`. */
  readonly schemaOf: (name: string) => string;
}

/** Apps that a new scene can begin with. */
export function listStartable(): readonly SimulatedAppId[] {
  return Object.entries(appsById).flatMap(([id, { starter }]) =>
    starter === undefined ? [] : [id as SimulatedAppId],
  );
}

/** By file name. @throws RangeError if an app has no starter or there is none */
export function renderSkeleton({ id, apps, schemaOf }: Wish): Readonly<Record<string, string>> {
  const file = (schema: string, about: string, data: object): string =>
    [
      `# yaml-language-server: $schema=${schemaOf(schema)}`,
      ...about.split('\n').map((line) => `# ${line}`),
      renderYaml({ formatVersion: 1, ...data }),
    ].join('\n');
  const worldTexts = (language: Language): string =>
    file('world-text', 'Chaque phrase à l’écran. Every sentence on the screen.', {
      texts: Object.assign(
        {},
        texts[language],
        ...apps.map((app) => starterOf(app).texts[language]),
      ) as object,
    });
  const evidenceTexts = file('evidence-text', 'Mots pour le personnel. Words for staff.', { texts: {} });
  return {
    'world.yaml': file('world', 'Ce que voit une personne. What a person sees.', worldOf(id, apps)),
    'world.fr.yaml': worldTexts('fr'),
    'world.en.yaml': worldTexts('en'),
    'evidence.yaml': file('evidence', noRulesYet, evidenceOf(id, apps)),
    'evidence.fr.yaml': evidenceTexts,
    'evidence.en.yaml': evidenceTexts,
    'plays.yaml': file('plays', 'Parties qui prouvent les règles. Plays that prove the rules.', {
      plays: [{ id: 'first-way', about: 'A first way.', actions: firstWay(apps), fires: [] }],
    }),
  };
}

const noRulesYet = [
  'Rien n’est mesuré. Pour mesurer, enlever `scored: false` de world.yaml, puis écrire items et règles.',
  'Nothing is measured. To measure, remove `scored: false` from world.yaml, then write items and rules.',
].join('\n');

/** Actions stand on a line each. */
export function renderYaml(data: object): string {
  const document = new Document(data);
  visit(document, {
    Map(_, node) {
      if (node.has('app') && node.has('type') && node.items.every(({ value }) => !isMap(value)))
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 110, singleQuote: true });
}

function worldOf(id: string, apps: readonly SimulatedAppId[]): object {
  const parts = Object.fromEntries(apps.map((app) => [app, starterOf(app).world]));
  return {
    id,
    version: 1,
    scored: false,
    variants: [{ id: 'v1' }, { id: 'v2' }],
    title: 'title',
    place: 'office',
    minutes: 2,
    givenBy: 'nadia',
    introduction: [{ by: 'nadia', expression: 'smiling', text: 'introduction.1' }],
    goal: ['goal.1'],
    ending: { by: 'nadia', expression: 'smiling', text: 'ending' },
    help: [
      {
        id: 'begin',
        title: 'help.begin.title',
        say: 'help.begin.say',
        where: starterOf(apps[0]).where,
        whereText: 'help.begin.where',
        how: ['help.begin.how.1'],
      },
    ],
    // True only where somebody tried it.
    access: {
      screenReader: false,
      keyboard: false,
      zoom400: false,
      withoutColour: false,
      withoutSound: false,
      phone: false,
    },
    apps,
    ...parts,
  };
}

function evidenceOf(id: string, apps: readonly SimulatedAppId[]): object {
  const worlds = Object.fromEntries(apps.map((app) => [app, starterOf(app).world]));
  const phrases = apps
    .flatMap((app) => appsById[app].checks.phraseGroups?.(worlds as unknown as World) ?? [])
    .flatMap((group) => group.phrases);
  return {
    scenario: id,
    worldVersion: 1,
    scoringVersion: 1,
    items: [],
    rules: [],
    phrases: Object.fromEntries(phrases.map((phrase) => [phrase.id, []])),
  };
}

function firstWay(apps: readonly SimulatedAppId[]): WorldAction[] {
  return [
    ...apps.flatMap((app, index): WorldAction[] => [
      ...(index === 0 ? [] : [{ app: 'desk', type: 'open-app', target: app } as const]),
      ...starterOf(app).way,
    ]),
    { app: 'desk', type: 'done' },
  ];
}

function starterOf(app: SimulatedAppId | undefined): Starter {
  const starter = app === undefined ? undefined : appsById[app].starter;
  if (starter === undefined) throw new RangeError(`${app ?? 'no app'} has no starter`);
  return starter;
}
