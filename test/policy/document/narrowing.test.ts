import { compilePolicy, definePolicy, PolicyDocumentError } from 'aftersale/policy';
import { expect, it } from 'vitest';

it('refuses an exception whose list of tags only overlaps the list around it, as neither list says what both allow', () => {
  const document = definePolicy({
    aftersale: 'policy/v1',
    id: 'house',
    rules: [
      {
        id: 'reduced',
        when: { tags: ['sale', 'outlet'] },
        window: { days: 30, from: 'delivered' },
        except: [{ id: 'final', when: { tags: ['sale', 'final'] }, exclude: 'final-sale' }],
      },
    ],
  });
  let problems: PolicyDocumentError['problems'] = [];
  try {
    compilePolicy([document], { packs: [] });
  } catch (error) {
    if (PolicyDocumentError.isInstance(error)) problems = error.problems;
  }
  expect(problems).toMatchObject([{ code: 'unreachable-rule', path: 'rules.0.except.0.when' }]);
  expect(problems[0]?.found).toContain('cannot be narrowed');
});
