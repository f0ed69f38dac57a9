import { findById, type SimulatedApp } from '../../kit/app.ts';
import { countLine } from '../../world/document/document.ts';
import { documentChecks } from './check.ts';
import { documentFacts } from './facts.ts';
import { documentAction, documentWorld } from './schema.ts';
import { documentStarter } from './starter.ts';

export const document = {
  schema: { world: documentWorld, action: documentAction },
  checks: documentChecks,
  facts: documentFacts,
  looks: [],
  names: {
    lineId: { as: 'line', of: ({ document }, id) => findById(document?.sentences, id)?.text },
    phraseId: {
      as: 'phrase',
      of: ({ document }, id) => {
        const notes = document?.notes.flatMap(({ phrases }) => phrases);
        return (findById(document?.sentences, id) ?? findById(notes, id))?.text;
      },
    },
  },
  finalTextOf({ apps: { document } }, { type }) {
    if (type !== 'send' || !document) return undefined;
    const { lines, note } = document;
    return {
      as: 'message',
      typed: lines.flatMap(({ typed }) => typed ?? []).join('\n'),
      phrases: lines.flatMap(({ id, typed }) => (typed === null ? [id] : [])),
      note: { typed: note.typed, phrases: note.phrases },
      words: lines.reduce((sum, line) => sum + countLine(line), 0),
    };
  },
  starter: documentStarter,
} as const satisfies SimulatedApp<'document'>;
