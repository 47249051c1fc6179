import { actOn, createStatement, deleteStatement, patchStatement, type Read, readStatement } from './api.ts';
import { hideChecks, showChecks } from './checks.ts';
import type { Config } from './config.ts';
import { showCopies } from './copies.ts';
import type { Deed } from './deeds.ts';
import { digestOf } from './digest.ts';
import { type ChangeFiles, filesOf, showFiles } from './files.ts';
import { complainOf, fillForm, mark, prepareForm, readForm, showRefusal } from './form.ts';
import { emptyValues, valuesIn } from './initial.ts';
import { complain, element, make, say, show } from './page.ts';
import { hidePreview, showPreview } from './preview.ts';
import { Refusal } from './refusal.ts';
import { refuseSchedule, showSchedule } from './schedule.ts';
import { showDeeds } from './show-deeds.ts';
import { standingOf } from './standing.ts';
import { unsent } from './unsent.ts';
import { merged, newBody, patchBody, type Values } from './values.ts';

/** What is being written: what the server has of it, undefined while that is nothing, and the values of that. */
type Desk = { config: Config; read: Read | undefined; base: Values };

/** Shows the form for the statement with this id, or for a new one. */
export async function showCompose(config: Config, id?: string): Promise<void> {
  const read = id === undefined ? undefined : await readStatement(id);
  const desk = { config, read, base: read ? valuesIn(read, config) : emptyValues(config) };
  show('compose', read ? 'Edit a statement' : 'New statement');
  hidePreview();
  const kept = unsent(sessionStorage, id ?? 'new').read();
  const { values, conflicts } = kept
    ? merged(kept.base, kept.values, desk.base)
    : { values: desk.base, conflicts: [] };
  prepareForm(config, values);
  fillForm(values);
  showStanding(desk);
  for (const field of conflicts) mark(field, 'Somebody else has changed this too; saving keeps your words');
  if (kept && Object.keys(patchBody(desk.base, values)).length > 0) say('Your unsaved words are back.');
  listen(desk);
}

function listen(desk: Desk): void {
  const form = element('statement', HTMLFormElement);
  form.oninput = () => keeper(desk).keep({ base: desk.base, values: readForm() });
  form.onsubmit = (event) => {
    event.preventDefault();
    void attempt(desk, async () => {
      await save(desk);
      say('Saved as a draft. Nobody outside can see it.');
    });
  };
  element('publish', HTMLButtonElement).onclick = () => void attempt(desk, () => publish(desk));
  element('show-preview', HTMLButtonElement).onclick = () =>
    void attempt(desk, () => showPreview(readForm()));
}

/** Does what a button asks for, once at a time, and shows a refusal where it belongs. */
async function attempt(desk: Desk, action: () => Promise<void>, refuse = showRefusal): Promise<void> {
  const actions = element('compose', HTMLElement).querySelectorAll<HTMLButtonElement>('.actions button');
  for (const button of actions) button.disabled = true;
  say('');
  complain();
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401) throw error;
    if (error.status === 412) offerNewest(desk);
    else refuse(error);
  } finally {
    for (const button of actions) button.disabled = false;
  }
}

/** Sends what was changed, if anything was. The first time makes a draft, whose address the page then has. */
async function save(desk: Desk): Promise<Read> {
  const values = readForm();
  const { read } = desk;
  const patch = patchBody(desk.base, values);
  if (read && Object.keys(patch).length === 0) return read;
  const saved = read
    ? await patchStatement(read.statement.id, patch, read.etag)
    : await createStatement(newBody(values), await keyOf(newBody(values)));
  keeper(desk).forget();
  if (!read) history.replaceState(null, '', `#/statements/${saved.statement.id}`);
  settle(desk, saved, values);
  return saved;
}

async function publish(desk: Desk): Promise<void> {
  const { statement, etag } = await save(desk);
  const sent = readForm();
  const published = await actOn(statement.id, 'publish', correctionOf(desk), etag);
  settle(desk, published, sent);
  element('note', HTMLTextAreaElement).value = '';
  const { url } = published.statement;
  say('Published. It is at its address within a second or two: ', make('a', { href: url }, url));
}

async function schedule(desk: Desk, when: object): Promise<void> {
  const { statement, etag } = await save(desk);
  const sent = readForm();
  settle(desk, await actOn(statement.id, 'schedule', { ...correctionOf(desk), ...when }, etag), sent);
  say('Scheduled. It goes out by itself.');
}

/** Saves the text with other files. */
async function saveFiles(desk: Desk, change: Parameters<ChangeFiles>[0]): Promise<void> {
  const { statement, etag } = await save(desk);
  const sent = readForm();
  settle(desk, await patchStatement(statement.id, { attachments: change(filesOf(statement)) }, etag), sent);
}

/** What is said of a correction, where something is public that it corrects. */
function correctionOf({ read }: Desk): object {
  if (!read?.statement.live) return {};
  const form = new FormData(element('statement', HTMLFormElement));
  const note = String(form.get('note')).trim() || undefined;
  return { note, significance: form.get('significance') };
}

/** Does what isn't writing. What releases or hands over a text saves it first; else unsaved words stay unsaved. */
async function perform(desk: Desk, { action, done }: Deed, said: object): Promise<void> {
  const saves = action === 'submit' || action === 'publish';
  const read = saves ? await save(desk) : desk.read;
  if (!read) return;
  const { statement, etag } = read;
  if (action === 'delete') {
    await deleteStatement(statement.id, etag);
    keeper(desk).forget();
    location.hash = '#/';
    return;
  }
  const sent = saves || action === 'discard' ? readForm() : desk.base;
  const body = action === 'publish' ? { ...correctionOf(desk), ...said } : said;
  settle(desk, await actOn(statement.id, action, body, etag), sent);
  if (action === 'discard') keeper(desk).forget();
  say(done);
}

/** Takes in what the server has now; words typed since `sent` was sent stay. */
function settle(desk: Desk, read: Read, sent: Values): void {
  desk.read = read;
  desk.base = valuesIn(read, desk.config);
  fillForm(merged(sent, readForm(), desk.base).values);
  showStanding(desk);
}

/** Somebody else was faster: nothing of theirs is overwritten unseen, and nothing written here is lost. */
function offerNewest(desk: Desk): void {
  const id = desk.read?.statement.id;
  const reload = make('button', { type: 'button' }, 'Bring in their changes and keep my words');
  reload.onclick = () => void showCompose(desk.config, id).then(() => element('title', HTMLElement).focus());
  keeper(desk).keep({ base: desk.base, values: readForm() });
  complain('Somebody else has changed this statement since you opened it. Nothing was saved.', reload);
}

/** Says what is public and what isn't, and asks for a note where publishing would correct something. */
function showStanding(desk: Desk): void {
  const { read } = desk;
  const live = read?.statement.live;
  hideChecks();
  showDeeds(read?.statement, (deed, body) => void attempt(desk, () => perform(desk, deed, body), complainOf));
  showSchedule(
    read?.statement,
    desk.config.site.timeZone,
    (when, override) => void attempt(desk, () => schedule(desk, { ...when, ...override }), refuseSchedule),
  );
  showFiles(read?.statement, (change) => attempt(desk, () => saveFiles(desk, change)));
  void showCopies(read?.statement, desk.config.site.timeZone, () => desk.read === read);
  element('publish', HTMLButtonElement).hidden =
    read !== undefined && !read.statement.actions.includes('publish');
  if (read) void showChecks(read.statement.id, () => desk.read === read);
  element('compose-title', HTMLElement).textContent = read ? 'Edit a statement' : 'New statement';
  element('correction', HTMLElement).hidden = !live;
  element('publish', HTMLButtonElement).textContent = live ? 'Publish the correction' : 'Publish';
  element('standing', HTMLElement).replaceChildren(...standingOf(read?.statement));
}

const keeper = ({ read }: Desk) => unsent(sessionStorage, read?.statement.id ?? 'new');

/** An Idempotency-Key that follows from the request: the same text sent twice from this tab is one statement. */
async function keyOf(body: object): Promise<string> {
  const tab = sessionStorage.getItem('tab') ?? crypto.randomUUID();
  sessionStorage.setItem('tab', tab);
  return digestOf(tab + JSON.stringify(body));
}
