import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from './source-files.js';

const lineCount = ({ text }: SourceFile): number => text.replace(/\n$/, '').split('\n').length;
const pathsOf = (files: readonly SourceFile[]): readonly string[] => files.map((file) => file.path);

const holds = (file: SourceFile, test: (node: ts.Node) => boolean): boolean => {
  const visit = (node: ts.Node): boolean => test(node) || ts.forEachChild(node, visit) === true;
  return visit(file.syntax);
};

describe('the shape of src', () => {
  it('keeps files within 250 lines', () => {
    const long = sourceFiles.filter((file) => lineCount(file) > 250).map((file) => `${file.path}: ${String(lineCount(file))}`);
    expect(long).toEqual([]);
  });

  it('keeps the middle file within 100 lines', () => {
    const sorted = sourceFiles.map(lineCount).sort((left, right) => left - right);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  });

  it('names files in kebab-case, and for what they do', () => {
    const unreadable = sourceFiles.filter(
      (file) => !file.path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.ts)?$/.test(part)),
    );
    const empty = sourceFiles.filter((file) => /(^|[/-])(utils?|helpers?|common|manager|misc|shared)([-./]|$)/.test(file.path));
    expect(pathsOf(unreadable)).toEqual([]);
    expect(pathsOf(empty)).toEqual([]);
  });

  it('exports by name, one name at a time', () => {
    const isStar = (node: ts.Node): boolean => ts.isExportDeclaration(node) && node.exportClause === undefined;
    const isDefault = (node: ts.Node): boolean => ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;
    const offenders = sourceFiles.filter((file) =>
      holds(file, (node) => isStar(node) || (isDefault(node) && !ts.isDefaultClause(node.parent))),
    );
    expect(pathsOf(offenders)).toEqual([]);
  });

  it('says why wherever a rule is switched off', () => {
    const unexplained = sourceFiles.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const isSwitch = /eslint-disable|@ts-(expect-error|ignore|nocheck)/.test(line);
        const isExplained = /(eslint-disable-(next-)?line [\w@/-]+(, [\w@/-]+)* -- |@ts-expect-error:? )\S.{9,}/.test(line);
        return isSwitch && !isExplained ? [`${path}:${String(index + 1)} ${line.trim()}`] : [];
      }),
    );
    expect(unexplained).toEqual([]);
  });

  it('leaves nothing for later', () => {
    const later = /\b(TODO|FIXME|HACK)\b|\bXXX\b(?!['`])|\bfor now\b/;
    const promises = sourceFiles.filter(({ text }) => later.test(text));
    expect(pathsOf(promises)).toEqual([]);
  });
});
