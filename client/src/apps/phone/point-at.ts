import type { PhoneState, PhoneWorld } from '../../../../scenarios/world/phone/types.ts';

/** For `route` of AppFrame; empty if the target is not in this app. */
export function listRoute(pointAt: string | null, world: PhoneWorld, phone: PhoneState): readonly string[] {
  if (!pointAt?.startsWith('phone:')) return [];
  const [, kind = '', id = ''] = pointAt.split(':');
  if (kind === 'conversation') return [pointAt, 'phone:back', 'phone:list'];
  const holder = world.conversations.find(({ messages }) => messages.some((message) => message.id === id));
  if (holder === undefined) return phone.open === null ? [pointAt, 'phone:list'] : [pointAt];
  const row = `phone:conversation:${holder.id}`;
  // A message is on screen only in its open conversation.
  return phone.open === holder.id ? [pointAt, `phone:message:${id}`] : [row, 'phone:back'];
}
