/** Drafts in a form on the web. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { FormAction } from '../../scenarios/world/form/types.ts';
import { localId, objectActivity, viewActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import type { Activity } from '../statement.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, lengthClassOf } from './draft-parts.ts';

/** The draft of one action. What was typed is in no statement; how it reads in its box is. */
export function formDraft(scene: SceneRef, action: FormAction): StatementDraft {
  const on = draftMaker(scene, 'form');
  const field = (id: string): Activity => objectActivity(scene, 'field', id);
  switch (action.type) {
    case 'open':
      return on('accessed', 2, objectActivity(scene, 'form', action.siteId), {
        [extensions.via]: action.via,
      });
    case 'start':
      return on('accessed', 3, viewActivity('form', 'home'));
    case 'search':
      return on('searched', 2, viewActivity('form', 'results'));
    case 'fill':
      return on('edited', 2, field(action.fieldId), {
        [extensions.lengthClass]: lengthClassOf(action.typed),
        [extensions.reading]: action.reading,
      });
    case 'choose':
      return on('selected', 2, field(action.fieldId), { [extensions.choice]: localId(action.choice) });
    case 'fill-secret':
      return on(action.filled ? 'edited' : 'deleted', 2, field(action.fieldId));
    case 'attach':
      return on('attached', 2, objectActivity(scene, 'item', action.fileId), {
        [extensions.target]: localId(action.fieldId),
      });
    case 'detach':
      return on('deselected', 2, field(action.fieldId));
    case 'review':
      return on('previewed', 2, viewActivity('form', 'summary'));
    case 'mend':
      return on('opened', 3, field(action.fieldId));
    case 'send':
      return on('submitted', 2, viewActivity('form', 'summary'));
    case 'keep':
      return on('kept', 2, viewActivity('form', 'confirmation'), { [extensions.via]: action.how });
    case 'note':
      return on('edited', 2, viewActivity('form', 'pad'), {
        [extensions.lengthClass]: lengthClassOf(action.typed),
        [extensions.reading]: action.reading,
      });
  }
}
