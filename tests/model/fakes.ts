import { AwsStub } from 'aws-sdk-client-mock';
import { vi } from 'vitest';
import { atCall } from './invocation.ts';

type Fake = (input: never) => unknown;
/** A command of an AWS client. */
export type Command = { constructor: unknown; input: unknown };

/** What answers a command. */
export type Send = (command: Command) => unknown;

/**
 * Takes fakes over from aws-sdk-client-mock, which holds each call against everything that it was told of: here a
 * command's class finds its fake, and thousands of days take two thirds of the time.
 */
export class Fakes {
  readonly #fakes = new Map<unknown, Fake>();

  /** Makes something that mocks clients. */
  taking<Made>(make: () => Made): Made {
    const told = vi.spyOn(AwsStub.prototype, 'on');
    told.mockImplementation(
      (command) => ({ callsFake: (fake: Fake) => this.#fakes.set(command, fake) }) as never,
    );
    const made = make();
    told.mockRestore();
    return made;
  }

  /** Sends every command of a mocked client by way of `atCall`, and of `carry`. */
  carry(client: { prototype: { send: unknown } }, carry: (send: Send, command: Command) => unknown): void {
    const send: Send = (command) => {
      const fake = this.#fakes.get(command.constructor);
      if (!fake) throw new Error(`There is no fake of ${String(command.constructor)}`);
      return fake(command.input as never);
    };
    client.prototype.send = (command: Command) => atCall(() => carry(send, command));
  }
}
