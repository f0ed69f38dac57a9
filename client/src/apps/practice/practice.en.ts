import type { practiceFr } from './practice.fr.ts';

export const practiceEn: Readonly<Record<keyof typeof practiceFr, string>> = {
  'app.title': 'Practice',
  progress: 'Step {number} of {count}',

  'action.pass': 'Skip this step',
  'action.goOn': 'Continue',
  'action.ok': 'OK',
  'action.erase': 'Erase the note',

  'scroll.list': 'The list',
  'open.messages': 'The messages',
  'type.word': 'The word',
  'type.box': 'Type here',
  'undo.note': 'The note',

  'again.press': 'Try again.',
  'again.word': 'Type “{word}”.',
  'again.undo': '“Undo” is at the top.',

  'use.picture': 'Look for this picture on a button.',
  'use.listen.none': 'This device has no voice.',
  'use.listen.picture': '“Listen” has this picture.',
  'use.listen': 'No “Listen” button? Skip this step.',
  'use.more': 'The button is under “More”.',
  'use.text-size': 'Is the text big enough already? Skip this step.',

  'end.title': 'That’s all.',
  'end.text': 'Press “I’m done”.',

  'said.done': 'Done.',
  'said.passed': 'Step skipped.',
};
