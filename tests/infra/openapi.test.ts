import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { words } from '../../functions/api/contract/words.ts';
import { openApiDocument, openApiFile } from '../../infra/openapi.ts';
import { lookUp, mistakesIn, operations, pointer } from '../functions/api/document.ts';

const document = openApiDocument();

it('docs/openapi.json says what the API reads and answers by; node infra/openapi.ts writes it', () => {
  expect(readFileSync('docs/openapi.json', 'utf8')).toBe(openApiFile());
});

/** Every object of the document that has a member, with where it stands. */
function withMember(member: string, value: unknown = document, at = ''): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    withMember(member, one, `${at}${pointer(key)}`),
  );
  return member in value ? [[at, { ...value }], ...inside] : inside;
}
const Names = z.record(z.string(), z.record(z.string(), z.unknown()));
const schemas = Names.parse(document.components.schemas);

describe('the document', () => {
  it('points to nothing that it does not have', () => {
    const refs = withMember('$ref').map(([, { $ref }]) => String($ref));
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs)) expect(lookUp(ref.replace('#', '')), ref).toBeDefined();
  });

  it('has no component that nothing points to', () => {
    const refs = new Set(withMember('$ref').map(([, { $ref }]) => $ref));
    const { securitySchemes: _, ...components } = document.components;
    const all = Object.entries(components).flatMap(([kind, some]) =>
      Object.keys(some).map((name) => `#/components/${kind}/${name}`),
    );
    expect(all.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('names each operation once, under a tag that it explains', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { tags } of operations) expect(document.tags.map(({ name }) => name)).toContain(tags.join());
  });

  it('names each parameter of an address once, and no other', () => {
    for (const { path, parameters } of operations) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      expect(named, path).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('says what every field and parameter is', () => {
    const fields = withMember('properties', schemas).flatMap(([at, { properties }]) =>
      Object.entries(Names.parse(properties)).map(([name, field]) => [`${at}/${name}`, field.description]),
    );
    const parameters = operations.flatMap(({ operationId, parameters: all }) =>
      all.map((one) => [`${operationId} ${one.name}`, one['description']]),
    );
    const silent = [...fields, ...parameters].filter(([, description]) => !description);
    expect(silent.map(([at]) => at)).toEqual([]);
  });

  it('has no words for what is not in it', () => {
    const text = JSON.stringify(document);
    const unused = Object.values(words).filter(
      (said) =>
        !text.includes(JSON.stringify(typeof said === 'string' ? said : said.description).slice(1, -1)),
    );
    expect(unused).toEqual([]);
  });

  it('has examples that are what they stand for', () => {
    const examples = withMember('example', document.paths).filter(([, one]) => 'schema' in one);
    expect(examples.length).toBeGreaterThan(30);
    for (const [at, { example }] of examples)
      expect(mistakesIn(example, `/paths${at}/schema`), at).toEqual([]);
    for (const [code, { value }] of Object.entries(Names.parse(document.components.examples)))
      expect(mistakesIn(value, '/components/schemas/Problem'), code).toEqual([]);
  });
});
