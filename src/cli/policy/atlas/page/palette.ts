const light = {
  page: '#f6f6f3',
  card: '#ffffff',
  head: '#fbfbf9',
  ink: '#1c1e21',
  soft: '#5b6068',
  line: '#e4e4df',
  edge: '#cfcfc8',
  accent: '#1f56c4',
  hover: '#f1f4fb',
  below: '#b3161f',
  'below-fill': '#fdecec',
  'below-edge': '#dc3a41',
  waived: '#74560a',
  'waived-fill': '#fff8e6',
  unknown: '#6b4fb3',
  'unknown-fill': '#f4f0fd',
  shade: 'rgb(30 32 36 / 12%)',
};

const dark: Readonly<Record<keyof typeof light, string>> = {
  page: '#101214',
  card: '#17191c',
  head: '#1b1e21',
  ink: '#e9ebee',
  soft: '#a3aab3',
  line: '#2a2e33',
  edge: '#41474e',
  accent: '#8db4ff',
  hover: '#1f252f',
  below: '#ffb3b0',
  'below-fill': '#3b1a1d',
  'below-edge': '#ff6f6c',
  waived: '#f0cf7b',
  'waived-fill': '#2e2713',
  unknown: '#cbb6ff',
  'unknown-fill': '#262038',
  shade: 'rgb(0 0 0 / 55%)',
};

const declared = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');

/** Colors as custom properties: as the system is set, unless the reader has chosen. Printed, it is light. */
export const palette = `
:root { color-scheme: light; ${declared(light)} }
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) { color-scheme: dark; ${declared(dark)} }
}
@media screen {
  :root[data-theme="dark"] { color-scheme: dark; ${declared(dark)} }
}
`;
