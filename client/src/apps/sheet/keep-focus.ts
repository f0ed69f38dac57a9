/** For `onmousedown`: the focus stays until a cell takes it, so a box keeps it if its text cannot be entered. */
export function keepFocus(event: Event): void {
  event.preventDefault();
}
