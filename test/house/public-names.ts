import path from 'node:path';
import ts from 'typescript';
import { entryPoints } from '../../scripts/entry-points.js';
import { sourceFiles, type SourceFile } from './source-files.js';

/** A name that a consumer can import, and all that its docstrings say. */
export interface PublicName {
  readonly entry: string;
  readonly name: string;
  /** `''` where there is none. */
  readonly documentation: string;
}

type Files = ReadonlyMap<string, SourceFile>;

interface Link {
  /** As others see it. */
  readonly name: string;
  /** As the file it comes from calls it. */
  readonly origin: string;
  /** That file; undefined for the file itself. */
  readonly from: string | undefined;
}

const targetOf = (file: SourceFile, specifier: ts.Expression | undefined): string | undefined =>
  specifier !== undefined && ts.isStringLiteral(specifier)
    ? path.posix.join(path.posix.dirname(file.path), specifier.text).replace(/\.js$/, '.ts')
    : undefined;

const namedIn = (
  file: SourceFile,
  clause: ts.NamedExports | ts.NamedImports,
  specifier: ts.Expression | undefined,
): readonly Link[] =>
  [...clause.elements].map(({ name, propertyName }) => ({
    name: name.text,
    origin: (propertyName ?? name).text,
    from: targetOf(file, specifier),
  }));

const exportsOf = (file: SourceFile): readonly Link[] =>
  file.syntax.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
      ? namedIn(file, statement.exportClause, statement.moduleSpecifier)
      : [],
  );

const importsOf = (file: SourceFile): readonly Link[] =>
  file.syntax.statements.flatMap((statement) => {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    return bindings !== undefined && ts.isNamedImports(bindings) && ts.isImportDeclaration(statement)
      ? namedIn(file, bindings, statement.moduleSpecifier)
      : [];
  });

const namesOf = (statement: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const textAbove = (statement: ts.Statement): string =>
  ts
    .getJSDocCommentsAndTags(statement)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .trim();

const documentationOf = (files: Files, file: SourceFile, name: string): string => {
  const declared = file.syntax.statements.filter((statement) => namesOf(statement).includes(name));
  if (declared.length > 0) return declared.map(textAbove).join(' ').trim();
  const link = [...exportsOf(file), ...importsOf(file)].find((each) => each.name === name && each.from !== undefined);
  const target = files.get(link?.from ?? '');
  if (link === undefined || target === undefined) throw new Error(`${file.path}: nothing is declared as '${name}'`);
  return documentationOf(files, target, link.origin);
};

/** Every name that one module exports, wherever it is declared. */
export const namesIn = (files: Files, file: SourceFile): readonly Omit<PublicName, 'entry'>[] => {
  const own = file.syntax.statements.filter(isExported).flatMap(namesOf);
  const linked = exportsOf(file).map(({ name, origin, from }) => {
    const target = from === undefined ? file : files.get(from);
    if (target === undefined) throw new Error(`${file.path}: there is no ${String(from)}`);
    return { name, documentation: documentationOf(files, target, origin) };
  });
  return [...[...new Set(own)].map((name) => ({ name, documentation: documentationOf(files, file, name) })), ...linked];
};

/** Every name of every entry point. A name that two entries export is listed for each. */
export const publicNames = (): readonly PublicName[] => {
  const files = new Map(sourceFiles.map((file) => [file.path, file]));
  return entryPoints().flatMap(({ specifier, module }) => {
    const file = files.get(`${module}.ts`);
    if (file === undefined) throw new Error(`${specifier}: there is no src/${module}.ts`);
    return namesIn(files, file).map((each) => ({ entry: specifier, ...each }));
  });
};
