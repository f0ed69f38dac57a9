import type { WorldApp } from '../app.ts';
import { mailActs } from './acts.ts';
import { reduceMail, startMail } from './mail.ts';
import { mailOffers } from './shown.ts';
import type { MailAction, MailRefusal, MailState, MailWorld } from './types.ts';

export const mail: WorldApp<MailWorld, MailState, MailAction, MailRefusal> = {
  start: startMail,
  reduce: reduceMail,
  acts: mailActs,
  offers: mailOffers,
};
