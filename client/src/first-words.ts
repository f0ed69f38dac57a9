/** The build writes this into the page: it runs before anything is painted (ADR 40). */
import { firstComfort, readFragment, rememberArrival } from './state/arrival.ts';
import { comfortKey, showComfort } from './state/comfort-values.ts';
import { findStorage, Persisted } from './state/persisted.ts';
import { TabMemory } from './state/tab-memory.ts';

const root = document.documentElement;
const tab = new TabMemory(history);
const arrival = readFragment(location.hash);
const language = rememberArrival(arrival, tab.read()).language ?? 'fr';
root.lang = `${language}-CA`;
root.dataset.first = `${arrival.isNew ? 'notice' : 'opening'}-${language}`;
// Comfort is the learner's.
if (location.pathname.startsWith('/play')) {
  const stored = new Persisted(tab, findStorage(window), comfortKey).read();
  showComfort(root, firstComfort(arrival, stored));
}
