import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.document': 'Opened the document',
  'do.document.insert': 'Put the assistant’s text into the document',
  'do.document.add-phrase': 'Chose the sentence “{phrase}”',
  'do.document.remove-phrase': 'Removed the sentence “{phrase}”',
  'do.document.rewrite.one': 'Changed a sentence of the document ({count} word)',
  'do.document.rewrite.other': 'Changed a sentence of the document ({count} words)',
  'do.document.rewrite.none': 'Emptied a sentence of the document',
  'do.document.rewrite.unnamed': 'Changed a sentence of the document',
  'do.document.remove-line': 'Removed the sentence “{line}”',
  'do.document.remove-line.unnamed': 'Removed one of their own sentences',
  'do.document.add-line.one': 'Wrote a sentence in the document ({count} word)',
  'do.document.add-line.other': 'Wrote a sentence in the document ({count} words)',
  'do.document.add-line.none': 'Added an empty line',
  'do.document.add-line.unnamed': 'Wrote a sentence in the document',
  'do.document.write.one': 'Wrote a note ({count} word)',
  'do.document.write.other': 'Wrote a note ({count} words)',
  'do.document.write.none': 'Erased the note',
  'do.document.write.unnamed': 'Wrote a note',
  'do.document.send': 'Sent the document',
};
