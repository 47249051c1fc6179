import { existsSync } from 'node:fs';
import { createRequire, isBuiltin, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown) => unknown;

/**
 * Loads the handler that a template names (`handler.handler`) out of the folder of a bundle, by the rules and with the
 * errors of Lambda's runtime for Node 24: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client
 */
export async function loadHandler(folder: string, name: string): Promise<Handler> {
  keepInside(folder);
  const [module = '', exported = ''] = name.split('.');
  const file = ['.js', '.mjs', '.cjs'].map((extension) => join(folder, module + extension)).find(existsSync);
  if (!file) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  const found = (await read(file))[exported];
  if (typeof found !== 'function')
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  if (found.length > 2)
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'Lambda has no handlers with a callback since Node.js 24: one takes an event and a context at most',
    );
  return found;
}

/** Only `.mjs` is an ES module for sure: `.js` is required, as a bundle has no package.json that says otherwise. */
async function read(file: string) {
  const { href } = pathToFileURL(file);
  try {
    return file.endsWith('.mjs') ? await import(href) : createRequire(href)(file);
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error));
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
      throw named('Runtime.ImportModuleError', String(error));
    throw error;
  }
}

/** A bundle has what it brings along, and Node's own modules: nothing that happens to lie in a folder above it. */
function keepInside(folder: string): void {
  const task = pathToFileURL(`${folder}/`).href;
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      if (isBuiltin(specifier) || resolved.url.startsWith(task)) return resolved;
      const code = context.conditions.includes('require') ? 'MODULE_NOT_FOUND' : 'ERR_MODULE_NOT_FOUND';
      throw Object.assign(new Error(`Cannot find package '${specifier}'`), { code });
    },
  });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
