/** `working` hides all but a short message. */
export function setState(state: 'working' | 'asks'): void {
  document.documentElement.dataset.state = state;
}

export function showStep(name: string, shown: boolean): void {
  for (const step of document.querySelectorAll<HTMLElement>(`[data-step="${name}"]`)) step.hidden = !shown;
}

/** Makes a step the first and main one. */
export function putFirst(name: string): void {
  for (const step of document.querySelectorAll<HTMLElement>(`.step[data-step="${name}"]`)) {
    const first = step.parentElement?.querySelector('.step');
    first?.querySelector('button')?.classList.remove('main');
    step.querySelector('button')?.classList.add('main');
    first?.before(step);
  }
}

export function onPress(name: string, press: () => void): void {
  for (const button of document.querySelectorAll<HTMLElement>(`[data-act="${name}"]`)) {
    button.addEventListener('click', press);
  }
}
