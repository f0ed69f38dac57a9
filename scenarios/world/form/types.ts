import type { CastId, TextKey, WorldRefusal } from '../base.ts';

export interface FormWorld {
  readonly note: { readonly by: CastId; readonly body: readonly TextKey[]; readonly link: SiteLink };
  readonly search: {
    readonly engine: TextKey;
    readonly asked: TextKey;
    readonly results: readonly FormResult[];
  };
  /** Data of the game's character: the person never enters their own. */
  readonly card: { readonly title: TextKey; readonly rows: readonly CardRow[] };
  readonly files: readonly FormFile[];
  readonly sites: readonly FormSite[];
}

/** The full address is the site's. */
interface SiteLink {
  readonly site: string;
  readonly text: TextKey;
}

interface FormResult {
  readonly site: string;
  readonly title: TextKey;
  readonly snippet: TextKey;
  /** Paid for, and marked so. */
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
  readonly about: TextKey;
}

type FileKind = 'pdf' | 'document' | 'photo';

export interface FormSite {
  readonly id: string;
  readonly address: TextKey;
  readonly name: TextKey;
  readonly title: TextKey;
  readonly introduction: readonly TextKey[];
  readonly fields: readonly FormField[];
  readonly thanks: readonly TextKey[];
  readonly number?: string;
  /** `any`: the number counts as noted without its letters, with spaces or in words too. */
  readonly spelling?: 'any';
  /** The person may say that the number is on paper; its last two digits are then asked for. */
  readonly paper?: true;
}

interface AnyField {
  readonly id: string;
  readonly label: TextKey;
  readonly help?: TextKey;
  readonly required: boolean;
}

export interface TextField extends AnyField {
  readonly kind: 'text';
  /** Words; year, month, day; or ten digits. */
  readonly format: 'words' | 'date' | 'phone';
  readonly onCard: string;
  /** `any`: hyphens, O for 0, words for numbers and small slips are read. Absent in the first versions. */
  readonly spelling?: 'any';
  /** What the site changes it to once, in the summary: the person should notice and correct it. */
  readonly slip?: string;
  /** What the site already holds, such as an old answer: the person should notice and change it. */
  readonly prefilled?: string;
}

export interface ChoiceField extends AnyField {
  readonly kind: 'choice';
  readonly options: readonly { readonly id: string; readonly text: TextKey }[];
  readonly onCard: string;
}

/** Its content stays in the page: the action says only whether it is filled. */
export interface SecretField extends AnyField {
  readonly kind: 'secret';
  /** Digits if absent. */
  readonly holds?: 'password';
}

export interface FileField extends AnyField {
  readonly kind: 'file';
  readonly accepts: readonly FileKind[];
}

export type FormField = TextField | ChoiceField | SecretField | FileField;

/** Class of a typed text; no part of the text. */
export type Reading = 'empty' | 'ill-formed' | 'well-formed' | 'as-on-card';

/** `typed` is personal: encrypted at rest, in no statement. */
interface ReadText {
  readonly typed: string;
  readonly reading: Reading;
}

export interface FormState {
  readonly view: FormView;
  /** A site without an entry is untouched. */
  readonly sites: Readonly<Record<string, SiteState>>;
  /** `as-on-card` if it holds a confirmation number. */
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
  readonly secrets: readonly string[];
  /** Fields that the last « Continue » refused; those corrected since stay in the list. */
  readonly problems: readonly string[];
  readonly slipped: Readonly<Record<string, Reading>>;
  readonly kept: readonly StoredBy[];
}

export type StoredBy = 'copy' | 'print' | 'capture' | 'paper';

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
  | { readonly app: 'form'; readonly type: 'keep'; readonly how: Exclude<StoredBy, 'paper'> }
  /** The last digits of the number, from the person's paper. */
  | { readonly app: 'form'; readonly type: 'jot'; readonly typed: string; readonly reading: Reading }
  | { readonly app: 'form'; readonly type: 'note'; readonly typed: string; readonly reading: Reading };

export type FormRefusal =
  | WorldRefusal
  | 'form.no-site'
  /** The form is not being filled, or not ready to be sent. */
  | 'form.other-step'
  /** The reading sent with the text is wrong. */
  | 'form.other-reading';
