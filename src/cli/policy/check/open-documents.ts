import { compilePolicy, PolicyDocumentError, type DocumentProblem } from '../../../policy/index.js';
import { readDocument } from '../../../policy/document/read-document.js';
import type { PolicyDocument } from '../../../policy/document/schema.js';
import { parsePolicyDocument } from '../../../policy/yaml.js';
import { UsageError } from '../../exit-code.js';
import { nameFiles, type NamedFile } from '../glob-files.js';
import { readNamedFile } from '../read-policies.js';

/** A policy document with the object it was read from, which knows its lines. */
export interface OpenDocument {
  readonly file: string;
  readonly origin: object;
  readonly document: PolicyDocument;
}

export interface OpenedFiles {
  readonly documents: readonly OpenDocument[];
  /** Everything that is wrong with the documents themselves, of all files. */
  readonly problems: readonly (DocumentProblem & { readonly inFile: string })[];
  /** Files that a pattern named and that are no policies. */
  readonly leftOut: readonly string[];
}

const nothing: OpenedFiles = { documents: [], problems: [], leftOut: [] };

/** A pattern such as `policies/*.yaml` meets the files of cases that stand beside the policies. */
const isOfCases = (origin: object): boolean => Reflect.get(origin, 'aftersale') === 'cases/v1';

/** What is wrong with one document alone. Rules that contradict each other are no mistake of writing: the analysis finds them. */
const openDocument = (file: string, origin: object): OpenDocument => {
  const document = readDocument(origin);
  try {
    compilePolicy([origin]);
  } catch (error) {
    const isContradiction =
      PolicyDocumentError.isInstance(error) && error.problems.every(({ code }) => code === 'ambiguous-rules');
    if (!isContradiction) throw error;
  }
  return { file, origin, document };
};

const openFile = ({ file, isFromPattern }: NamedFile, text: string): OpenedFiles => {
  try {
    const origin = parsePolicyDocument(text, { file });
    if (isOfCases(origin)) {
      if (isFromPattern) return { ...nothing, leftOut: [file] };
      throw new UsageError(`${file}: cases, not a policy; \`aftersale policy test\` decides them`);
    }
    return { ...nothing, documents: [openDocument(file, origin)] };
  } catch (error) {
    if (!PolicyDocumentError.isInstance(error)) throw error;
    return { ...nothing, problems: error.problems.map((problem) => ({ ...problem, inFile: file })) };
  }
};

/** Texts of all files; those that cannot be read are named together. */
const readAll = (files: readonly NamedFile[]): readonly (readonly [NamedFile, string])[] => {
  const problems: string[] = [];
  const read = files.flatMap((named): readonly (readonly [NamedFile, string])[] => {
    try {
      return [[named, readNamedFile(named.file)]];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return read;
};

/** Opens the policies that arguments name: files, or patterns in quotes. */
export const openDocuments = (given: readonly string[]): OpenedFiles => {
  const opened = readAll(nameFiles(given)).map(([named, text]) => openFile(named, text));
  const documents = opened.flatMap((one) => one.documents);
  const problems = opened.flatMap((one) => one.problems);
  const leftOut = opened.flatMap((one) => one.leftOut);
  if (documents.length === 0 && problems.length === 0) throw new UsageError(`no policy among ${leftOut.join(', ')}`);
  return { documents, problems, leftOut };
};
