import type { AppFacts } from '../../kit/app.ts';
import { type FeatureFacts, featureFacts } from '../../kit/feature-facts.ts';
import {
  atAnyTime,
  atEnd,
  atPlace,
  factType,
  getFeatures,
  type ObservedScene,
  partOf,
  placeOf,
} from '../../kit/observed.ts';
import type { DocumentLine } from '../../world/document/types.ts';

interface SentFacts {
  readonly sentences: readonly string[];
  readonly note: readonly string[];
  readonly features: FeatureFacts;
  readonly at: bigint;
}

interface DocumentFacts {
  readonly sent: readonly SentFacts[];
  readonly sentences: readonly string[];
  readonly inserted: readonly string[];
}

const list = 'list<string>';

const sentType = factType<SentFacts>('SentDocument', {
  sentences: partOf(
    list,
    'Phrases qui y sont telles quelles, sans changement.',
    'Sentences in it as they were given, unchanged.',
  ),
  note: partOf(list, 'Phrases toutes prêtes de la note.', 'Ready-made sentences of the note.'),
  features: partOf(
    'Features',
    'Ce que dit le document. Ce que dit la note commence par `note` : `noteAiHelp`.',
    'What the document says. What the note says begins with `note`: `noteAiHelp`.',
  ),
  at: atPlace,
});

const documentType = factType<DocumentFacts>('Document', {
  sent: atEnd(
    'list<SentDocument>',
    'Envois du document, du plus ancien au plus récent.',
    'Times that the document was sent, oldest first.',
  ),
  sentences: atEnd(
    list,
    'Phrases du document telles quelles, envoyé ou non.',
    'Sentences of the document as they were given, sent or not.',
  ),
  inserted: atAnyTime(list, 'Textes mis dans le document.', 'Texts put into the document.'),
});

function collect({ state, actions }: ObservedScene): DocumentFacts {
  const { document } = state.apps;
  return documentType.make({
    sent: (document?.sent ?? []).map(({ lines, note, sentBy }) =>
      sentType.make({
        sentences: unchanged(lines),
        note: note.phrases,
        features: featureFacts(getFeatures(actions, sentBy)),
        at: placeOf(actions, sentBy),
      }),
    ),
    sentences: unchanged(document?.lines ?? []),
    inserted: actions.flatMap(({ action }) =>
      action.app === 'document' && action.type === 'insert' ? [action.textId] : [],
    ),
  });
}

function unchanged(lines: readonly DocumentLine[]): readonly string[] {
  return lines.flatMap(({ id, typed }) => (typed === null ? [id] : []));
}

export const documentFacts = {
  name: 'document',
  types: [sentType, documentType],
  of: collect,
} as const satisfies AppFacts;
