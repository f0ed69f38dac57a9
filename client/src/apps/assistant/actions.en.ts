import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.assistant': 'Opened the AI assistant',
  'do.assistant.add-phrase': 'Chose the sentence “{phrase}”',
  'do.assistant.remove-phrase': 'Removed the sentence “{phrase}”',
  'do.assistant.write.one': 'Wrote a request ({count} word)',
  'do.assistant.write.other': 'Wrote a request ({count} words)',
  'do.assistant.write.none': 'Erased the request',
  'do.assistant.write.unnamed': 'Wrote a request',
  'do.assistant.send': 'Sent a request to the AI assistant',
};
