import { createDueQueue } from '../due-queue.js';

/** Everything that will happen by itself, whatever it is: returns, reports and feeds share one order of time. */
export interface Agenda {
  add(at: number, happen: (at: number) => void): void;
  /** Lets everything happen that is due by `until`, each at its own time. */
  runDue(until: number): void;
}

export const createAgenda = (): Agenda => {
  const queue = createDueQueue<(at: number) => void>();
  return {
    add: (at, happen) => queue.add(at, happen),
    runDue: (until) => {
      for (let due = queue.takeDue(until); due !== undefined; due = queue.takeDue(until)) due.value(due.at);
    },
  };
};
