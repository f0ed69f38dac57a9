import type { Attachment } from 'svelte/attachments';

interface ShownNote {
  readonly text: string;
  /** Each new number shows the note again. */
  readonly tries: number;
}

/** Scrolls a note into view at once, without moving focus, when it gets a text and after each failed try. */
export function revealNote({ text }: ShownNote): Attachment<HTMLElement> {
  return (note) => {
    if (text !== '') note.scrollIntoView({ block: 'nearest' });
  };
}
