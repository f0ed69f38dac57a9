import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.phone': 'Opened the text messages',
  'do.phone.open': 'Opened the text messages of “{conversation}”',
  'do.phone.open.unnamed': 'Opened text messages',
  'do.phone.close': 'Went back to the list of text messages',
  'do.phone.add-phrase': 'Chose the sentence “{phrase}”',
  'do.phone.remove-phrase': 'Removed the sentence “{phrase}”',
  'do.phone.write.one': 'Wrote a text ({count} word)',
  'do.phone.write.other': 'Wrote a text ({count} words)',
  'do.phone.write.none': 'Erased the text',
  'do.phone.write.unnamed': 'Wrote a text',
  'do.phone.send': 'Sent a text message',
  'do.phone.copy-code': 'Copied the code received by text message',
  'do.phone.report': 'Reported the text message of “{message}”',
  'do.phone.keep': 'Kept the text message of “{message}”',
  'do.phone.delete': 'Deleted the text message of “{message}”',
  'do.phone.delete.unnamed': 'Deleted one of their text messages',
  'do.phone.preview-link': 'Looked at the address of the link, text message of “{message}”',
  'do.phone.open-link': 'Followed the link, text message of “{message}”',
};
