import { describe, expect, it } from 'vitest';
import { intrinsic } from '../../../../infra/local/template/intrinsics.ts';

const evaluate = (value: object): unknown => {
  const inner = (given: unknown): unknown =>
    typeof given === 'object' && given !== null && !Array.isArray(given) ? evaluate(given) : given;
  return intrinsic(value)?.({
    inner,
    ref: (name) => `<${name}>`,
    attribute: (id, name) => `<${id}/${name}>`,
    imported: (name) => `<import ${name}>`,
    fail: (what) => {
      throw new Error(what);
    },
  });
};

describe('an intrinsic function', () => {
  it.each([
    [{ Ref: 'Table' }, '<Table>'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, '<Table/Arn>'],
    [{ 'Fn::ImportValue': 'state:Table' }, '<import state:Table>'],
    [{ 'Fn::ImportValue': { 'Fn::Join': [':', ['state', 'Table']] } }, '<import state:Table>'],
    [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3']] }, 'arn:<AWS::Partition>:s3'],
    [{ 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    [{ 'Fn::Select': ['0', { 'Fn::Split': ['/', 'a/b'] }] }, 'a'],
    [{ 'Fn::Split': [',', { Ref: 'Names' }] }, ['<Names>']],
    [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is CloudFormation that fills it in.
      { 'Fn::Sub': 'https://${Api}.${AWS::Region}/${Bucket.Arn}' },
      'https://<Api>.<AWS::Region>/<Bucket/Arn>',
    ],
  ])('%j', (value, result) => {
    expect(evaluate(value)).toEqual(result);
  });

  it('that is not known fails with its name', () => {
    expect(() => evaluate({ 'Fn::Cidr': ['10.0.0.0/16', 2] })).toThrow(
      'the local stack does not know Fn::Cidr',
    );
  });
});

it.each([{}, { Ref: 'Table', More: 1 }, { Name: 'Ref' }])('%j is an ordinary object', (value) => {
  expect(intrinsic(value)).toBeUndefined();
});
