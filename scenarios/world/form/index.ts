import type { WorldApp } from '../app.ts';
import { formActs } from './acts.ts';
import { reduceForm, startForm } from './form.ts';
import type { FormAction, FormRefusal, FormState, FormWorld } from './types.ts';

export const form: WorldApp<FormWorld, FormState, FormAction, FormRefusal> = {
  start: startForm,
  reduce: reduceForm,
  acts: formActs,
};
