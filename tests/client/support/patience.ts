/**
 * How long a test looks for what must come before it says that it did not: more than a busy machine ever needs. It
 * decides nothing where all is well.
 */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 15_000 });
