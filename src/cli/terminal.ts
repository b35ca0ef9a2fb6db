import { createColors } from 'picocolors';
import { SingleBar } from 'cli-progress';

/** Where a command writes. Results go to `stdout`, everything else to `stderr`. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
}

export interface Surroundings {
  readonly argv: readonly string[];
  readonly stdout: OutputStream & NodeJS.WritableStream;
  readonly stderr: OutputStream & NodeJS.WritableStream;
  /** Where answers are typed; absent = nobody can be asked. */
  readonly stdin?: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type Colors = ReturnType<typeof createColors>;

/** How a command talks: colours and bars only for a person at a terminal. */
export interface Terminal {
  readonly colors: Colors;
  readonly isInteractive: boolean;
  readonly width: number;
  readonly print: (text: string) => void;
  readonly note: (text: string) => void;
  /** Shows progress on `stderr`, as a count when the total is not known; silent where nobody watches. */
  readonly progress: (label: string, total: number | null) => { readonly step: () => void; readonly end: () => void };
}

/** What something is printed on. */
export type Paper = Pick<Terminal, 'colors' | 'width'>;

const progressOn = (stream: NodeJS.WritableStream, label: string, total: number | null): ReturnType<Terminal['progress']> => {
  const format = total === null ? `${label} {value}` : `${label} {bar} {value}/{total}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream });
  // Whoever stops the command gets the cursor back; the signal then does what it would have done.
  const leave = (signal: NodeJS.Signals): void => {
    bar.stop();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', leave);
  bar.start(total ?? 0, 0);
  const end = (): void => {
    process.removeListener('SIGINT', leave);
    bar.stop();
  };
  return { step: () => bar.increment(), end };
};

const silent: ReturnType<Terminal['progress']> = { step: () => undefined, end: () => undefined };

/** A file or a pipe has no width: nothing is left out there. */
const wideEnough = 200;

/** Colours follow the NO_COLOR and FORCE_COLOR conventions (https://no-color.org). */
export const createTerminal = ({ stdout, stderr, environment }: Surroundings): Terminal => {
  const isInteractive = stdout.isTTY === true && environment['CI'] === undefined;
  const isForced = environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0';
  const isColored = (environment['NO_COLOR'] ?? '') === '' && (isForced || isInteractive);
  return {
    colors: createColors(isColored),
    isInteractive,
    width: stdout.columns ?? wideEnough,
    print: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    progress: (label, total) => (stderr.isTTY === true && isInteractive ? progressOn(stderr, label, total) : silent),
  };
};
