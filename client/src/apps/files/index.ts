import type { AppRegistration } from '../kit/app-registration.ts';

export const app: AppRegistration = {
  icon: 'folder',
  name: { fr: 'Fichiers', en: 'Files' },
  load: () => import('./FilesApp.svelte'),
};
