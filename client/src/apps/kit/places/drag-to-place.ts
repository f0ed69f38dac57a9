import type { Attachment } from 'svelte/attachments';

/** Not text: a box in which a row is dropped must not take its name. */
const dataType = 'application/x-numplus-row';

interface Drops<Id> {
  readonly takes: (itemId: string, placeId: Id) => boolean;
  /** Only for what the place takes. */
  readonly drop: (itemId: string, placeId: Id) => void;
}

/** Rows that the mouse drags onto places: a second way to what menus and buttons do, which keys and fingers have. */
export class DragToPlace<Id extends string> {
  readonly #drops: Drops<Id>;
  #dragged: string | null = null;

  constructor(drops: Drops<Id>) {
    this.#drops = drops;
  }

  /** For the element that is dragged. */
  row(itemId: string): Attachment<HTMLElement> {
    return (row) => {
      const leave = new AbortController();
      const { signal } = leave;
      // A finger that stays on a row opens its menu.
      const choose = ({ pointerType }: PointerEvent): void => {
        row.setAttribute('draggable', String(pointerType !== 'touch'));
      };
      const start = ({ dataTransfer }: DragEvent): void => {
        this.#dragged = itemId;
        if (dataTransfer === null) return;
        // Some browsers drag nothing that has no data.
        dataTransfer.setData(dataType, itemId);
        dataTransfer.effectAllowed = 'move';
      };
      const end = (): void => {
        this.#dragged = null;
      };
      row.setAttribute('draggable', 'true');
      row.addEventListener('pointerdown', choose, { signal });
      row.addEventListener('dragstart', start, { signal });
      row.addEventListener('dragend', end, { signal });
      return () => {
        leave.abort();
        row.removeAttribute('draggable');
      };
    };
  }

  /** For the element that takes rows; has `data-drop` while one is over it. */
  place(placeId: Id): Attachment<HTMLElement> {
    return (place) => {
      const leave = new AbortController();
      const { signal } = leave;
      const takes = (itemId: string | null): itemId is string =>
        itemId !== null && this.#drops.takes(itemId, placeId);
      const mark = (isOver: boolean): void => {
        place.toggleAttribute('data-drop', isOver);
      };
      const take = (event: DragEvent): void => {
        if (!takes(this.#dragged)) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
        mark(true);
      };
      const drop = (event: DragEvent): void => {
        mark(false);
        const itemId = this.#dragged;
        // A row that is gone hears no end.
        this.#dragged = null;
        if (!takes(itemId)) return;
        event.preventDefault();
        // With the row the focus would be lost.
        place.querySelector('button')?.focus({ preventScroll: true });
        this.#drops.drop(itemId, placeId);
      };
      const pass = ({ relatedTarget }: DragEvent): void => {
        if (!(relatedTarget instanceof Node) || !place.contains(relatedTarget)) mark(false);
      };
      place.addEventListener('dragenter', take, { signal });
      place.addEventListener('dragover', take, { signal });
      place.addEventListener('dragleave', pass, { signal });
      place.addEventListener('drop', drop, { signal });
      return () => {
        leave.abort();
        mark(false);
      };
    };
  }
}
