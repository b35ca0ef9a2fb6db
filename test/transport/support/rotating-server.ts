import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, respondJson, startLoopback, type Loopback } from './loopback.js';

export interface RotatingServer extends Loopback {
  readonly refreshes: () => number;
  readonly currentRefreshToken: () => string;
}

export interface RotatingSettings {
  /** How many must ask at `/ready` before any of them is answered. */
  readonly crowd?: number;
  /** Called with each refresh before it is answered; `false` leaves it unanswered and unprocessed. */
  readonly onRefresh?: () => boolean;
}

/** A marketplace whose refresh tokens are single-use: a second use of one is refused, and the access token changes with each. */
export const startRotatingServer = async ({
  crowd = 1,
  onRefresh = () => true,
}: RotatingSettings = {}): Promise<RotatingServer> => {
  let generation = 1;
  let refreshes = 0;
  const waiting: ServerResponse[] = [];

  const refresh = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    refreshes += 1;
    if (!onRefresh()) return;
    if (!body.includes(`"refresh-${generation}"`)) {
      respondJson(response, { error: 'bad_token', message: 'Your refresh token is error' });
      return;
    }
    generation += 1;
    const data = { access: `access-${generation}`, refresh: `refresh-${generation}`, expiresAt: Date.now() + 14_400_000 };
    respondJson(response, { error: '', data });
  };

  const server = await startLoopback((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/token') void refresh(request, response);
    else if (url.pathname === '/ready') {
      waiting.push(response);
      if (waiting.length >= crowd) for (const early of waiting.splice(0)) respondJson(early, {});
    } else if (url.searchParams.get('token') === `access-${generation}`)
      respondJson(response, { error: '', data: { id: url.searchParams.get('id') } });
    else respondJson(response, { error: 'bad_token', message: 'Invalid access_token' }, 403);
  });
  return { ...server, refreshes: () => refreshes, currentRefreshToken: () => `refresh-${generation}` };
};
