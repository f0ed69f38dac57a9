import type { appsFr } from './apps.fr.ts';

/** Texts that every simulated app has, English. */
export const appsEn: Readonly<Record<keyof typeof appsFr, string>> = {
  'app.readOnly': 'You can only read here. The buttons change nothing.',
  'app.here': 'Here',
  'action.undo': 'Undo',
  'link.link': 'Link',
  'link.address': 'This link leads to',
  'link.open': 'Open the link',
  'link.close': 'Close',
  'said.undone': 'It is undone.',
};
