import type { Attachment } from 'svelte/attachments';

interface ShownNote {
  readonly text: string;
  /** Each new number shows the note again. */
  readonly tries: number;
}

/**
 * Scrolls a note into view when it gets a text, and again after each failed try: it may stand above what was
 * pressed. Focus stays where it is. No movement to reduce: the scroll is instant.
 */
export function revealNote({ text }: ShownNote): Attachment<HTMLElement> {
  return (note) => {
    if (text !== '') note.scrollIntoView({ block: 'nearest' });
  };
}
