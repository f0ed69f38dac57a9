/** What a selection may bring back, as the LMS says it to the tool and then holds it to. Moodle's ways by default. */
import { z } from 'zod';

export const selectionSettingsSchema = z.object({
  acceptTypes: z.array(z.string().max(100)).max(20).default(['ltiResourceLink']),
  /** Null leaves the word out: many items are then allowed. */
  acceptMultiple: z.boolean().nullable().default(true),
  /** Null leaves the word out, as Moodle does. */
  acceptLineItem: z.boolean().nullable().default(null),
  /** Must come back byte for byte; null sends none. */
  data: z.string().max(20_000).nullable().default(null),
  /** Where the tool is to return to; null is the LMS's own address. */
  returnUrl: z.string().max(2000).nullable().default(null),
});

export type SelectionSettings = z.output<typeof selectionSettingsSchema>;

export interface Selections {
  /** What the next selection says. */
  current: SelectionSettings;
}

export function createSelections(): Selections {
  return { current: selectionSettingsSchema.parse({}) };
}

/** The deep_linking_settings claim, less the return address. */
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

/** Why a list of so many items with this `data` cannot be taken; undefined when it can. */
export function findRefusal(
  settings: SelectionSettings,
  answer: { readonly data: unknown; readonly items: readonly { readonly type: string }[] },
): 'data' | 'accept_multiple' | 'accept_types' | undefined {
  // Moodle sends none and looks at none.
  if (settings.data !== null && answer.data !== settings.data) return 'data';
  if (settings.acceptMultiple === false && answer.items.length > 1) return 'accept_multiple';
  return answer.items.some(({ type }) => !settings.acceptTypes.includes(type)) ? 'accept_types' : undefined;
}
