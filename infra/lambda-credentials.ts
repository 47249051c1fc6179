/**
 * Stands in for `@aws-sdk/credential-provider-node` in bundles. A function's credentials are in its environment
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime); the other
 * ways to find some, SSO, profiles and metadata services, are a sixth of a bundle and never taken.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
