import { z } from 'zod';
import { platformFamilies } from '../../../lti/platform-quirks.ts';
import { accessNeeds } from '../../../scenarios/world/access.ts';

export const language = z.enum(['fr', 'en']);

export const accessNeed = z.enum(accessNeeds);

export const platformFamily = z.enum(platformFamilies);
