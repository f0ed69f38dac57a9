/**
 * A listener for presses or for clicks in their capture phase. What a press brings or removes may move the page under the finger: the
 * second half of a double tap presses only what the first half pressed.
 */
export function keepToAim(): (event: MouseEvent) => void {
  let pressed: EventTarget | null = null;
  return (event) => {
    if (event.detail === 2 && event.target !== pressed) {
      event.preventDefault();
      event.stopPropagation();
    }
    pressed = event.target;
  };
}
