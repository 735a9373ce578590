import { html } from "../html.js";
import { useStore } from "../store.js";
import { filter, show, view } from "../model.js";
import { Icon } from "../words/signs.js";
import { Text, count, exactly, span, timeOf } from "../words/text.js";

const TONES = { good: "good", warn: "warn", alarm: "bad", critical: "bad" };

/** What an operator should know, newest first. */
export function Alerts() {
  const alerts = useStore(view, (state) => state.alerts);
  return html`
    <${Notices} title="Alerts" number=${alerts.length} empty="Nothing that you should know.">
      ${alerts.map((alert, i) => html`<li class="notice" key=${i}>
        <span class="sign ${TONES[alert.level] ?? "warn"}" aria-hidden="true">${alert.level === "good" ? "✓" : "⚠"}</span>
        <div><p><${Text}>${alert.message}<//></p><${Facts} time=${alert.at} words=${[alert.level === "good" ? "over" : alert.level, alert.topic]} inbox=${alert.inbox} /></div>
      </li>`)}
    <//>`;
}

/** Windows in which events may have been missed for good. */
export function Gaps() {
  const gaps = useStore(view, (state) => state.gaps);
  return html`
    <${Notices} title="Gaps" number=${gaps.length} empty="No gap is known: nothing that Asana told was missed.">
      ${gaps.map((gap) => html`<li class="notice" key=${gap.id}>
        <span class="sign warn" aria-hidden="true">⚠</span>
        <div><p><${Text}>${gap.cause}<//></p><p class="quiet">${windowOf(gap)}</p><${Facts} time=${gap.at} words=${[gap.topic]} inbox=${gap.inbox} /></div>
        ${gap.from && html`<button onClick=${() => filter(`since=${gap.from}${gap.to ? ` before=${gap.to}` : ""}`, { v: "" })}>What did arrive</button>`}
      </li>`)}
    <//>`;
}

function windowOf(gap) {
  const from = gap.from ? timeOf(gap.from) : "a time that is not known";
  if (!gap.to) return `from ${from}, and it lasts`;
  return `from ${from} to ${timeOf(gap.to)}${gap.from ? `: ${span(Date.parse(gap.to) - Date.parse(gap.from))}` : ""}`;
}

function Facts({ time, words, inbox }) {
  return html`<div class="m"><time class="num" title=${exactly(time)}>${timeOf(time)}</time>${words.map((word) => html`<span key=${word}>${word}</span>`)}
    ${inbox && html`<a href=${`/?q=inbox%3D${encodeURIComponent(inbox)}`} onClick=${(event) => (event.preventDefault(), filter(`inbox=${inbox}`, { v: "" }))}><${Text}>${inbox}<//></a>`}</div>`;
}

function Notices({ title, number, empty, children }) {
  return html`
    <section class="pane notices" aria-label=${title}>
      <div class="overhead"><h2>${title}</h2><span class="quiet num">${number ? count(number) : ""}</span><span class="grow"></span><button onClick=${() => show({ v: "" }, true)}>List</button></div>
      ${number === 0
        ? html`<div class="scroller still"><div class="empty"><div class="mark"><${Icon} name="shield" /></div><h2>${title}</h2><p>${empty}</p></div></div>`
        : html`<ol class="noticelist" tabindex="0" aria-label=${title}>${children}</ol>`}
    </section>`;
}
