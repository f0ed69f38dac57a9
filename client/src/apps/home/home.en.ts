import type { homeFr } from './home.fr.ts';

export const homeEn: Readonly<Record<keyof typeof homeFr, string>> = {
  'app.title': 'Home screen of the phone',

  'action.back': 'Back',

  'icons.title': 'Apps',
  'notices.title': 'Notices',
  'switch.on': 'On',
  'switch.off': 'Off',

  'said.on': '{setting}: on.',
  'said.off': '{setting}: off.',
};
