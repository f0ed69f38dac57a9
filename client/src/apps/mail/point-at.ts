/** Lists the target, then the nearest steps towards it; help points at the first visible one. */
import type { MailState } from '../../../../scenarios/world/mail/types.ts';
import type { World } from '../../../../scenarios/world/types.ts';
import { findMessage, findMessageOfAttachment, getMailWorld } from './mail-model.ts';

const MESSAGE = 'mail:message:';
const ATTACHMENT = 'mail:attachment:';
const SAVE = 'mail:save:';
const BACK = 'mail:back';

export function listRoute(pointAt: string | null, world: World, mail: MailState): readonly string[] {
  if (!pointAt?.startsWith('mail:')) return [];
  if (pointAt.startsWith(MESSAGE)) return routeToMessage(pointAt.slice(MESSAGE.length), mail);
  if (pointAt.startsWith(ATTACHMENT))
    return routeToAttachment(pointAt.slice(ATTACHMENT.length), [], world, mail);
  if (pointAt.startsWith(SAVE)) {
    return routeToAttachment(pointAt.slice(SAVE.length), [pointAt], world, mail);
  }
  if (pointAt === 'mail:reply') return routeToReply(world, mail);
  if (['mail:phrases', 'mail:send', 'mail:compose'].includes(pointAt)) {
    return mail.composing === null ? routeToReply(world, mail) : [pointAt];
  }
  if (pointAt === 'mail:new') return mail.composing === null ? [pointAt, BACK] : ['mail:compose'];
  if (pointAt === 'mail:attachment') {
    const { attachments = [] } = findMessage(getMailWorld(world), mail.open) ?? {};
    return [...attachments.map(({ id }) => ATTACHMENT + id), 'mail:list', BACK];
  }
  // Each open message has these; otherwise the list leads to one.
  if (['mail:report', 'mail:sender'].includes(pointAt)) return [pointAt, 'mail:list', BACK];
  return [pointAt];
}

function routeToMessage(messageId: string, mail: MailState): readonly string[] {
  const isOpen = mail.open === messageId && mail.composing === null;
  return [MESSAGE + messageId, ...(isOpen ? ['mail:opened'] : []), BACK, 'mail:folder:inbox'];
}

function routeToAttachment(
  attachmentId: string,
  before: readonly string[],
  world: World,
  mail: MailState,
): readonly string[] {
  const message = findMessageOfAttachment(getMailWorld(world), attachmentId);
  const route = [...before, ATTACHMENT + attachmentId];
  return message ? [...route, ...routeToMessage(message.id, mail)] : route;
}

/** Points at the right message first: answering the wrong one is a usual slip. */
function routeToReply(world: World, mail: MailState): readonly string[] {
  if (mail.composing !== null) return ['mail:compose'];
  const topic = world.help.find(({ where }) => where.startsWith(MESSAGE));
  if (!topic) return ['mail:reply', 'mail:list'];
  const messageId = topic.where.slice(MESSAGE.length);
  return mail.open === messageId ? ['mail:reply'] : routeToMessage(messageId, mail);
}
