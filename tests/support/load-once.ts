/** Loading content takes most of a server's start, and most tests start one on the same content. */
import { loadContent } from '../../server/content/load.ts';
import { checkOnce } from './check-once.ts';
import { content, contentDirectory } from './s02.ts';

/** As `loadContent`, but loads the delivered content, and checks the same scenario, only once in a test process. */
export const loadOnce: typeof loadContent = (directory) =>
  directory === contentDirectory ? content : loadContent(directory, checkOnce);
