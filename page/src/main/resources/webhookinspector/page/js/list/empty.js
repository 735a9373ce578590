import { html } from "../html.js";
import { useStore } from "../store.js";
import { filter, rows, show, view } from "../model.js";
import { Conditions, useConditions } from "../setup/conditions.js";
import { useClock } from "../clock.js";
import { left } from "../health.js";
import { Icon } from "../words/signs.js";
import { plural } from "../words/text.js";

/** Every way in which a list can be empty has its own face and its next step. */
export function Empty() {
  const q = useStore(view, (state) => state.q);
  const inboxes = useStore(view, (state) => state.inboxes);
  const known = useStore(view, (state) => state.health !== null);
  const connection = useStore(view, (state) => state.connection);
  if (rows.loading || (!known && connection.connected)) return html`<div class="empty"><p>Reading the history …</p></div>`;
  if (!connection.connected) return html`<${Face} icon="link" title="No connection to the program"><p>Nothing can be shown until it answers; it is asked again and again. What arrives meanwhile is kept.</p><//>`;
  if (rows.error) return html`<${BadFilter} error=${rows.error} />`;
  if (q) return html`<${HidesAll} q=${q} />`;
  return inboxes.length === 0 ? html`<${NoWebhook} />` : html`<${NothingYet} />`;
}

function BadFilter({ error }) {
  return html`
    <${Face} icon="alert" title="This filter cannot be read">
      <p>${error.message}</p>${error.next && html`<p>${error.next}</p>`}
      <button class="primary" onClick=${() => filter("")}>Show everything</button>
    <//>`;
}

function HidesAll({ q }) {
  const all = useStore(view, (state) => state.status?.deliveries ?? 0);
  const timed = /(^|\s)(since|before)=/.test(q);
  return html`
    <${Face} icon="search" title="Nothing matches">
      <p>The filter lets none of the ${plural(all, "kept delivery", "kept deliveries")} through.</p>
      <div class="buttons">
        ${timed && html`<button onClick=${() => filter(q.replace(/(^|\s)(since|before)=\S+/g, " "))}>At any time</button>`}
        <button class="primary" onClick=${() => filter("")}>Show everything</button>
      </div>
    <//>`;
}

/** Without a token nothing can be created, so that is said first. */
function NoWebhook() {
  const [conditions, again] = useConditions();
  const missing = conditions?.filter((one) => !one.well) ?? [];
  return html`
    <${Face} icon="link" title=${missing.some((one) => one.name === "token") ? "No token yet" : "No webhook yet"}>
      ${missing.length > 0
        ? html`<div class="box"><${Conditions} conditions=${conditions} again=${again} /></div>`
        : html`<p>Choose what to watch; its first heartbeat arrives within seconds and stands here.</p>`}
      <button class="primary" disabled=${missing.length > 0 || conditions === null} onClick=${() => view.set({ dialog: "wizard" })}><${Icon} name="plus" />Create webhook</button>
      <p class="quiet">To try it without Asana: <code>inspector demo</code></p>
    <//>`;
}

/** The first heartbeat comes with the handshake; later ones every 8 h. */
function NothingYet() {
  const due = useStore(view, (state) => state.health?.webhooks.find((one) => one.heartbeatDue)?.heartbeatDue);
  const simulator = useStore(view, (state) => state.simulator);
  const now = useClock(1000);
  return html`
    <${Face} icon="heart" title="Waiting for the first delivery">
      <p>The inbox is ready. ${due ? html`The next heartbeat is due in <b class="num" role="timer">${left(due, now)}</b>.` : "The first heartbeat comes right after the handshake."} Change something in the project: Asana needs about a minute, at most ten.</p>
      ${simulator && html`<button class="primary" onClick=${() => show({ v: "simulator" }, true)}><${Icon} name="play" />Open the simulator</button>`}
    <//>`;
}

function Face({ icon, title, children }) {
  return html`<div class="empty"><div class="mark"><${Icon} name=${icon} /></div><h2>${title}</h2>${children}</div>`;
}
