import { Permissions } from '../../../infra/local/permissions/permissions.ts';
import { resource } from './front/resource.ts';

/**
 * Permissions that allow everybody everything but these actions. Their denial is the statement `denied.0`, which a test
 * may withhold.
 */
export const allowingAllBut = (...actions: string[]): Permissions =>
  new Permissions({
    resources: [
      policy('allowed', 'Allow', ['*']),
      ...(actions.length > 0 ? [policy('denied', 'Deny', actions)] : []),
    ],
  });

const policy = (name: string, Effect: string, Action: string[]) =>
  resource('SQS::QueuePolicy', name, {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect, Action, Principal: '*', Resource: '*' }],
    },
  });
