import { html, useState } from "../html.js";
import { useStore } from "../store.js";
import { view } from "../model.js";
import { Icon } from "../words/signs.js";
import { FilterLine } from "./filter-line.js";
import { nextTheme, theme } from "./theme.js";

const TONES = { LIVE: "good", STARTING: "info", "WAITING FOR HANDSHAKE": "info", RECONNECTING: "warn", DEGRADED: "warn", FAILED: "bad" };

export function TopBar() {
  const [chosen, setChosen] = useState(theme());
  const icon = { auto: "auto", light: "sun", dark: "moon" }[chosen];
  return html`
    <header class="topbar">
      <button class="plain icon only-narrow" aria-label="Webhooks and lists" onClick=${() => view.set({ railOpen: !view.get().railOpen })}><${Icon} name="menu" /></button>
      <div class="brand"><img src="/page/icon.svg" alt="" /><h1>Webhook Inspector</h1></div>
      <${State} />
      <${FilterLine} />
      <button class="plain icon" title="Theme: ${chosen} (T)" aria-label="Theme: ${chosen}" onClick=${() => setChosen(nextTheme())}><${Icon} name=${icon} /></button>
      <button class="plain icon" title="Keys (?)" aria-label="Keys" onClick=${() => view.set({ dialog: "keys" })}><${Icon} name="help" /></button>
    </header>`;
}

function stateInWords(status) {
  return status?.attempts ? `${status.state} (${status.attempts})` : (status?.state ?? "STARTING");
}

/** How the program is doing, in the same words as the terminal; a lost connection outranks what it last said. */
function State() {
  const connection = useStore(view, (state) => state.connection);
  const status = useStore(view, (state) => state.status);
  const word = connection.connected ? stateInWords(status) : connection.locked ? "LOCKED" : `RECONNECTING (${connection.failures})`;
  const detail = connection.connected ? (status?.detail ?? "") : "";
  const tone = connection.connected ? (TONES[status?.state] ?? "info") : "warn";
  return html`<div class="state ${tone}" role="status" title=${detail}><i class="dot"></i><b>${word}</b><span>${detail}</span></div>`;
}
