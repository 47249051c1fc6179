/**
 * Stands in for `@smithy/core/event-streams` in bundles: S3's client brings it along for SelectObjectContent, which
 * nobody calls.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export const eventStreamSerdeProvider = (): undefined => undefined;
export const EventStreamSerde = undefined;
