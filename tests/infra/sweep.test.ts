import { expect, it } from 'vitest';
import { Sweep } from '../../infra/sweep.ts';
import { templateOf, theOnly } from './synthesised.ts';

const template = templateOf((stack, newsroom) => new Sweep(stack, newsroom));

it('sweeps every minute', () => {
  expect(theOnly(template, 'AWS::Events::Rule')).toMatchObject({
    ScheduleExpression: 'rate(1 minute)',
    State: 'ENABLED',
  });
});

it('ends before the next sweep begins', () => {
  expect(theOnly(template, 'AWS::Lambda::Function')['Timeout']).toBeLessThan(60);
});
