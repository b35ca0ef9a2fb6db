import { formatProblem, PolicyDocumentError } from '../../../policy/index.js';
import { UsageError } from '../../exit-code.js';

/** A policy that cannot be read is bad input: all its problems are named, each with its place. */
export const naming = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (PolicyDocumentError.isInstance(error)) throw new UsageError(error.problems.map(formatProblem).join('\n'));
    throw error;
  }
};
