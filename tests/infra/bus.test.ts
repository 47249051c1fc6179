import { expect, it } from 'vitest';
import { StatementBus } from '../../infra/bus.ts';
import { resourcesOf, templateOf, theOnly } from './synthesised.ts';

it('keeps a year of what it told of statements, and of nothing else', () => {
  const template = templateOf((stack) => new StatementBus(stack, 'Bus'));
  const [bus = ''] = Object.keys(resourcesOf(template, 'AWS::Events::EventBus'));
  expect(theOnly(template, 'AWS::Events::Archive')).toMatchObject({
    SourceArn: { 'Fn::GetAtt': [bus, 'Arn'] },
    EventPattern: { source: ['communique'] },
    RetentionDays: 365,
  });
});
