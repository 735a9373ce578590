import { html, useEffect, useFocus, useState } from "../html.js";
import { useStore } from "../store.js";
import { filter, refresh, view } from "../model.js";
import { api } from "../data/api.js";
import { close } from "../chrome/dialog.js";
import { Text } from "../words/text.js";
import { Conditions, useConditions } from "./conditions.js";
import { ResourcePicker } from "./resource-picker.js";
import { Filters, wanted } from "./filters.js";

/** From a name to a webhook: what it needs, what to watch, which events, and how the handshake goes. */
export function Wizard() {
  const [conditions, again] = useConditions();
  const [chosen, setChosen] = useState(null);
  const [rows, setRows] = useState([]);
  const [lint, setLint] = useState(null);
  const [state, setState] = useState({ step: "" });
  const ready = conditions?.every((one) => one.well) && chosen && state.step === "" && !lint?.findings.some((finding) => finding.refused);

  useEffect(() => {
    if (!chosen) return undefined;
    const timer = setTimeout(() => api.lint({ resource: chosen.gid, filters: wanted(rows) }).then(setLint, (problem) => setLint({ resource: null, findings: [{ refused: true, message: problem.message }] })), 250);
    return () => clearTimeout(timer);
  }, [chosen?.gid, JSON.stringify(rows)]);

  const create = async (event) => {
    event.preventDefault();
    setState({ step: "asking", since: Date.now() });
    try {
      const webhook = await api.create({ resource: chosen.gid, filters: wanted(rows) });
      await refresh();
      setState({ step: "created", webhook });
    } catch (problem) {
      setState({ step: "", error: problem });
    }
  };
  if (state.step === "created") return html`<${Created} webhook=${state.webhook} />`;
  return html`
    <form class="form wizard" onSubmit=${create}>
      <${Conditions} conditions=${conditions} again=${again} />
      <${ResourcePicker} chosen=${chosen} choose=${setChosen} usable=${conditions?.[0]?.well ?? false} />
      <${Filters} rows=${rows} change=${setRows} lint=${lint} level=${lint?.resource?.resourceType ?? "project"} />
      ${state.error && html`<p class="bad" role="alert">${state.error.message}<br />${state.error.next}</p>`}
      ${state.step === "asking" ? html`<${Handshake} since=${state.since} />` : html`<div class="toolbar"><span class="grow"></span><button type="button" onClick=${close}>Cancel</button><button class="primary" disabled=${!ready}>Create webhook</button></div>`}
    </form>`;
}

/** Asana holds the create call open until its handshake was answered; each step is ticked off when it is seen. */
function Handshake({ since }) {
  const handshake = useStore(view, (state) => state.handshake);
  const seen = handshake !== null && Date.parse(handshake.receivedAt) >= since - 1000;
  return html`
    <ol class="progresssteps" role="status">
      <li class="done">An inbox of its own is open for the handshake</li>
      <li class=${seen ? "done" : "now"}>${seen ? "Asana offered its secret, and it was echoed" : "Asana is asked, and offers its secret"}</li>
      <li class=${seen ? "now" : ""}>Asana's answer elects the secret</li>
    </ol>`;
}

function Created({ webhook }) {
  const show = () => {
    filter(`inbox=${webhook.inbox}`, { v: "" });
    close();
  };
  return html`
    <div class="form">
      <p class="good"><b>✓ The webhook is there.</b></p>
      <p>It watches <b><${Text}>${webhook.resource?.name ?? webhook.resource?.gid}<//></b>; what arrives is checked with the secret that Asana named in its answer. The first heartbeat comes within seconds, changes after about a minute.</p>
      <div class="toolbar"><span class="grow"></span><button class="primary" ref=${useFocus()} onClick=${show}>Show its deliveries</button></div>
    </div>`;
}
