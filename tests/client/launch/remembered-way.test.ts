import { beforeEach, describe, expect, it } from 'vitest';
import { RememberedWay } from '../../../client/src/launch/remembered-way.ts';

const lms = 'https://lms.example';

describe('the way that opened the activity last time', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('is remembered for its LMS alone, until it is forgotten', () => {
    const way = new RememberedWay(window, lms);
    expect(way.find()).toBeNull();
    way.keep('window');
    way.keep('access');
    expect(new RememberedWay(window, lms).find()).toBe('access');
    expect(new RememberedWay(window, 'https://other.example').find()).toBeNull();
    way.forget();
    expect(way.find()).toBeNull();
  });

  it('is unknown where storage throws, and nothing stops', () => {
    const refusing = {
      get localStorage(): Storage {
        throw new DOMException('refused', 'SecurityError');
      },
    };
    const way = new RememberedWay(refusing, lms);
    way.keep('window');
    way.forget();
    expect(way.find()).toBeNull();
  });

  it('is unknown if something else is stored under its name', () => {
    localStorage.setItem(`numplus-way ${lms}`, 'cookie');
    expect(new RememberedWay(window, lms).find()).toBeNull();
  });
});
