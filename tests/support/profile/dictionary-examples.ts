/** Examples for the data dictionary, from statements of sample events. */
import { statementsOf } from '../statements.ts';
import type { Examples } from '../../../xapi/profile/render-dictionary.ts';
import { verbs } from '../../../xapi/vocabulary.ts';
import { asLog, context, events } from '../../unit/xapi/log-samples.ts';

export function dictionaryExamples(): Examples {
  const statements = asLog(events)
    .flatMap((entry) => statementsOf(entry, context))
    .map((produced) => produced.statement);
  const statement = statements.find(({ verb }) => verb.id === verbs.answered.id);
  if (statement === undefined) throw new Error('no sample is an answer');
  const extensions = new Map<string, unknown>();
  for (const { context: around, result } of statements) {
    for (const [iri, value] of Object.entries({ ...around.extensions, ...result?.extensions })) {
      if (!extensions.has(iri) || isEmpty(extensions.get(iri))) extensions.set(iri, value);
    }
  }
  return { extensions, statement };
}

/** Empty examples are left out. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
