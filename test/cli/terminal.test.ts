import { describe, expect, it, vi } from 'vitest';
import { createTerminal } from '../../src/cli/terminal.js';
import { capture } from './capture.js';

const showCursor = '\u001B[?25h';

describe('progress', () => {
  it('gives the cursor back to whoever presses Ctrl-C, and lets the signal end the command', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const { surroundings, stderr } = capture([], { isTTY: true });
    createTerminal(surroundings).progress('deciding', 10).step();
    expect(stderr()).not.toContain(showCursor);
    const leave = process.listeners('SIGINT').at(-1);
    leave?.('SIGINT');
    expect(stderr()).toContain(showCursor);
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGINT');
    kill.mockRestore();
    if (leave !== undefined) process.removeListener('SIGINT', leave);
  });

  it('leaves nobody behind who listens for Ctrl-C', () => {
    const before = process.listeners('SIGINT').length;
    const { surroundings } = capture([], { isTTY: true });
    const { end } = createTerminal(surroundings).progress('deciding', null);
    expect(process.listeners('SIGINT').length).toBe(before + 1);
    end();
    expect(process.listeners('SIGINT').length).toBe(before);
  });
});
