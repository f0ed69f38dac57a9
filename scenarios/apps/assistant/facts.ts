import type { AppFacts } from '../../kit/app.ts';
import { type FeatureFacts, featureFacts } from '../../kit/feature-facts.ts';
import { atAnyTime, atPlace, factType, type ObservedScene, partOf } from '../../kit/observed.ts';

interface RequestFacts {
  readonly intent: string;
  readonly features: FeatureFacts;
  readonly at: bigint;
}

interface AssistantFacts {
  readonly asked: readonly RequestFacts[];
}

const requestType = factType<RequestFacts>('Request', {
  intent: partOf('string', 'Ce que veut la demande.', 'What the request wants.'),
  features: partOf('Features', 'Ce que dit la demande.', 'What the request says.'),
  at: atPlace,
});

const assistantType = factType<AssistantFacts>('Assistant', {
  asked: atAnyTime(
    'list<Request>',
    'Demandes envoyées à l’assistant, de la plus ancienne à la plus récente : ce qui est parti est parti.',
    'Requests sent to the assistant, oldest first: what was sent is sent.',
  ),
});

function collect({ actions }: ObservedScene): AssistantFacts {
  return assistantType.make({
    asked: actions.flatMap(({ action, features = {} }, index) =>
      action.app === 'assistant' && action.type === 'send'
        ? [
            requestType.make({
              intent: action.intent,
              features: featureFacts(features),
              at: BigInt(index + 1),
            }),
          ]
        : [],
    ),
  });
}

export const assistantFacts = {
  name: 'assistant',
  types: [requestType, assistantType],
  of: collect,
} as const satisfies AppFacts;
