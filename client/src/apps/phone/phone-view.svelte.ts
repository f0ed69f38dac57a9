import { createContext } from 'svelte';
import type {
  Conversation,
  MessageLink,
  PhoneAction,
  PhoneState,
  PhoneWorld,
} from '../../../../scenarios/world/phone/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class PhoneView extends AppView {
  get phoneWorld(): PhoneWorld {
    return this.need('phone', this.world.phone);
  }

  get phone(): PhoneState {
    return this.need('phone', this.scene.apps.phone);
  }

  get open(): Conversation | undefined {
    return this.phoneWorld.conversations.find(({ id }) => id === this.phone.open);
  }

  /** What the computer's sign-in page asks the phone to approve; null if it asks nothing. */
  get request(): { readonly number: string; readonly place: string } | null {
    const page = this.world['sign-in'];
    const state = this.scene.apps['sign-in'];
    if (page?.push === undefined || state?.stage !== 'code' || state.second !== 'push') return null;
    return { number: this.text(page.push.number), place: this.text(page.place) };
  }

  do(action: Bare<PhoneAction>, said = ''): void {
    this.perform({ app: 'phone', ...action }, said);
  }

  /** Call it through `followTyping`. */
  write(conversationId: string, typed: string): void {
    // After an undo another conversation may be open: the text must not go there.
    if (this.phone.open === conversationId) this.handOver({ app: 'phone', type: 'write', typed });
  }

  phraseText(phraseId: string): string {
    const phrases = this.phoneWorld.phraseGroups.flatMap((group) => group.phrases);
    const phrase = phrases.find(({ id }) => id === phraseId);
    return phrase === undefined ? '' : this.text(phrase.text);
  }

  /** Undefined for a person who is in a meeting. */
  get #meetingToOpen(): string | undefined {
    const isAtList = this.scene.apps.meeting?.stage === 'list';
    return isAtList ? this.world.meeting?.meetings.find(({ opens }) => opens)?.id : undefined;
  }

  /** Opens the app of the link, at its meeting, or the browser if the scene has one and the link has a page. */
  followLink(messageId: string, { page, app }: Pick<MessageLink, 'page' | 'app'>, said: string): void {
    const isOfPortal = this.world.portal?.pages.some(({ id }) => id === page) === true;
    const isOfBrowser = page !== null && this.world.apps.includes('browser');
    if (app !== undefined || isOfPortal || isOfBrowser) this.sayOnArrival(said);
    const meetingId = app === 'meeting' ? this.#meetingToOpen : undefined;
    this.do({ type: 'open-link', messageId }, said);
    if (meetingId !== undefined) this.perform({ app: 'meeting', type: 'open', meetingId });
    if (page === null) return;
    if (isOfPortal) {
      this.perform({ app: 'portal', type: 'open', pageId: page, via: 'message' });
      return;
    }
    if (!isOfBrowser) return;
    this.perform({ app: 'desk', type: 'open-app', target: 'browser' });
    this.perform({ app: 'browser', type: 'open', pageId: page, via: 'message', rank: 0 });
  }
}

export const [getPhoneView, setPhoneView] = createContext<PhoneView>();
