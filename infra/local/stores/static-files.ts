import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { here, type Place, withLocalNames } from '../place.ts';
import type { Assets } from '../template/assets.ts';
import { type Deployed, ofType } from '../template/template.ts';
import { understood } from '../template/understood.ts';

/** The properties of aws-cdk-lib's bucket deployment that are honoured here; nothing is ever pruned. */
const Deployment = z.strictObject({
  ServiceToken: z.string(),
  SourceBucketNames: z.unknown().optional(),
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).optional(),
  SourceMarkersConfig: z.unknown().optional(),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  WaitForDistributionInvalidation: z.unknown().optional(),
  Prune: z.literal(false),
  SystemMetadata: z.strictObject({ 'cache-control': z.string() }),
  OutputObjectKeys: z.unknown().optional(),
});

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Does what the deployment function of aws-cdk-lib does: brings the static files into the bucket. */
export async function deployStaticFiles(
  deployed: Deployed,
  assets: Assets,
  endpoint: string,
  place: Place,
): Promise<void> {
  const client = new S3Client({
    endpoint,
    region: here.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const resource of ofType(deployed, 'Custom::CDKBucketDeployment')) {
    const deployment = understood(Deployment, resource);
    const uploads = deployment.SourceObjectKeys.flatMap((key, index) =>
      filesOf(assets.folder(key)).map(({ name, file }) =>
        client.send(
          new PutObjectCommand({
            Bucket: deployment.DestinationBucketName,
            Key: [deployment.DestinationBucketKeyPrefix, name].filter((part) => part).join('/'),
            Body: filled(readFileSync(file), deployment.SourceMarkers?.[index] ?? {}, place),
            ContentType: mediaTypes[extname(name)] ?? 'application/octet-stream',
            CacheControl: deployment.SystemMetadata['cache-control'],
          }),
        ),
      ),
    );
    await Promise.all(uploads);
  }
  client.destroy();
}

function filesOf(folder: string): { name: string; file: string }[] {
  return globSync('**/*', { cwd: folder })
    .map((name) => ({ name, file: join(folder, name) }))
    .filter(({ file }) => statSync(file).isFile());
}

/** Puts in what was known on deployment alone, in the place of its markers. */
function filled(content: Buffer, markers: Record<string, string>, place: Place): Buffer {
  if (Object.keys(markers).length === 0) return content;
  let text = content.toString('utf8');
  for (const [marker, value] of Object.entries(markers)) text = text.replaceAll(marker, value);
  return Buffer.from(withLocalNames(text, place));
}
