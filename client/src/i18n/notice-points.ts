/** What a person reads before anything is measured; also in the page itself (client/build/first-words.ts). */
export const noticePoints = [
  { picture: 'measure', texts: ['notice.measure', 'notice.purpose'] },
  { picture: 'not-exam', texts: ['notice.exam'] },
  { picture: 'kept', texts: ['notice.kept', 'notice.name'] },
  { picture: 'who-sees', texts: ['notice.seen', 'notice.rights'] },
  { picture: 'pause', texts: ['notice.pause'] },
] as const;
