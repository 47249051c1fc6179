import { expect, it } from 'vitest';
import { Feeds } from '../../infra/feeds.ts';
import { resourcesOf, site, templateOf } from './synthesised.ts';

it('has one writer at a time for each of the site’s languages', () => {
  const template = templateOf((stack, newsroom) => new Feeds(stack, newsroom));
  const rules = Object.values(resourcesOf(template, 'AWS::Events::Rule')).map((rule) => rule.Properties);
  expect(rules).toMatchObject(
    site.languages.map(({ code }) => ({
      EventPattern: { source: ['communique'], detail: { language: [code] } },
      Targets: [{ SqsParameters: { MessageGroupId: code } }],
    })),
  );
  for (const { EventPattern } of rules)
    expect(EventPattern).toMatchObject({
      'detail-type': [
        'Statement Published',
        'Statement Corrected',
        'Statement Withdrawn',
        'Statement Restored',
        'Statement Outdated',
        'Lists Outdated',
      ],
    });
});
