import { describe, expect, it } from 'vitest';
import { dimensionNames } from '../../../../server/content/dimension-names.ts';
import { dimensionLabels } from '../../../../xapi/profile/concepts.ts';
import { profile } from '../../../../xapi/profile/profile.ts';
import { statementKinds } from '../../../../xapi/profile/dictionary.ts';
import { statementsOf } from '../../../support/statements.ts';
import { base } from '../../../../xapi/vocabulary.ts';
import { Conformance } from '../../../support/profile/check-conformance.ts';
import { structureProblems } from '../../../support/profile/check-structure.ts';
import { asLog, context, events } from '../log-samples.ts';

/** As a reader gets it. */
const published: unknown = JSON.parse(JSON.stringify(profile));
const conformance = new Conformance(published);
const produced = events.flatMap((event) => asLog([event]).flatMap((entry) => statementsOf(entry, context)));
const statements = produced.map(({ statement }) => ({ ...statement }));

describe('the published profile', () => {
  it('follows the xAPI Profiles specification', () => {
    expect(structureProblems(published)).toEqual([]);
  });

  it('defines nothing that another vocabulary defines', () => {
    const ids = [...profile.concepts, ...profile.templates, ...profile.patterns].map(({ id }) => id);
    expect(ids.filter((id) => !id.startsWith(base))).toEqual([]);
  });

  it('has a template for each statement that the tool makes', () => {
    const problems = statements.flatMap((statement) => conformance.problemsOf(statement));
    expect([...new Set(problems)]).toEqual([]);
  });

  it('has exactly one matching template for each statement', () => {
    for (const statement of statements) expect(conformance.templatesOf(statement)).toHaveLength(1);
  });

  it('has the tier of each template', () => {
    const tiers = new Map(statementKinds.map((kind) => [kind.iri, kind.tier]));
    for (const { tier, statement } of produced) {
      const [id = ''] = conformance.templatesOf({ ...statement });
      expect([id, tier]).toEqual([id, tiers.get(id)]);
    }
  });

  it('has no template that the tool never uses', () => {
    const used = new Set(statements.flatMap((statement) => conformance.templatesOf(statement)));
    expect(profile.templates.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('names the dimensions as gradebooks do', () => {
    for (const [dimension, { fr, en }] of Object.entries(dimensionLabels)) {
      const key = dimension as keyof typeof dimensionLabels;
      expect([fr, en]).toEqual([dimensionNames.fr[key], dimensionNames.en[key]]);
    }
  });
});
