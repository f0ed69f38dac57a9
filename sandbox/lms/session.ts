import type { Request, Response } from 'express';
import type { Language } from './pages/texts.ts';
import { findPerson } from './people-and-courses.ts';
import type { Person } from './people-and-courses.ts';
import { readId } from './text-field.ts';

const PERSON_COOKIE = 'bouleaux_person';
const LANGUAGE_COOKIE = 'bouleaux_language';
const OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

export interface Session {
  readonly person: Person | undefined;
  readonly language: Language | undefined;
}

function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function readSession(request: Request): Session {
  const language = readCookie(request, LANGUAGE_COOKIE);
  return {
    person: findPerson(readId(readCookie(request, PERSON_COOKIE)) ?? 0),
    language: language === 'fr' || language === 'en' ? language : undefined,
  };
}

export function actAs(response: Response, person: Person): void {
  response.cookie(PERSON_COOKIE, String(person.id), OPTIONS);
}

export function chooseLanguage(response: Response, language: Language): void {
  response.cookie(LANGUAGE_COOKIE, language, OPTIONS);
}
