/** The press desk: signs people in and shows what the address asks for. */
import { readMe } from './api.ts';
import { showCompose } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { showList } from './list.ts';
import { inEnglish } from './names.ts';
import { complain, element, show, wordsFor } from './page.ts';
import { Refusal } from './refusal.ts';
import { completeSignIn, currentToken, signIn, signOut } from './sign-in.ts';

/** Shows the view that the fragment names: `#/`, `#/new` or `#/statements/ID`. */
async function open(config: Config): Promise<void> {
  const [, view, id] = location.hash.split('/');
  if (!currentToken()) show('welcome', 'Sign in');
  else if (view === 'new') await showCompose(config);
  else if (view === 'statements' && id) await showCompose(config, id);
  else await showList(config);
}

/** Who is signed in, above every view. */
async function showPerson(config: Config): Promise<void> {
  element('sign-out', HTMLButtonElement).onclick = () => signOut(config);
  if (!currentToken()) return;
  const { name, role } = await readMe();
  element('person-name', HTMLElement).textContent = `${name}, ${role}`;
  element('person', HTMLElement).hidden = false;
}

async function start(): Promise<void> {
  const config = await readConfig();
  element('newsroom', HTMLElement).textContent = inEnglish(config.site.name);
  element('sign-in', HTMLButtonElement).onclick = () => void signIn(config);
  window.onhashchange = () => void open(config);
  window.onunhandledrejection = ({ reason }) => {
    const expired = reason instanceof Refusal && reason.status === 401;
    if (expired) show('welcome', 'Sign in');
    complain(expired ? 'Your sign-in has ended. Sign in again: unsaved words are kept.' : wordsFor(reason));
  };
  try {
    await completeSignIn(config);
    await Promise.all([showPerson(config), open(config)]);
  } catch (error) {
    if (!currentToken()) show('welcome', 'Sign in');
    complain(wordsFor(error));
  }
}

await start();
