/** « Mes données »: whoever asks gets their own, and nobody who tries out has any. */
import { type Actor, play } from './actors.ts';
import type { RouteCase } from './walk.ts';

const allowed = play.filter((actor) => actor !== 'the owner trying out');
/** The same person. */
export const launchesOfOwner: readonly Actor[] = ['owner', 'the owner in another activity of the course'];
const seesOwner = launchesOfOwner;

export const readingsOfOwnData: readonly RouteCase[] = [
  { route: 'get /own-data', path: () => '/api/own-data', allowed, seesOwner },
  {
    route: 'get /own-data/copy',
    path: () => '/api/own-data/copy?form=data&language=fr',
    allowed,
    seesOwner,
  },
];

/** In a walk of its own: it leaves nothing of whoever asks. */
export const erasing: RouteCase = {
  route: 'post /own-data/erase',
  path: () => '/api/own-data/erase',
  body: { isSure: true },
  allowed,
  seesOwner: [],
};
