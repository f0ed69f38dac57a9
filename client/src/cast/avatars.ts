/** The six ways in which the person who plays can appear. All are seen from behind: nobody is told a face. */
export const avatarIds = ['tuque', 'curls', 'braid', 'scarf', 'cap', 'short'] as const;

export type AvatarId = (typeof avatarIds)[number];
