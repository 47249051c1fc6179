/** The user pool with its groups and clients, as aws-cdk-lib writes them. */
import type { Resource } from '../../../../infra/local/template/template.ts';
import { resource } from './resource.ts';

export const signInOf = (origin: string): Resource[] => [
  resource('Cognito::UserPool', 'pool', { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
  resource('Cognito::UserPoolDomain', 'newsroom-000000000000', {
    Domain: 'newsroom-000000000000',
    UserPoolId: 'pool',
  }),
  ...['author', 'editor', 'admin'].map((GroupName) =>
    resource('Cognito::UserPoolGroup', `group-${GroupName}`, { GroupName, UserPoolId: 'pool' }),
  ),
  resource('Cognito::UserPoolResourceServer', 'communique', {
    Identifier: 'communique',
    Name: 'communique',
    Scopes: ['author', 'editor', 'admin'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName })),
    UserPoolId: 'pool',
  }),
  resource('Cognito::UserPoolClient', 'desk', {
    AccessTokenValidity: 480,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid', 'profile'],
    CallbackURLs: [`${origin}/desk/`],
    GenerateSecret: false,
    LogoutURLs: [`${origin}/desk/`],
    PreventUserExistenceErrors: 'ENABLED',
    SupportedIdentityProviders: ['COGNITO'],
    TokenValidityUnits: { AccessToken: 'minutes' },
    UserPoolId: 'pool',
  }),
  resource('Cognito::UserPoolClient', 'machines', {
    AccessTokenValidity: 60,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['communique/author'],
    GenerateSecret: true,
    SupportedIdentityProviders: ['COGNITO'],
    TokenValidityUnits: { AccessToken: 'minutes' },
    UserPoolId: 'pool',
  }),
];
