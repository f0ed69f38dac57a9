/** `working` hides all but a short message. */
export function setState(state: 'working' | 'asks'): void {
  document.documentElement.dataset.state = state;
}

export function showStep(name: string, shown: boolean): void {
  for (const step of document.querySelectorAll<HTMLElement>(`[data-step="${name}"]`)) step.hidden = !shown;
}

export function onPress(name: string, press: () => void): void {
  for (const button of document.querySelectorAll<HTMLElement>(`[data-act="${name}"]`)) {
    button.addEventListener('click', press);
  }
}
