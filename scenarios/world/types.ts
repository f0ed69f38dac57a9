/**
 * The words of the simulated workplace: what a scene shows (World), what a person can do in it (WorldAction)
 * and how it stands (SceneState). Types only: the client bundle and the server share them.
 * Knows nothing of points, rules or languages; every sentence is a text key.
 */

/** A key of the scenario's text files (`world.fr.yaml`, `world.en.yaml`). */
export type TextKey = string;

export type Language = 'fr' | 'en';

/** Members of the cast that can speak or write (ART.md). */
export type CastId = 'nadia' | 'samir' | 'joyce' | 'marc' | 'rosa';

export type Expression = 'neutral' | 'smiling' | 'thoughtful';

// ── What a scene shows ────────────────────────────────────────────────────────────────────────────────────

/** The public part of one scenario version, already fitted to a seed: no rule, point or misconception in it. */
export interface World {
  readonly formatVersion: 1;
  /** Scenario id, e.g. `s02-inbox`. */
  readonly id: string;
  /** World version: raised when a reducer or world change alters a stored replay. */
  readonly version: number;
  readonly title: TextKey;
  /** Place of the week map where the scene happens. */
  readonly place: 'office' | 'kitchen' | 'warehouse' | 'shop';
  /** Usual duration in minutes: for the person who plans the day, never shown as a clock. */
  readonly minutes: number;
  /** Who gives the task and stands beside the screen. */
  readonly givenBy: CastId;
  /** What the cast says before the scene, in order. */
  readonly introduction: readonly Line[];
  /** The goal, one short sentence per key, at most three. */
  readonly goal: readonly TextKey[];
  /** What is said when the scene ends, without judgement. */
  readonly ending: Line;
  readonly help: readonly HelpTopic[];
  readonly access: AccessFlags;
  /** Apps on the desk, the first one is open at the start. */
  readonly apps: readonly SimulatedAppId[];
  readonly mail?: MailWorld;
  readonly files?: FilesWorld;
}

interface Line {
  readonly by: CastId;
  readonly expression: Expression;
  readonly text: TextKey;
}

/** One thing a person may need help with; three steps: say again, show where, show how. */
export interface HelpTopic {
  readonly id: string;
  readonly title: TextKey;
  readonly say: TextKey;
  /** What the client points at, e.g. `mail:message:m3`; a `data-help` attribute in the app. */
  readonly where: string;
  readonly whereText: TextKey;
  /** Steps of the demonstration, in order. */
  readonly how: readonly TextKey[];
}

/** Which ways of using a computer the scene is known to work with (assessment.md §5.2). */
interface AccessFlags {
  readonly screenReader: boolean;
  readonly keyboard: boolean;
  readonly zoom400: boolean;
  readonly withoutColour: boolean;
  readonly withoutSound: boolean;
  readonly phone: boolean;
}

export type SimulatedAppId = 'mail' | 'files';

export interface MailWorld {
  /** The contact id of the person who plays. */
  readonly me: string;
  readonly contacts: readonly Contact[];
  /** Oldest first. */
  readonly messages: readonly MailMessage[];
  readonly drafts: readonly MailDraft[];
  /** Ready-made sentences for people who would rather not type. */
  readonly phraseGroups: readonly PhraseGroup[];
}

export interface Contact {
  readonly id: string;
  readonly name: TextKey;
  readonly address: string;
  /** Portrait to show, when the contact is in the cast. */
  readonly cast?: CastId;
}

export interface MailMessage {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  /** When it arrived, as a text (scenario time, not the learner's). */
  readonly date: TextKey;
  readonly subject: TextKey;
  /** Paragraphs. */
  readonly body: readonly TextKey[];
  readonly attachments: readonly MailAttachment[];
  readonly read: boolean;
}

export interface MailAttachment {
  readonly id: string;
  readonly name: TextKey;
  readonly kind: 'pdf' | 'image' | 'document';
  /** What opens when the person looks at it. */
  readonly preview: readonly TextKey[];
}

interface PhraseGroup {
  readonly id: string;
  readonly title: TextKey;
  readonly phrases: readonly { readonly id: string; readonly text: TextKey }[];
}

interface FilesWorld {
  readonly folders: readonly { readonly id: string; readonly name: TextKey }[];
  /** Folder that « Enregistrer » proposes first, as real apps do. */
  readonly defaultFolder: string;
  readonly files: readonly { readonly id: string; readonly name: TextKey; readonly folder: string }[];
}

// ── How a scene stands ────────────────────────────────────────────────────────────────────────────────────

export interface MailState {
  readonly folder: 'inbox' | 'sent' | 'drafts';
  /** The open message (received, or sent by its id), if any. */
  readonly open: string | null;
  /** Id of the draft being written, if any. */
  readonly composing: string | null;
  readonly read: readonly string[];
  readonly drafts: readonly MailDraft[];
  /** Oldest first. */
  readonly sent: readonly SentMail[];
}

export type ComposeMode = 'new' | 'reply' | 'reply-all' | 'forward';

export interface MailDraft {
  readonly id: string;
  readonly mode: ComposeMode;
  /** The message answered or forwarded. */
  readonly about: string | null;
  /** Contact ids. */
  readonly to: readonly string[];
  /** Chosen ready-made sentences, in order; they stand before the typed text. */
  readonly phrases: readonly string[];
  /** What the person typed: personal, encrypted at rest, in no statement. */
  readonly typed: string;
}

export interface SentMail extends MailDraft {
  /** The actionSeq and epoch of the sending: where the log holds the text features. */
  readonly sentBy: ActionRef;
}

export interface ActionRef {
  readonly epoch: number;
  readonly actionSeq: number;
}

export interface FilesState {
  readonly files: readonly FileEntry[];
}

export interface FileEntry {
  readonly id: string;
  readonly folder: string;
  /** The attachment it was saved from, if any. */
  readonly attachment: string | null;
}

export interface AppStates {
  readonly active: SimulatedAppId;
  readonly mail: MailState;
  readonly files: FilesState;
}

export interface SceneState {
  readonly apps: AppStates;
  /** States that « Annuler » goes back to, oldest first. */
  readonly past: readonly AppStates[];
  /** Highest help step taken per topic (1 say, 2 where, 3 how); undo does not take help back. */
  readonly help: Readonly<Record<string, 1 | 2 | 3>>;
  readonly ended: 'done' | 'skipped' | null;
}

// ── What a person can do ──────────────────────────────────────────────────────────────────────────────────

/** Acts on the desk around the apps. */
export type DeskAction =
  | { readonly app: 'desk'; readonly type: 'open-app'; readonly target: SimulatedAppId }
  | { readonly app: 'desk'; readonly type: 'help'; readonly topic: string; readonly step: 1 | 2 | 3 }
  | { readonly app: 'desk'; readonly type: 'listen'; readonly target: string }
  | { readonly app: 'desk'; readonly type: 'undo' }
  | { readonly app: 'desk'; readonly type: 'done' }
  | { readonly app: 'desk'; readonly type: 'skip' };

export type MailAction =
  | { readonly app: 'mail'; readonly type: 'folder'; readonly folder: MailState['folder'] }
  | { readonly app: 'mail'; readonly type: 'open'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'close' }
  | { readonly app: 'mail'; readonly type: 'compose' }
  | { readonly app: 'mail'; readonly type: 'reply'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'reply-all'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'forward'; readonly messageId: string }
  | { readonly app: 'mail'; readonly type: 'open-draft'; readonly draftId: string }
  | { readonly app: 'mail'; readonly type: 'leave-draft' }
  | { readonly app: 'mail'; readonly type: 'delete-draft' }
  | { readonly app: 'mail'; readonly type: 'add-recipient'; readonly contactId: string }
  | { readonly app: 'mail'; readonly type: 'remove-recipient'; readonly contactId: string }
  | { readonly app: 'mail'; readonly type: 'add-phrase'; readonly phraseId: string }
  | { readonly app: 'mail'; readonly type: 'remove-phrase'; readonly phraseId: string }
  | { readonly app: 'mail'; readonly type: 'write'; readonly typed: string }
  | { readonly app: 'mail'; readonly type: 'preview'; readonly attachmentId: string }
  | { readonly app: 'mail'; readonly type: 'send' };

export interface FilesAction {
  readonly app: 'files';
  readonly type: 'save-attachment';
  readonly attachmentId: string;
  readonly folderId: string;
}

/** Everything a reducer of the world takes. */
export type WorldAction = DeskAction | MailAction | FilesAction;

/** Why the world refuses an action; never shown as a fault, the client rebuilds and play goes on. */
export type RefusalCode =
  | 'world.ended'
  | 'world.unknown-app'
  | 'world.unknown-target'
  | 'world.nothing-to-undo'
  | 'mail.nothing-composed'
  | 'mail.no-recipient'
  | 'mail.empty'
  | 'help.unknown-topic';

export type Step<State> =
  { readonly ok: true; readonly state: State } | { readonly ok: false; readonly code: RefusalCode };
