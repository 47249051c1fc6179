import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { SiteFile } from '../shared/site-file.ts';
import { roles } from '../shared/statement/roles.ts';

/** Who may sign in: the pool, its groups, and the clients of the desk and of machines. */
export class SignIn extends Construct {
  readonly poolId: string;
  readonly issuer: string;
  /** The managed login's address, without a slash at its end. */
  readonly domain: string;
  readonly desk: UserPoolClient;
  readonly machines: UserPoolClient;

  constructor(scope: Construct, id: string, { site, origin }: { site: SiteFile; origin: string }) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'A second factor is each office’s decision: many sign in by an identity provider that has its own.',
      },
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection needs the Plus plan, billed by user; self sign-up is off.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan is billed by user; an office that wants it switches it on in the console.',
      },
    );
    for (const groupName of roles)
      new CfnUserPoolGroup(this, `Group-${groupName}`, { userPoolId: pool.userPoolId, groupName });

    const prefix = `${site.id}-${Stack.of(this).account}`;
    this.domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: prefix } }).baseUrl();
    this.poolId = pool.userPoolId;
    this.issuer = pool.userPoolProviderUrl;
    this.desk = pool.addClient('Desk', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(8),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${origin}/desk/`],
        logoutUrls: [`${origin}/desk/`],
      },
    });
    const scopes = roles.map(
      (role) => new ResourceServerScope({ scopeName: role, scopeDescription: `To act as ${role}` }),
    );
    const server = new UserPoolResourceServer(this, 'Api', {
      userPool: pool,
      identifier: 'communique',
      scopes,
    });
    this.machines = pool.addClient('Machines', {
      generateSecret: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { clientCredentials: true },
        // An office makes a client of its own for a machine that may do more.
        scopes: scopes.slice(0, 1).map((scope) => OAuthScope.resourceServer(server, scope)),
      },
    });
  }
}
