import { createContext } from 'svelte';
import {
  type Explored,
  findEntry,
  findFolder,
  restoredTo,
  TRASH,
} from '../../../../scenarios/world/files/tree.ts';
import type { FilesAction, FilesWorld } from '../../../../scenarios/world/files/types.ts';
import { locale } from '../../i18n/i18n.svelte.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { DragToPlace } from '../kit/places/drag-to-place.ts';
import { findDrop, getExplored, listRows, listTree, type Row, rowOf, type Words } from './files-model.ts';
import { t } from './files-texts.ts';

type FilesDialog =
  | { readonly kind: 'rename' | 'move' | 'delete-for-good'; readonly itemId: string }
  | { readonly kind: 'create'; readonly what: 'folder' | 'document' }
  | { readonly kind: 'empty-trash' };

type SortOrder = Pick<Extract<FilesAction, { type: 'sort' }>, 'by' | 'descending'>;

export class FilesView extends AppView {
  dialog = $state<FilesDialog | null>(null);
  readonly drag = new DragToPlace({
    takes: (itemId, placeId) => findDrop(this.files, itemId, placeId) !== null,
    drop: (itemId, placeId) => {
      this.#drop(itemId, placeId);
    },
  });

  get filesWorld(): FilesWorld {
    return this.need('files', this.world.files);
  }

  get files(): Explored {
    return getExplored(this.scene.apps.files);
  }

  get rows(): readonly Row[] {
    return listRows(this.filesWorld, this.files, this.#words);
  }

  get tree(): ReturnType<typeof listTree> {
    return listTree(this.filesWorld, this.files, this.#words);
  }

  findRow(id: string): Row | undefined {
    const entry = findEntry(this.files, id);
    return entry && rowOf(this.filesWorld, this.files, entry, this.#words);
  }

  nameOf(id: string): string {
    return id === TRASH ? t('place.trash') : (this.findRow(id)?.name ?? '');
  }

  /** Target of « Retour »; null at a fixed place. */
  get parent(): string | null {
    const { open } = this.files.explorer;
    if (open !== TRASH) return findFolder(this.files, open)?.folder ?? null;
    return this.files.explorer.folders.find(({ folder }) => folder === null)?.id ?? null;
  }

  openRow(row: Row): void {
    if (row.kind === 'folder') this.perform({ app: 'files', type: 'open-folder', folderId: row.id });
    else this.perform({ app: 'files', type: 'open-file', fileId: row.id });
  }

  openFolder(folderId: string): void {
    this.perform({ app: 'files', type: 'open-folder', folderId });
  }

  sort(order: SortOrder): void {
    this.perform({ app: 'files', type: 'sort', ...order }, t('said.sorted', { order: sortWords(order) }));
  }

  rename(itemId: string, typed: string): void {
    this.perform({ app: 'files', type: 'rename', itemId, typed }, t('said.renamed', { name: typed }));
  }

  create(what: 'folder' | 'document', typed: string): void {
    const folderId = this.files.explorer.open;
    this.perform({ app: 'files', type: 'create', what, folderId, typed }, t('said.created', { name: typed }));
  }

  move(itemId: string, folderId: string): void {
    this.perform({ app: 'files', type: 'move', itemId, folderId }, this.#movedWords(itemId, folderId));
  }

  cut(itemId: string): void {
    this.perform({ app: 'files', type: 'cut', itemId }, t('said.cut', { name: this.nameOf(itemId) }));
  }

  get canPaste(): boolean {
    const { cut, open, search } = this.files.explorer;
    return cut !== null && search === null && open !== TRASH;
  }

  paste(): void {
    const { cut, open } = this.files.explorer;
    if (cut === null) return;
    this.perform({ app: 'files', type: 'paste', folderId: open }, this.#movedWords(cut, open));
  }

  delete(itemId: string): void {
    this.perform({ app: 'files', type: 'delete', itemId }, t('said.deleted', { name: this.nameOf(itemId) }));
  }

  restore(itemId: string): void {
    const name = this.nameOf(itemId);
    const folder = this.nameOf(restoredTo(this.files, itemId));
    this.perform({ app: 'files', type: 'restore', itemId }, t('said.restored', { name, folder }));
  }

  deleteForGood(itemId: string): void {
    const name = this.nameOf(itemId);
    this.perform({ app: 'files', type: 'delete-for-good', itemId }, t('said.gone', { name }));
  }

  emptyTrash(): void {
    this.perform({ app: 'files', type: 'empty-trash' }, t('said.emptied'));
  }

  #drop(itemId: string, placeId: string): void {
    const act = findDrop(this.files, itemId, placeId);
    if (act === 'move') this.move(itemId, placeId);
    else if (act !== null) this[act](itemId);
  }

  #movedWords(itemId: string, folderId: string): string {
    return t('said.moved', { name: this.nameOf(itemId), folder: this.nameOf(folderId) });
  }

  get #words(): Words {
    const { compare } = new Intl.Collator(locale.current, { numeric: true });
    return { text: (key) => this.text(key), now: t('changed.now'), compare };
  }
}

/** Order by kind has one direction only. */
export function sortWords({ by, descending }: SortOrder): string {
  return by === 'kind' || !descending ? t(`sort.${by}`) : t(`sort.${by}.descending`);
}

export const [getFilesView, setFilesView] = createContext<FilesView>();
