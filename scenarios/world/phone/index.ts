import type { WorldApp } from '../app.ts';
import { reducePhone, startPhone } from './phone.ts';
import type { PhoneAction, PhoneRefusal, PhoneState, PhoneWorld } from './types.ts';

export const phone: WorldApp<PhoneWorld, PhoneState, PhoneAction, PhoneRefusal> = {
  start: startPhone,
  reduce: reducePhone,
};
