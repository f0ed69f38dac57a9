import type { ActionOf, Starter } from '../../kit/app.ts';
import type { FilesWorld } from '../../world/files/types.ts';

export const filesStarter: Starter<FilesWorld, ActionOf<'files'>> = {
  about: {
    fr: 'Des dossiers et des fichiers à trouver, à renommer, à déplacer ou à supprimer.',
    en: 'Folders and files to find, rename, move or delete.',
  },
  name: { fr: 'Fichiers', en: 'Files' },
  world: {
    folders: [
      { id: 'd0', name: 'files.d0' },
      { id: 'd1', name: 'files.d1', parent: 'd0' },
    ],
    defaultFolder: 'd0',
    files: [
      {
        id: 'f1',
        name: 'files.f1',
        folder: 'd0',
        details: { kind: 'document', changed: 'files.f1.changed', order: 10, preview: ['files.f1.text.1'] },
      },
    ],
  },
  texts: {
    fr: {
      'files.d0': 'Documents',
      'files.d1': 'Archives',
      'files.f1': 'Liste des outils',
      'files.f1.changed': 'Hier',
      'files.f1.text.1': 'Marteau, scie, tournevis.',
    },
    en: {
      'files.d0': 'Documents',
      'files.d1': 'Archive',
      'files.f1': 'List of tools',
      'files.f1.changed': 'Yesterday',
      'files.f1.text.1': 'Hammer, saw, screwdriver.',
    },
  },
  where: 'files:file:f1',
  way: [
    { app: 'files', type: 'open-file', fileId: 'f1' },
    { app: 'files', type: 'close-file' },
    { app: 'files', type: 'move', itemId: 'f1', folderId: 'd1' },
  ],
};
