import { columnsOf, wrapText } from '../text-width.js';
import { group, shape, textElement } from './element.js';
import type { Scale } from './scale.js';
import type { Row } from './timeline.js';

/** The frame of the picture, in pixels. */
export const frame = { width: 1040, margin: 24, label: 40, chartLeft: 340, chartRight: 846, days: 1000 } as const;

const lineHeight = 17;
const pixelsPerColumn = 6.9;
const labelColumns = Math.floor((frame.chartLeft - frame.label - 24) / pixelsPerColumn);
const rowGap = 9;

const labelLines = (row: Row): readonly string[] => wrapText(row.label, labelColumns);

export const rowHeight = (row: Row): number => labelLines(row).length * lineHeight + rowGap;

/** A text is as wide as this, about: no viewer's fonts are known here. */
export const widthOf = (text: string): number => columnsOf(text) * pixelsPerColumn;

interface Place {
  readonly top: number;
  readonly scale: Scale;
}

const bars = (row: Row, middle: number, { xOf }: Scale): readonly string[] => {
  const [from, until] = [xOf(row.from), xOf(row.until)];
  if (row.mark !== 'window') return [shape('line', { class: 'lead', x1: from, x2: until, y1: middle, y2: middle })];
  const kind = row.standing === 'past' ? 'window-past' : 'window';
  const box = { y: middle - 6, height: 12, rx: 4 };
  return [
    ...(row.mayReach === null
      ? []
      : [shape('rect', { class: 'may-reach', x: until, width: Math.max(0, xOf(row.mayReach) - until), ...box })]),
    shape('rect', { class: kind, x: from, width: Math.max(3, until - from), ...box }),
  ];
};

const mark = (row: Row, middle: number, { xOf }: Scale): readonly string[] => {
  const x = xOf(row.until);
  if (row.mark === 'window') return [];
  if (row.mark === 'recommended') return [shape('circle', { class: 'recommended', cx: x, cy: middle, r: 5 })];
  return [shape('path', { class: 'hard', d: `M${x.toFixed(1)} ${middle - 7}l7 7l-7 7l-7 -7z` })];
};

/** One window or deadline: its name on the left, its bar and mark in the chart, its day on the right. */
export const drawRow = (row: Row, place: Place): string => {
  const lines = labelLines(row);
  const middle = place.top + (lines.length * lineHeight) / 2;
  return group('g', row.standing === 'past' ? { class: 'past' } : {}, [
    ...lines.map((line, index) =>
      textElement(
        'text',
        { x: frame.label, y: place.top + 13 + index * lineHeight, ...(row.standing === 'next' ? { class: 'party' } : {}) },
        line,
      ),
    ),
    ...bars(row, middle, place.scale),
    ...mark(row, middle, place.scale),
    textElement('text', { class: 'day', x: frame.days, y: middle + 4, 'text-anchor': 'end' }, row.day),
  ]);
};
