/** The page itself: which of its parts are shown, in both languages alike. */

/** `working` hides all but a word of patience, `asks` shows the page. */
export function setState(state: 'working' | 'asks'): void {
  document.documentElement.dataset.state = state;
}

export function showStep(name: string, shown: boolean): void {
  for (const step of document.querySelectorAll<HTMLElement>(`[data-step="${name}"]`)) step.hidden = !shown;
}

/** Calls for a press on any of the buttons of this name. */
export function onPress(name: string, press: () => void): void {
  for (const button of document.querySelectorAll<HTMLElement>(`[data-act="${name}"]`)) {
    button.addEventListener('click', press);
  }
}
