/** What the text-message app left behind, in the words that rules are written in. */
import { FeatureFacts } from '../../kit/feature-facts.ts';
import { factClass, type FactType, getFeatures, type ObservedScene } from '../../kit/observed.ts';
import { findReceived } from '../../world/phone/phone.ts';
import type { PhoneAction } from '../../world/phone/types.ts';
import { isBlank } from '../../world/phrases.ts';

interface TextFacts {
  /** The conversation it stands in. */
  readonly conversation: string;
  readonly phrases: readonly string[];
  readonly features: FeatureFacts;
}

const TextFacts = factClass<TextFacts>();

export interface PhoneFacts {
  /** Sent and not taken back by undo, oldest first; deleting one's own copy takes nothing back. */
  readonly sent: readonly TextFacts[];
  /** Conversations with words left in the box at the end. */
  readonly drafts: readonly string[];
  /** Conversations opened at any time, undone or not. */
  readonly opened: readonly string[];
  /** Received messages that stand as reported at the end. */
  readonly reported: readonly string[];
  /** Received messages that are deleted at the end. */
  readonly deleted: readonly string[];
  /** Messages whose code was copied at any time. */
  readonly copied: readonly string[];
  /** Messages whose link was looked at before it was followed, at any time. */
  readonly previewed: readonly string[];
  /** Messages whose link was followed at any time, undone or not. */
  readonly followed: readonly string[];
  /** The addresses of those links, in the same order. */
  readonly addresses: readonly string[];
}

export const PhoneFacts = factClass<PhoneFacts>();

const list = 'list<string>';

/** `phone` in rules. */
export const phoneFactTypes: readonly FactType[] = [
  {
    name: 'Text',
    ctor: TextFacts,
    fields: { conversation: 'string', phrases: list, features: 'Features' },
  },
  {
    name: 'Phone',
    ctor: PhoneFacts,
    fields: {
      sent: 'list<Text>',
      drafts: list,
      opened: list,
      reported: list,
      deleted: list,
      copied: list,
      previewed: list,
      followed: list,
      addresses: list,
    },
  },
];

const none = {
  sent: [],
  drafts: [],
  opened: [],
  reported: [],
  deleted: [],
  copied: [],
  previewed: [],
  followed: [],
  addresses: [],
};

/** Facts of the text-message app; empty where the scene has none. Throws MissingFeaturesError. */
export function phoneFacts({ world: { phone: world }, state, actions }: ObservedScene): PhoneFacts {
  const { phone } = state.apps;
  if (!world || !phone) return new PhoneFacts(none);
  const done = actions.flatMap(({ action }) => (action.app === 'phone' ? [action] : []));
  const followed = messagesOf(done, 'open-link');
  return new PhoneFacts({
    sent: phone.sent.map(
      ({ conversation, phrases, sentBy }) =>
        new TextFacts({ conversation, phrases, features: new FeatureFacts(getFeatures(actions, sentBy)) }),
    ),
    drafts: Object.entries(phone.drafts).flatMap(([id, draft]) => (isBlank(draft) ? [] : [id])),
    opened: done.flatMap((action) => (action.type === 'open' ? [action.conversationId] : [])),
    reported: phone.reported,
    deleted: phone.deleted.filter((id) => findReceived(world, id) !== undefined),
    copied: messagesOf(done, 'copy-code'),
    previewed: messagesOf(done, 'preview-link'),
    followed,
    addresses: followed.map((id) => findReceived(world, id)?.link?.address ?? ''),
  });
}

function messagesOf(
  done: readonly PhoneAction[],
  type: 'copy-code' | 'preview-link' | 'open-link',
): string[] {
  return done.flatMap((action) => (action.type === type ? [action.messageId] : []));
}
