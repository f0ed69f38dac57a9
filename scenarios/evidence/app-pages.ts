/** The authors' pages about each app: a small world, actions for plays, and facts for rules. */
import { z } from 'zod';
import { appsById } from '../apps/app-lookups.ts';
import type { AnyApp, Starter } from '../kit/app.ts';
import type { FactField, FactType } from '../kit/observed.ts';
import { listStartable, renderYaml } from '../schema/skeleton.ts';
import type { Language } from '../world/base.ts';
import type { SimulatedAppId } from '../world/types.ts';
import { listKeys } from './app-keys.ts';
import { withHardSpaces } from './hard-spaces.ts';
import { table } from './markdown-table.ts';

const words = {
  fr: {
    folder: 'applications',
    made: 'Fait par `npm run generate`, des mêmes données que `scenario new`.',
    begin: 'Commencer une scène avec elle',
    world: 'Un petit monde',
    texts: 'Ses textes',
    keys: 'Toutes ses clés',
    keysSay:
      'Une clé suivie de `?` peut manquer. `text` est la clé d’un texte des deux fichiers de langue, `id` un identifiant neutre. Une liste qui prend plusieurs formes les montre toutes.',
    places: 'Où l’aide peut montrer',
    placesSay: (where: string) => `Par exemple \`${where}\`. Sans identifiant :`,
    actions: 'Gestes, pour les parties',
    facts: 'Faits, pour les règles',
    factsSay: (name: string) =>
      `Une règle les lit sous \`${name}\`. « À la fin » : annuler le reprend. « À un moment » : c’est arrivé, annulé ou non. Les autres sont des parties d’un fait.`,
    head: ['fait', 'type', 'quand', 'sens'],
    end: 'à la fin',
    ever: 'à un moment',
  },
  en: {
    folder: 'apps',
    made: 'Made by `npm run generate`, from the same data as `scenario new`.',
    begin: 'Begin a scene with it',
    world: 'A small world',
    texts: 'Its texts',
    keys: 'All its keys',
    keysSay:
      'A key followed by `?` may be left out. `text` is the key of a text in both language files, `id` a neutral id. A list that takes several shapes shows them all.',
    places: 'Where help can point',
    placesSay: (where: string) => `For example \`${where}\`. Without an id:`,
    actions: 'Actions, for plays',
    facts: 'Facts, for rules',
    factsSay: (name: string) =>
      `A rule reads them under \`${name}\`. “At the end”: undo takes it back. “Ever”: it happened, undone or not. The others are parts of a fact.`,
    head: ['fact', 'type', 'when', 'meaning'],
    end: 'at the end',
    ever: 'ever',
  },
} as const;

/** By path below docs/authors. */
export function renderAppPages(): Readonly<Record<string, string>> {
  const pages = (['fr', 'en'] as const).flatMap((language) =>
    listStartable().flatMap((id) => {
      const { starter } = appsById[id];
      if (starter === undefined) return [];
      const page = renderPage(id, starter, language);
      const text = language === 'fr' ? withHardSpaces(page) : page;
      return [[`${language}/${words[language].folder}/${id}.md`, text] as const];
    }),
  );
  return Object.fromEntries(pages);
}

function renderPage(id: SimulatedAppId, starter: Starter, language: Language): string {
  const say = words[language];
  const app = appsById[id];
  return [
    ...[`# \`${id}\``, '', starter.about[language], say.made, ''],
    ...[`## ${say.begin}`, '', ...code('sh', `./bin/numplus.js scenario new x10-new --app ${id}`), ''],
    ...[`## ${say.world}`, '', ...code('yaml', renderYaml({ apps: [id], [id]: starter.world })), ''],
    ...[`## ${say.texts}`, '', ...code('yaml', renderYaml({ texts: starter.texts[language] })), ''],
    ...[`## ${say.keys}`, '', say.keysSay, '', ...code('yaml', listKeys(app.schema.world)), ''],
    ...[`## ${say.places}`, '', say.placesSay(starter.where), ''],
    ...[...app.checks.places.map((place) => `- \`${id}:${place}\``), ''],
    ...[`## ${say.actions}`, '', ...code('yaml', listActions(app)), ''],
    ...[`## ${say.facts}`, '', say.factsSay(app.facts.name), ''],
    app.facts.types
      .toReversed()
      .map((type) => renderFacts(type, language).join('\n'))
      .join('\n\n'),
    '',
  ].join('\n');
}

const code = (kind: string, text: string): string[] => [`\`\`\`${kind}`, text.trimEnd(), '```'];

function renderFacts({ name, fields }: FactType, language: Language): string[] {
  const say = words[language];
  const rows = Object.entries(fields).map(([field, { type, doc, when }]: [string, FactField]) => {
    return [`\`${field}\``, `\`${type}\``, when === undefined ? '' : say[when], doc[language]];
  });
  return [`### ${name}`, '', ...table(say.head, rows)];
}

const Field = z.object({ const: z.unknown().optional(), enum: z.array(z.unknown()).optional() });
const Shape = z.object({ properties: z.record(z.string(), Field) });

/** One line for each type, with its fields. */
function listActions({ schema }: AnyApp): string {
  const { oneOf, anyOf } = z.toJSONSchema(schema.action, { io: 'input' });
  const lines = (oneOf ?? anyOf ?? []).flatMap((shape) => {
    const { app, type, ...fields } = Shape.parse(shape).properties;
    const types = type?.enum ?? [type?.const];
    const rest = Object.entries(fields).map(([name, field]) => `, ${name}: ${valueOf(field)}`);
    return types.map((one) => `- { app: ${String(app?.const)}, type: ${String(one)}${rest.join('')} }`);
  });
  return lines.join('\n');
}

function valueOf(field: z.infer<typeof Field>): string {
  const choices = field.enum ?? (field.const === undefined ? [] : [field.const]);
  return choices.length === 0 ? '…' : choices.map(String).join(' | ');
}
