import type { Atlas } from '../../../../src/cli/policy/atlas/atlas.js';

/** What a policy could hold that was written to harm who opens its atlas. */
export const hostile = `"'></script><script>window.hacked = true</script><img src=x onerror=window.hacked=true>`;

/** An atlas of one cell in which every text is hostile. */
export const hostileAtlas: Atlas = {
  title: hostile,
  policies: [{ id: hostile, file: hostile }],
  at: '2026-11-22',
  version: hostile,
  packs: [{ id: hostile, rules: 1, readOn: hostile }],
  columns: [{ id: 'no-reason', label: hostile, group: hostile, alike: null }],
  regions: [
    {
      name: hostile,
      rows: [
        {
          country: 'DE',
          name: hostile,
          soldOn: hostile,
          cells: [
            {
              verdict: 'eligible',
              window: hostile,
              windowInWords: hostile,
              payer: hostile,
              standing: 'below',
              here: [0],
              nearby: [1],
              sources: [0],
              explanation: 1,
            },
          ],
        },
      ],
    },
  ],
  findings: [null, hostile].map((waiver) => ({
    code: hostile,
    severity: 'error' as const,
    rule: hostile,
    region: hostile,
    message: hostile,
    witness: hostile,
    others: [hostile],
    sources: [0],
    waiver,
  })),
  elsewhere: [0, 1],
  sources: [{ rule: hostile, source: hostile, title: hostile, url: null, place: hostile, confidence: hostile }],
  explanations: { titles: [hostile], nodes: [[0], [0, 0]] },
  counts: { countries: 1, cells: 1, below: 1, partly: 0, waived: 0, unknown: 0 },
  notes: [hostile],
};
