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
  const parts = partsOf(apps);
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
        ...parts.map(({ starter }) => starter.texts[language]),
      ) as object,
    });
  const evidenceTexts = file('evidence-text', 'Mots pour le personnel. Words for staff.', { texts: {} });
  return {
    'world.yaml': file('world', 'Ce que voit une personne. What a person sees.', worldOf(id, parts)),
    'world.fr.yaml': worldTexts('fr'),
    'world.en.yaml': worldTexts('en'),
    'evidence.yaml': file('evidence', noRulesYet, evidenceOf(id, parts)),
    'evidence.fr.yaml': evidenceTexts,
    'evidence.en.yaml': evidenceTexts,
    'plays.yaml': file('plays', 'Parties qui prouvent les règles. Plays that prove the rules.', {
      plays: [{ id: 'first-way', about: 'A first way.', actions: firstWay(parts), fires: [] }],
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

function worldOf(id: string, parts: readonly Part[]): object {
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
        where: parts[0]?.starter.where,
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
    apps: parts.map(({ app }) => app),
    ...worldsOf(parts),
  };
}

function evidenceOf(id: string, parts: readonly Part[]): object {
  const worlds = worldsOf(parts);
  const phrases = parts
    .flatMap(({ app }) => appsById[app].checks.phraseGroups?.(worlds as unknown as World) ?? [])
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

function worldsOf(parts: readonly Part[]): object {
  return Object.fromEntries(parts.map(({ app, starter }) => [app, starter.world]));
}

function firstWay(parts: readonly Part[]): WorldAction[] {
  const ways = parts.flatMap(({ starter, opened }) => [...opened, ...starter.way]);
  return [...ways, { app: 'desk', type: 'done' }];
}

interface Part {
  readonly app: SimulatedAppId;
  readonly starter: Starter;
  /** What opens it after the part before it. */
  readonly opened: readonly WorldAction[];
}

/** An app that opens the others comes first. */
function partsOf(apps: readonly SimulatedAppId[]): readonly Part[] {
  if (apps.length === 0) throw new RangeError('a scene needs an app');
  const open = (target: SimulatedAppId): WorldAction => ({ app: 'desk', type: 'open-app', target });
  for (const app of apps) {
    const others = apps.filter((other) => other !== app);
    const starter = starterOf(app);
    const opening = starter.opening?.(others.map((id) => ({ id, name: nameOf(id) })));
    if (opening === undefined) continue;
    const { world, texts, openers } = opening;
    return [
      { app, starter: { ...starter, world, texts }, opened: [] },
      ...others.map((other, index) => {
        const opener = openers.slice(index, index + 1);
        return {
          app: other,
          starter: starterOf(other),
          opened: index === 0 ? opener : [open(app), ...opener],
        };
      }),
    ];
  }
  return apps.map((app, index) => ({
    app,
    starter: starterOf(app),
    opened: index === 0 ? [] : [open(app)],
  }));
}

function nameOf(app: SimulatedAppId): Readonly<Record<Language, string>> {
  return starterOf(app).name ?? { fr: app, en: app };
}

function starterOf(app: SimulatedAppId): Starter {
  const { starter } = appsById[app];
  if (starter === undefined) throw new RangeError(`${app} has no starter`);
  return starter;
}
