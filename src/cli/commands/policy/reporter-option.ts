import { Option } from 'commander';
import { reporterNames } from '../../reporters/reporters.js';

/** `--reporter`: one report, printed for a person, a program or a code host. */
export const reporterOption = (): Option =>
  new Option('--reporter <name>', 'how to print').choices([...reporterNames]).default('pretty');
