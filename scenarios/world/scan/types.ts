/** The code reader of a phone. It looks at a poster; a sticker with a code of its own may be on it. */
import type { TextKey, WorldRefusal } from '../base.ts';

export interface ScanWorld {
  readonly poster: {
    readonly title: TextKey;
    readonly lines: readonly TextKey[];
  };
  /** What is on top comes first. */
  readonly codes: readonly PrintedCode[];
}

export interface PrintedCode {
  readonly id: string;
  /** The poster's own, or on something that was put on it. */
  readonly on: 'poster' | 'sticker';
  /** Where it is, for whoever does not see it: « au milieu de l’affiche ». */
  readonly place: TextKey;
  /** Printed beside it. */
  readonly says: readonly TextKey[];
  /** Printed below it, for whoever types it. */
  readonly typed: TextKey;
  readonly address: TextKey;
  /** Page of the browser; null if the scene has none. */
  readonly page: string | null;
}

/** The reader's permission to use the camera. */
type CameraPermission = 'unasked' | 'allowed' | 'denied';

export interface ScanState {
  readonly camera: CameraPermission;
  /** The phone asks for that permission. */
  readonly asking: boolean;
  /** The camera shows what it sees. */
  readonly isOn: boolean;
  /** The code whose address is shown, before it is opened. */
  readonly read: string | null;
  /** Codes whose address was opened, oldest first. */
  readonly opened: readonly string[];
}

export type ScanAction =
  | {
      readonly app: 'scan';
      /** `start` asks for the permission first. */
      readonly type: 'start' | 'allow' | 'refuse' | 'stop' | 'cancel';
    }
  /** `enter` takes a typed code; what was typed is stored nowhere. */
  | { readonly app: 'scan'; readonly type: 'read' | 'enter'; readonly codeId: string }
  | { readonly app: 'scan'; readonly type: 'open'; readonly codeId: string };

export type ScanRefusal = WorldRefusal;
