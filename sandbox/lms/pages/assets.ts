export const POST_SCRIPT = `document.getElementById('post').submit();\n`;

/** Returns to the tools when the framed tool reports that it is done. */
export const REGISTRATION_SCRIPT = `addEventListener('message', ({ source, data }) => {
  const frame = document.getElementById('contentframe');
  if (source === frame.contentWindow && data?.subject === 'org.imsglobal.lti.close') location.assign('/admin/tools');
});
`;

export const CREST_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#22344f" d="M4 4h32v18c0 8-7 12-16 15C11 34 4 30 4 22z"/><path stroke="#fff" stroke-width="4" d="M13 9v20M27 9v20M20 9v24"/></svg>\n`;
