/** Drafts on the sign-in pages. Classes and features only: no part of what was typed was ever here. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { SignInAction } from '../../scenarios/world/sign-in/types.ts';
import { objectActivity, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker } from './draft-parts.ts';

type SetPassword = Extract<SignInAction, { type: 'set-password' }>;

/** The draft of one action. */
export function signInDraft(scene: SceneRef, action: SignInAction): StatementDraft {
  const on = draftMaker(scene, 'sign-in');
  switch (action.type) {
    case 'copy':
      return on('copied', 2, objectActivity(scene, 'card-field', action.what));
    case 'keep':
      return on(action.on ? 'selected' : 'deselected', 2, viewActivity('sign-in', 'keep-signed-in'));
    case 'sign-in':
      return on('authenticated', 2, viewActivity('sign-in', 'sign-in-form'), {
        [extensions.entered]: [`user-name-${action.userName}`, `password-${action.password}`],
      });
    case 'set-password':
      return on('edited', 2, viewActivity('sign-in', 'new-password'), {
        [extensions.entered]: enteredSecret(action),
      });
    case 'choose-card':
      return on('selected', 2, objectActivity(scene, 'password-card', action.cardId));
    case 'enter-code':
      return on('authenticated', 2, viewActivity('sign-in', 'code-form'), {
        [extensions.entered]: [`code-${action.code}`],
      });
    case 'sign-out':
      return on('left', 2, viewActivity('sign-in', 'session'));
  }
}

function enteredSecret({ secret, again }: SetPassword): string[] {
  if (secret === null) return ['empty'];
  const holds = (['name', 'year', 'common', 'temporary', 'code'] as const).filter((part) => secret[part]);
  return [`length-${secret.length}`, `again-${again}`, ...holds];
}
