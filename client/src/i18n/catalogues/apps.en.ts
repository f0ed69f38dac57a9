import type { appsFr } from './apps.fr.ts';

/** Texts that every simulated app has, English. */
export const appsEn: Readonly<Record<keyof typeof appsFr, string>> = {
  'app.readOnly': 'You can only read here. The buttons change nothing.',
  'app.here': 'Here',
  'action.undo': 'Undo',
  'said.undone': 'It is undone.',
};
