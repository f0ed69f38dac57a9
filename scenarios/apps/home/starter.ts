import type { ActionOf, OpenedApp, Starter } from '../../kit/app.ts';
import type { HomeWorld } from '../../world/home/types.ts';

type HomeStarter = Starter<HomeWorld, ActionOf<'home'>>;

const world: HomeWorld = {
  time: 'home.time',
  icons: [
    { id: 'i1', name: 'home.i1', picture: 'sun', opens: 'page', page: ['home.i1.page'] },
    { id: 'i2', name: 'home.i2', picture: 'gear', opens: 'settings' },
  ],
  notices: [],
  settings: [
    { id: 'p1', title: 'home.p1', rows: [{ kind: 'switch', id: 's1', label: 'home.s1', on: true }] },
  ],
  network: [{ when: { s1: true }, signal: 'good' }],
};

const texts: HomeStarter['texts'] = {
  fr: {
    'home.time': '8\u00A0h\u00A030',
    'home.i1': 'Météo',
    'home.i1.page': 'Il fait soleil aujourd’hui.',
    'home.i2': 'Réglages',
    'home.p1': 'Réseau du téléphone',
    'home.s1': 'Wi-Fi',
  },
  en: {
    'home.time': '8:30',
    'home.i1': 'Weather',
    'home.i1.page': 'It is sunny today.',
    'home.i2': 'Settings',
    'home.p1': 'Network of the phone',
    'home.s1': 'Wi-Fi',
  },
};

export const homeStarter: HomeStarter = {
  about: {
    fr: 'L’écran d’accueil d’un téléphone. Ses icônes ouvrent les autres applications de la scène.',
    en: 'The home screen of a phone. Its icons open the other apps of the scene.',
  },
  world,
  texts,
  where: 'home:icons',
  way: [
    { app: 'home', type: 'open-icon', iconId: 'i1' },
    { app: 'home', type: 'leave' },
  ],
  opening: withIcons,
};

function withIcons(apps: readonly OpenedApp[]): ReturnType<NonNullable<HomeStarter['opening']>> {
  const icons = apps.map(({ id, name }, index) => {
    const iconId = `i${String(world.icons.length + index + 1)}`;
    return { id: iconId, app: id, key: `home.${iconId}`, name };
  });
  const labels = (language: 'fr' | 'en'): Readonly<Record<string, string>> =>
    Object.fromEntries(icons.map(({ key, name }) => [key, name[language]]));
  return {
    world: {
      ...world,
      icons: [
        ...icons.map(({ id, key, app }) => ({ id, name: key, picture: 'pack', opens: 'app', app }) as const),
        ...world.icons,
      ],
    },
    texts: { fr: { ...texts.fr, ...labels('fr') }, en: { ...texts.en, ...labels('en') } },
    openers: icons.map(({ id: iconId }) => ({ app: 'home', type: 'open-icon', iconId })),
  };
}
