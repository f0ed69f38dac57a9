/** Limits of a selection: announced to the tool, then enforced. Default: Moodle's. */
import { z } from 'zod';

export const selectionSettingsSchema = z.object({
  acceptTypes: z.array(z.string().max(100)).max(20).default(['ltiResourceLink']),
  /** Null omits it: many items are allowed. */
  acceptMultiple: z.boolean().nullable().default(true),
  /** Null omits it, as Moodle does. */
  acceptLineItem: z.boolean().nullable().default(null),
  /** Must return byte for byte; null omits it. */
  data: z.string().max(20_000).nullable().default(null),
  returnUrl: z.string().max(2000).nullable().default(null),
  /** For an activity that is chosen again; Moodle sends its title only. */
  sendsCustom: z.boolean().default(false),
});

export type SelectionSettings = z.output<typeof selectionSettingsSchema>;

export interface Selections {
  current: SelectionSettings;
}

export function createSelections(): Selections {
  return { current: selectionSettingsSchema.parse({}) };
}

export function toSettingsClaim(settings: SelectionSettings): Readonly<Record<string, unknown>> {
  const { acceptTypes, acceptMultiple, acceptLineItem, data } = settings;
  return {
    accept_types: acceptTypes,
    accept_presentation_document_targets: ['frame', 'iframe', 'window'],
    accept_copy_advice: false,
    ...(acceptMultiple === null ? {} : { accept_multiple: acceptMultiple }),
    ...(acceptLineItem === null ? {} : { accept_lineitem: acceptLineItem }),
    accept_unsigned: false,
    auto_create: false,
    can_confirm: false,
    ...(data === null ? {} : { data }),
  };
}

export function findRefusal(
  settings: SelectionSettings,
  answer: { readonly data: unknown; readonly items: readonly { readonly type: string }[] },
): 'data' | 'accept_multiple' | 'accept_types' | undefined {
  // Moodle neither sends `data` nor checks it.
  if (settings.data !== null && answer.data !== settings.data) return 'data';
  if (settings.acceptMultiple === false && answer.items.length > 1) return 'accept_multiple';
  return answer.items.some(({ type }) => !settings.acceptTypes.includes(type)) ? 'accept_types' : undefined;
}
