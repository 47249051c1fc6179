/**
 * Stands in for `@aws-sdk/middleware-endpoint-discovery` in bundles: DynamoDB's client brings it along, its default is
 * off, and nobody turns it on.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: false,
};
