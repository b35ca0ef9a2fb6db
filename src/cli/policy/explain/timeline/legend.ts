import type { Speaker } from '../../../../policy/explain/speaker.js';
import { frame, widthOf } from './draw-row.js';
import { shape, textElement } from './element.js';

export const legendHeight = 30;

const gap = 26;
const signWidth = 26;

/** What the signs mean. */
export const drawLegend = (top: number, { say }: Speaker): readonly string[] => {
  const y = top + 18;
  const entries = [
    {
      text: say('window', {}),
      sign: (x: number) => shape('rect', { class: 'window', x, y: y - 10, width: 18, height: 11, rx: 4 }),
    },
    {
      text: say('timeline.may-extend', {}),
      sign: (x: number) => shape('rect', { class: 'may-reach', x, y: y - 10, width: 18, height: 11, rx: 4 }),
    },
    {
      text: say('timeline.hard', {}),
      sign: (x: number) => shape('path', { class: 'hard', d: `M${x + 9} ${y - 11}l7 7l-7 7l-7 -7z` }),
    },
    {
      text: say('timeline.recommended', {}),
      sign: (x: number) => shape('circle', { class: 'recommended', cx: x + 9, cy: y - 4, r: 5 }),
    },
  ];
  let x: number = frame.label;
  return entries.flatMap(({ text, sign }) => {
    const at = x;
    x += signWidth + widthOf(text) * 0.9 + gap;
    return [sign(at), textElement('text', { class: 'tick', x: at + signWidth, y }, text)];
  });
};
