import { html, useEffect, useState } from "../html.js";
import { useStore } from "../store.js";
import { rows, show, view } from "../model.js";
import { pin } from "../marks.js";
import { api } from "../data/api.js";
import { Icon, Pill, sentenceOf } from "../words/signs.js";
import { Text, bytes, exactly, plural, timeOf } from "../words/text.js";
import { Explain } from "./explain.js";
import { Events } from "./events.js";
import { BodyTab } from "./body.js";
import { HeadersTab } from "./headers.js";
import { SignatureTab } from "./signature.js";
import { AttemptsTab } from "./attempts.js";
import { DiffTab } from "./diff.js";
import { TimelineTab } from "./timeline.js";
import { CodeTab } from "./code.js";

const TABS = [["explain", "Explain", Explain], ["events", "Events", Events], ["body", "Body", BodyTab], ["headers", "Headers", HeadersTab], ["signature", "Signature", SignatureTab], ["attempts", "Attempts", AttemptsTab], ["diff", "Diff", DiffTab], ["timeline", "Timeline", TimelineTab], ["code", "As code", CodeTab]];

/** Everything about one delivery. */
export function Detail() {
  const id = useStore(view, (state) => state.d);
  const tab = useStore(view, (state) => state.tab);
  useStore(view, (state) => state.revision);
  const [detail, setDetail] = useState(null);
  const [error, setError] = useState(null);

  useEffect(() => {
    const abort = new AbortController();
    setError(null);
    Promise.all([api.delivery(id, abort.signal), api.raw(id, abort.signal)])
      .then(([told, body]) => setDetail({ line: told.delivery, headers: told.headers, body }))
      .catch((problem) => problem.name !== "AbortError" && setError(problem));
    return () => abort.abort();
  }, [id]);

  const close = () => show({ d: "" });
  if (error) return html`<aside class="pane detail" aria-label="Delivery"><div class="dhead"><div class="line1"><b>${error.message}</b><button class="plain icon" aria-label="Close" onClick=${close}><${Icon} name="close" /></button></div><p class="sub">${error.next}</p></div></aside>`;
  if (!detail) return html`<aside class="pane detail" aria-label="Delivery" aria-busy="true"></aside>`;
  const line = rows.find(id) ?? detail.line;
  const [, , Panel] = TABS.find(([name]) => name === tab) ?? TABS[0];
  return html`
    <aside class="pane detail" aria-label="Delivery">
      <header class="dhead">
        <div class="line1">
          <button class="plain icon only-narrow" aria-label="Back" onClick=${close}><${Icon} name="back" /></button>
          <${Pill} line=${line} />
          ${line.repeatOf && html`<span class="pill warn"><span aria-hidden="true">⟳</span>repeat</span>`}
          ${line.source !== "webhook" && html`<span class="pill quiet">${line.source}</span>`}
          <code class="id" title=${line.id}>${line.id}</code>
          <button class="plain icon" aria-pressed=${String(line.pinned)} aria-label="Pin" title=${line.pinned ? "Pinned; let it go (p)" : "Pin it (p)"} onClick=${() => pin([line])}><${Icon} name="pin" /></button>
          <button class="plain icon" aria-label="Note" title="Write a note on it (w)" onClick=${() => view.set({ dialog: "note" })}><${Icon} name="note" /></button>
          ${line.type === "delivery" && html`<span class="pair"><button title="Send it again (r)" onClick=${() => view.set({ dialog: "replay" })}><${Icon} name="repeat" />Replay</button><button title="Edit it, then replay (R)" aria-label="Edit, then replay" onClick=${() => view.set({ dialog: "replay-edited" })}><${Icon} name="edit" /></button></span>`}
          <button class="plain icon" aria-label="Close" title="Close (Esc)" onClick=${close}><${Icon} name="close" /></button>
        </div>
        <h1><${Text}>${sentenceOf(line)}<//></h1>
        <p class="sub num"><time title=${exactly(line.receivedAt)}>${timeOf(line.receivedAt)}</time> · ${plural(line.events.length, "event")} · ${bytes(line.size)} · answered ${line.answer}</p>
        ${line.note && html`<p class="note"><${Icon} name="note" /><${Text}>${line.note}<//></p>`}
        <${Tabs} current=${tab} />
      </header>
      <div class="tabpanel" id="panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} tabindex="0"><${Panel} key=${line.id} detail=${detail} words=${line.words} /></div>
    </aside>`;
}

function Tabs({ current }) {
  const go = (name) => show({ tab: name });
  const onKey = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = TABS.findIndex(([name]) => name === current);
    const next = TABS[(at + step + TABS.length) % TABS.length][0];
    go(next);
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return html`<div class="tabs" role="tablist" aria-label="Parts of the delivery" onKeyDown=${onKey}>
    ${TABS.map(([name, label]) => html`<button key=${name} id=${`tab-${name}`} role="tab" aria-controls="panel" aria-selected=${String(name === current)} tabindex=${name === current ? 0 : -1} onClick=${() => go(name)}>${label}</button>`)}
  </div>`;
}
