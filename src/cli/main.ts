#!/usr/bin/env node
import { runCli } from './run-cli.js';

// A pipe that is closed early, as by `| head`, is not a fault of the command, and does not change how it ends.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  stdout: process.stdout,
  stderr: process.stderr,
  // Opened when it is asked for: an open input keeps a process alive.
  get stdin() {
    return process.stdin;
  },
  environment: process.env,
});
