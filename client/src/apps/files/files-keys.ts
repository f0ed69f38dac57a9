import { TRASH } from '../../../../scenarios/world/files/tree.ts';
import type { FilesView } from './files-view.svelte.ts';
import { t } from './files-texts.ts';

type Command = 'rename' | 'cut' | 'paste' | 'delete';

const withControl: Readonly<Record<string, Command>> = { x: 'cut', v: 'paste' };

/** As in a real file manager, wherever the focus is; a box keeps its own keys. */
export function pressFilesKey(event: KeyboardEvent, app: FilesView): void {
  const command = readCommand(event);
  if (command === undefined || event.defaultPrevented || event.target instanceof HTMLInputElement) return;
  if (document.querySelector('dialog[open]') !== null) return;
  if (!perform(command, app)) return;
  event.preventDefault();
}

function readCommand({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Command | undefined {
  if (shiftKey || altKey) return undefined;
  if (ctrlKey || metaKey) return withControl[key.toLowerCase()];
  if (key === 'Delete') return 'delete';
  return key === 'F2' ? 'rename' : undefined;
}

/** Returns whether the app took the key. */
function perform(command: Command, app: FilesView): boolean {
  if (app.readOnly) return false;
  if (command === 'paste') {
    if (!app.canPaste) return false;
    app.paste();
    return true;
  }
  const { open, search, preview } = app.files.explorer;
  if (search === null && open === TRASH) return false;
  const itemId = preview ?? findFocused();
  if (itemId === undefined || command === 'delete') app.hint(t('said.useActions'));
  else if (command === 'cut') app.cut(itemId);
  else app.dialog = { kind: 'rename', itemId };
  return true;
}

function findFocused(): string | undefined {
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]');
  return row?.dataset.row;
}
