import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../../lti/launch/history.ts';

const courses = (value: string): readonly string[] => readHistory({ numplus_course_history: value }).courses;

describe('the history of a course', () => {
  it('is read in the order of the LMS, newest first, each id once', () => {
    expect(courses('12, 7,12,3')).toEqual(['12', '7', '3']);
  });

  it('is decoded, but kept as it is where the LMS does not encode', () => {
    expect(courses('a%2Cb,https%3A%2F%2Flms.example%2F1,100%,a b')).toEqual([
      'a,b',
      'https://lms.example/1',
      '100%',
      'a b',
    ]);
  });

  it.each(['', ' ', ',,', '$Context.id.history', ' $Context.id.history'])('is empty in %j', (value) => {
    expect(courses(value)).toEqual([]);
  });

  it('is empty without the parameter', () => {
    expect(readHistory({})).toEqual({ courses: [], links: [] });
  });

  it('skips ids that are too long, and stops after ten', () => {
    const many = Array.from({ length: 500 }, (_, index) => String(index)).join(',');
    expect(courses(`${'x'.repeat(256)},${many}`)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });
});

it('links of an activity have a history of their own', () => {
  expect(readHistory({ numplus_link_history: '5,4', numplus_course_history: '2' })).toEqual({
    courses: ['2'],
    links: ['5', '4'],
  });
});
