/** A small scene with sign-in pages and text messages for tests: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { phoneScene } from './phone-scene.ts';

export const signInScene: World = {
  ...phoneScene,
  apps: ['sign-in', 'phone'],
  'sign-in': {
    place: 'Ateliers Boréal',
    shared: 'Ordinateur partagé',
    card: {
      from: 'nadia',
      note: 'Bienvenue!',
      name: 'Camille Gagnon',
      birthYear: '1994',
      email: 'camille@boreal.example',
      userName: 'cgagnon24',
      temporaryPassword: 'pommier24',
    },
    code: '482 913',
    passwordCards: [
      { id: 'k1', text: 'Gagnon1994' },
      { id: 'k2', text: 'motdepasse123' },
      { id: 'k3', text: 'tortue lampe orage 7' },
      { id: 'k4', text: 'soleil' },
    ],
    welcome: 'Bonjour Camille',
  },
};

/** The same with all that a later version added. */
export const pushScene: World = withPush(signInScene);

function withPush(scene: World): World {
  const { 'sign-in': pages } = scene;
  if (pages === undefined) throw new Error('the scene has no sign-in pages');
  return { ...scene, 'sign-in': { ...pages, spelling: 'any', estimate: true, push: { number: '47' } } };
}
