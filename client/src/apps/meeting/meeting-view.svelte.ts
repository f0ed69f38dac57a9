import { createContext } from 'svelte';
import { isAnswered, shownSources, shownTurns } from '../../../../scenarios/world/meeting/shown.ts';
import type {
  MeetingAction,
  MeetingState,
  MeetingWorld,
  SharedWindow,
  Source,
  Utterance,
} from '../../../../scenarios/world/meeting/types.ts';
import type { CastId } from '../../../../scenarios/world/base.ts';
import { type AppProps, AppView } from '../kit/app-view.svelte.ts';
import { t } from './meeting-texts.ts';
import type { SoundPlayer } from './sound-player.svelte.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

/** A line of the conversation: a caption, or what the person said or wrote. */
export interface Line {
  readonly id: string;
  readonly by: CastId | 'you';
  readonly name: string;
  readonly text: string;
  readonly isLost: boolean;
}

const names: Readonly<Record<CastId, string>> = {
  nadia: 'Nadia',
  samir: 'Samir',
  joyce: 'Joyce',
  marc: 'Marc',
  rosa: 'Rosa',
};

export class MeetingView extends AppView {
  readonly sounds: SoundPlayer;

  constructor(props: () => AppProps, sounds: SoundPlayer) {
    super(props);
    this.sounds = sounds;
  }

  get meetingWorld(): MeetingWorld {
    return this.need('meeting', this.world.meeting);
  }

  get meeting(): MeetingState {
    return this.need('meeting', this.scene.apps.meeting);
  }

  get sources(): readonly Source[] {
    return shownSources(this.meetingWorld, this.meeting);
  }

  get sharing(): SharedWindow | undefined {
    return this.meetingWorld.windows.find(({ id }) => id === this.meeting.sharing);
  }

  /** The whole conversation, oldest first. */
  get lines(): readonly Line[] {
    const { said, way } = this.meeting;
    return shownTurns(this.meetingWorld, this.meeting).flatMap((turn, place) => {
      const key = way === 'writing' ? (turn.writing ?? turn.text) : turn.text;
      return [
        this.lineOf(turn.id, turn.by, this.text(key)),
        ...said.filter((each) => each.turn === place).flatMap((each) => this.linesOfOwn(each)),
      ];
    });
  }

  nameOf(who: CastId): string {
    return names[who];
  }

  do(action: Bare<MeetingAction>, said = ''): void {
    this.perform({ app: 'meeting', ...action }, said);
  }

  /** Call it through `followTyping`. */
  write(typed: string): void {
    // After an undo the person may be outside the meeting.
    if (this.meeting.stage === 'call') this.handOver({ app: 'meeting', type: 'write', typed });
  }

  phraseText(phraseId: string): string {
    const phrases = this.meetingWorld.phraseGroups.flatMap((group) => group.phrases);
    const phrase = phrases.find(({ id }) => id === phraseId);
    return phrase === undefined ? '' : this.text(phrase.text);
  }

  private linesOfOwn(own: Utterance): readonly Line[] {
    const words = [...own.phrases.map((id) => this.phraseText(id)), own.typed];
    const text = words.filter((each) => each !== '').join(' ');
    const name = t(`captions.you.${own.how}`);
    const { by, heard, read } = this.meetingWorld.replies;
    const reply = this.lineOf(`${own.id}-reply`, by, this.text(own.how === 'voice' ? heard : read));
    return [
      { id: own.id, by: 'you', name, text, isLost: !own.received },
      ...(isAnswered(this.meetingWorld, own) ? [reply] : []),
    ];
  }

  private lineOf(id: string, by: CastId, text: string): Line {
    return { id, by, name: this.nameOf(by), text, isLost: false };
  }
}

export const [getMeetingView, setMeetingView] = createContext<MeetingView>();
