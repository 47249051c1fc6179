import fc from 'fast-check';

/** Markdown as an attacker or a broken clipboard would write it: marks, tags, schemes, labels and anything. */
export const hostileBody: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        ...['<script>', '</script>', '<img src=x onerror=x>', '<!--', '&lt;', '&#x6a;', '"', "'", '\\', '\0'],
        ...['javascript:', 'data:text/html,', 'vbscript:', '//evil.example', 'https://a.example', '#x', '\t'],
        ...[
          '[',
          ']',
          '](',
          ')',
          '![',
          '<',
          '>',
          '`',
          '```',
          '*',
          '**',
          '_',
          '~~',
          '|',
          '|-|\n',
          '---',
          '===',
        ],
        ...['[^1]', '[^1]: ', '^[', '[a]: ', '> ', '- ', '1. ', '# ', '    ', '  \n', '\n', '\n\n', '\n\n'],
        ...[
          'Q: ',
          'A: ',
          '**Q:** ',
          'Anna Maria Ruiz: ',
          '" onclick="x: ',
          '? ',
          '. ',
          'words',
          'كلمة',
          '问：',
        ],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
