import type { AppFacts } from '../../kit/app.ts';
import { type FeatureFacts, featureFacts } from '../../kit/feature-facts.ts';
import {
  atEnd,
  atPlace,
  factType,
  getFeatures,
  type ObservedScene,
  partOf,
  placeOf,
} from '../../kit/observed.ts';
import { carries, isAfterFault, isAsked } from '../../world/meeting/shown.ts';

interface SaidFacts {
  readonly how: string;
  readonly asked: boolean;
  readonly afterFault: boolean;
  readonly received: boolean;
  readonly carried: boolean;
  readonly phrases: readonly string[];
  readonly features: FeatureFacts;
  readonly at: bigint;
}

interface MeetingFacts {
  readonly joined: boolean;
  readonly captions: readonly string[];
  readonly stage: string;
  readonly way: string;
  readonly muted: readonly string[];
  readonly heard: boolean;
  readonly hand: boolean;
  readonly said: readonly SaidFacts[];
  readonly shown: readonly string[];
  readonly sharing: string;
  readonly afterFault: boolean;
  readonly mended: boolean;
  readonly tested: boolean;
  readonly leaves: bigint;
}

const list = 'list<string>';

const saidType = factType<SaidFacts>('Said', {
  how: partOf(
    'string',
    'Par la voix (`voice`) ou au clavardage (`chat`).',
    'Aloud (`voice`) or in the chat (`chat`).',
  ),
  asked: partOf('bool', 'Après une question à toutes et à tous.', 'After everybody was asked.'),
  afterFault: partOf('bool', 'Après la panne.', 'After the fault.'),
  received: partOf('bool', 'Les autres l’ont entendu ou lu.', 'The others heard or read it.'),
  carried: partOf('bool', 'La source utilisée passait à ce moment.', 'The source in use carried then.'),
  phrases: partOf(list, 'Phrases toutes prêtes qui y sont.', 'Ready-made sentences in it.'),
  features: partOf('Features', 'Ce que dit le texte.', 'What the text says.'),
  at: atPlace,
});

const meetingType = factType<MeetingFacts>('Meeting', {
  joined: atEnd('bool', 'La personne est entrée dans la réunion.', 'The person got into the meeting.'),
  captions: atEnd(list, 'Sous-titres affichés, dans l’ordre.', 'Captions shown, in order.'),
  stage: atEnd(
    'string',
    'Où elle est : `list`, `lobby`, `waiting` ou `call`.',
    'Where they are: `list`, `lobby`, `waiting` or `call`.',
  ),
  way: atEnd(
    'string',
    'Elle participe par la voix (`voice`) ou par écrit (`writing`).',
    'They take part by `voice` or in `writing`.',
  ),
  muted: atEnd(
    list,
    'Sous-titres à la fin desquels le micro ne passait pas.',
    'Captions at whose end the microphone carried nothing.',
  ),
  heard: atEnd(
    'bool',
    'Les autres ont entendu la personne, ou l’ont lue si elle participe par écrit.',
    'The others heard the person, or read them if they take part in writing.',
  ),
  hand: atEnd('bool', 'La main a été levée après la question.', 'The hand was raised after the question.'),
  said: atEnd(
    'list<Said>',
    'Ce qui a été dit ou écrit, dans l’ordre.',
    'What was said or written, in order.',
  ),
  shown: atEnd(list, 'Fenêtres montrées aux autres, dans l’ordre.', 'Windows shown to the others, in order.'),
  sharing: atEnd(
    'string',
    'Fenêtre montrée maintenant; vide sans fenêtre.',
    'Window shown now; empty if none.',
  ),
  afterFault: atEnd('bool', 'La panne a eu lieu.', 'The fault has happened.'),
  mended: atEnd(
    'bool',
    'Après la panne, les autres reçoivent de nouveau la personne.',
    'After the fault, the others receive the person again.',
  ),
  tested: atEnd(
    'bool',
    'Après la panne, un essai a montré un micro qui marche.',
    'After the fault, a test showed a microphone that works.',
  ),
  leaves: atEnd('int', 'Nombre de départs de la réunion.', 'How many times the meeting was left.'),
});

function collect({ world: { meeting: world }, state, actions }: ObservedScene): MeetingFacts {
  const { meeting } = state.apps;
  const turn = meeting?.turn ?? -1;
  const afterFault = world !== undefined && isAfterFault(world, turn);
  const said = meeting?.said ?? [];
  const ended = Object.entries(meeting?.ended ?? {});
  return meetingType.make({
    joined: turn >= 0,
    captions: (world?.turns ?? []).slice(0, turn + 1).map(({ id }) => id),
    stage: meeting?.stage ?? '',
    way: meeting?.way ?? '',
    muted: ended.filter(([, mic]) => mic === 'muted').map(([id]) => id),
    heard:
      ended.some(([, mic]) => mic === 'open') ||
      said.some(({ how, received }) => received && (how === 'voice' || meeting?.way === 'writing')),
    hand: meeting?.answeredByHand === true,
    said: said.map(({ how, turn: place, received, carried, phrases, sentBy }) =>
      saidType.make({
        how,
        asked: world !== undefined && isAsked(world, place),
        afterFault: world !== undefined && isAfterFault(world, place),
        received,
        carried,
        phrases,
        features: featureFacts(getFeatures(actions, sentBy)),
        at: placeOf(actions, sentBy),
      }),
    ),
    shown: meeting?.shown ?? [],
    sharing: meeting?.sharing ?? '',
    afterFault,
    mended: afterFault && meeting !== undefined && carries(meeting),
    tested: meeting?.tested === true,
    leaves: BigInt(meeting?.leaves ?? 0),
  });
}

export const meetingFacts = {
  name: 'meeting',
  types: [saidType, meetingType],
  of: collect,
} as const satisfies AppFacts;
