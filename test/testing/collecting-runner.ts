import { describeAdapter, type AdapterSuite } from '../../src/testing/index.js';

export interface CollectedTest {
  /** Without the title of the suite. */
  readonly title: string;
  /** The message of the failure, or `undefined` when it passes. */
  readonly failure: () => Promise<string | undefined>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Describes an adapter to a runner that keeps the tests instead of running them. */
export const collectTests = (suite: Omit<AdapterSuite, 'runner'>): readonly CollectedTest[] => {
  const tests: CollectedTest[] = [];
  const test = (title: string, body: () => Promise<void>): void => {
    const failure = async (): Promise<string | undefined> => {
      try {
        await body();
        return undefined;
      } catch (error) {
        return messageOf(error);
      }
    };
    tests.push({ title, failure });
  };
  describeAdapter({ ...suite, runner: { describe: (_, body) => body(), test } });
  return tests;
};
