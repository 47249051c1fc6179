import { html, raw } from '../../../shared/html/html.ts';
import { localPage } from './local-page.ts';

/** The page that asks for a name and a group, and lets anybody in: it exists on one machine alone. */
export function signInPage(groups: string[]): string {
  return localPage(
    'Sign in',
    html`<h1>Sign in</h1>
<p>This machine lets anybody in. In the cloud, Amazon Cognito asks for more.</p>
<form method="post">
<p><label>Name<br><input name="name" required maxlength="100" autocomplete="username" autofocus></label></p>
<p><label>Group<br><select name="group">${groups.map((group) => html`<option>${group}</option>`)}</select></label></p>
<p><button>Sign in</button></p>
</form>`,
  );
}

/** The page that asks whether to sign out; `form` is the provider's, which the button sends. */
export function signOutPage(form: string): string {
  return localPage(
    'Sign out',
    html`<h1>Sign out</h1>
${raw(form)}
<p><button form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button></p>`,
  );
}
