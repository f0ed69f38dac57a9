import { z } from 'zod';

export const formatVersion = z.literal(1).describe('Always 1. · Toujours 1.');

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'an id has small letters, digits and hyphens')
  .describe(
    'A neutral id, because research data show it: small letters, digits, hyphens. · Un identifiant neutre, car les données de recherche le montrent : petites lettres, chiffres, traits d’union.',
  );

export const textKey = z
  .string()
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)*$/,
    'a text key has small letters, digits and hyphens, joined by dots, such as browser.w2.hours.2',
  )
  .describe('Key of a text in both language files. · Clé d’un texte des deux fichiers de langue.');

export const cast = z
  .enum(['nadia', 'samir', 'joyce', 'marc', 'rosa'])
  .describe('Who speaks or is seen; Rosa is a customer. · Qui parle ou qu’on voit; Rosa est une cliente.');

export const plainName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a name has letters and digits and begins with a small letter');

export const actionId = z.string().min(1).max(64);

export const erasedMark = 'a typed text cannot hold the mark of an erased one';

/** Refuses the mark of an erased text. */
export const typedText = z
  .string()
  .max(2000)
  .refine((text) => !text.includes('\uFFFC'), erasedMark);

export const phraseGroups = z
  .array(
    z.strictObject({ id, title: textKey, phrases: z.array(z.strictObject({ id, text: textKey })).min(1) }),
  )
  .describe(
    'Ready-made sentences, by group; evidence.yaml gives each its meaning. · Phrases toutes prêtes, par groupe; evidence.yaml donne le sens de chacune.',
  );
