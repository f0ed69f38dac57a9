import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.browser': 'Opened the web browser',
  'do.browser.open': 'Opened the page “{page}”',
  'do.browser.open-in-new-tab': 'Opened the page “{page}” in another tab',
  'do.browser.search.one': 'Searched the web ({count} word)',
  'do.browser.search.other': 'Searched the web ({count} words)',
  'do.browser.search.unnamed': 'Searched the web',
  'do.browser.home': 'Opened the browser’s home page',
  'do.browser.back': 'Went back a page',
  'do.browser.forward': 'Went forward a page',
  'do.browser.new-tab': 'Opened a new tab',
  'do.browser.select-tab': 'Changed tabs',
  'do.browser.close-tab': 'Closed a tab',
  'do.browser.find-in-page': 'Looked for a word on the page',
  'do.browser.note-choose': 'Chose the answer “{choice}”',
  'do.browser.note-source': 'Gave the page “{page}” as the source',
  'do.browser.note-send': 'Sent the answer',
  'do.browser.submit-data': 'Sent information on the page “{page}”',
};
