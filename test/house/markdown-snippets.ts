import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './source-files.js';

export interface Snippet {
  /** Page and line, as a reader would look it up. */
  readonly name: string;
  readonly code: string;
}

/** README, CONTRIBUTING and every page of docs. */
export function pages(): readonly string[] {
  const top = readdirSync(root).filter((file) => file.endsWith('.md'));
  const docs = readdirSync(root).includes('docs')
    ? readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    : [];
  return [...top, ...docs.map((file) => path.posix.join('docs', file.split(path.sep).join('/')))].sort();
}

/** The blocks marked `ts`; one marked `ts continued` is read together with those above it on its page. */
export function snippetsOf(page: string, text: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  for (const match of text.matchAll(/^```(?:ts|typescript)( continued)?\n([\s\S]*?)^```/gm)) {
    const line = text.slice(0, match.index).split('\n').length;
    const above = match[1] === undefined ? '' : (snippets.at(-1)?.code ?? '');
    snippets.push({ name: `${page}:${String(line)}`, code: above + (match[2] ?? '') });
  }
  return snippets;
}

/** Compiles the snippets in one program against src, as a reader's own project would, and returns the complaints by snippet. */
export function complaintsAbout(snippets: readonly Snippet[]): ReadonlyMap<string, readonly string[]> {
  const configFile = path.join(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    root,
  );
  const virtual = new Map(snippets.map((snippet, index) => [path.join(root, `snippet-${String(index)}.ts`), snippet]));
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [...virtual.keys()],
    options: { ...options, noUnusedLocals: false, noUnusedParameters: false },
    host: {
      ...host,
      fileExists: (file) => virtual.has(file) || host.fileExists(file),
      readFile: (file) => virtual.get(file)?.code ?? host.readFile(file),
      getSourceFile: (file, language) => {
        const snippet = virtual.get(file);
        return snippet === undefined ? host.getSourceFile(file, language) : ts.createSourceFile(file, snippet.code, language);
      },
    },
  });
  return new Map([...virtual].map(([file, { name }]) => [name, diagnosticsOf(program, file)]));
}

function diagnosticsOf(program: ts.Program, file: string): readonly string[] {
  const source = program.getSourceFile(file);
  return ts
    .getPreEmitDiagnostics(program, source)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '));
}
