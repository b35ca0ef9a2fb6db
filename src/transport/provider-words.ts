const removed = '[redacted]';

/** One word as machines write them: no blank, no `@`, no `+`. */
const word = /^[\w.:=/-]+$/;
const numberOfAPerson = /^\d[\d.-]{6,14}\d$/;
const numberInside = /\d[\d.-]{6,}\d/;
/** Letters of a code are words set off by a sign; a key is a long run with digits among the letters. */
const keyInside = /(?=[A-Za-z]*\d)[A-Za-z0-9]{20,}/;

/**
 * A marketplace's code of a refusal, fit for an error, its message and a log: kept as it is to 80 characters where it is one word as
 * codes are, removed as a whole where it could hold an address, a telephone or other long number, or a key.
 */
export const toProviderCode = (code: string): string => {
  const isCode = word.test(code) && !numberInside.test(code) && !keyInside.test(code);
  return code === '' || isCode ? code.slice(0, 80) : removed;
};

/** A marketplace's own id of a request, of at most 120 characters; undefined where it is empty or could be something about a person. */
export const toRequestId = (id: string | undefined): string | undefined =>
  id !== undefined && word.test(id) && !numberOfAPerson.test(id) ? id.slice(0, 120) : undefined;
