import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '../..');
const sourceRoot = path.join(root, 'src');

export interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
}

export interface ImportEdge {
  readonly from: string;
  readonly specifier: string;
  /** Relative to src; undefined for a package. */
  readonly target: string | undefined;
  readonly isTypeOnly: boolean;
}

/** Every file below a folder of the repository, relative to it, whose name ends as asked. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

export const sourceFiles: readonly SourceFile[] = filesBelow('src', '.ts').map((file) => {
  const text = readFileSync(path.join(sourceRoot, file), 'utf8');
  return { path: file, text, syntax: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) };
});

/** What a file imports or re-exports, dynamic imports and `import('…')` types included. */
export function importsOf(file: SourceFile): readonly ImportEdge[] {
  const edges: ImportEdge[] = [];
  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found !== undefined) edges.push({ from: file.path, target: targetOf(file.path, found.specifier), ...found });
    ts.forEachChild(node, visit);
  };
  visit(file.syntax);
  return edges;
}

function importIn(node: ts.Node): { specifier: string; isTypeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, isTypeImport(node.importClause));
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true);
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? named(node.arguments[0], false) : undefined;
}

const named = (node: ts.Node | undefined, isTypeOnly: boolean): { specifier: string; isTypeOnly: boolean } | undefined =>
  node !== undefined && ts.isStringLiteral(node) ? { specifier: node.text, isTypeOnly } : undefined;

const isTypeImport = (clause: ts.ImportClause | undefined): boolean => clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

const targetOf = (from: string, specifier: string): string | undefined =>
  specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '.ts') : undefined;

/** Packages that run when a module of src is loaded, directly or through other modules. */
export function packagesLoadedBy(entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const pending = [entry];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const file = sourceFiles.find((candidate) => candidate.path === next);
    if (file === undefined || seen.has(next)) continue;
    seen.add(next);
    for (const edge of importsOf(file).filter(({ isTypeOnly }) => !isTypeOnly)) {
      if (edge.target === undefined) packages.add(edge.specifier);
      else pending.push(edge.target);
    }
  }
  return packages;
}
