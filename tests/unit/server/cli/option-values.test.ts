import { describe, expect, it } from 'vitest';
import { host } from '../../../../server/cli/option-values.ts';

describe('a host that an operator names', () => {
  it.each([
    ['Moodle.Example.org', 'moodle.example.org'],
    ['moodle.example.org:8443', 'moodle.example.org:8443'],
    ['école.example.org', 'xn--cole-9oa.example.org'],
    ['localhost', 'localhost'],
  ])('is written as browsers do: %s', (value, written) => {
    expect(host(value, true)).toBe(written);
  });

  it.each([
    ['*.example.org', /Name one host/],
    ['*', /Name one host/],
    ['moodle.example.org:443', /Leave out :443/],
    ['https://moodle.example.org', /host name such as/],
    ['moodle.example.org/path', /host name such as/],
    ['user@moodle.example.org', /host name such as/],
    ['moodle.example.org?a=1', /host name such as/],
    [' moodle.example.org', /host name such as/],
    ['moodle.example.org:', /host name such as/],
    ['10.0.0.1', /host name such as/],
    ['[::1]', /host name such as/],
    ['0x7f.1', /host name such as/],
    ['', /host name such as/],
  ])('is refused with what to do: « %s »', (value, told) => {
    expect(() => host(value, true)).toThrow(told);
  });

  it('has no port where none is compared', () => {
    expect(() => host('moodle.example.org:8443', false)).toThrow(/host name such as/);
  });
});
