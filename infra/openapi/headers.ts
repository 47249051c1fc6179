const text = { type: 'string' };

/** The headers of answers that mean something beside HTTP's own, by their names. */
export const headers = {
  ETag: {
    description: 'The version of the statement, to be named in `If-Match`.',
    required: true,
    schema: { ...text, pattern: '^"[0-9]+"$' },
    example: '"4"',
  },
  Location: { description: 'The address of what is new in this API.', required: true, schema: text },
  'Retry-After': { description: 'Seconds to wait, where waiting helps.', schema: text, example: '2' },
  Accept: { description: 'The media types that the call takes.', required: true, schema: text },
};

/** What of an answer names its headers. */
export const withHeaders = (names: string[]) =>
  names.length === 0
    ? {}
    : { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) };
