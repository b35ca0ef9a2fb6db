import { stages, type Stage } from '../../src/marketplaces/memory/stages.js';
import { code, table } from './markdown.js';

const named: readonly (readonly [string, Stage])[] = Object.entries(stages);

/** The life of a case in the memory marketplace. */
export const stageTable = (): string =>
  table(
    ['Status', '`phase`', '`waitingOn`', 'The seller may', 'Deadlines'],
    named.map(([status, { phase, waitingOn, allows, duties }]) => [
      code(status),
      code(phase),
      code(waitingOn),
      allows.map(code).join(', '),
      duties.map(({ party, duty, period }) => `${party}: ${code(duty)} (${code(period)})`).join('<br>'),
    ]),
  );
