import { describe, expect, it } from 'vitest';
import { functionProperties } from '../../../../infra/local/functions/properties.ts';
import { TemplateError } from '../../../../infra/local/template/template.ts';
import { functionResource } from './function-of.ts';

const read = (properties: Record<string, unknown>) => functionProperties(functionResource(properties));
const withVariables = (Variables: Record<string, string>) => read({ Environment: { Variables } });

describe('the properties of a function', () => {
  it('are read as the template gives them', () => {
    expect(withVariables({ TABLE_NAME: 'heads' })).toMatchObject({
      Handler: 'handler.handler',
      MemorySize: 128,
      Timeout: 5,
      Environment: { Variables: { TABLE_NAME: 'heads' } },
    });
  });

  it.each([
    ['EphemeralStorage', { EphemeralStorage: { Size: 1024 } }],
    ['ReservedConcurrentExecutions', { ReservedConcurrentExecutions: 1 }],
    ['Code.ZipFile', { Code: { S3Bucket: 'assets', S3Key: 'code.zip', ZipFile: '' } }],
    ['Architectures.0', { Architectures: ['x86_64'] }],
    ['Runtime', { Runtime: 'nodejs22.x' }],
    ['Handler', { Handler: 'lib/handler.handler' }],
    ['MemorySize', { MemorySize: 64 }],
    ['MemorySize', { MemorySize: 10_241 }],
    ['Timeout', { Timeout: 901 }],
    ['Environment.Variables.2ND', { Environment: { Variables: { '2ND': '' } } }],
  ])('stop the start at %s, by logical id and path', (path, properties) => {
    expect(() => read(properties)).toThrow(TemplateError);
    expect(() => read(properties)).toThrow(`newsroom: newsroomworker.${path}: the local stack`);
  });

  it.each(['AWS_REGION', 'AWS_SESSION_TOKEN', '_HANDLER', 'LAMBDA_TASK_ROOT'])(
    'give %s no value: Lambda reserves the name',
    (name) => {
      expect(() => withVariables({ [name]: 'x' })).toThrow(`newsroomworker.Environment.Variables.${name}`);
    },
  );

  it('hold 4 KB of environment, in bytes of its JSON', () => {
    // {"TEXT":"…"} has 11 bytes around the text, whose é are two each.
    const text = `${'é'.repeat(2042)}x`;
    expect(withVariables({ TEXT: text }).Environment.Variables).toEqual({ TEXT: text });
    expect(() => withVariables({ TEXT: `${text}x` })).toThrow(/Environment\.Variables.*4096 bytes/);
  });
});
