import type { homeFr } from './home.fr.ts';

export const homeEn: Readonly<Record<keyof typeof homeFr, string>> = {
  'app.title': 'Home screen of the phone',

  'action.back': 'Back',

  'icons.title': 'Apps',
  'notices.title': 'Notices',
  'switch.on': 'On',
  'switch.off': 'Off',

  'search.label': 'Search settings',
  'search.found.one': '{count} page found',
  'search.found.other': '{count} pages found',
  'search.none': 'Nothing found. Try another word.',

  'said.on': '{setting}: on.',
  'said.off': '{setting}: off.',
};
