import { expect, it } from 'vitest';
import { Render } from '../../infra/render.ts';
import { templateOf, theOnly } from './synthesised.ts';

it('hears of what is public, of what is to be made again, and of nothing else', () => {
  const template = templateOf((stack, newsroom) => new Render(stack, newsroom));
  expect(theOnly(template, 'AWS::Events::Rule')['EventPattern']).toEqual({
    source: ['communique'],
    'detail-type': [
      'Statement Published',
      'Statement Corrected',
      'Statement Withdrawn',
      'Statement Restored',
      'Statement Outdated',
    ],
  });
});
