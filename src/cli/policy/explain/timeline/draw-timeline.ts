import { resolveLocale } from '../../../../policy/explain/locale.js';
import { speakerFor, type Speaker } from '../../../../policy/explain/speaker.js';
import type { ExplainedCase } from '../explain-case.js';
import { wrapText } from '../text-width.js';
import { drawRow, frame, rowHeight, widthOf } from './draw-row.js';
import { group, shape, textElement } from './element.js';
import { drawLegend, legendHeight } from './legend.js';
import { createScale, type Scale } from './scale.js';
import { style } from './style.js';
import { toTimeline, type Lane, type Timeline } from './timeline.js';

/** A part of the picture, and where the next one begins. */
interface Drawn {
  readonly drawn: readonly string[];
  readonly bottom: number;
}

const headHeight = 124;
const laneHead = 34;
const laneFoot = 8;
const laneGap = 10;
const waitingColumns = 136;

const laneHeight = ({ rows }: Lane): number => laneHead + rows.reduce((sum, row) => sum + rowHeight(row), 0) + laneFoot;

const drawPill = (x: number, y: number, text: string): readonly string[] => [
  shape('rect', { class: 'pill', x, y: y - 13, width: widthOf(text) + 14, height: 18, rx: 9 }),
  textElement('text', { class: 'pill-text', x: x + 7, y }, text),
];

const drawLane = (lane: Lane, top: number, { scale, speaker }: { readonly scale: Scale; readonly speaker: Speaker }): string => {
  const { margin, width, label } = frame;
  const name = lane.name.charAt(0).toUpperCase() + lane.name.slice(1);
  const tops = lane.rows.reduce<readonly number[]>(
    (found, row) => [...found, (found.at(-1) ?? 0) + rowHeight(row)],
    [top + laneHead],
  );
  return group('g', {}, [
    textElement('title', {}, name),
    shape('rect', {
      class: lane.isNext ? 'lane-next' : 'lane',
      x: margin,
      y: top,
      width: width - 2 * margin,
      height: laneHeight(lane),
      rx: 8,
    }),
    textElement('text', { class: 'party', x: label, y: top + 22 }, name),
    ...(lane.isNext ? drawPill(label + widthOf(name) + 6, top + 22, speaker.say('timeline.next', {})) : []),
    ...scale.ticks.map(({ x }) => shape('line', { class: 'grid', x1: x, x2: x, y1: top + 8, y2: top + laneHeight(lane) - 8 })),
    ...lane.rows.map((row, index) => drawRow(row, { top: tops[index] ?? top, scale })),
  ]);
};

const drawAxis = ({ ticks, breakAt }: Scale): readonly string[] => {
  const y = headHeight - 14;
  return [
    ...ticks.map(({ x, label }) => textElement('text', { class: 'tick', x, y, 'text-anchor': 'middle' }, label)),
    ...(breakAt === null ? [] : [shape('path', { class: 'break', d: `M${breakAt.toFixed(1)} ${y + 4}l-4 9m8 -9l-4 9` })]),
  ];
};

interface Drawing {
  readonly scale: Scale;
  readonly speaker: Speaker;
  readonly bottom: number;
}

/** The lines of today and of the request through all lanes; their names stand away from each other. */
const drawMoments = ({ today, asked }: Timeline, { scale, speaker, bottom }: Drawing): readonly string[] => {
  const y = headHeight - 36;
  const line = (time: number, name: 'today' | 'asked', side: 'start' | 'end'): readonly string[] => {
    const x = scale.xOf(time);
    return [
      shape('line', { class: name, x1: x, x2: x, y1: y - 10, y2: bottom }),
      textElement(
        'text',
        {
          class: `mark-label ${name === 'today' ? 'today-label' : 'muted'}`,
          x: x + (side === 'start' ? 5 : -5),
          y,
          'text-anchor': side,
        },
        speaker.say(`timeline.${name}`, {}),
      ),
    ];
  };
  const isAskedFirst = asked <= today;
  return [...line(asked, 'asked', isAskedFirst ? 'end' : 'start'), ...line(today, 'today', isAskedFirst ? 'start' : 'end')];
};

const drawWaiting = (waiting: readonly string[], top: number, speaker: Speaker): Drawn => {
  if (waiting.length === 0) return { drawn: [], bottom: top };
  const lines = waiting.flatMap((text) => wrapText(text, waitingColumns).map((line, index) => ({ line, isFirst: index === 0 })));
  const heading = textElement('text', { class: 'party', x: frame.label, y: top + 22 }, speaker.say('timeline.waiting', {}));
  const drawn = lines.map(({ line, isFirst }, index) =>
    textElement(
      'text',
      { class: 'muted', x: frame.label + (isFirst ? 0 : 14), y: top + 44 + index * 19 },
      isFirst ? `· ${line}` : line,
    ),
  );
  return { drawn: [heading, ...drawn], bottom: top + 44 + lines.length * 19 };
};

const timesOf = ({ lanes, today, asked }: Timeline): readonly number[] => {
  const ends = lanes.flatMap(({ rows }) => rows.flatMap(({ from, until }) => [from, until]));
  const furthest = Math.max(...ends, today, asked);
  // What may reach without end must not stretch the picture: it is drawn to the edge.
  const reaches = lanes
    .flatMap(({ rows }) => rows.flatMap(({ mayReach }) => mayReach ?? []))
    .filter((time) => time - furthest < 4e10);
  return [...ends, ...reaches, today, asked];
};

/** Everything that can be seen as words, for who cannot see it. */
const describe = ({ lanes, waiting }: Timeline, { say }: Speaker): string => {
  const rows = lanes.flatMap(({ name, rows: own }) => own.map(({ label, day }) => `${name}: ${label}: ${day}`));
  return [say('timeline.about', {}), ...rows, ...waiting].join('\n');
};

const drawHead = ({ explanation, at }: ExplainedCase, { say, day }: Speaker): readonly string[] => {
  const place = { x: frame.label - 8, y: frame.margin };
  return [
    textElement('text', { class: 'title', x: place.x, y: place.y + 20 }, explanation.title),
    textElement('text', { class: 'muted', x: place.x, y: place.y + 42 }, say('timeline', { day: day(at.slice(0, 10)) })),
  ];
};

/** The lanes one under the other, and where they end. */
const drawLanes = (timeline: Timeline, speaker: Speaker, locale: string): Drawn => {
  const { chartLeft: left, chartRight: right } = frame;
  if (timeline.lanes.length === 0) return { drawn: [], bottom: headHeight };
  const scale = createScale(timesOf(timeline), { left, right, locale });
  let bottom: number = headHeight;
  const drawn = timeline.lanes.map((lane) => {
    const top = bottom;
    bottom += laneHeight(lane) + laneGap;
    return drawLane(lane, top, { scale, speaker });
  });
  const moments = drawMoments(timeline, { scale, speaker, bottom: bottom - laneGap });
  return { drawn: [...drawn, ...drawAxis(scale), ...moments], bottom };
};

/**
 * The decision as a picture: a lane for each party with its windows and deadlines, a line for today, and whose turn it is. One file
 * without anything from outside; light and dark as the reader's system; every word of it also stands in its description.
 */
export const drawTimeline = (explained: ExplainedCase): string => {
  const { explanation, locale } = explained;
  const speaker = speakerFor(locale);
  const lang = resolveLocale(locale).format;
  const timeline = toTimeline(explained, speaker);
  const lanes = drawLanes(timeline, speaker, lang);
  const waiting = drawWaiting(timeline.waiting, lanes.bottom, speaker);
  const { width, margin } = frame;
  const height = waiting.bottom + legendHeight + margin;
  const size = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height };
  return group('svg', { ...size, role: 'img', 'aria-labelledby': 'timeline-title timeline-text', lang }, [
    textElement('title', { id: 'timeline-title' }, explanation.title),
    textElement('desc', { id: 'timeline-text' }, describe(timeline, speaker)),
    `<style>${style}</style>`,
    shape('rect', { class: 'page', x: 0, y: 0, width, height, rx: 12 }),
    ...drawHead(explained, speaker),
    ...lanes.drawn,
    ...waiting.drawn,
    ...drawLegend(waiting.bottom + 8, speaker),
  ]);
};
