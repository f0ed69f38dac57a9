import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.phone': 'Opened the texts',
  'do.phone.open': 'Opened the texts with “{conversation}”',
  'do.phone.open.unnamed': 'Opened texts',
  'do.phone.close': 'Went back to the list of texts',
  'do.phone.add-phrase': 'Chose the sentence “{phrase}”',
  'do.phone.remove-phrase': 'Removed the sentence “{phrase}”',
  'do.phone.write.one': 'Wrote text ({count} word)',
  'do.phone.write.other': 'Wrote text ({count} words)',
  'do.phone.write.none': 'Erased the text',
  'do.phone.write.unnamed': 'Wrote text',
  'do.phone.send': 'Sent a text',
  'do.phone.copy-code': 'Copied the code received by text',
  'do.phone.report': 'Reported the text from “{message}”',
  'do.phone.keep': 'Undid the report of the text from “{message}”',
  'do.phone.delete': 'Deleted the text from “{message}”',
  'do.phone.delete.unnamed': 'Deleted one of their own texts',
  'do.phone.preview-link': 'Looked at the link address in the text from “{message}”',
  'do.phone.open-link': 'Followed the link in the text from “{message}”',
};
