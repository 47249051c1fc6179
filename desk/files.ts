import { upload } from './files-api.ts';
import { element, make } from './page.ts';
import { Refusal } from './refusal.ts';
import type { AttachedFile, Statement } from './statement.ts';

/** Changes the files of the statement that is shown, whichever they are by then. */
export type ChangeFiles = (change: (files: AttachedFile[]) => AttachedFile[]) => Promise<void>;

/** That of the view which is shown when an upload is ready, not of the one in which it began. */
let changeFiles: ChangeFiles = async () => undefined;

/** Lists the files of a statement, and offers to attach and to remove some to those who may edit it. */
export function showFiles(statement: Statement | undefined, onChange: ChangeFiles): void {
  const section = element('files', HTMLDetailsElement);
  section.hidden = !statement?.actions.includes('edit');
  if (section.dataset['statement'] !== statement?.id) forget(section);
  if (!statement) return;
  section.dataset['statement'] = statement.id;
  changeFiles = onChange;
  element('attached', HTMLUListElement).replaceChildren(...filesOf(statement).map(item));
  element('files-form', HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    void attach(statement.id);
  };
}

export const filesOf = ({ work, live }: Statement): AttachedFile[] => (work ?? live)?.attachments ?? [];

/** Sends the chosen file and attaches it, if its statement is still the one that is shown. */
async function attach(statement: string): Promise<void> {
  const file = element('file', HTMLInputElement).files?.[0];
  const alt = element('alt', HTMLInputElement).value.trim();
  if (!file) return tell('Choose a file.');
  if (file.type.startsWith('image/') && !alt)
    return tell('Describe the image for those who don’t see it.', element('alt', HTMLInputElement));
  const button = element('attach', HTMLButtonElement);
  button.disabled = true;
  try {
    tell('It is being sent…');
    const id = await upload(file, () => tell('It is being checked…'));
    if (location.hash !== `#/statements/${statement}`) return;
    await changeFiles((files) => [...files, alt ? { id, alt } : { id }]);
    // Where it was refused, the page says why, and what was chosen stays.
    const isAttached = element('attached', HTMLUListElement).textContent.includes(id);
    if (isAttached) element('files-form', HTMLFormElement).reset();
    tell('');
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401) throw error;
    tell([error.message, ...error.errors.map(({ detail }) => `It ${detail}.`)].join(' '));
  } finally {
    button.disabled = false;
  }
}

function item({ id, name, title, alt }: AttachedFile): HTMLLIElement {
  const remove = make('button', { type: 'button', className: 'link' }, 'Remove');
  remove.setAttribute('aria-label', `Remove ${name ?? id}`);
  remove.onclick = () => void changeFiles((files) => files.filter((file) => file.id !== id));
  const said = [title ?? name ?? id, alt].filter(Boolean).join(': ');
  return make('li', {}, `${said} `, make('code', {}, `attachment:${id}`), ' ', remove);
}

function tell(words: string, at?: HTMLElement): void {
  element('file-state', HTMLElement).textContent = words;
  at?.focus();
}

function forget(section: HTMLDetailsElement): void {
  section.open = false;
  element('files-form', HTMLFormElement).reset();
  element('attached', HTMLUListElement).replaceChildren();
  tell('');
}
