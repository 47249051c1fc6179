import type { Config } from './config.ts';
import { inEnglish, typeName } from './names.ts';
import { complain, element, make } from './page.ts';
import { atField, type FormField, type Refusal } from './refusal.ts';
import { fieldNames, type Values } from './values.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const form = () => element('statement', HTMLFormElement);

/** Makes the choices of the form: the site's types, languages and topics, and whatever else the statement has. */
export function prepareForm(config: Config, values: Values): void {
  const { types, languages, topics } = config.site;
  element('type', HTMLSelectElement).replaceChildren(
    ...types.map(({ id }) => make('option', { value: id }, typeName(config, id))),
  );
  element('language', HTMLSelectElement).replaceChildren(
    ...languages.map(({ code, name }) => make('option', { value: code, lang: code }, name)),
  );
  element('type', HTMLSelectElement).onchange = showEvent;
  const known = topics.map(({ id, names }) => ({ id, name: inEnglish(names) }));
  const own = values.topics.split(' ').filter((id) => id && !topics.some((topic) => topic.id === id));
  const choices = [...known, ...own.map((id) => ({ id, name: id }))];
  element('topics-field', HTMLElement).hidden = choices.length === 0;
  element('topics', HTMLElement).replaceChildren(
    ...choices.map(({ id, name }) =>
      make('label', {}, make('input', { type: 'checkbox', name: 'topics', value: id }), ` ${name}`),
    ),
  );
}

/** Puts values into the form, and takes away what was said about those before. */
export function fillForm(values: Values): void {
  for (const name of fieldNames) {
    // Setting a value that stands there already would move the caret.
    if (name !== 'topics' && control(name).value !== values[name]) control(name).value = values[name];
  }
  const chosen = values.topics.split(' ');
  for (const box of topicBoxes()) box.checked = chosen.includes(box.value);
  for (const name of ['title', 'summary', 'body'] as const) control(name).lang = values.language;
  showEvent();
  clearErrors();
}

/** Asks when and where of an event notice, and of whatever else has an event. */
function showEvent(): void {
  const { type, eventStart, eventEnd, eventPlace } = readForm();
  const isGiven = Boolean(eventStart || eventEnd || eventPlace);
  element('event', HTMLElement).hidden = type !== 'event-notice' && !isGiven;
}

/** What stands in the form. */
export function readForm(): Values {
  const value = (name: Exclude<keyof Values, 'topics'>) => control(name).value;
  const chosen = topicBoxes().filter((box) => box.checked);
  return {
    type: value('type'),
    language: value('language'),
    date: value('date'),
    title: value('title'),
    summary: value('summary'),
    topics: chosen.map((box) => box.value).join(' '),
    speakers: value('speakers'),
    body: value('body'),
    slug: value('slug'),
    delivery: value('delivery'),
    contacts: value('contacts'),
    eventStart: value('eventStart'),
    eventEnd: value('eventEnd'),
    eventZone: value('eventZone'),
    eventPlace: value('eventPlace'),
  };
}

/** Shows a refusal at the fields that it is about, or above the form, and goes to the first of them. */
export function showRefusal(refusal: Refusal): void {
  clearErrors();
  const placed = refusal.errors.map(atField);
  for (const { field, words } of placed) if (field) mark(field, words);
  const elsewhere = placed.filter(({ field }) => !field).map(({ words }) => words);
  const first = placed.find(({ field }) => field)?.field;
  if (first) control(first).focus();
  if (!first || elsewhere.length > 0) complain([refusal.message, ...elsewhere].join(' '));
}

/** Says a refusal of what was asked outside the form. */
export const complainOf = ({ message, errors }: Refusal): void =>
  complain([message, ...errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}.`)].join(' '));

/** Says something at a field, for the eye and for a screen reader. */
export function mark(field: FormField, words: string): void {
  const [at, id] = [control(field), `${field}-error`];
  const error = document.getElementById(id) ?? make('span', { id, className: 'error' });
  error.append(...(error.hasChildNodes() ? [' '] : []), `${words}.`);
  at.setAttribute('aria-invalid', 'true');
  at.setAttribute('aria-describedby', id);
  (at.closest('p, fieldset') ?? form()).append(error);
}

export function clearErrors(): void {
  complain();
  for (const error of form().querySelectorAll('.error')) error.remove();
  for (const at of form().querySelectorAll('[aria-invalid]')) {
    at.removeAttribute('aria-invalid');
    at.removeAttribute('aria-describedby');
  }
}

const topicBoxes = () => [...form().querySelectorAll<HTMLInputElement>('input[name="topics"]')];

function control(field: FormField): Control {
  const found = form().querySelector<Control>(`[name="${field}"]`);
  if (!found) throw new Error(`The form has no field ${field}`);
  return found;
}
