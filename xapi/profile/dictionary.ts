import { allStatements } from '../actions/action-drafts.ts';
import type { Tier } from '../statement-draft.ts';
import { extensionMeanings } from '../meanings/extension-meanings.ts';
import type { ExtensionMeaning } from '../meanings/extension-parts.ts';
import { type Source, sourceOf } from '../meanings/sources.ts';
import { typeMeanings } from '../meanings/type-meanings.ts';
import { verbMeanings } from '../meanings/verb-meanings.ts';
import type { Label } from '../statement.ts';
import { activityTypes, type ExtensionName, extensions, verbs } from '../vocabulary.ts';
import { extensionSchema } from './concepts.ts';
import { listTemplateSources, templateId } from './templates.ts';

export interface Term {
  readonly iri: string;
  /** Last part of the IRI. */
  readonly name: string;
  readonly label: Label;
  readonly meaning: Label;
  /** Undefined if the term is ours. */
  readonly source: Source | undefined;
}

export interface ExtensionTerm extends Term {
  readonly place: ExtensionMeaning['place'];
  readonly unit: ExtensionMeaning['unit'];
  readonly schema: object;
}

export interface StatementKind {
  readonly iri: string;
  readonly name: string;
  /** Undefined outside the apps. */
  readonly app: Label | undefined;
  readonly tier: Tier;
  readonly verb: Term;
  readonly type: Term;
  /** In addition to those of every statement. */
  readonly extensions: readonly string[];
}

export const verbTerms: readonly Term[] = Object.entries(verbs).map(([key, { id, display }]) =>
  term(id, display, verbMeanings[key as keyof typeof verbs]),
);

export const typeTerms: readonly Term[] = Object.entries(activityTypes).map(([key, { id, label }]) =>
  term(id, label, typeMeanings[key as keyof typeof activityTypes]),
);

export const extensionTerms: readonly ExtensionTerm[] = (Object.keys(extensions) as ExtensionName[]).map(
  (key) => {
    const { name, meaning, place, unit } = extensionMeanings[key];
    return { ...term(extensions[key], name, meaning), place, unit, schema: extensionSchema(key) };
  },
);

export const statementKinds: readonly StatementKind[] = listTemplateSources().map(([name, source]) => ({
  iri: templateId(name),
  name,
  app: source.app === undefined ? undefined : allStatements[source.app].name,
  tier: source.tier,
  verb: find(verbTerms, verbs[source.verb].id),
  type: find(typeTerms, activityTypes[source.type].id),
  extensions: extensionTerms
    .filter(({ iri }) => source.rules.some(({ location }) => location === `$.context.extensions['${iri}']`))
    .map((one) => one.name),
}));

export const appLabels: readonly Label[] = Object.values(allStatements).map(({ name }) => name);

function term(iri: string, label: Label, meaning: Label): Term {
  return { iri, name: lastPart(iri), label, meaning, source: sourceOf(iri) };
}

function find(terms: readonly Term[], iri: string): Term {
  const found = terms.find((one) => one.iri === iri);
  if (found === undefined) throw new RangeError(`${iri} is in no list`);
  return found;
}

function lastPart(iri: string): string {
  return iri.split('/').at(-1) ?? iri;
}
