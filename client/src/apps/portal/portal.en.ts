import type { portalFr } from './portal.fr.ts';

export const portalEn: Readonly<Record<keyof typeof portalFr, string>> = {
  'app.title': 'Internet',
  'action.favourites': 'Favourites',
  'action.stubs': 'Back to the stubs',

  'favourites.title': 'Favourites',
  'address.label': 'Website address',
  'address.go': 'Go',
  'address.empty': 'Type an address first.',
  'address.unknown': 'No website has this address. Check each letter.',

  'pay.signIn': 'Sign in',
  'pay.stubs': 'Your pay stubs',
  'stub.how': 'Choose a line to put a marker on it.',
  'stub.marks': 'Markers for this line: {line}',
  'stub.mark': 'Marker: {mark}',
  'stub.close': 'Close',
  'asks.title': 'This page asks for:',

  'said.signedIn': 'You are signed in.',
  'said.marked': '{line}. Marker added: {mark}.',
  'said.unmarked': '{line}. Marker removed: {mark}.',
};
