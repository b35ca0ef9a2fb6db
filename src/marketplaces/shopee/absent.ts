import type { Absence } from '../../core/adapter.js';
import { documentationOf, returnsGuide } from './endpoints/documentation.js';

/** What Shopee's API cannot do, and the page that shows it. */
export const absent = {
  refund: {
    reason: 'money goes back only as the answer to a return: accept, an offer or a lost dispute',
    documentation: documentationOf('returns', 'confirm'),
  },
  message: {
    reason:
      'the chat API is open to applications that Shopee has put on a list, and is not in the public reference; use native.request where yours is',
    documentation: returnsGuide,
  },
} as const satisfies Record<string, Absence>;
