/** From the least to the most allowed; each may do all that those before it may. */
export const roles = ['author', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whether one role is another, or above it. */
export const isAtLeast = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);

/** Who asks: the token's subject, their name for the audit trail, the highest of their roles, their client. */
export type Caller = { sub: string; name: string; role: Role; client: string };

/** Whether texts need a second pair of eyes before they are public: the site file's `review`. */
export type Review = 'required' | 'optional';
