import type { Resource } from '../../../../infra/local/template/template.ts';

/** A resource as `template.ts` resolves it; its type is without `AWS::`. */
export const resource = (
  type: string,
  physicalId: string,
  properties: Record<string, unknown>,
  arn = '',
): Resource => ({
  stack: 'newsroom',
  logicalId: physicalId.replaceAll('-', ''),
  type: `AWS::${type}`,
  physicalId,
  arn,
  properties,
});
