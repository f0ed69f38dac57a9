import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Button from '../../../client/src/ui/Button.svelte';
import Dialog from '../../../client/src/ui/Dialog.svelte';
import LiveRegion from '../../../client/src/ui/LiveRegion.svelte';
import Menu from '../../../client/src/ui/Menu.svelte';

afterEach(cleanup);

const word = createRawSnippet(() => ({ render: () => '<span>Mot</span>' }));

describe('a button', () => {
  it('runs its action, and does not when disabled, yet can be focused', async () => {
    let presses = 0;
    const onclick = (): void => {
      presses += 1;
    };
    const view = render(Button, { onclick, children: word });
    await fireEvent.click(screen.getByRole('button', { name: 'Mot' }));
    await view.rerender({ disabled: true });
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Mot' });
    await fireEvent.click(button);
    expect(presses).toBe(1);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.disabled).toBe(false);
  });

  it('treats a double click and a held Enter as one press', async () => {
    let presses = 0;
    const onclick = (): void => {
      presses += 1;
    };
    render(Button, { onclick, children: word });
    const button = screen.getByRole('button', { name: 'Mot' });
    await fireEvent.click(button, { detail: 1 });
    await fireEvent.click(button, { detail: 2 });
    expect(presses).toBe(1);
    const goesOn = await fireEvent.keyDown(button, { key: 'Enter', repeat: true, cancelable: true });
    expect(goesOn).toBe(false);
    expect(await fireEvent.keyDown(button, { key: 'Enter' })).toBe(true);
  });

  it('takes focus before its action, however it was pressed', async () => {
    const box = document.createElement('textarea');
    document.body.append(box);
    box.focus();
    let active: Element | null = null;
    const onclick = (): void => {
      active = document.activeElement;
    };
    render(Button, { onclick, children: word });
    await fireEvent.click(screen.getByRole('button', { name: 'Mot' }));
    expect(active).toBe(screen.getByRole('button', { name: 'Mot' }));
    box.remove();
  });
});

describe('a dialog', () => {
  it('moves focus to its title and gives it back', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    before.focus();
    const view = render(Dialog, {
      open: true,
      title: 'Titre',
      closeLabel: 'Fermer',
      onclose: () => undefined,
      children: word,
    });
    await tick();
    expect(document.activeElement?.textContent).toBe('Titre');
    await view.rerender({ open: false });
    expect(document.activeElement).toBe(before);
    before.remove();
  });

  it('asks to be closed on Escape and by its button', async () => {
    let asked = 0;
    render(Dialog, {
      open: true,
      title: 'Titre',
      closeLabel: 'Fermer',
      onclose: () => {
        asked += 1;
      },
      children: word,
    });
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    await fireEvent.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(asked).toBe(2);
  });
});

describe('a menu', () => {
  it('opens by key, closes on Escape with focus back, and reports the choice', async () => {
    const chosen: string[] = [];
    render(Menu, {
      label: 'Ajouter',
      items: [
        { id: 'a', label: 'Joyce' },
        { id: 'b', label: 'Marc' },
      ],
      onchoose: (id: string) => chosen.push(id),
    });
    const button = screen.getByRole('button', { name: 'Ajouter' });
    await fireEvent.keyDown(button, { key: 'ArrowUp' });
    await tick();
    expect(document.activeElement?.textContent.trim()).toBe('Marc');
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    await fireEvent.click(button);
    await tick();
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Joyce' }));
    expect(chosen).toEqual(['a']);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes when the person presses elsewhere', async () => {
    render(Menu, { label: 'Ajouter', items: [{ id: 'a', label: 'Joyce' }], onchoose: () => undefined });
    await fireEvent.click(screen.getByRole('button', { name: 'Ajouter' }));
    await tick();
    await fireEvent.pointerDown(document.body);
    await tick();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a live region', () => {
  it('changes the text of a repeated sentence so that it is announced again', async () => {
    const view = render(LiveRegion, { text: 'Fait.', times: 2 });
    const first = screen.getByRole('status').textContent;
    await view.rerender({ times: 3 });
    expect(screen.getByRole('status').textContent).not.toBe(first);
  });
});
