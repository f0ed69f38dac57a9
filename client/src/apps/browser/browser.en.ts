import type { browserFr } from './browser.fr.ts';

export const browserEn: Readonly<Record<keyof typeof browserFr, string>> = {
  'app.title': 'Web browser',

  'tabs.title': 'Tabs',
  'tabs.new': 'New tab',
  'tabs.close': 'Close tab',
  'tabs.home': 'Home',
  'tabs.results': 'Search: {typed}',

  'go.back': 'Back',
  'go.forward': 'Forward',
  'go.home': 'Home',
  'go.more': 'Menu',
  'address.label': 'Address or search',
  'address.go': 'Go',

  'home.title': 'Search the web',
  'home.favourites': 'Favourites',
  'search.label': 'What are you looking for?',
  'search.button': 'Search',
  'search.suggestions': 'Suggestions',

  'results.title': 'Results for “{typed}”',
  'results.count.one': '{count} result',
  'results.count.other': '{count} results',
  'results.none': 'Nothing found. Try other words.',
  'results.sponsored': 'Ad',
  'results.newTab': 'New tab',
  'results.newTabNamed': 'Open “{title}” in a new tab',

  'page.menu': 'Site menu',
  'page.notice': 'Notice',
  'page.advert': 'Ad',
  'page.leadsTo': 'Leads to {address}',

  'cookies.title': 'Your cookies on this website',
  'cookies.refuse': 'Refuse',
  'cookies.accept': 'Accept',
  'cookies.choose': 'Choose',
  'cookies.purposes': 'What you allow',
  'cookies.save': 'Save my choices',
  'cookies.review': 'Change my cookies',

  'find.open': 'Find in page',
  'find.label': 'Word to find on the page',
  'find.button': 'Find',
  'action.close': 'Close',
  'find.none': 'That word is not on this page.',
  'find.found.one': 'This word appears once on the page.',
  'find.found.other': 'This word appears {count} times on the page.',

  'note.open': 'Answer {name}',
  'note.close': 'Close the answer',
  'note.source': 'Which page did you read the answer on?',
  'note.noSource': 'Open a web page. It will appear here.',
  'note.send': 'Send',
  'note.sent': 'Your answer was sent. You can send another one.',

  'problem.choice': 'Your answer was not sent. Choose an answer first.',
  'problem.search': 'Type a word first.',
  'problem.tabs': 'You already have {count} tabs open. Close one.',

  'said.cookies': 'Your choice is saved.',
  'said.page': 'Page shown: {title}',
  'said.tabClosed': 'Tab closed.',
  'said.sent': 'Answer sent to {name}.',
  'cast.nadia': 'Nadia',
  'cast.samir': 'Samir',
  'cast.joyce': 'Joyce',
  'cast.marc': 'Marc',
  'cast.rosa': 'Rosa',
};
