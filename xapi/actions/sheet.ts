/** Drafts in the spreadsheet. */
import type { SceneRef } from '../../scenarios/kit/log.ts';
import type { SheetAction } from '../../scenarios/world/sheet/types.ts';
import { localId, objectActivity } from '../activities.ts';
import type { StatementDraft } from '../statement-draft.ts';
import type { Activity } from '../statement.ts';
import { extensions } from '../vocabulary.ts';
import { draftMaker, lengthClassOf } from './draft-parts.ts';

/** The draft of one action. */
export function sheetDraft(scene: SceneRef, action: SheetAction): StatementDraft {
  const on = draftMaker(scene, 'sheet');
  switch (action.type) {
    case 'enter-number':
      return on('edited', 2, cellOf(scene, action), { [extensions.cellContent]: 'number' });
    case 'enter-formula':
      return on('edited', 2, cellOf(scene, action), {
        [extensions.cellContent]: 'formula',
        [extensions.functions]: functionsIn(action.formula),
      });
    case 'write':
      return on('edited', 2, cellOf(scene, action), {
        [extensions.cellContent]: 'text',
        [extensions.lengthClass]: lengthClassOf(action.typed),
      });
    case 'clear':
      return on('deleted', 2, cellOf(scene, action));
    case 'sum':
      return on('totalled', 2, cellOf(scene, action));
    case 'sort':
      return on('sorted', 2, objectActivity(scene, 'cells', action.column), {
        [extensions.sortScope]: action.scope,
        [extensions.sortDirection]: action.direction,
      });
    case 'flag':
      return on('reported', 2, objectActivity(scene, 'cells', action.row));
    case 'unflag':
      return on('deselected', 2, objectActivity(scene, 'cells', action.row));
    case 'answer':
      return on('selected', 2, objectActivity(scene, 'question', action.questionId), {
        [extensions.choice]: localId(action.choice),
      });
  }
}

function cellOf(
  scene: SceneRef,
  { row, column }: { readonly row: string; readonly column: string },
): Activity {
  return objectActivity(scene, 'cells', `${row}.${column}`);
}

/** Names of the functions in a stored formula, each once; what is no name of a function is left out. */
function functionsIn(formula: string): readonly string[] {
  const known = ['AVERAGE', 'COUNT', 'MAX', 'MIN', 'SUM'];
  return known.filter((name) => formula.includes(`${name}(`));
}
