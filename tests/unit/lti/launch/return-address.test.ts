import { expect, it } from 'vitest';
import { findReturnAddress } from '../../../../lti/launch/return-address.ts';

it.each([
  [
    'moodle',
    'https://moodle.example/mod/lti/return.php?course=2&launch_container=3&instanceid=1&sesskey=vavx8H8Z1r',
    'https://moodle.example/course/view.php?id=2',
  ],
  [
    'moodle',
    'https://school.example/moodle/mod/lti/return.php?course=2%265',
    'https://school.example/moodle/course/view.php?id=2%265',
  ],
  ['moodle', 'https://moodle.example/mod/lti/return.php', 'https://moodle.example/mod/lti/return.php'],
  ['moodle', 'https://lms.example/back?course=2', 'https://lms.example/back?course=2'],
  ['moodle', undefined, null],
  [
    'canvas',
    'https://canvas.example/mod/lti/return.php?course=2',
    'https://canvas.example/mod/lti/return.php?course=2',
  ],
] as const)('in %s the way back of %s is %s', (family, returnUrl, expected) => {
  expect(findReturnAddress(family, returnUrl)).toBe(expected);
});
