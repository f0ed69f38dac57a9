/** Seen from behind: nobody is given a face. */
export const avatarIds = ['tuque', 'curls', 'braid', 'scarf', 'cap', 'short'] as const;

export type AvatarId = (typeof avatarIds)[number];
