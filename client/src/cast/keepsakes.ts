/** The small things a person brings back from a scene: names only, in the order of the shelf. */
export type KeepsakeId = 'plant' | 'mug' | 'badge' | 'cap' | 'thermos' | 'notebook' | 'keys' | 'tuque';
