import { describe, expect, it } from 'vitest';
import { SignIn } from '../../infra/sign-in.ts';
import { roles } from '../../shared/statement/roles.ts';
import { origin, resourcesOf, site, templateOf, theOnly } from './synthesised.ts';

const template = templateOf((stack) => new SignIn(stack, 'SignIn', { site, origin }));
const properties = (type: string) =>
  Object.values(resourcesOf(template, type)).map((resource) => resource.Properties);
const client = (flow: string) =>
  properties('AWS::Cognito::UserPoolClient').filter(({ AllowedOAuthFlows }) =>
    [AllowedOAuthFlows].flat().includes(flow),
  );

describe('signing in', () => {
  it('is for those whom the office has let in', () => {
    expect(theOnly(template, 'AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });

  it('knows a group, and a scope for machines, for each role', () => {
    const groups = properties('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName);
    expect(groups).toEqual([...roles]);
    expect(theOnly(template, 'AWS::Cognito::UserPoolResourceServer')).toMatchObject({
      Identifier: 'communique',
      Scopes: roles.map((ScopeName) => ({ ScopeName })),
    });
  });

  it('has two clients', () => {
    expect(properties('AWS::Cognito::UserPoolClient')).toHaveLength(2);
  });
});

describe('the desk’s client', () => {
  it('has no secret, takes a code alone, and leads back to the desk alone', () => {
    const [desk, ...others] = client('code');
    expect(others).toEqual([]);
    expect(desk).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile'],
      CallbackURLs: ['https://press.example/desk/'],
      LogoutURLs: ['https://press.example/desk/'],
      PreventUserExistenceErrors: 'ENABLED',
    });
  });
});

describe('the machines’ client', () => {
  it('has a secret, and may write and not publish', () => {
    const [machine, ...others] = client('client_credentials');
    expect(others).toEqual([]);
    expect(machine).toMatchObject({ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'] });
    expect(JSON.stringify(machine?.['AllowedOAuthScopes'])).toMatch(/^[^/]*\/author"[^/]*$/);
  });
});
