import type { Finding } from './finding.js';

const header = ['', 'Goal', 'Measured', 'Ratio', 'Met'];

const toCells = ({ what, goal, measured, ratio, isMet }: Finding): readonly string[] => [
  what,
  goal,
  measured,
  ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
  isMet === undefined ? '' : isMet ? 'yes' : 'NO',
];

const byGroup = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  return groups;
};

/** How many of the promises were kept. */
export const summaryOf = (findings: readonly Finding[]): { readonly promises: number; readonly kept: number } => ({
  promises: findings.filter(({ isMet }) => isMet !== undefined).length,
  kept: findings.filter(({ isMet }) => isMet === true).length,
});

/** For a terminal: a heading for each group, columns of one width throughout. */
export const toTable = (findings: readonly Finding[]): string => {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...findings.map((finding) => toCells(finding)[column]?.length ?? 0)),
  );
  const toLine = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const sections = [...byGroup(findings)].map(([group, members]) =>
    [group, ...members.map((member) => toLine(toCells(member)))].join('\n'),
  );
  return [toLine(header), ...sections].join('\n\n');
};

export interface Circumstances {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly node: string;
  readonly processors: number;
}

const introduction = `# Performance

Written by \`npm run bench -- --write\`; do not edit. With \`--only\` it measures some parts anew and keeps the rest.

Only ratios count: both sides of each were measured in the same run, in alternating rounds, and the middle ratio is given. Times are
processor time of the measured process, all its threads together, so they say how the sides compare and not how fast your machine is.
Counts are the same on every machine. The server is the sandbox in a process of its own; while the client is measured it serves ready
bytes.
`;

const toSection = (group: string, findings: readonly Finding[], { day, node, processors }: Circumstances): string => {
  const escape = (text: string): string => text.replaceAll('|', '\\|');
  const rows = findings.map((finding) => `| ${toCells(finding).map(escape).join(' | ')} |`);
  const when = `Measured on ${day} with Node ${node} on ${String(processors)} processors.`;
  return [
    `## ${group}`,
    '',
    when,
    '',
    `| ${header.join(' | ')} |`,
    `| ${header.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
};

const sectionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map([...page.matchAll(/^## (.+)\n[\s\S]*?(?=^## |(?![\s\S]))/gm)].map(([section, group = '']) => [group, section]));

/** For the documentation: what was measured, in place of what `earlier` says of it and beside the rest. */
export const toMarkdown = (findings: readonly Finding[], circumstances: Circumstances, earlier = ''): string => {
  const measured = [...byGroup(findings)].map(([group, members]) => [group, toSection(group, members, circumstances)] as const);
  return [introduction, ...new Map([...sectionsOf(earlier), ...measured]).values()].join('\n');
};
