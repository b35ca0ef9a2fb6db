/** Says what is being measured, on standard error so that the table alone is on standard output. */
export const tell = (text: string): void => {
  process.stderr.write(`· ${text}\n`);
};
