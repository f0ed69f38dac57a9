/** Shown only if a browser blocks cookies. */
import type { Language } from '../../../../scenarios/world/base.ts';

export interface LaunchPageTexts {
  readonly patience: string;
  readonly login: {
    readonly title: string;
    readonly why: string;
    readonly openWindow: string;
    readonly allow: string;
    readonly allowHint: string;
    readonly denied: string;
    readonly opened: string;
    readonly openedHint: string;
    readonly openHere: string;
    readonly goOn: string;
  };
  readonly held: {
    readonly goOn: string;
    readonly goOnHint: string;
    readonly denied: string;
  };
}

export const launchPageTexts: Readonly<Record<Language, LaunchPageTexts>> = {
  fr: {
    patience: 'Un instant…',
    login: {
      title: 'Encore une étape',
      why: 'Votre navigateur bloque un témoin (cookie). L’activité en a besoin pour s’ouvrir ici.',
      openWindow: 'Ouvrir dans une nouvelle fenêtre',
      allow: 'Autoriser ici',
      allowHint: 'Votre navigateur posera peut-être une question. Répondez «\u00a0Autoriser\u00a0».',
      denied: 'Votre navigateur n’a pas accepté. Ouvrez plutôt l’activité dans une nouvelle fenêtre.',
      opened: 'L’activité est ouverte dans une autre fenêtre',
      openedHint: 'Continuez dans cette autre fenêtre. Votre cours vous attend ici.',
      openHere: 'Rien ne s’est ouvert? L’ouvrir ici',
      goOn: 'Continuer ici',
    },
    held: {
      goOn: 'Continuer',
      goOnHint: 'Votre navigateur a besoin de votre accord pour ouvrir l’activité ici.',
      denied: 'Votre navigateur n’a pas accepté. Suivez plutôt les étapes ci-dessous.',
    },
  },
  en: {
    patience: 'One moment…',
    login: {
      title: 'One more step',
      why: 'Your browser is blocking a cookie. The activity needs it to open here.',
      openWindow: 'Open in a new window',
      allow: 'Allow here',
      allowHint: 'Your browser may ask a question. Answer “Allow”.',
      denied: 'Your browser did not allow it. Open the activity in a new window instead.',
      opened: 'The activity is open in another window',
      openedHint: 'Continue in that window. Your course stays open here.',
      openHere: 'Nothing opened? Open it here',
      goOn: 'Continue here',
    },
    held: {
      goOn: 'Continue',
      goOnHint: 'Your browser needs your permission to open the activity here.',
      denied: 'Your browser did not allow it. Follow the steps below instead.',
    },
  },
};
