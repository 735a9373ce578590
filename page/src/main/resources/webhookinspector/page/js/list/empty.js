import { html } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, view } from "../model.js";
import { Icon } from "../words/signs.js";

/** Every way in which a list can be empty has its own face and its next step. */
export function Empty() {
  const q = useStore(view, (state) => state.q);
  const inboxes = useStore(view, (state) => state.inboxes);
  if (rows.loading) return html`<div class="empty"><p>Reading the history …</p></div>`;
  if (rows.error) {
    return html`<${Face} icon="alert" title="This filter cannot be read">
      <p>${rows.error.message}</p>${rows.error.next && html`<p>${rows.error.next}</p>`}
      <button onClick=${() => filter("")}>Show everything</button>
    <//>`;
  }
  if (q) {
    return html`<${Face} icon="search" title="Nothing matches">
      <p>The filter lets none of the kept deliveries through.</p>
      <button class="primary" onClick=${() => filter("")}>Show everything</button>
    <//>`;
  }
  if (inboxes.length === 0) {
    return html`<${Face} icon="link" title="No webhook yet">
      <p>Create one in a terminal; its first heartbeat arrives within seconds and stands here.</p>
      <code>inspector webhooks create PROJECT_GID</code>
    <//>`;
  }
  return html`<${Face} icon="heart" title="Waiting for the first delivery">
    <p>The inbox is ready. Change something in the project; Asana needs about a minute, at most ten.</p>
  <//>`;
}

function Face({ icon, title, children }) {
  return html`<div class="empty"><div class="mark"><${Icon} name=${icon} /></div><h2>${title}</h2>${children}</div>`;
}
