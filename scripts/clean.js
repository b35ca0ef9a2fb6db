import { rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './entry-points.js';

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
