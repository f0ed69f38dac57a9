/** S02 for tests: loaded once as the product loads it, with short forms of actions and of evidence. */
import { join, resolve } from 'node:path';
import { compileScenario } from '../../scenarios/checks/check-scenario.ts';
import { evaluateScene } from '../../scenarios/evidence/evaluate.ts';
import type { ObservedPlay } from '../../scenarios/evidence/observe-play.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import type { FilesState } from '../../scenarios/world/files/types.ts';
import type { MailState } from '../../scenarios/world/mail/types.ts';
import type { SceneState, WorldAction } from '../../scenarios/world/types.ts';
import { loadContent } from '../../server/content/load.ts';
import { observeShortPlay } from './short-plays.ts';

export const contentDirectory = join(resolve(import.meta.dirname, '../..'), 'scenarios/content');

export const content = loadContent(contentDirectory, compileScenario);
export const evidence = content.evidence({ scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 });
export const { world } = content.publicScene('s02-inbox', 1, 1);

/** The mail app of a scene that has one. */
export function mailOf({ apps: { mail } }: SceneState): MailState {
  if (mail === undefined) throw new Error('the scene has no mail');
  return mail;
}

/** The shared folders of a scene that has them. */
export function filesOf({ apps: { files } }: SceneState): FilesState {
  if (files === undefined) throw new Error('the scene has no files');
  return files;
}

/** Short forms of actions. */
export const act = {
  open: (messageId: string): WorldAction => ({ app: 'mail', type: 'open', messageId }),
  reply: (messageId: string): WorldAction => ({ app: 'mail', type: 'reply', messageId }),
  replyAll: (messageId: string): WorldAction => ({ app: 'mail', type: 'reply-all', messageId }),
  forward: (messageId: string): WorldAction => ({ app: 'mail', type: 'forward', messageId }),
  compose: { app: 'mail', type: 'compose' },
  to: (contactId: string): WorldAction => ({ app: 'mail', type: 'add-recipient', contactId }),
  notTo: (contactId: string): WorldAction => ({ app: 'mail', type: 'remove-recipient', contactId }),
  phrase: (phraseId: string): WorldAction => ({ app: 'mail', type: 'add-phrase', phraseId }),
  write: (typed: string): WorldAction => ({ app: 'mail', type: 'write', typed }),
  send: { app: 'mail', type: 'send' },
  leave: { app: 'mail', type: 'leave-draft' },
  folder: (folder: 'inbox' | 'sent' | 'drafts'): WorldAction => ({ app: 'mail', type: 'folder', folder }),
  preview: (attachmentId: string): WorldAction => ({ app: 'mail', type: 'preview', attachmentId }),
  save: (folderId: string): WorldAction => ({
    app: 'files',
    type: 'save-attachment',
    attachmentId: 'f1',
    folderId,
  }),
  help: (topic: string, step: 1 | 2 | 3): WorldAction => ({ app: 'desk', type: 'help', topic, step }),
  undo: { app: 'desk', type: 'undo' },
  done: { app: 'desk', type: 'done' },
  skip: { app: 'desk', type: 'skip' },
} as const satisfies Record<string, WorldAction | ((...args: never[]) => WorldAction)>;

/** Plays actions with the presses that lead to them. */
export function play(...actions: readonly WorldAction[]): ObservedPlay {
  return observeShortPlay(evidence.vocabulary, world, actions);
}

export function resultOf(played: ObservedPlay): SceneResult {
  const { state, actions } = played;
  return evaluateScene(evidence, { world, state, actions, skipped: state.ended === 'skipped' });
}

/** Ids of the rules that fired, in order. */
export function fired(...actions: readonly WorldAction[]): string[] {
  return resultOf(play(...actions))
    .rules.filter((rule) => rule.fired)
    .map(({ rule }) => rule);
}

/** Points by item. */
export function points(...actions: readonly WorldAction[]): Record<string, number> {
  return Object.fromEntries(resultOf(play(...actions)).items.map((item) => [item.item, item.points]));
}

export function misconceptions(...actions: readonly WorldAction[]): readonly string[] {
  return resultOf(play(...actions)).misconceptions;
}
