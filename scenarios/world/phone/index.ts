import type { WorldApp } from '../app.ts';
import { phoneActs } from './acts.ts';
import { openedByLink, reducePhone, startPhone } from './phone.ts';
import { phoneOffers } from './shown.ts';
import type { PhoneAction, PhoneRefusal, PhoneState, PhoneWorld } from './types.ts';

export const phone: WorldApp<PhoneWorld, PhoneState, PhoneAction, PhoneRefusal> = {
  start: startPhone,
  reduce: reducePhone,
  acts: phoneActs,
  offers: phoneOffers,
  front: openedByLink,
};
