import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createVirtualClock, type SandboxClock } from '../../src/sandbox/index.js';

/** What is begun and done between an answer's head and the next request of whoever waited for it. */
const settlingTurns = 50;

/**
 * Time that moves to the next sleeper's end only when no request of this process is under way: calls cost no time at all, so that what
 * a client took is what it waited. Call `stop` at the end.
 */
export const createQuietClock = (): SandboxClock & { readonly stop: () => void } => {
  const clock = createVirtualClock({ autoAdvance: false });
  const wakeTimes: number[] = [];
  let [underWay, quietTurns, isRunning] = [0, 0, true];
  const begin = (): void => {
    underWay += 1;
  };
  const end = (): void => {
    underWay -= 1;
    quietTurns = 0;
  };
  const channels = [
    ['http.client.request.start', begin],
    ['http.client.response.finish', end],
    ['http.client.request.error', end],
  ] as const;
  for (const [name, listener] of channels) subscribe(name, listener);
  const turn = (): void => {
    if (!isRunning) return;
    quietTurns = underWay > 0 ? 0 : quietTurns + 1;
    if (quietTurns > settlingTurns && wakeTimes.length > 0) {
      quietTurns = 0;
      wakeTimes.sort((left, right) => left - right);
      clock.advance(Math.max(0, (wakeTimes.shift() ?? 0) - clock.now()));
    }
    setImmediate(turn);
  };
  setImmediate(turn);
  return {
    ...clock,
    sleep: (ms, signal) => {
      wakeTimes.push(clock.now() + Math.max(0, ms));
      return clock.sleep(ms, signal);
    },
    stop: () => {
      isRunning = false;
      for (const [name, listener] of channels) unsubscribe(name, listener);
    },
  };
};
