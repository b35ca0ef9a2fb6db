import type { Colors } from '../terminal.js';
import { version } from '../version.js';
import { reportForGithub } from './github.js';
import { reportAsJson } from './json.js';
import { reportAsJunit } from './junit.js';
import { createPrettyReporter } from './pretty.js';
import type { Reporter } from './report.js';
import { createSarifReporter } from './sarif.js';

export const reporterNames = ['pretty', 'json', 'junit', 'github', 'sarif'] as const;
export type ReporterName = (typeof reporterNames)[number];

export const reporterNamed = (name: ReporterName, colors: Colors): Reporter =>
  ({
    pretty: createPrettyReporter(colors),
    json: reportAsJson,
    junit: reportAsJunit,
    github: reportForGithub,
    sarif: createSarifReporter(version),
  })[name];
