/** The build writes this into the page: it runs before anything is painted (ADR 40). */
import { tookLong } from './page/took-long.ts';
import { firstComfort, languageOfBrowser, readFragment, rememberArrival } from './state/arrival.ts';
import { comfortKey, showComfort } from './state/comfort-values.ts';
import { Persisted } from './state/persisted.ts';
import { TabMemory } from './state/tab-memory.ts';

const root = document.documentElement;
const tab = new TabMemory(history);
const address = document.getElementById('address')?.textContent;
// After a launch, the page takes the address at which it can be loaded again (server/http/pages/client-page.ts).
if (address !== undefined) history.replaceState(history.state, '', JSON.parse(address) as string);
const arrival = readFragment(location.hash);
const language = rememberArrival(arrival, tab.read()).language ?? languageOfBrowser(navigator.languages);
root.lang = `${language}-CA`;
root.dataset.first = `${arrival.isNew ? 'notice' : 'opening'}-${language}`;
if (tookLong(performance)) root.dataset.line = 'slow';
showComfort(root, firstComfort(arrival, new Persisted(tab, null, comfortKey).read()));
