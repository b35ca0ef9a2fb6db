/** Of a file or an account that holds nothing to decide, in the same words wherever it is read. */
export const noCase = 'there is no case in it, so nothing would be decided';
