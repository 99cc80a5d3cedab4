const statuses = { invalid: 400, unauthenticated: 401, forbidden: 403, missing: 404, conflict: 409, rejected: 422, tooLarge: 413, unsupportedMedia: 415, tooMany: 429, broken: 500 };

const kinds = {
  invalid: 'The input has errors; field messages say which.',
  unauthenticated: 'Nobody is signed in, or the sign-in failed.',
  forbidden: 'Somebody is signed in, but may not do this.',
  missing: 'The thing does not exist, or not for this person.',
  conflict: 'Not possible now; the answer says what is.',
  rejected: 'Understood, but refused as a whole; nothing was changed.',
  tooLarge: 'More than the server accepts.',
  unsupportedMedia: 'A kind of file that is not accepted.',
  tooMany: 'Too often; the answer says when to come back.',
  broken: 'Our fault; the reference number leads to the log.',
};

/**
 * The text of docs/ERRORS.md for an error catalogue.
 * @param {Record<string, { kind: string, zh: string, en: string }>} catalogue
 * @returns {string}
 */
export function errorsPage(catalogue) {
  return [
    '# Errors 错误代码',
    '',
    'Everything that the product refuses on purpose has a stable code. Over HTTP it is the member `code` of an `application/problem+json` answer',
    '(RFC 9457); on the command line it stands in brackets at the end of the one line on stderr. `{name}` is filled from the details of the case.',
    '',
    'This page is written by `npm run docs` from `src/errors/codes/`; a test compares the two.',
    '',
    '| Kind | HTTP | Meaning |',
    '|---|---|---|',
    ...Object.entries(kinds).map(([kind, meaning]) => `| ${kind} | ${statuses[kind]} | ${meaning} |`),
    '',
    '| Code | HTTP | 中文 | English |',
    '|---|---|---|---|',
    ...Object.entries(catalogue)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, { kind, zh, en }]) => `| \`${code}\` | ${statuses[kind]} | ${cell(zh)} | ${cell(en)} |`),
    '',
  ].join('\n');
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
