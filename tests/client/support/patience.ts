/** How long queries wait for an element: a guard, many times what a quiet machine needs. */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 60_000 });
