import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.portal': 'Opened the browser of the phone',
  'do.portal.open.favourite': 'Opened “{page}” from the favourites',
  'do.portal.open.favourite.unnamed': 'Opened a page from the favourites',
  'do.portal.open.address': 'Typed the address of “{page}”',
  'do.portal.open.address.unnamed': 'Typed the address of a page',
  'do.portal.open.message': 'Opened “{page}” from the link in a message',
  'do.portal.open.message.unnamed': 'Opened a page from the link in a message',
  'do.portal.favourites': 'Went back to the favourites',
  'do.portal.sign-in': 'Signed in to the pay portal',
  'do.portal.open-stub': 'Opened “{stub}”',
  'do.portal.open-stub.unnamed': 'Opened a pay stub',
  'do.portal.close-stub': 'Went back to the list of stubs',
  'do.portal.mark': 'Put the marker “{mark}” on the line “{line}”',
  'do.portal.mark.unnamed': 'Put a marker on a line of the stub',
  'do.portal.unmark': 'Removed the marker “{mark}” from the line “{line}”',
  'do.portal.unmark.unnamed': 'Removed a marker from a line of the stub',
  'do.portal.give': 'Gave what “{page}” asked for',
  'do.portal.give.unnamed': 'Gave what a page asked for',
};
