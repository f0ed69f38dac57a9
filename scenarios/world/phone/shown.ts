/** What the phone has on its screen: the messages of the open conversation that were not deleted. */
import type { Offers } from '../app.ts';
import type { PhoneMessage, PhoneState, PhoneWorld, SentText } from './types.ts';

/** Received messages on show. */
export function shownReceived(world: PhoneWorld, { open, deleted }: PhoneState): readonly PhoneMessage[] {
  const messages = world.conversations.find(({ id }) => id === open)?.messages ?? [];
  return messages.filter(({ id }) => !deleted.includes(id));
}

/** The person's own messages on show. */
export function shownSent({ open, deleted, sent }: PhoneState): readonly SentText[] {
  return sent.filter(({ id, conversation }) => conversation === open && !deleted.includes(id));
}

export function phoneOffers(world: PhoneWorld, state: PhoneState): Partial<Offers> {
  return { pages: shownReceived(world, state).flatMap(({ link }) => link?.page ?? []) };
}
