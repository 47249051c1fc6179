import { bodyOf, type Deed, deeds, overridden, publishing } from './deeds.ts';
import { element, make } from './page.ts';
import type { Statement } from './statement.ts';

/** Does a deed with the body that it takes. */
type Perform = (deed: Deed, body: Record<string, string | boolean>) => void;

/** Offers what somebody may do with a statement now; what asks something is asked first, and so is what ends something. */
export function showDeeds(statement: Statement | undefined, perform: Perform): void {
  const allowed = deeds.filter(({ action }) => statement?.actions.includes(action));
  const against = [publishing, ...deeds].filter(({ action }) => statement?.overrides.includes(action));
  element('deeds', HTMLElement).replaceChildren(
    ...allowed.map((deed) => offer(deed, (answers) => perform(deed, bodyOf(deed, answers)))),
    ...against
      .map(overridden)
      .map((deed) => offer(deed, (answers) => perform(deed, { ...bodyOf(deed, answers), override: true }))),
  );
  closeDeed();
}

function offer(deed: Deed, doIt: (answers: FormData) => void): HTMLButtonElement {
  const isAsked = deed.asks.length > 0 || deed.about !== undefined;
  const label = isAsked ? `${deed.label}…` : deed.label;
  const button = make('button', { type: 'button', className: 'quiet' }, label);
  button.onclick = () => (isAsked ? ask(deed, button, doIt) : doIt(new FormData()));
  return button;
}

/** Asks what the deed asks, below its button; Cancel and Escape go back to the button. */
function ask(deed: Deed, from: HTMLButtonElement, doIt: (answers: FormData) => void): void {
  const form = element('deed', HTMLFormElement);
  const back = () => {
    closeDeed();
    from.focus();
  };
  const cancel = make('button', { type: 'button', className: 'quiet' }, 'Cancel');
  cancel.onclick = back;
  form.onkeydown = ({ key }) => key === 'Escape' && back();
  form.onsubmit = (event) => {
    event.preventDefault();
    doIt(new FormData(form));
  };
  const title = make('h2', { tabIndex: -1 }, deed.label);
  form.replaceChildren(
    title,
    ...(deed.about ? [make('p', {}, deed.about)] : []),
    ...deed.asks.map(({ name, label, kind }) =>
      kind === 'flag'
        ? make(
            'p',
            { className: 'choices' },
            make('label', {}, make('input', { type: 'checkbox', name, checked: true }), ` ${label}`),
          )
        : make('p', {}, make('label', {}, label, make('textarea', { name, rows: 2 }))),
    ),
    make('p', { className: 'choices' }, make('button', { type: 'submit' }, deed.label), cancel),
  );
  form.hidden = false;
  (form.querySelector<HTMLElement>('textarea') ?? title).focus();
}

function closeDeed(): void {
  const form = element('deed', HTMLFormElement);
  form.hidden = true;
  form.replaceChildren();
}
