import type { IconName } from '../../ui/icons.ts';
import type { Row } from './files-model.ts';

export const kindIcons: Readonly<Record<Row['kind'], IconName>> = {
  folder: 'folder',
  document: 'file',
  sheet: 'sheet',
  image: 'image',
  pdf: 'file',
};
