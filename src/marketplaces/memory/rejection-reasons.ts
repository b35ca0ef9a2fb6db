import type { RejectionReason } from '../../core/inputs.js';

/** One reason that demands a photo, one that demands nothing, one that cannot be raised by API: the three shapes a caller must handle. */
export const defaultRejectionReasons: readonly RejectionReason[] = [
  {
    id: 'goods-as-described',
    text: 'The goods are as described',
    requirements: [{ id: 'photo', text: 'Photo of the goods', isRequired: true, maxFiles: 3 }],
  },
  { id: 'not-agreed', text: 'We do not agree with the request', requirements: [] },
  {
    id: 'suspected-abuse',
    text: 'Suspected abuse',
    requirements: [],
    notPossible: 'the marketplace takes this only from a person: write to its support',
  },
];
