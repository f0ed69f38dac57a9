import type { Offers } from '../app.ts';
import type { PhoneMessage, PhoneState, PhoneWorld, SentText } from './types.ts';

export function shownReceived(world: PhoneWorld, { open, deleted }: PhoneState): readonly PhoneMessage[] {
  const messages = world.conversations.find(({ id }) => id === open)?.messages ?? [];
  return messages.filter(({ id }) => !deleted.includes(id));
}

export function shownSent({ open, deleted, sent }: PhoneState): readonly SentText[] {
  return sent.filter(({ id, conversation }) => conversation === open && !deleted.includes(id));
}

export function phoneOffers(world: PhoneWorld, state: PhoneState): Partial<Offers> {
  return { pages: shownReceived(world, state).flatMap(({ link }) => link?.page ?? []) };
}
