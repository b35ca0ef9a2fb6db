import { InvalidArgumentError } from 'commander';
import { isWhen } from '../../../policy/facts/moment.js';

/** Reads `--at`: an instant, or a day. */
export const moment = (text: string): string => {
  if (isWhen(text)) return text;
  throw new InvalidArgumentError('expected a day such as 2026-11-22, or an instant such as 2026-11-22T10:00:00Z.');
};
