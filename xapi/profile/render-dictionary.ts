import type { Label } from '../statement.ts';
import { base, profileVersionId } from '../vocabulary.ts';
import {
  appLabels,
  type ExtensionTerm,
  extensionTerms,
  statementKinds,
  type Term,
  typeTerms,
  verbTerms,
} from './dictionary.ts';
import {
  columns,
  headings,
  introduction,
  members,
  missing,
  ours,
  places,
  tiers,
  valueWords,
} from './dictionary-texts.ts';

type Language = keyof Label;

export interface Examples {
  /** By IRI. */
  readonly extensions: ReadonlyMap<string, unknown>;
  readonly statement: object;
}

export function renderDictionary(language: Language, examples: Examples): string {
  const say = (label: Label): string => label[language];
  const chapter = (heading: Label, body: string): string => `## ${say(heading)}\n\n${body}`;
  return `${[
    `# ${say(headings.title)}`,
    introduction.map(say).join('\n\n'),
    `\`${profileVersionId}\``,
    chapter(headings.members, table(language, [columns.member, columns.meaning], pairs(members, language))),
    chapter(headings.tiers, table(language, [columns.tier, columns.meaning], pairs(tiers, language))),
    chapter(headings.missing, table(language, [columns.name, columns.meaning], pairs(missing, language))),
    chapter(headings.verbs, termTable(verbTerms, language)),
    chapter(headings.types, termTable(typeTerms, language)),
    chapter(headings.extensions, extensionTable(language, examples)),
    chapter(headings.kinds, kindTables(language)),
    chapter(headings.example, `\`\`\`json\n${JSON.stringify(examples.statement, null, 2)}\n\`\`\``),
  ].join('\n\n')}\n`;
}

function pairs(rows: readonly (readonly [string, Label])[], language: Language): string[][] {
  return rows.map(([name, meaning]) => [`\`${name}\``, meaning[language]]);
}

function termTable(terms: readonly Term[], language: Language): string {
  const heads = [columns.name, columns.label, columns.meaning, columns.source, columns.iri];
  const rows = terms.map(({ name, label, meaning, source, iri }) => [
    `\`${name}\``,
    ...[label[language], meaning[language]],
    source?.name ?? ours[language],
    `\`${iri}\``,
  ]);
  return table(language, heads, rows);
}

function extensionTable(language: Language, examples: Examples): string {
  const heads = [columns.name, columns.place, columns.meaning, columns.values, columns.example];
  const rows = extensionTerms.map((term) => [
    `\`${term.name}\``,
    places[term.place][language],
    `${term.label[language]}. ${term.meaning[language]}`,
    valuesOf(term, language),
    exampleOf(term, examples),
  ]);
  return `\`${base}ext/…\`\n\n${table(language, heads, rows)}`;
}

function exampleOf({ iri }: ExtensionTerm, { extensions }: Examples): string {
  return extensions.has(iri) ? `\`${JSON.stringify(extensions.get(iri))}\`` : '';
}

function kindTables(language: Language): string {
  const heads = [columns.name, columns.tier, columns.verb, columns.object, columns.extensions];
  return [undefined, ...appLabels]
    .map((app) => {
      const rows = statementKinds
        .filter((kind) => kind.app?.en === app?.en)
        .map(({ name, tier, verb, type, extensions }) => [
          `\`${name}\``,
          String(tier),
          verb.label[language],
          type.label[language],
          extensions.map((one) => `\`${one}\``).join(', '),
        ]);
      return `### ${(app ?? headings.aroundApps)[language]}\n\n${table(language, heads, rows)}`;
    })
    .join('\n\n');
}

function table(language: Language, heads: readonly Label[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads.map((head) => head[language])), line(heads.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

function valuesOf({ schema, unit }: ExtensionTerm, language: Language): string {
  const words = describeSchema(schema, language);
  return unit === undefined ? words : `${words} (${unit})`;
}

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
}

function describeSchema(schema: Schema, language: Language): string {
  const say = (word: keyof typeof valueWords): string => valueWords[word][language];
  const options = schema.enum ?? schema.anyOf?.map((one) => one.const);
  if (options !== undefined) return options.map((one) => `\`${String(one)}\``).join(', ');
  if (schema.items !== undefined) return `${say('list')} ${describeSchema(schema.items, language)}`;
  if (schema.properties !== undefined) {
    return `${say('members')} ${Object.keys(schema.properties)
      .map((name) => `\`${name}\``)
      .join(', ')}`;
  }
  if (typeof schema.additionalProperties === 'object') {
    return `${say('map')} ${describeSchema(schema.additionalProperties, language)}`;
  }
  if (schema.type === 'boolean') return say('boolean');
  if (schema.type !== 'integer' && schema.type !== 'number') return say('code');
  // z.int() sets the smallest safe integer as the minimum.
  const isBounded = schema.minimum !== undefined && schema.minimum >= 0;
  return isBounded ? `${say(schema.type)} ${say('from')} ${schema.minimum}` : say(schema.type);
}
