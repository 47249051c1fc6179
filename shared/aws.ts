/**
 * How every client of AWS is set up. A connection or an answer that takes longer than its milliseconds is given up and
 * asked for again: the services answer in a few, and a function has seconds. Without `throwOnRequestTimeout` the SDK
 * would only warn (https://www.npmjs.com/package/@smithy/node-http-handler).
 */
export const awsClient = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
};
