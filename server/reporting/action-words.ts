/**
 * Describes an action for the timeline: a key (the client has the sentences) and names of its targets. Typed
 * text never becomes a name.
 */
import { listPhrases } from '../../scenarios/apps/all-checks.ts';
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { FittedScene } from '../../scenarios/schema/variant.ts';
import { TRASH } from '../../scenarios/world/files/tree.ts';
import type { TextKey } from '../../scenarios/world/base.ts';
import type { PracticeStep } from '../../scenarios/world/practice/types.ts';
import type { World, WorldAction } from '../../scenarios/world/types.ts';
import type { Words } from '../contract/words.ts';
import { wordsOf } from './scene-review.ts';

/** App, type, and any field that changes the sentence. */
export function keyOfAction(action: WorldAction | AttemptAction): string {
  const key = `${action.app}.${action.type}`;
  switch (key) {
    case 'mail.folder':
      return `${key}.${fieldOf(action, 'folder')}`;
    case 'desk.open-app':
      return `${key}.${fieldOf(action, 'target')}`;
    case 'desk.help':
      return `${key}.${fieldOf(action, 'step')}`;
    case 'sheet.sort':
      return `${key}.${fieldOf(action, 'scope')}`;
    case 'sign-in.copy':
      return `${key}.${fieldOf(action, 'what')}`;
    case 'sign-in.keep':
      return `${key}.${fieldOf(action, 'on')}`;
    case 'frame.language':
      return `${key}.${fieldOf(action, 'language')}`;
    case 'frame.setting':
      return `${key}.${fieldOf(action, 'name')}.${fieldOf(action, 'value')}`;
    case 'frame.helper-offer':
      return `${key}.${fieldOf(action, 'answer')}`;
    case 'frame.input':
      return `${key}.${fieldOf(action, 'mode')}`;
    case 'frame.pause':
      return `${key}.${fieldOf(action, 'cause')}`;
    case 'files.open-folder':
      return fieldOf(action, 'folderId') === TRASH ? `${key}.${TRASH}` : key;
    case 'practice.enter':
      return `${key}.${fieldOf(action, 'reading')}`;
    case 'practice.use':
      return `${key}.${fieldOf(action, 'tool')}`;
    case 'form.keep':
      return `${key}.${fieldOf(action, 'how')}`;
    case 'files.sort':
      return `${key}.${fieldOf(action, 'by')}`;
    case 'files.create':
      return `${key}.${fieldOf(action, 'what')}`;
    default:
      return key;
  }
}

/** `find` returns undefined if nothing has the id. */
const namers: Readonly<
  Record<string, { name: string; find: (world: World, id: string) => string | undefined }>
> = {
  messageId: {
    name: 'message',
    find: (world, id) => byId(world.mail?.messages, id)?.subject ?? nameOfTextMessage(world, id),
  },
  contactId: { name: 'contact', find: (world, id) => byId(world.mail?.contacts, id)?.name },
  phraseId: { name: 'phrase', find: (world, id) => byId(listPhrases(world), id)?.text },
  attachmentId: {
    name: 'attachment',
    find: (world, id) =>
      byId(
        world.mail?.messages.flatMap(({ attachments }) => attachments),
        id,
      )?.name,
  },
  linkId: {
    name: 'link',
    find: (world, id) =>
      byId(
        world.mail?.messages.flatMap(({ links = [] }) => links),
        id,
      )?.text,
  },
  folderId: { name: 'folder', find: (world, id) => byId(world.files?.folders, id)?.name },
  pageId: { name: 'page', find: (world, id) => byId(world.browser?.pages, id)?.title },
  column: { name: 'column', find: (world, id) => byId(world.sheet?.columns, id)?.title },
  choice: { name: 'choice', find: (world, id) => byId(world.sheet?.words, id)?.text },
  conversationId: { name: 'conversation', find: (world, id) => byId(world.phone?.conversations, id)?.name },
  fileId: {
    name: 'item',
    find: (world, id) => (byId(world.files?.files, id) ?? byId(world.form?.files, id))?.name,
  },
  thingId: { name: 'thing', find: nameOfThing },
  stepId: { name: 'step', find: (world, id) => byId(world.practice?.steps, id)?.ask },
  siteId: { name: 'site', find: (world, id) => byId(world.form?.sites, id)?.name },
  fieldId: {
    name: 'field',
    find: (world, id) =>
      byId(
        world.form?.sites.flatMap(({ fields }) => fields),
        id,
      )?.label,
  },
  itemId: {
    name: 'item',
    find: (world, id) => (byId(world.files?.files, id) ?? byId(world.files?.folders, id))?.name,
  },
  choiceId: { name: 'choice', find: (world, id) => byId(world.browser?.note?.choices, id)?.text },
  topic: { name: 'topic', find: (world, id) => byId(world.help, id)?.title },
};

/** By placeholder. Targets without a name, such as one's own message, are left out. */
export function namesInAction(action: WorldAction, played: FittedScene | undefined): Record<string, Words> {
  if (played === undefined) return {};
  const names: Record<string, Words> = {};
  for (const [field, { name, find }] of Object.entries(namers)) {
    const id = fieldOf(action, field);
    const key = id === '' ? undefined : find(played.world, id);
    if (key !== undefined) names[name] = wordsOf(played.texts, key);
  }
  return names;
}

function nameOfThing(world: World, id: string): string | undefined {
  return byId(world.practice?.steps.flatMap(listThings), id)?.name;
}

function listThings(step: PracticeStep): readonly { readonly id: string; readonly name: TextKey }[] {
  if (step.kind === 'point') return step.things;
  if (step.kind === 'open') return step.letters;
  return step.kind === 'scroll' ? [step.found] : [];
}

/** Text messages have no subject: the sender's name. */
function nameOfTextMessage(world: World, id: string): string | undefined {
  return world.phone?.conversations.find(({ messages }) => messages.some((message) => message.id === id))
    ?.name;
}

function fieldOf(action: object, field: string): string {
  const value: unknown = Object.entries(action).find(([name]) => name === field)?.[1];
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[] | undefined,
  id: string,
): Item | undefined {
  return items?.find((item) => item.id === id);
}
