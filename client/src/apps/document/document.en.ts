import type { documentFr } from './document.fr.ts';

export const documentEn: Readonly<Record<keyof typeof documentFr, string>> = {
  'app.title': 'Document',

  'lines.empty': 'The document is empty. Add a sentence.',
  'lines.words.one': '{count} word of {most}',
  'lines.words.other': '{count} words of {most}',
  'lines.over.one': '{words} words of {most}: {count} word too many',
  'lines.over.other': '{words} words of {most}: {count} words too many',
  'line.edit': 'Change',
  'line.editThis': 'Change: {text}',
  'line.remove': 'Remove',
  'line.removeThis': 'Remove: {text}',
  'line.box': 'Sentence to change',
  'line.keep': 'Save',
  'line.cancel': 'Change nothing',
  'add.title': 'Add a sentence',
  'add.box': 'Write a sentence',
  'add.go': 'Add',
  'add.hint': 'Choose a sentence. It goes into the document.',

  'note.title': 'Send the document to {name}',
  'note.go': 'Write to {name}',
  'note.hint': 'You can add a note.',
  'note.box': 'Write a note to {name}',
  'note.phrases': 'Sentences for your note',
  'note.phrasesHint': 'Choose a sentence. It goes into your note.',
  'action.send': 'Send to {name}',
  'sent.title': 'Sent to {name}',

  'problem.empty': 'The document is empty. Add a sentence, then send it.',
  'problem.line': 'Write a word, or choose “Change nothing”.',
  'problem.add': 'Write a sentence, then choose “Add”.',

  'said.changed': 'The sentence is changed.',
  'said.removed': 'Sentence removed. The “Undo” button brings it back.',
  'said.added': 'The sentence is in the document.',
  'said.noteAdded': 'The sentence was added to your note.',
  'said.sent': 'The document was sent to {name}.',

  'cast.nadia': 'Nadia',
  'cast.samir': 'Samir',
  'cast.joyce': 'Joyce',
  'cast.marc': 'Marc',
  'cast.rosa': 'Rosa',
};
