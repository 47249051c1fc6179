import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Place, withLocalNames } from '../place.ts';
import { intrinsic } from './intrinsics.ts';
import { resourceTypes } from './resource-types.ts';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      Condition: z.undefined().optional(),
    }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});
type Template = z.output<typeof Template>;

/** A resource of the templates with every intrinsic function of its properties resolved. */
export type Resource = {
  stack: string;
  logicalId: string;
  type: string;
  physicalId: string;
  arn: string;
  properties: Record<string, unknown>;
};
export type Deployed = { resources: Resource[] };

export const ofType = ({ resources }: Deployed, type: string): Resource[] =>
  resources.filter((resource) => resource.type === type);

/** Thrown for a template that the runner can't be true to; says where. */
export class TemplateError extends Error {}

/** Reads the templates of an assembly and resolves them, as CloudFormation would. Throws `TemplateError`. */
export function deploy(outdir: string, stacks: string[], place: Place): Deployed {
  const templates = new Map(
    stacks.map((stack) => [
      stack,
      Template.parse(JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), 'utf8'))),
    ]),
  );
  const resolver = new Resolver(templates, place);
  return {
    resources: [...templates].flatMap(([stack, { Resources }]) =>
      Object.keys(Resources).map((id) => resolver.resource(stack, id)),
    ),
  };
}

/** Resolves references between the resources of all stacks, each when it is first asked for. */
class Resolver {
  readonly #templates: Map<string, Template>;
  readonly #place: Place;

  constructor(templates: Map<string, Template>, place: Place) {
    this.#templates = templates;
    this.#place = place;
  }

  resource(stack: string, logicalId: string): Resource {
    const { type, name, property } = this.#known(stack, logicalId);
    const properties = this.#templates.get(stack)?.Resources[logicalId]?.Properties ?? {};
    const { ref, attributes } = type;
    return {
      stack,
      logicalId,
      type: this.#templates.get(stack)?.Resources[logicalId]?.Type ?? '',
      physicalId: ref?.({ name, property }, this.#place) ?? name,
      arn:
        attributes?.Arn?.({ name, property }, this.#place) ??
        attributes?.FunctionARN?.({ name, property }, this.#place) ??
        '',
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [
          key,
          this.#value(stack, value, `${logicalId}.${key}`),
        ]),
      ),
    };
  }

  #known(stack: string, logicalId: string, path = logicalId) {
    const resource = this.#templates.get(stack)?.Resources[logicalId];
    if (!resource)
      throw new TemplateError(`${stack}: ${path} refers to ${logicalId}, which is not in the template`);
    const type = isProviderOfStaticFiles(logicalId)
      ? { locally: 'stores/static-files.ts', ref: () => logicalId, attributes: { Arn: () => logicalId } }
      : resourceTypes[resource.Type];
    if (!type)
      throw new TemplateError(
        `${stack}: ${logicalId} is of type ${resource.Type}, which the local stack does not know`,
      );
    const property = (name: string) => this.#value(stack, resource.Properties[name], `${logicalId}.${name}`);
    return { type, property, name: `${stack}-${logicalId}`.slice(0, 75) };
  }

  #value(stack: string, value: unknown, path: string): unknown {
    if (Array.isArray(value)) return value.map((one, index) => this.#value(stack, one, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    const call = intrinsic(value);
    if (!call)
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, this.#value(stack, one, `${path}.${key}`)]),
      );
    const inner = (given: unknown) => this.#value(stack, given, path);
    const result = call({
      inner,
      ref: (name) => this.#ref(stack, name, path),
      attribute: (id, name) => this.#attribute(stack, id, name, path),
      imported: (name) => this.#imported(name, path),
      fail: (what) => {
        throw new TemplateError(`${stack}: ${path}: ${what}`);
      },
    });
    return typeof result === 'string' ? withLocalNames(result, this.#place) : result;
  }

  #ref(stack: string, name: string, path: string): string {
    const { region, account } = this.#place;
    const pseudo: Record<string, string> = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack,
    };
    if (name in pseudo) return pseudo[name] ?? '';
    const { type, ...resource } = this.#known(stack, name, path);
    return type.ref?.(resource, this.#place) ?? resource.name;
  }

  #attribute(stack: string, logicalId: string, attribute: string, path: string): string {
    const { type, ...resource } = this.#known(stack, logicalId, path);
    const value = type.attributes?.[attribute];
    if (!value)
      throw new TemplateError(
        `${stack}: ${path} asks for ${logicalId}.${attribute}, which the local stack does not know`,
      );
    return value(resource, this.#place);
  }

  #imported(name: string, path: string): unknown {
    for (const [stack, { Outputs }] of this.#templates)
      for (const [id, output] of Object.entries(Outputs))
        if (output.Export && this.#value(stack, output.Export.Name, id) === name)
          return this.#value(stack, output.Value, `Outputs.${id}`);
    throw new TemplateError(`${path} imports ${name}, which no stack exports`);
  }
}

/** The function of aws-cdk-lib that carries static files; the runner does that itself. */
export const isProviderOfStaticFiles = (logicalId: string): boolean =>
  logicalId.startsWith('CustomCDKBucketDeployment') || /^Static(Assets|Files)AwsCliLayer/.test(logicalId);
