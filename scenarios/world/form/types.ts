/** A form on the web: types of its world, state and actions. */
import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface FormWorld {
  /** Who sent the link, and what they wrote. */
  readonly note: { readonly by: CastId; readonly body: readonly TextKey[]; readonly link: SiteLink };
  /** What a search for the form finds, in order. */
  readonly search: {
    readonly engine: TextKey;
    readonly asked: TextKey;
    readonly results: readonly FormResult[];
  };
  /** The card of the game's character: what goes into the form, never anything of the person's own. */
  readonly card: { readonly title: TextKey; readonly rows: readonly CardRow[] };
  /** Files of the character that can be attached. */
  readonly files: readonly FormFile[];
  readonly sites: readonly FormSite[];
}

/** A link to a site: its full address is the site's. */
interface SiteLink {
  readonly site: string;
  readonly text: TextKey;
}

interface FormResult {
  readonly site: string;
  readonly title: TextKey;
  readonly snippet: TextKey;
  /** Paid for, and says so. */
  readonly sponsored: boolean;
}

interface CardRow {
  readonly id: string;
  readonly label: TextKey;
  readonly value: TextKey;
}

export interface FormFile {
  readonly id: string;
  readonly name: TextKey;
  readonly kind: FileKind;
  /** What is in it, in a sentence. */
  readonly about: TextKey;
}

type FileKind = 'pdf' | 'document' | 'photo';

/** A site with one form on it. */
export interface FormSite {
  readonly id: string;
  /** As the address line shows it, e.g. `https://emploi.example/embauche`. */
  readonly address: TextKey;
  readonly name: TextKey;
  readonly title: TextKey;
  readonly introduction: readonly TextKey[];
  readonly fields: readonly FormField[];
  /** What is said once the form was sent. */
  readonly thanks: readonly TextKey[];
  /** The confirmation number, if the site gives one. */
  readonly number?: string;
}

interface AnyField {
  readonly id: string;
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly required: boolean;
}

/** A box to type in. */
export interface TextField extends AnyField {
  readonly kind: 'text';
  /** What may be typed: words, a day as year, month, day, or a telephone number of ten digits. */
  readonly format: 'words' | 'date' | 'phone';
  /** What the card says, e.g. `1990-03-14`. */
  readonly onCard: string;
  /** What the site makes of it once, when it shows the summary: to be noticed and mended there. */
  readonly slip?: string;
}

export interface ChoiceField extends AnyField {
  readonly kind: 'choice';
  readonly options: readonly { readonly id: string; readonly text: TextKey }[];
  /** What the card says: an option's id. */
  readonly onCard: string;
}

/** A box whose content stays in the page: the action says only whether it is filled. */
export interface SecretField extends AnyField {
  readonly kind: 'secret';
}

export interface FileField extends AnyField {
  readonly kind: 'file';
  readonly accepts: readonly FileKind[];
}

export type FormField = TextField | ChoiceField | SecretField | FileField;

/** Class of a typed text against what its box asks for; no part of the text. */
export type Reading = 'empty' | 'ill-formed' | 'well-formed' | 'as-on-card';

/** What somebody typed, with how it reads. `typed` is personal, encrypted at rest, in no statement. */
interface ReadText {
  readonly typed: string;
  readonly reading: Reading;
}

export interface FormState {
  readonly view: FormView;
  /** What was done on each site so far; a site without an entry is untouched. */
  readonly sites: Readonly<Record<string, SiteState>>;
  /** The person's note pad; `as-on-card` if it holds a confirmation number. */
  readonly pad: ReadText;
}

export type FormView =
  | { readonly kind: 'start' }
  | { readonly kind: 'results' }
  | { readonly kind: 'site'; readonly site: string };

export interface SiteState {
  readonly step: 'fill' | 'summary' | 'sent';
  readonly texts: Readonly<Record<string, ReadText>>;
  readonly choices: Readonly<Record<string, string>>;
  /** File id by field id. */
  readonly files: Readonly<Record<string, string>>;
  /** Ids of the secret boxes that are filled. */
  readonly secrets: readonly string[];
  /** Fields that the last « Continue » could not take; those mended since stay in the list. */
  readonly problems: readonly string[];
  /** How a text read before the site changed it, by field id. */
  readonly slipped: Readonly<Record<string, Reading>>;
  /** Ways in which the person saved the confirmation number. */
  readonly kept: readonly KeptBy[];
}

export type KeptBy = 'copy' | 'print' | 'capture';

export type FormAction =
  | { readonly app: 'form'; readonly type: 'open'; readonly siteId: string; readonly via: 'note' | 'result' }
  | { readonly app: 'form'; readonly type: 'start' | 'search' }
  | { readonly app: 'form'; readonly type: 'review' | 'send' }
  | {
      readonly app: 'form';
      readonly type: 'fill';
      readonly fieldId: string;
      readonly typed: string;
      readonly reading: Reading;
    }
  | { readonly app: 'form'; readonly type: 'choose'; readonly fieldId: string; readonly choice: string }
  | { readonly app: 'form'; readonly type: 'fill-secret'; readonly fieldId: string; readonly filled: boolean }
  | { readonly app: 'form'; readonly type: 'attach'; readonly fieldId: string; readonly fileId: string }
  | { readonly app: 'form'; readonly type: 'detach' | 'mend'; readonly fieldId: string }
  | { readonly app: 'form'; readonly type: 'keep'; readonly how: KeptBy }
  | { readonly app: 'form'; readonly type: 'note'; readonly typed: string; readonly reading: Reading };

export type FormRefusal =
  | WorldRefusal
  | 'form.no-site'
  /** The form is not being filled, or not ready to be sent. */
  | 'form.other-step'
  /** The reading that came along is not the text's. */
  | 'form.other-reading';
