/** Unix seconds; 0 where a moment has not come. */
export type Seconds = number;

const zone = 'America/Los_Angeles';

// Swedish writes a time as AliExpress does: year first, blank, 24 hours.
const writer = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `yyyy-MM-dd HH:mm:ss` on the wall clocks of Los Angeles; empty for a moment that has not come. */
export const toPacificText = (at: Seconds): string => (at === 0 ? '' : writer.format(at * 1000));

const shape = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** The first moment the clocks of Los Angeles show this text; `undefined` for text of another form and for the hour that is left out in March. */
export const fromPacificText = (text: string): Seconds | undefined => {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  return [7, 8].map((hoursBehind) => asUtc + hoursBehind * 3600).find((at) => toPacificText(at) === text);
};
