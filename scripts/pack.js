// Builds and packs once; publint, attw and the packed-package test all judge this same tarball.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './entry-points.js';

const destination = path.join(root, '.cache/package');
rmSync(destination, { recursive: true, force: true });
mkdirSync(destination, { recursive: true });

const output = execFileSync('npm', ['pack', '--json', '--pack-destination', destination], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
});
// npm prints what the prepack script wrote before its own JSON.
const parsed = JSON.parse(output.slice(output.search(/^[[{]/m)));
const [packed] = Array.isArray(parsed) ? parsed : Object.values(parsed);
renameSync(path.join(destination, packed.filename), path.join(destination, 'aftersale.tgz'));
process.stdout.write(
  `packed ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB (${Math.round(packed.unpackedSize / 1024)} kB unpacked)\n`,
);
