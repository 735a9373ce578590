import { html } from "../html.js";
import { useStore } from "../store.js";
import { filter, show, view } from "../model.js";
import { Icon } from "../words/signs.js";
import { Text, timeOf } from "../words/text.js";

const AFAR = { label: "Overview", icon: "chart" };

const LISTS = [
  { label: "All", q: "", icon: "list" },
  { label: "Events", q: "kind=events verdict=authentic", icon: "wave" },
  { label: "Rejected", q: "verdict=forged or verdict=unsigned or verdict=nosecret or verdict=refused", icon: "shield" },
  { label: "Heartbeats", q: "kind=heartbeat", icon: "heart" },
  { label: "Handshakes", q: "kind=handshake", icon: "link" },
  { label: "Repeats", q: "repeat=yes", icon: "repeat" },
];

export function Rail() {
  const q = useStore(view, (state) => state.q);
  const open = useStore(view, (state) => state.railOpen);
  const webhooks = useStore(view, (state) => state.webhooks);
  const inboxes = useStore(view, (state) => state.inboxes);
  const alerts = useStore(view, (state) => state.alerts);
  const afar = useStore(view, (state) => state.v === "overview");
  const go = (text) => {
    filter(text, { v: "" });
    view.set({ railOpen: false });
  };
  return html`
    <nav class="rail ${open ? "open" : ""}" aria-label="Webhooks and lists">
      <${Entry} ...${AFAR} current=${afar} go=${() => show({ v: "overview", railOpen: false }, true)} />
      ${LISTS.map((list) => html`<${Entry} key=${list.label} ...${list} current=${!afar && q === list.q} go=${go} />`)}
      <button class="entry" onClick=${() => view.set({ dialog: "alerts", railOpen: false })}>
        <${Icon} name="alert" /><span class="label">Alerts</span><span class="count num">${alerts.length || ""}</span>
      </button>
      <h2>Inboxes</h2>
      ${inboxes.length === 0 && html`<p class="foot">None yet. Create a webhook and its inbox stands here.</p>`}
      ${inboxes.map((inbox) => html`<${InboxEntry} key=${inbox.name} inbox=${inbox} webhook=${webhookOf(inbox, webhooks)} current=${!afar && q === `inbox=${inbox.name}`} go=${go} />`)}
    </nav>`;
}

function Entry({ label, q, icon, current, go }) {
  return html`<button class="entry" aria-current=${String(current)} onClick=${() => go(q)}><${Icon} name=${icon} /><span class="label">${label}</span></button>`;
}

const webhookOf = (inbox, webhooks) => webhooks.find((webhook) => webhook.gid === inbox.webhook);

function InboxEntry({ inbox, webhook, current, go }) {
  const { word, tone } = healthOf(inbox, webhook);
  const name = webhook?.resource?.name ?? inbox.name;
  return html`
    <button class="entry webhook" aria-current=${String(current)} onClick=${() => go(`inbox=${inbox.name}`)}>
      <span class="sign ${tone}" aria-hidden="true">●</span>
      <span class="two"><span class="label"><${Text}>${name}<//></span><small class=${tone}>${word}</small></span>
    </button>`;
}

/** Health in a word; what Asana counts down to comes first. */
export function healthOf(inbox, webhook) {
  if (webhook?.failureDeletionTimestamp) return { word: `deleted at ${timeOf(webhook.failureDeletionTimestamp)} unless one succeeds`, tone: "bad" };
  if (webhook && !webhook.active) return { word: "inactive", tone: "warn" };
  if (inbox.state === "open") return { word: "waiting for the handshake", tone: "info" };
  if (inbox.state === "closed") return { word: "no secret", tone: "warn" };
  return { word: webhook?.lastSuccessAt ? `healthy, last success ${timeOf(webhook.lastSuccessAt)}` : "healthy", tone: "good" };
}
