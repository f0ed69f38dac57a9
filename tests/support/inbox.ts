/** The inbox scene played by actions on its world. */
import type { MailMessage } from '../../scenarios/world/mail/types.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { SceneAnswer } from '../../server/contract/play.ts';

export interface InboxParts {
  /** Nadia's newest message, with the attachment. */
  readonly question: MailMessage;
  readonly attachmentId: string;
  readonly trainingFolder: string;
  readonly downloadsFolder: string;
}

export function findInboxParts({ world, texts }: Pick<SceneAnswer, 'world' | 'texts'>): InboxParts {
  const nadia = world.mail?.contacts.find(({ cast }) => cast === 'nadia')?.id;
  const question = world.mail?.messages.findLast(({ from }) => from === nadia);
  const attachmentId = question?.attachments[0]?.id;
  const folderNamed = (name: string): string | undefined =>
    world.files?.folders.find((folder) => texts.fr[folder.name] === name)?.id;
  const trainingFolder = folderNamed('Formation');
  const downloadsFolder = folderNamed('Téléchargements');
  if (!question || !attachmentId || !trainingFolder || !downloadsFolder) {
    throw new Error('the inbox scene is not as these tests know it');
  }
  return { question, attachmentId, trainingFolder, downloadsFolder };
}

export const goodAnswer = 'Bonjour Nadia, oui, je peux travailler. Je peux arriver à 17 h 30. Merci!';

/** Replies to Nadia fully and saves the attachment in the folder she asked for; without « J’ai fini ». */
export function rightWay(scene: Pick<SceneAnswer, 'world' | 'texts'>, typed = goodAnswer): WorldAction[] {
  const { question, attachmentId, trainingFolder } = findInboxParts(scene);
  return [
    { app: 'mail', type: 'open', messageId: question.id },
    { app: 'mail', type: 'reply', messageId: question.id },
    { app: 'mail', type: 'write', typed },
    { app: 'mail', type: 'send' },
    { app: 'files', type: 'save-attachment', attachmentId, folderId: trainingFolder },
  ];
}

/** Reads four messages, answers without a time (three points of four in COM) and saves nothing. */
export function withoutTime(scene: Pick<SceneAnswer, 'world' | 'texts'>): WorldAction[] {
  const { question } = findInboxParts(scene);
  const others = scene.world.mail?.messages.filter(({ id }) => id !== question.id).slice(0, 3) ?? [];
  return [
    ...others.map(({ id }): WorldAction => ({ app: 'mail', type: 'open', messageId: id })),
    { app: 'mail', type: 'open', messageId: question.id },
    { app: 'mail', type: 'reply', messageId: question.id },
    { app: 'mail', type: 'write', typed: 'Bonjour Nadia, oui, je peux travailler.' },
    { app: 'mail', type: 'send' },
  ];
}

/** Verbs of the scene played the right way in a browser, in order. */
export const wholeSceneVerbs = [
  ...['launched', 'accept', 'initialized', 'accessed'],
  ...['open', 'drafted', 'edited', 'send', 'downloaded', 'submit'],
  ...['answered', 'answered', 'leave', 'completed', 'terminated', 'scored'],
] as const;

export const done: WorldAction = { app: 'desk', type: 'done' };

/** One scene gives no level, so the gradebook gets « fait ». */
export const scoreOfDone = 100;

/**
 * Scores of this scene alone, by points of 6: the expected per cent of the points of bank 1 at the EAP over its two items
 * (computed independently of the product).
 */
export const scoreByPoints = { 3: 43, 5: 68, 6: 81 } as const;
