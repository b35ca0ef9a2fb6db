import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parseCommandLine, type Choices } from './command-line.js';
import { compile, removeCompiled } from './compile.js';
import type { Finding } from './finding.js';
import { measureAnalysis } from './measures/analysis.js';
import { measureBacktest } from './measures/backtest.js';
import { measureCaseStore } from './measures/case-store.js';
import { measureClientTime } from './measures/client-time.js';
import { measureImports } from './measures/cold-import.js';
import { measureCounts } from './measures/counted.js';
import { measureInstallSizes } from './measures/install-size.js';
import { measureMemory } from './measures/memory.js';
import { measureParsing } from './measures/parsing.js';
import { measurePolicy } from './measures/policy.js';
import { measureReports } from './measures/reports.js';
import { root } from './paths.js';
import { tell } from './progress.js';
import { summaryOf, toMarkdown, toTable } from './report.js';
import { fullScale, quickScale, type Scale } from './scale.js';
import { withWorld } from './world.js';

const measure = async ({ chosen }: Choices, scale: Scale): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  if (chosen.has('client') || chosen.has('parsing')) {
    await withWorld(scale, async (world) => {
      if (chosen.has('client')) findings.push(...(await measureClientTime(world, scale)));
      if (chosen.has('parsing')) findings.push(...(await measureParsing(world, scale)));
    });
  }
  if (chosen.has('memory')) findings.push(...(await measureMemory(scale)));
  if (chosen.has('imports')) findings.push(...(await measureImports(scale)));
  if (chosen.has('policy')) findings.push(...(await measurePolicy(scale)));
  if (chosen.has('backtest')) findings.push(...(await measureBacktest(scale)));
  if (chosen.has('analysis')) findings.push(...(await measureAnalysis(scale)));
  if (chosen.has('size')) findings.push(...measureInstallSizes(scale));
  if (chosen.has('counts')) findings.push(...(await measureCounts()));
  if (chosen.has('reports')) findings.push(...(await measureReports(scale)));
  if (chosen.has('store')) findings.push(...(await measureCaseStore(scale)));
  return findings;
};

const writeDocument = async (findings: readonly Finding[], { isPartial }: Choices): Promise<void> => {
  const file = path.join(root, 'docs/performance.md');
  const circumstances = {
    day: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    processors: availableParallelism(),
  };
  const text = toMarkdown(findings, circumstances, isPartial ? readFileSync(file, 'utf8') : '');
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
  tell(`wrote ${path.relative(root, file)}`);
};

const print = (findings: readonly Finding[], { isJson, isQuick }: Choices): void => {
  const { promises, kept } = summaryOf(findings);
  if (isJson) process.stdout.write(`${JSON.stringify({ promises, kept, findings })}\n`);
  else
    process.stdout.write(
      `${toTable(findings)}\n${String(kept)} of ${String(promises)} goals met${isQuick ? ' (quick: times mean nothing)' : ''}\n`,
    );
};

const run = async (): Promise<void> => {
  const choices = parseCommandLine(process.argv.slice(2));
  const scale = choices.isQuick ? quickScale : fullScale;
  if ([...choices.chosen].some((part) => part !== 'counts')) {
    tell('compiling');
    await compile(scale);
  }
  const findings = await measure(choices, scale);
  print(findings, choices);
  if (choices.writes) await writeDocument(findings, choices);
  // Of a quick run only what is counted can be missed.
  const missed = findings.filter(({ isMet, ratio }) => isMet === false && (!choices.isQuick || ratio === undefined));
  process.exitCode = missed.length === 0 ? 0 : 1;
};

run()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  })
  .finally(removeCompiled);
