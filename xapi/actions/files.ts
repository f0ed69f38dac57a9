import type { FilesAction } from '../../scenarios/world/files/types.ts';
import { localId } from '../activities.ts';
import {
  type AppStatements,
  lengthClassOf,
  textFeaturesOf,
  thing,
  view,
  withTextFeatures,
} from './declare.ts';

/** A file or a folder: only the scenario knows which one the id names. */
const item = thing('item', 'file', 'itemId');
const folder = thing('folder', 'folder', 'folderId');
const search = view('search', 'Search', 'Recherche');
const into = { target: ({ folderId }: { readonly folderId: string }) => localId(folderId) } as const;

export const files: AppStatements<FilesAction> = {
  name: { en: 'Files', fr: 'Fichiers' },
  actions: {
    'save-attachment': {
      verb: 'downloaded',
      tier: 2,
      object: thing('attachment', 'file', 'attachmentId'),
      extensions: into,
    },
    'open-folder': { verb: 'accessed', tier: 2, object: folder },
    'open-file': { verb: 'opened', tier: 2, object: thing('item', 'file', 'fileId') },
    'close-file': { verb: 'closed', tier: 3, object: view('file', 'Open file', 'Fichier ouvert') },
    search: { verb: 'searched', tier: 2, object: search, extensions: { lengthClass: lengthClassOf } },
    'leave-search': { verb: 'left', tier: 3, object: search },
    sort: {
      verb: 'sorted',
      tier: 2,
      object: view('list', 'List', 'Liste'),
      extensions: { sortOrder: ({ by, descending }) => `${by}-${descending ? 'descending' : 'ascending'}` },
    },
    rename: { verb: 'updated', tier: 2, object: item, ...withTextFeatures },
    move: { verb: 'moved', tier: 2, object: item, extensions: into },
    cut: { verb: 'selected', tier: 3, object: item },
    paste: { verb: 'moved', tier: 2, object: folder },
    delete: { verb: 'deleted', tier: 2, object: item, extensions: { target: () => 'trash' } },
    restore: { verb: 'restored', tier: 2, object: item },
    'delete-for-good': { verb: 'deleted', tier: 2, object: item },
    'empty-trash': {
      verb: 'deleted',
      tier: 2,
      object: { kind: 'folder', type: 'folder', id: () => 'trash' },
    },
    create: {
      verb: 'created',
      tier: 2,
      object: folder,
      extensions: { textFeatures: textFeaturesOf, itemKind: ({ what }) => what },
      sometimes: ['textFeatures'],
    },
  },
};
