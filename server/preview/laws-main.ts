import { checkThoroughly } from '../../scenarios/checks/check-scenario.ts';
import { loadVocabularies } from '../content/load-vocabularies.ts';
import { SceneFolder } from './scene-folder.ts';

process.once('disconnect', () => {
  process.exit();
});
const folder = SceneFolder.find(process.argv[2] ?? '');
if (folder === undefined) throw new Error('no scenario there');
const { vocabularies } = loadVocabularies(folder.directory);
const { errors, warnings } = checkThoroughly(folder.name, folder.texts(), vocabularies);
process.send?.([...errors, ...warnings], () => {
  process.disconnect();
});
