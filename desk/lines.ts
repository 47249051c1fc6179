type Speaker = string | { name: string; role?: string | undefined };
type Contact = {
  label: string;
  phone?: string | undefined;
  email?: string | undefined;
  url?: string | undefined;
};

/** Speakers, one a line: `Anna Maria Ruiz, Minister of Fisheries, Aveline`. */
export const speakerLines = (speakers: Speaker[]): string =>
  speakers
    .map((speaker) => (typeof speaker === 'string' ? speaker : listed([speaker.name, speaker.role])))
    .join('\n');

/** The name ends at the first comma. */
export const speakersIn = (lines: string) =>
  partsOf(lines).map(([name = '', ...rest]) =>
    rest.length > 0 ? { name, role: rest.join(', ') } : { name },
  );

/** Contacts, one a line: `Press office, +49 30 1234, press@example.org, https://example.org/press`. */
export const contactLines = (contacts: Contact[]): string =>
  contacts.map(({ label, phone, email, url }) => listed([label, phone, email, url])).join('\n');

/** The label ends at the first comma; an e-mail and a web address are known by their look, the rest is the phone. */
export const contactsIn = (lines: string): Contact[] =>
  partsOf(lines).map(([label = '', ...rest]) => {
    const url = rest.find((part) => /^(https?:|www\.)/.test(part));
    const email = rest.find((part) => part !== url && part.includes('@'));
    const phone = listed(rest.filter((part) => part !== url && part !== email));
    return { label, ...(phone && { phone }), ...(email && { email }), ...(url && { url }) };
  });

const listed = (parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** The parts of each line that has any. */
const partsOf = (lines: string): string[][] =>
  lines
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .filter((parts) => parts.length > 0);
