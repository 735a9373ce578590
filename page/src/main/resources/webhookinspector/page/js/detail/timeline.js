import { html, useEffect, useRef, useState } from "../html.js";
import { filter, show } from "../model.js";
import { api } from "../data/api.js";
import { Icon } from "../words/signs.js";
import { Text, count, exactly, plural, span, timeOf } from "../words/text.js";
import { Problem, useAnswer } from "./ask.js";

const PAGE = 100;

/** What a person would say an event is about: of a comment, its task. */
const subjectOf = (event) => (event.resource?.resourceType === "story" && event.parent ? event.parent : event.resource);

/** Everything about one thing, from top to bottom in the order in which it happened. */
export function TimelineTab({ detail }) {
  const { line } = detail;
  const subjects = [...new Map(line.events.map(subjectOf).filter((ref) => /^[0-9]{1,40}$/.test(ref?.gid)).map((ref) => [ref.gid, ref])).values()];
  const [gid, setGid] = useState(subjects[0]?.gid ?? "");
  if (gid === "") return html`<p class="quiet">This delivery tells of no resource.</p>`;
  return html`
    ${subjects.length > 1 && html`
      <div class="toolbar"><label for="subject" class="quiet">Of</label>
        <select id="subject" value=${gid} onChange=${(event) => setGid(event.target.value)}>${subjects.slice(0, 50).map((ref) => html`<option key=${ref.gid} value=${ref.gid} selected=${ref.gid === gid}>${ref.resourceType ?? "resource"} ${ref.gid}</option>`)}</select></div>`}
    <${Timeline} key=${gid} gid=${gid} line=${line} />`;
}

function Timeline({ gid, line }) {
  const [older, setOlder] = useState([]);
  const { answer, error } = useAnswer((signal) => api.timeline(gid, { limit: PAGE }, signal), [gid, line.position]);
  const self = useRef(null);
  useEffect(() => self.current?.querySelector(".here")?.scrollIntoView({ block: "center" }), [answer]);
  if (error) return html`<${Problem} error=${error} />`;
  if (!answer) return html`<p class="quiet">Asking …</p>`;
  const entries = [...older.flatMap((page) => page.entries), ...answer.entries];
  const before = (older[0] ?? answer).older;
  const more = () => api.timeline(gid, { limit: PAGE, before }).then((page) => setOlder([page, ...older]));
  return html`
    <${Head} told=${answer} gid=${gid} />
    ${before && html`<p><button onClick=${more}><${Icon} name="up" />Older</button></p>`}
    ${entries.length === 0 && html`<p class="quiet">Nothing that can be believed tells of it.</p>`}
    <ol class="timeline" ref=${self} onKeyDown=${walk}>${entries.map((entry, i) => (entry.type === "gap" ? html`<${Gap} key=${`gap${i}`} entry=${entry} />` : html`<${Event} key=${i} entry=${entry} line=${line} />`))}</ol>
    ${answer.claims > 0 && html`<p class="quiet">${plural(answer.claims, "more event is", "more events are")} only claimed, by deliveries that nobody should believe. <button class="plain" onClick=${() => filter(`resource=${gid} verdict!=authentic`)}>Show them</button></p>`}
    ${!answer.whole && html`<p class="quiet">Only the newest tellings were put in order; the list has them all.</p>`}`;
}

function Head({ told, gid }) {
  const { resource, events, tellings } = told;
  return html`
    <div class="thead">
      <h2><${Text}>${resource.resourceType?.replaceAll("_", " ") ?? "resource"}<//>${resource.name && html` <span>“<${Text}>${resource.name}<//>”</span>`}</h2>
      <p class="quiet num"><code>${gid}</code> · ${plural(events, "event")}${tellings !== events && `, told ${count(tellings)} times`}
        <button class="plain" onClick=${() => filter(`resource=${gid} or parent=${gid}`)}><${Icon} name="list" />In the list</button></p>
    </div>`;
}

/** Up and down from event to event; Enter opens the delivery that told it, as on any button. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll(".happened > button")];
  all[all.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
}

function Event({ entry, line }) {
  const { event, told, times, lag, sent } = entry;
  const first = told[0];
  const here = told.some((telling) => telling.delivery === line.id);
  const open = () => first && show({ d: first.delivery }, true);
  return html`
    <li class="happened ${here ? "here" : ""}">
      <button class="plain" aria-current=${here ? "true" : undefined} onClick=${open} title=${first ? `Open #${first.position}` : undefined}><${Text}>${event.sentence}<//></button>
      <span class="m num">
        <time title=${exactly(entry.at)}>${timeOf(entry.at)}</time>
        ${event.createdAt === null && html`<span class="quiet">arrival; it does not say when</span>`}
        ${lag !== null && html`<span>+${span(Math.max(0, lag))}</span>`}
        ${first && html`<span>#${first.position} ${first.inbox}${first.source !== "webhook" ? `, ${first.source}` : ""}</span>`}
        ${event.alsoPolled && html`<span>☰ polled, too</span>`}
        ${times > 1 && html`<span>⟳ told ${times} times${told.length > 1 ? `: ${told.slice(1, 6).map((telling) => `#${telling.position}`).join(", ")}` : ""}</span>`}
      </span>
      ${sent.map((one, i) => html`<${Sent} key=${i} sent=${one} />`)}
    </li>`;
}

function Sent({ sent }) {
  const taken = sent.status === 200 || sent.status === 204;
  return html`<span class="m num"><span class=${taken ? "good" : "bad"}>${sent.source} → ${sent.status === null ? "no answer" : sent.status}</span><code><${Text}>${sent.target}<//></code><span>${span(sent.millis)}</span><time title=${exactly(sent.at)}>${timeOf(sent.at)}</time>${sent.because && html`<span><${Text}>${sent.because}<//></span>`}</span>`;
}

function Gap({ entry }) {
  const { gap } = entry;
  return html`
    <li class="gap"><b>⚠ Something may be missing</b>
      <span class="m num"><span>${gap.from ? timeOf(gap.from) : "some time"} to ${gap.to ? timeOf(gap.to) : "now"}</span>${gap.inbox && html`<span>${gap.inbox}</span>`}</span>
      <span class="m"><${Text}>${gap.cause}<//></span></li>`;
}
