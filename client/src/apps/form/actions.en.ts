import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.form': 'Opened the form',
  'do.form.open': 'Opened the site “{site}”',
  'do.form.start': 'Went back to the home page',
  'do.form.search': 'Searched the web for the form',
  'do.form.fill': 'Filled in “{field}”',
  'do.form.choose': 'Chose an answer: “{field}”',
  'do.form.fill-secret': 'Touched a sensitive box: “{field}”',
  'do.form.attach': 'Attached “{item}”: “{field}”',
  'do.form.detach': 'Removed the file: “{field}”',
  'do.form.mend': 'Went back to “{field}” to change it',
  'do.form.review': 'Asked for a summary of the form',
  'do.form.send': 'Sent the form',
  'do.form.keep.copy': 'Copied the confirmation number',
  'do.form.keep.print': 'Printed the confirmation',
  'do.form.keep.capture': 'Took a screenshot of the confirmation',
  'do.form.note.one': 'Wrote in the notepad ({count} word)',
  'do.form.note.other': 'Wrote in the notepad ({count} words)',
  'do.form.note.none': 'Cleared the notepad',
  'do.form.note.unnamed': 'Wrote in the notepad',
};
