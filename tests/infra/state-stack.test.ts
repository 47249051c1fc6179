import { describe, expect, it } from 'vitest';
import { resourcesOf, templates } from './synthesised.ts';

const { stateStack, state, service } = templates();

describe('the state stack', () => {
  it('is protected from being deleted', () => {
    expect(stateStack.terminationProtection).toBe(true);
  });

  it.each([
    ['AWS::DynamoDB::Table', 2],
    ['AWS::S3::Bucket', 2],
    ['AWS::Cognito::UserPool', 1],
  ])('keeps its %s when the stack goes away or the resource is replaced', (type, count) => {
    const kept = Object.values(resourcesOf(state, type));
    expect(kept).toHaveLength(count);
    for (const one of kept)
      expect(one).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('runs in any account and region', () => {
    expect(stateStack.environment).toBe('aws://unknown-account/unknown-region');
  });

  it('knows nothing of the service stack', () => {
    expect(JSON.stringify(state.toJSON())).not.toContain('Fn::ImportValue');
    expect(JSON.stringify(service.toJSON())).toContain('Fn::ImportValue');
  });
});
