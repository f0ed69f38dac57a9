/** JSON Schemas for editors. `scenario check` finds more: ids, texts, plays. */
import { z } from 'zod';
import { CorpusFile, WordsFile } from '../kit/word-lists.ts';
import { BankFile } from '../measurement/bank-schema.ts';
import { RoutesFile, TacticsFile } from '../schema/laws-schema.ts';
import { ResourcesFile } from '../schema/resources.ts';
import {
  EvidenceFile,
  EvidenceTextFile,
  FormsFile,
  PlaysFile,
  WorldFileSchema,
  WorldTextFile,
} from '../schema/scenario.ts';

const schemas = {
  world: WorldFileSchema,
  'world-text': WorldTextFile,
  evidence: EvidenceFile,
  'evidence-text': EvidenceTextFile,
  plays: PlaysFile,
  tactics: TacticsFile,
  routes: RoutesFile,
  forms: FormsFile,
  bank: BankFile,
  resources: ResourcesFile,
  words: WordsFile,
  corpus: CorpusFile,
} as const;

export function renderEditorSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
