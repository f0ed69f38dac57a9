import type { WorldApp } from '../app.ts';
import type { WorldRefusal } from '../base.ts';
import { homeActs } from './acts.ts';
import { broughtToFront, reduceHome, startHome } from './home.ts';
import { homeOffers } from './shown.ts';
import type { HomeAction, HomeState, HomeWorld } from './types.ts';

export const home: WorldApp<HomeWorld, HomeState, HomeAction, WorldRefusal> = {
  start: startHome,
  reduce: reduceHome,
  acts: homeActs,
  offers: homeOffers,
  front: broughtToFront,
};
