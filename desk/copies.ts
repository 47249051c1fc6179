import { readMe } from './api.ts';
import { type Copy, listCopies, makeCopy, revokeCopy } from './copies-api.ts';
import { element, make, say } from './page.ts';
import { Refusal } from './refusal.ts';
import { minuteOf } from './row.ts';
import { localOf } from './site-time.ts';
import type { Statement } from './statement.ts';

/** The roles that may let words leave the office unpublished. */
const roles = ['editor', 'admin'];

/**
 * Offers embargoed copies of a statement's work copy to those who may give them, and lists those that were given.
 * `isStill` says whether the statement is still the one that is shown.
 */
export async function showCopies(
  statement: Statement | undefined,
  siteZone: string,
  isStill: () => boolean,
): Promise<void> {
  const section = element('copies', HTMLDetailsElement);
  // A link that was just made stays to be copied while its statement is saved.
  if (section.dataset['statement'] !== statement?.id || !statement?.work) forget(section);
  if (!statement?.work) return;
  const { id } = statement;
  if (!roles.includes((await readMe()).role) || !isStill()) return;
  const list = async () => {
    const copies = await listCopies(id);
    if (!isStill()) return;
    const items = copies.map((copy) => item(copy, siteZone, () => attempt(() => revoke(id, copy, list))));
    element('copies-given', HTMLUListElement).replaceChildren(...items);
  };
  await list();
  if (!isStill()) return;
  section.dataset['statement'] = id;
  section.hidden = false;
  element('copies-form', HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    void attempt(() => give(id, list));
  };
}

async function give(id: string, list: () => Promise<void>): Promise<void> {
  const recipient = element('recipient', HTMLInputElement);
  const url = await makeCopy(id, recipient.value, element('hours', HTMLInputElement).valueAsNumber);
  showLink(url, recipient.value);
  recipient.value = '';
  await list();
}

async function revoke(id: string, copy: Copy, list: () => Promise<void>): Promise<void> {
  await revokeCopy(id, copy.id);
  say(`Revoked. The link of ${copy.recipient} leads nowhere from now on.`);
  await list();
}

/** Does what a button asks for, and says below the form why it was refused. */
async function attempt(action: () => Promise<void>): Promise<void> {
  const refusal = element('copies-refusal', HTMLElement);
  const buttons = element('copies', HTMLElement).querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  refusal.textContent = '';
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401) throw error;
    const details = error.errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}.`);
    refusal.textContent = [error.message, ...details].join(' ');
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** The link can be read here once: the newsroom keeps only its digest. */
function showLink(url: string, recipient: string): void {
  const link = make('input', { id: 'copy-link', readOnly: true, value: url });
  const copy = make('button', { type: 'button', className: 'quiet' }, 'Copy');
  copy.onclick = async () => {
    link.select();
    await navigator.clipboard.writeText(url);
    copy.textContent = 'Copied';
  };
  const label = make('label', { htmlFor: link.id }, `Link for ${recipient}; it is shown this once`);
  element('copy-made', HTMLElement).replaceChildren(label, link, copy);
}

function item({ recipient, state, expiresAt, openings }: Copy, siteZone: string, onRevoke: () => void) {
  const until = `until ${minuteOf(localOf(expiresAt, siteZone))} (${siteZone})`;
  const opened = openings.count === 1 ? 'opened once' : `opened ${openings.count} times`;
  const made = make('li', {}, make('b', {}, recipient), `: ${state}, ${until}, ${opened} `);
  if (state !== 'open') return made;
  const button = make('button', { type: 'button', className: 'link' }, 'Revoke');
  button.setAttribute('aria-label', `Revoke the copy of ${recipient}`);
  button.onclick = onRevoke;
  made.append(button);
  return made;
}

function forget(section: HTMLDetailsElement): void {
  section.hidden = true;
  section.open = false;
  element('copies-form', HTMLFormElement).reset();
  for (const id of ['copy-made', 'copies-given', 'copies-refusal'])
    element(id, HTMLElement).replaceChildren();
}
