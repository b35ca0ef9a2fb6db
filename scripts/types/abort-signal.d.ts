/**
 * The host types that `core` names in its contract. The pure layers are compiled without Node's and the browser's types,
 * so that `fetch`, `process` or `setTimeout` do not exist there; this gives them cancellation alone.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
