// Compares the public surface with the reports in api/, or writes them with --update.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entryPoints, reportName, root } from './entry-points.js';

const isUpdate = process.argv.includes('--update');
const declarations = path.join(root, '.cache/declarations');
const reports = path.join(root, 'api');

function emitDeclarations() {
  rmSync(declarations, { recursive: true, force: true });
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.declarations.json'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

const quiet = { logLevel: 'none', addToApiReportFile: false };

function report(entry) {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: path.join(root, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: path.join(declarations, `${entry.module}.d.ts`),
      newlineKind: 'lf',
      compiler: { tsconfigFilePath: path.join(root, 'tsconfig.declarations.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${reportName(entry)}.api.md`,
        reportFolder: reports,
        reportTempFolder: path.join(root, '.cache/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'warning', addToApiReportFile: false } },
        extractorMessageReporting: { default: quiet, 'ae-forgotten-export': { logLevel: 'none', addToApiReportFile: true } },
        tsdocMessageReporting: { default: quiet },
      },
    },
  });
  return Extractor.invoke(config, {
    localBuild: isUpdate,
    // The comparison prints its own, shorter message below.
    messageCallback: (message) => {
      if (message.messageId.startsWith('console-')) message.logLevel = 'none';
    },
  });
}

function obsoleteReports(entries) {
  const wanted = new Set(entries.map((entry) => `${reportName(entry)}.api.md`));
  return readdirSync(reports).filter((file) => !wanted.has(file));
}

function showDifference(file) {
  spawnSync('git', ['--no-pager', 'diff', '--no-index', file, path.join('.cache', file)], { cwd: root, stdio: 'inherit' });
}

emitDeclarations();
mkdirSync(reports, { recursive: true });
mkdirSync(path.join(root, '.cache/api'), { recursive: true });
const entries = entryPoints();
const changed = entries.filter((entry) => report(entry).apiReportChanged).map((entry) => `api/${reportName(entry)}.api.md`);
const obsolete = obsoleteReports(entries).map((file) => `api/${file}`);

if (isUpdate) {
  for (const file of obsolete) rmSync(path.join(root, file));
  process.stdout.write(`${entries.length} reports written, ${changed.length} changed, ${obsolete.length} removed\n`);
} else if (changed.length + obsolete.length > 0) {
  process.stderr.write(
    `The public surface is not what the reports say:\n${[...changed, ...obsolete].map((file) => `  ${file}\n`).join('')}`,
  );
  for (const file of changed) showDifference(file);
  process.stderr.write('If the change is meant, run `npm run api:update` and commit api/.\n');
  process.exit(1);
} else {
  process.stdout.write(`${entries.length} reports agree with the public surface\n`);
}
