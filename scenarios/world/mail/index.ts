import type { WorldApp } from '../app.ts';
import { reduceMail, startMail } from './mail.ts';
import type { MailAction, MailRefusal, MailState, MailWorld } from './types.ts';

export const mail: WorldApp<MailWorld, MailState, MailAction, MailRefusal> = {
  start: startMail,
  reduce: reduceMail,
};
