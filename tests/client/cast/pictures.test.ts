import { cleanup, render } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import DeskFrame from '../../../client/src/cast/DeskFrame.svelte';
import type { KeepsakeId } from '../../../client/src/cast/keepsakes.ts';
import KeepsakeShelf from '../../../client/src/cast/KeepsakeShelf.svelte';
import Logo from '../../../client/src/cast/Logo.svelte';
import Place from '../../../client/src/cast/Place.svelte';
import SpotPicture from '../../../client/src/cast/SpotPicture.svelte';
import Welcome from '../../../client/src/cast/Welcome.svelte';

const places = ['office', 'kitchen', 'warehouse', 'shop'] as const;
const spots = ['measure', 'kept', 'who-sees', 'pause', 'not-exam', 'help'] as const;

afterEach(cleanup);

describe('Place', () => {
  it.each(places)('draws the %s, as decoration or with its name', (name) => {
    const decoration = render(Place, { name });
    expect(decoration.container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    cleanup();
    const picture = render(Place, { name, label: 'Le lieu' }).getByRole('img', { name: 'Le lieu' });
    expect(picture.querySelectorAll('path').length).toBeGreaterThan(20);
    expect(picture.querySelector('[style]')).toBeNull();
  });

  it('draws four different places', () => {
    const drawings = places.map((name) => render(Place, { name }).container.innerHTML);
    expect(new Set(drawings).size).toBe(4);
  });
});

describe('Welcome', () => {
  it('shows the name of the workshops on the sign', () => {
    const { getByRole } = render(Welcome, { label: 'Les ateliers sous la neige' });
    const picture = getByRole('img', { name: 'Les ateliers sous la neige' });
    expect(picture.querySelector('text')?.textContent).toBe('Les Ateliers Boréal');
  });
});

describe('Logo', () => {
  it('has its name as text only on request', () => {
    expect(render(Logo).queryByRole('img')).toBeNull();
    cleanup();
    expect(render(Logo, { label: 'NUM+' }).getByRole('img', { name: 'NUM+' })).toBeTruthy();
  });
});

describe('KeepsakeShelf', () => {
  const getItems = (container: HTMLElement): (string | null)[] =>
    [...container.querySelectorAll('[data-keepsake]')].map((item) => item.getAttribute('data-keepsake'));

  it('is empty before the first scene and still has a name', () => {
    const { container, getByRole } = render(KeepsakeShelf, { items: [], label: 'L’étagère est vide' });
    expect(getByRole('img', { name: 'L’étagère est vide' })).toBeTruthy();
    expect(getItems(container)).toEqual([]);
  });

  it('shows the objects side by side in the order they were earned', () => {
    const items: readonly KeepsakeId[] = ['thermos', 'plant', 'notebook', 'mug', 'cap', 'badge'];
    const { container } = render(KeepsakeShelf, { items, label: 'L’étagère' });
    expect(getItems(container)).toEqual(items);
    const spots = [...container.querySelectorAll('[data-keepsake]')].map((item) =>
      item.getAttribute('transform'),
    );
    expect(new Set(spots).size).toBe(6);
    const drawings = [...container.querySelectorAll('[data-keepsake]')].map((item) => item.innerHTML);
    expect(new Set(drawings).size).toBe(6);
  });
});

describe('DeskFrame', () => {
  it('contains the app and hides its drawing from assistive technology', () => {
    const children = createRawSnippet(() => ({ render: () => '<p>Boîte de réception</p>' }));
    const { container, getByText } = render(DeskFrame, { children });
    expect(getByText('Boîte de réception')).toBeTruthy();
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('SpotPicture', () => {
  it('draws six different pictures, all decoration', () => {
    const drawings = spots.map((name) => {
      const svg = render(SpotPicture, { name }).container.querySelector('svg');
      expect(svg?.getAttribute('aria-hidden')).toBe('true');
      return svg?.querySelector('[data-picture]')?.innerHTML;
    });
    expect(new Set(drawings).size).toBe(6);
  });
});
