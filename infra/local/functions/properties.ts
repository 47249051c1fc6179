import * as z from 'zod';
import type { Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reserved = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);
const mostEnvironmentBytes = 4096;

const Variables = z
  .record(
    z
      .string()
      .regex(/^[a-zA-Z]\w+$/)
      .refine((name) => !reserved.has(name), { error: 'Lambda reserves this name' }),
    z.string(),
  )
  .refine((variables) => Buffer.byteLength(JSON.stringify(variables)) <= mostEnvironmentBytes, {
    error: `Lambda takes ${mostEnvironmentBytes} bytes of environment, measured as JSON`,
  });

/** The properties of a function that are honoured here; another one stops the start. */
const Properties = z.strictObject({
  Architectures: z.tuple([z.literal('arm64')]),
  Code: z.strictObject({ S3Bucket: z.unknown(), S3Key: z.string() }),
  Environment: z.strictObject({ Variables }),
  Handler: z.string().regex(/^[\w-]+\.\w+$/),
  LoggingConfig: z.strictObject({ LogGroup: z.string() }),
  MemorySize: z.int().min(128).max(10_240),
  Role: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.int().min(1).max(900),
});

/**
 * The properties of a function. Throws `TemplateError` for what Lambda wouldn't take, or the local stack can't honour.
 */
export const functionProperties = (resource: Resource) => understood(Properties, resource);
