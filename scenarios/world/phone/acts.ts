import { isBlank, phraseActs } from '../phrases.ts';
import { sampleTexts } from '../samples.ts';
import { draftIn } from './phone.ts';
import { shownReceived, shownSent } from './shown.ts';
import type { PhoneAction, PhoneMessage, PhoneState, PhoneWorld } from './types.ts';

export function phoneActs(world: PhoneWorld, state: PhoneState): readonly PhoneAction[] {
  return [
    ...world.conversations.map(({ id }): PhoneAction => ({ app: 'phone', type: 'open', conversationId: id })),
    ...(state.open === null ? [] : conversationActs(world, state)),
  ];
}

function conversationActs(world: PhoneWorld, state: PhoneState): readonly PhoneAction[] {
  const draft = draftIn(state, state.open);
  return [
    { app: 'phone', type: 'close' },
    ...phraseActs(world.phraseGroups, draft.phrases).map((act): PhoneAction => ({ app: 'phone', ...act })),
    ...sampleTexts.map((typed): PhoneAction => ({ app: 'phone', type: 'write', typed })),
    ...(isBlank(draft) ? [] : ([{ app: 'phone', type: 'send' }] as const)),
    ...shownReceived(world, state).flatMap((message) => messageActs(state, message)),
    ...shownSent(state).map(({ id }): PhoneAction => ({ app: 'phone', type: 'delete', messageId: id })),
  ];
}

function messageActs({ reported }: PhoneState, { id: messageId, code, link }: PhoneMessage): PhoneAction[] {
  return [
    { app: 'phone', type: reported.includes(messageId) ? 'keep' : 'report', messageId },
    { app: 'phone', type: 'delete', messageId },
    ...(code === undefined ? [] : ([{ app: 'phone', type: 'copy-code', messageId }] as const)),
    ...(link === undefined
      ? []
      : ([
          { app: 'phone', type: 'preview-link', messageId },
          { app: 'phone', type: 'open-link', messageId },
        ] as const)),
  ];
}
