/** Where the stack stands on this machine: what takes the place of an account and its regional endpoints. */
export type Place = {
  region: string;
  account: string;
  /** The site's origin: `http://localhost:4000`. */
  origin: string;
  /** The endpoint of queues: `http://127.0.0.1:PORT`. */
  queues: string;
};

/** The account and region of every local stack. */
export const here = { region: 'us-east-1', account: '000000000000' } as const;
