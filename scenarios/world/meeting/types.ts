/** A video meeting without a real camera, microphone or clock: people speak when the person goes on. */
import type { ActionRef, CastId, TextKey, WorldRefusal } from '../base.ts';
import type { PhraseGroup, Written } from '../phrases.ts';

export interface MeetingWorld {
  /** As a calendar lists them. */
  readonly meetings: readonly ListedMeeting[];
  readonly people: readonly CastId[];
  /** What the others hear behind the person while the microphone is on. */
  readonly noise: TextKey;
  /** The first of each way is in use at the start. */
  readonly sources: readonly Source[];
  readonly windows: readonly SharedWindow[];
  /** In order; each is a caption. */
  readonly turns: readonly Turn[];
  /** What comes back once the others have stopped receiving the person, and receive something again. */
  readonly replies: { readonly by: CastId; readonly heard: TextKey; readonly read: TextKey };
  readonly phraseGroups: readonly PhraseGroup[];
}

export interface ListedMeeting {
  readonly id: string;
  readonly title: TextKey;
  readonly when: TextKey;
  /** False if it is not its time yet. */
  readonly opens: boolean;
}

/** How the person takes part: who cannot hear or speak chooses writing. */
export type Way = 'voice' | 'writing';

/** A microphone, or a network for the chat. */
export interface Source {
  readonly id: string;
  readonly way: Way;
  readonly label: TextKey;
}

export interface SharedWindow {
  readonly id: string;
  readonly title: TextKey;
  /** What the others would read. */
  readonly lines: readonly TextKey[];
}

export interface Turn {
  readonly id: string;
  readonly by: CastId;
  readonly text: TextKey;
  /** Instead of `text` for who takes part in writing. */
  readonly writing?: TextKey;
  /**
   * `quiet`: the others should hear nobody else. `asks`: everybody may answer. `fault`: from here on the source
   * in use carries nothing.
   */
  readonly kind?: 'quiet' | 'asks' | 'fault';
}

type Stage = 'list' | 'lobby' | 'waiting' | 'call';

export type Panel = 'sound' | 'share';

export interface MeetingState {
  readonly stage: Stage;
  /** Of the meeting that is open. */
  readonly open: string | null;
  readonly way: Way;
  readonly mic: boolean;
  readonly camera: boolean;
  readonly hand: boolean;
  readonly sources: Readonly<Record<Way, string>>;
  /** The source that stopped carrying; null if none did, or after coming back. */
  readonly dead: string | null;
  /** Place of the newest caption; -1 before the first. */
  readonly turn: number;
  /** How the microphone stood when a caption ended. */
  readonly ended: Readonly<Record<string, 'open' | 'muted'>>;
  readonly panel: Panel | null;
  /** Chosen in the picker, not shown yet. */
  readonly picked: string | null;
  readonly sharing: string | null;
  /** Windows that the others saw, in order. */
  readonly shown: readonly string[];
  readonly draft: Written;
  /** Oldest first. */
  readonly said: readonly Utterance[];
  /** The hand was raised since everybody was asked. */
  readonly answeredByHand: boolean;
  /** What the last test of the microphone showed; null without one. */
  readonly level: 'moves' | 'still' | null;
  /** A test showed a working microphone after the fault. */
  readonly tested: boolean;
  readonly leaves: number;
}

export interface Utterance extends Written {
  readonly id: string;
  readonly how: 'voice' | 'chat';
  /** Caption that was the newest. */
  readonly turn: number;
  readonly received: boolean;
  /** The source in use carried then, also if it was not this that carried it. */
  readonly carried: boolean;
  /** Its log entry holds the text features. */
  readonly sentBy: ActionRef;
}

/** On the way into the meeting, and what is there inside too. */
export type DoorAction =
  | { readonly app: 'meeting'; readonly type: 'open'; readonly meetingId: string }
  | { readonly app: 'meeting'; readonly type: 'close' | 'join' | 'next' }
  | { readonly app: 'meeting'; readonly type: 'choose-way'; readonly way: Way }
  | { readonly app: 'meeting'; readonly type: 'mic' | 'camera'; readonly on: boolean };

export type CallAction =
  | { readonly app: 'meeting'; readonly type: 'leave' }
  | { readonly app: 'meeting'; readonly type: 'hand'; readonly on: boolean }
  | { readonly app: 'meeting'; readonly type: 'open-panel'; readonly panel: Panel }
  | { readonly app: 'meeting'; readonly type: 'close-panel' | 'test' | 'share' | 'stop-share' }
  | { readonly app: 'meeting'; readonly type: 'choose-source'; readonly sourceId: string }
  | { readonly app: 'meeting'; readonly type: 'pick'; readonly windowId: string }
  | WritingAction;

export type WritingAction =
  | { readonly app: 'meeting'; readonly type: 'add-phrase' | 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'meeting'; readonly type: 'write'; readonly typed: string }
  | { readonly app: 'meeting'; readonly type: 'say' | 'send' };

export type MeetingAction = DoorAction | CallAction;

export type MeetingRefusal = WorldRefusal | 'meeting.empty';
