import { previewStatement } from './api.ts';
import { element } from './page.ts';
import { newBody, type Values } from './values.ts';

/**
 * Shows the reader's page of what stands in the form. The page is in a sandbox with no scripts and no origin; it
 * inherits the desk's content security policy, which lets the site's own style sheet in.
 */
export async function showPreview(values: Values): Promise<void> {
  const frame = element('preview-page', HTMLIFrameElement);
  frame.srcdoc = await previewStatement(newBody(values));
  const preview = element('preview', HTMLElement);
  preview.hidden = false;
  const title = element('preview-title', HTMLElement);
  title.focus({ preventScroll: true });
  preview.scrollIntoView();
  element('hide-preview', HTMLButtonElement).onclick = () => {
    hidePreview();
    element('show-preview', HTMLButtonElement).focus();
  };
}

export function hidePreview(): void {
  element('preview', HTMLElement).hidden = true;
  element('preview-page', HTMLIFrameElement).srcdoc = '';
}
