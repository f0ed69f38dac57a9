/** The home screen of a phone: a scene that has it is played on that phone. */
import type { TextKey } from '../base.ts';

export interface HomeWorld {
  /** Beside the signal, at the top. */
  readonly time: TextKey;
  readonly icons: readonly HomeIcon[];
  readonly notices: readonly Notice[];
  /** The first page is the top of the tree. */
  readonly settings: readonly SettingsPage[];
  /** The top of the settings has a search. */
  readonly settingsSearch?: true;
  /** Help about another app, or the settings, points at its icon; otherwise at all icons. */
  readonly helpMarksIcon?: true;
  readonly network: Network;
}

export type HomeIcon = {
  readonly id: string;
  readonly name: TextKey;
  readonly picture: IconPicture;
} & (
  | { readonly opens: 'app'; readonly app: string }
  | { readonly opens: 'settings' }
  /** A page without use in this scene; its paragraphs. */
  | { readonly opens: 'page'; readonly page: readonly TextKey[] }
);

export type IconPicture =
  | 'clock'
  | 'bubble'
  | 'camera'
  | 'sun'
  | 'lamp'
  | 'sums'
  | 'month'
  | 'notes'
  | 'gear'
  | 'pack'
  | 'globe'
  | 'code';

export type Notice = {
  readonly id: string;
  readonly title: TextKey;
  readonly body: readonly TextKey[];
} & (
  | { readonly kind: 'listed'; /** Icon that it opens. */ readonly icon: string }
  | {
      readonly kind: 'asking';
      /** Comes up when this icon is pressed, until it is answered. */
      readonly icon: string;
      readonly answers: readonly NoticeAnswer[];
    }
);

export interface NoticeAnswer {
  readonly id: string;
  readonly label: TextKey;
  /** `icon` opens what was pressed, `home` shows the home screen. */
  readonly leadsTo: 'icon' | 'home';
  /** Shown on the home screen after it. */
  readonly after?: TextKey;
}

export interface SettingsPage {
  readonly id: string;
  readonly title: TextKey;
  /** The search finds the page by these too; shown nowhere. */
  readonly words?: TextKey;
  readonly rows: readonly SettingsRow[];
}

export type SettingsRow =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'text'; readonly text: TextKey }
  | {
      readonly kind: 'switch';
      readonly id: string;
      readonly label: TextKey;
      readonly note?: TextKey;
      /** At the start. */
      readonly on: boolean;
    };

export type Signal = 'none' | 'weak' | 'good';

/** The first rule whose switches all stand as it says; without one the signal is `none`. */
type Network = readonly {
  readonly when: Readonly<Record<string, boolean>>;
  readonly signal: Signal;
}[];

export interface HomeState {
  /** Icon whose page is shown here; null shows the icons. Apps are shown by themselves. */
  readonly open: string | null;
  /** Way down the settings tree, without its top. */
  readonly path: readonly string[];
  /** Switches that were used. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** The notice that asks. */
  readonly asking: string | null;
  readonly answers: Readonly<Record<string, string>>;
  /** Listed notices that were opened. */
  readonly seen: readonly string[];
}

export type HomeAction =
  | { readonly app: 'home'; readonly type: 'open-icon'; readonly iconId: string }
  | { readonly app: 'home'; readonly type: 'back' | 'leave' }
  | { readonly app: 'home'; readonly type: 'open-notice'; readonly noticeId: string }
  | {
      readonly app: 'home';
      readonly type: 'answer-notice';
      readonly noticeId: string;
      readonly answerId: string;
    }
  | { readonly app: 'home'; readonly type: 'open-settings'; readonly pageId: string }
  /** From the results of a search; the searched words are stored nowhere. */
  | { readonly app: 'home'; readonly type: 'find-settings'; readonly pageId: string }
  | { readonly app: 'home'; readonly type: 'switch'; readonly settingId: string; readonly on: boolean };
