import { parseArgs } from 'node:util';

export const parts = [
  'client',
  'parsing',
  'memory',
  'imports',
  'size',
  'counts',
  'reports',
  'store',
  'policy',
  'backtest',
  'analysis',
] as const;
export type Part = (typeof parts)[number];

export interface Choices {
  readonly isQuick: boolean;
  /** Writes docs/performance.md. */
  readonly writes: boolean;
  readonly isJson: boolean;
  /** Not every part: what the others came to stays in docs/performance.md. */
  readonly isPartial: boolean;
  readonly chosen: ReadonlySet<Part>;
}

const isPart = (name: string): name is Part => parts.some((part) => part === name);

export const usage = `Usage: npm run bench -- [--quick] [--only ${parts.join(',')}] [--write] [--json]

  --quick  tiny sizes, to see that the bench runs; its times mean nothing
  --only   some of the parts
  --write  write docs/performance.md (full sizes)
  --json   the findings as JSON`;

/** Throws an `Error` with the usage for arguments it does not know. */
export const parseCommandLine = (words: readonly string[]): Choices => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const named = values.only?.split(',') ?? parts;
  const stranger = named.find((name) => !isPart(name));
  if (stranger !== undefined) throw new Error(`no part is named '${stranger}'\n\n${usage}`);
  if (values.write && values.quick) throw new Error(`--write takes full sizes\n\n${usage}`);
  const isPartial = values.only !== undefined;
  return { isQuick: values.quick, writes: values.write, isJson: values.json, isPartial, chosen: new Set(named.filter(isPart)) };
};
