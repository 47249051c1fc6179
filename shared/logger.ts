import { Logger } from '@aws-lambda-powertools/logger';

/** The one structured logger. It is never given a statement's words, a name or an address of a person. */
export const logger = new Logger();
