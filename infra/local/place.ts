/** Where the stack stands on this machine: what takes the place of an account and its regional endpoints. */
export type Place = {
  region: string;
  account: string;
  /** The site's origin: `http://localhost:4000`. */
  origin: string;
  /** The endpoint of queues: `http://127.0.0.1:PORT`. */
  queues: string;
};

/** Where the sign-in is, below the site's origin. */
export const signInPath = '/_local/sign-in';

/** Where a browser reaches buckets, below the site's origin. */
export const bucketsPath = '/_local/s3';

/**
 * What DNS does in the cloud: the name of the user pool's managed login stands for the sign-in of this machine, and that
 * of a bucket for its place here.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function withLocalNames(text: string, { region, origin }: Place): string {
  return text
    .replaceAll(
      new RegExp(`https://[a-z0-9-]+\\.auth\\.${region}\\.amazoncognito\\.com`, 'g'),
      origin + signInPath,
    )
    .replaceAll(
      new RegExp(`https://([a-z0-9.-]+)\\.s3\\.${region}\\.amazonaws\\.com`, 'g'),
      `${origin}${bucketsPath}/$1`,
    );
}

/** The secret that every function of a local stack signs with. */
export const secretAccessKey = 'local';

/** The account and region of every local stack. */
export const here = { region: 'us-east-1', account: '000000000000' } as const;
