import * as z from 'zod';
import {
  type Deployed,
  isProviderOfStaticFiles,
  ofType,
  type Resource,
  TemplateError,
} from '../template/template.ts';
import { type Statement, statements } from './statement.ts';

/** A statement of the templates, where it stands, and to whom it belongs: a role, or the resource of its policy. */
export type Grant = { id: string; role: string | undefined; statement: Statement };

const Policy = z.object({ PolicyDocument: z.unknown() });
const Role = z.object({
  AssumeRolePolicyDocument: z.unknown(),
  Policies: z.array(Policy).default([]),
  ManagedPolicyArns: z.array(z.unknown()).max(0).default([]),
});
const Permission = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

/** Every statement of every policy in the templates. Throws `TemplateError` for what it can't be true to. */
export function grantsOf(deployed: Deployed): Grant[] {
  return [
    ...all(deployed, 'AWS::IAM::Role', roleGrants),
    ...all(deployed, 'AWS::IAM::Policy', (policy) => identityGrants(deployed, policy)),
    ...all(deployed, 'AWS::SQS::QueuePolicy', resourceGrants),
    ...all(deployed, 'AWS::S3::BucketPolicy', resourceGrants),
    ...all(deployed, 'AWS::Lambda::Permission', permissionGrants),
  ];
}

type Found = { role: string | undefined; document: unknown };

function all(deployed: Deployed, type: string, found: (resource: Resource) => Found[]): Grant[] {
  const ours = ofType(deployed, type).filter(({ logicalId }) => !isProviderOfStaticFiles(logicalId));
  return ours.flatMap((resource) => {
    try {
      const grants = found(resource).flatMap(({ role, document }) =>
        statements(document).map((statement) => ({ role, statement })),
      );
      return grants.map((grant, index) => ({ ...grant, id: `${resource.logicalId}.${index}` }));
    } catch (cause) {
      throw new TemplateError(`${resource.logicalId}: the local stack does not understand it (${cause})`, {
        cause,
      });
    }
  });
}

/** A role's own policies, and its trust policy, which is a policy of the role as a resource. */
function roleGrants({ arn, properties }: Resource): Found[] {
  const { AssumeRolePolicyDocument, Policies } = Role.parse(properties);
  return [
    { role: undefined, document: onResource(AssumeRolePolicyDocument, arn) },
    ...Policies.map(({ PolicyDocument }) => ({ role: arn, document: PolicyDocument })),
  ];
}

function identityGrants(deployed: Deployed, { logicalId, properties }: Resource): Found[] {
  const { Roles, PolicyDocument } = Policy.extend({ Roles: z.array(z.string()) }).parse(properties);
  return Roles.map((name) => {
    const role = ofType(deployed, 'AWS::IAM::Role').find(({ physicalId }) => physicalId === name);
    if (!role) throw new TemplateError(`${logicalId}.Roles: no role is ${name}`);
    return { role: role.arn, document: PolicyDocument };
  });
}

const resourceGrants = ({ properties }: Resource): Found[] => [
  { role: undefined, document: Policy.parse(properties).PolicyDocument },
];

/** A function's permission is a statement of the function's own policy. */
function permissionGrants({ properties }: Resource): Found[] {
  const { Action, FunctionName, Principal, SourceArn } = Permission.parse(properties);
  const statement = {
    Effect: 'Allow',
    Action,
    Principal: { Service: Principal },
    Resource: FunctionName,
    ...(SourceArn && { Condition: { ArnLike: { 'aws:SourceArn': SourceArn } } }),
  };
  return [{ role: undefined, document: { Version: '2012-10-17', Statement: [statement] } }];
}

const Trust = z.looseObject({ Statement: z.array(z.looseObject({})) });

function onResource(document: unknown, Resource: string): unknown {
  const trust = Trust.parse(document);
  return { ...trust, Statement: trust.Statement.map((statement) => ({ ...statement, Resource })) };
}
