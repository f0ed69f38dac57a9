import { z } from 'zod';
import { platformFamilies } from '../../../lti/platform-quirks.ts';
import { accessNeeds } from '../../../scenarios/world/access.ts';
import { gradeKinds } from '../../contract/grade-kinds.ts';

export const language = z.enum(['fr', 'en']);

export const accessNeed = z.enum(accessNeeds);

export const gradeKind = z.enum(gradeKinds);

export const groupReach = z.enum(['all', 'own', 'ask']);

export const platformFamily = z.enum(platformFamilies);
