import { expect, it } from 'vitest';
import { Release } from '../../infra/release.ts';
import { resourcesOf, templateOf, theOnly } from './synthesised.ts';

const template = templateOf((stack, newsroom) => new Release(stack, newsroom));

it('hears of what is scheduled, and of no other private work, and of what the sweep finds due', () => {
  const rules = Object.values(resourcesOf(template, 'AWS::Events::Rule'));
  expect(rules.map(({ Properties }) => Properties['EventPattern'])).toEqual([
    { source: ['communique'], 'detail-type': ['Statement Changed'], detail: { state: ['scheduled'] } },
    { source: ['communique'], 'detail-type': ['Publication Due'] },
  ]);
});

it('may send to its own queue, whose messages can wait one by one', () => {
  const [[id, queue] = ['', undefined]] = Object.entries(resourcesOf(template, 'AWS::SQS::Queue')).filter(
    ([, { Properties }]) => Properties['RedrivePolicy'],
  );
  expect(queue?.Properties).not.toHaveProperty('FifoQueue');
  const policy = JSON.stringify(theOnly(template, 'AWS::IAM::Policy'));
  expect(policy).toContain(
    JSON.stringify({ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [id, 'Arn'] } }),
  );
});
