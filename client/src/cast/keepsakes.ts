export type KeepsakeId = 'plant' | 'mug' | 'badge' | 'cap' | 'thermos' | 'notebook' | 'keys' | 'tuque';
