// Draws the inbox of the demo as docs/inbox.svg, for the README: npx tsx scripts/inbox-picture.js
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createColors } from 'picocolors';
import { renderInbox } from '../src/cli/demo/render-report.js';
import { runDemo } from '../src/cli/demo/run-demo.js';
import { createTerminal } from '../src/cli/terminal.js';
import { root } from './entry-points.js';

const shown = 14;
const [lineHeight, letter, margin] = [19, 8.1, 18];
/** The colors of a terminal by their ANSI number. */
const fills = { 2: '#8b949e', 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341' };

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Splits a line at its color codes into pieces, each at its column. */
const piecesOf = (line) => {
  const pieces = [];
  let [column, style] = [0, undefined];
  for (const part of line.split(/(\u001B\[\d+m)/)) {
    const code = /^\u001B\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part.trim() !== '') pieces.push({ column, style, text: part });
      column += part.length;
    } else style = code in fills || code === '1' ? code : undefined;
  }
  return pieces;
};

const drawPiece = (row, { column, style, text }) => {
  const look = style === '1' ? ' font-weight="bold"' : style === undefined ? '' : ` fill="${fills[style]}"`;
  const words = text.matchAll(/\S+(?: \S+)*/g);
  return Array.from(words, (word) => {
    const x = margin + (column + word.index) * letter;
    return `<text x="${x.toFixed(1)}" y="${margin + (row + 1) * lineHeight}"${look}>${escape(word[0])}</text>`;
  }).join('');
};

const draw = (lines) => {
  const widest = Math.max(...lines.map((line) => line.replace(/\u001B\[\d+m/g, '').length));
  const [width, height] = [Math.ceil(widest * letter + 2 * margin), (lines.length + 1) * lineHeight + 2 * margin];
  const texts = lines
    .map((line, row) =>
      piecesOf(line)
        .map((piece) => drawPiece(row, piece))
        .join(''),
    )
    .filter((text) => text !== '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="The inbox of the demo">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5" fill="#e6edf3" xml:space="preserve">',
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
};

const silent = { write: () => true };
const terminal = createTerminal({ argv: [], stdout: silent, stderr: silent, environment: {} });
const report = await runDemo({ seed: 7, passedInMs: 48 * 3_600_000, terminal });
const table = renderInbox(report, { colors: createColors(true), width: 130 })
  .split('\n')
  .slice(0, shown + 3);
writeFileSync(path.join(root, 'docs/inbox.svg'), draw(table));
