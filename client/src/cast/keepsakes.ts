export type KeepsakeId =
  | ('plant' | 'mug' | 'badge' | 'cap' | 'thermos' | 'notebook')
  | ('keys' | 'tuque' | 'radio' | 'lunchbox' | 'books' | 'lamp');
