import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Caller } from '../../../../client/src/api/caller.ts';
import { Http } from '../../../../client/src/api/http.ts';
import { toProblem } from '../../../../client/src/api/problem.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import FolderCard from '../../../../client/src/staff/teach/FolderCard.svelte';
import { FileDownload } from '../../../../client/src/ui/file-download.svelte.ts';
import { HandTimers, settle } from '../../support/hand-timers.ts';

let answer: () => Promise<Response>;
let asked: string[];
let problems: string[];
let kept: Blob[];
let saved: string[];

const remember = (event: Event): void => {
  const { target } = event;
  if (!(target instanceof HTMLAnchorElement)) return;
  saved.push(target.download);
  event.preventDefault();
};

beforeEach(() => {
  locale.current = 'fr';
  answer = () => Promise.resolve(new Response('Nom;é\n'));
  [asked, problems, kept, saved] = [[], [], [], []];
  document.addEventListener('click', remember);
});
afterEach(() => {
  document.removeEventListener('click', remember);
  cleanup();
});

function show(): HandTimers {
  const timers = new HandTimers();
  const http = new Http((input, init) => {
    const headers = new Headers(init?.headers);
    asked.push(`${typeof input === 'string' ? input : ''} ${headers.get('authorization') ?? ''}`);
    return answer();
  }, timers);
  const tokens = {
    token: () => Promise.resolve('old'),
    renew: () => Promise.resolve('new'),
    present: 'old',
  };
  const download = new FileDownload({
    caller: new Caller(http, tokens, timers),
    onproblem: (error) => problems.push(toProblem(error).code),
    toUrl: (file) => {
      kept.push(file);
      return 'blob:https://tool.example/1';
    },
  });
  render(FolderCard, { download, isLimited: false, sheets: 0, onprint: () => undefined });
  return timers;
}

async function press(name: RegExp): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

const said = (): string => screen.getByRole('status').textContent;

describe('the download of the list', () => {
  it('saves the file byte for byte, and shows a link to save it again', async () => {
    show();
    await press(/la liste/);
    expect(asked).toEqual(['/api/activity/people?language=fr Bearer old']);
    expect(await kept[0]?.text()).toBe('Nom;é\n');
    expect(saved).toEqual(['numplus-groupe.csv']);
    expect(said()).toBe('Le fichier est prêt.');
    expect(screen.getByRole('link').getAttribute('href')).toBe('blob:https://tool.example/1');
  });

  it('renews the session once, and reports its end', async () => {
    answer = () => Promise.resolve(Response.json({ code: 'session.expired', params: {} }, { status: 401 }));
    show();
    await press(/la liste/);
    expect(asked.map((one) => one.split(' ').at(-1))).toEqual(['old', 'new']);
    expect(problems).toEqual(['session.expired']);
  });

  it('says in the page’s language that the connection was lost, and can be started again', async () => {
    locale.current = 'en';
    answer = () => Promise.reject(new TypeError('cut'));
    show();
    await press(/the list/);
    expect([said(), problems]).toEqual(['The connection was lost. Press again: the file starts over.', []]);
    answer = () => Promise.resolve(new Response('Name\n'));
    await press(/the list/);
    expect(said()).toBe('The file is ready.');
  });

  it('says that the file is not ready if the server cannot make it', async () => {
    answer = () => Promise.resolve(Response.json({ code: 'server.unexpected', params: {} }, { status: 500 }));
    show();
    await press(/la liste/);
    expect(said()).toBe('Le fichier n’est pas prêt. Réessayez dans une minute.');
  });

  it('discards a file that broke off', async () => {
    answer = () => {
      const body = new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('Nom;1\n'));
          stream.error(new TypeError('cut'));
        },
      });
      return Promise.resolve(new Response(body));
    };
    show();
    await press(/la liste/);
    expect([kept, saved, screen.queryByRole('link')]).toEqual([[], [], null]);
    expect(said()).toBe(
      'La connexion s’est coupée. Appuyez de nouveau\u00a0: le fichier recommence du début.',
    );
  });

  it('sends one request, however often it is pressed while the file is downloading', async () => {
    answer = () => new Promise(() => undefined);
    show();
    await press(/la liste/);
    await press(/la liste/);
    expect(asked).toHaveLength(1);
    expect(said()).toBe('On prépare le fichier…');
  });
});
