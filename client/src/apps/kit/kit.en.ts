import type { kitFr } from './kit.fr.ts';

export const kitEn: Readonly<Record<keyof typeof kitFr, string>> = {
  'app.readOnly': 'You can only read here. The buttons do nothing.',
  'app.here': 'Here',
  'action.undo': 'Undo',
  'link.link': 'Link',
  'link.address': 'This link leads to',
  'link.open': 'Open the link',
  'link.close': 'Close',
  'said.undone': 'Undone.',
  'said.copiedHere': 'Copied, for this game only. Use the “Paste” button.',
  'compose.remove': 'Remove',
  'compose.removePhrase': 'Remove: {phrase}',
  'compose.message': 'Your message',
  'compose.phrasesChosen': 'Chosen sentences',
  'compose.write': 'Write here',
  'compose.full.one': '{count} character left.',
  'compose.full.other': '{count} characters left.',
  'phrases.title': 'Ready-made sentences',
  'phrases.hint': 'Choose a sentence. It goes before your own words.',
  'said.phraseAdded': 'Sentence added.',
  'said.phraseRemoved': 'The sentence was removed.',
};
