/**
 * Whether a queue holds the dead letters of a consumer, or of `all`: by its logical id (`RenderConsumerDeadLetters…`),
 * which in the cloud its name has behind the stack's.
 */
export const isDeadLettersOf = (queue: string, consumer: string): boolean => {
  const [, name] = /(?:^|-)([A-Z]\w*?)Consumer\w*DeadLetters/.exec(queue) ?? [];
  return name !== undefined && (consumer === 'all' || name.toLowerCase() === consumer.toLowerCase());
};

/** What there is to say of the relay's own, which hold places in the stream and no events. */
export const aboutRelay =
  'The relay’s dead letters can’t be sent back: the sweep tells again of what is public (docs/operators-book.md).';
