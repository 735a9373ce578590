import { html } from "../html.js";
import { fold, select } from "../model.js";
import { Icon, Sign, judgementOf, sentenceOf } from "../words/signs.js";
import { Text, exactly, lagOf, span, timeOf, visible } from "../words/text.js";

/** One delivery in one sweep: when, whether to believe it, what happened, where, how late, what we answered. */
export function Row({ line, index, top, selected, shown, marked, expanded, several }) {
  if (line === null) return html`<div class="row loading" role="row" style=${{ top: `${top}px` }} aria-rowindex=${index + 1}><span role="gridcell"></span><time role="gridcell">…</time><span role="gridcell"></span><span class="what" role="gridcell"></span></div>`;
  const more = line.events.length - 1;
  const lag = lagOf(line);
  const label = `${marked ? "marked, " : ""}${judgementOf(line).word}, ${sentenceOf(line)}`;
  return html`
    <div id=${`row-${index}`} class="row ${line.kind} ${marked ? "marked" : ""}" role="row" data-position=${line.position} style=${{ top: `${top}px` }} aria-level="1" aria-rowindex=${index + 1} aria-label=${visible(label)}
      aria-selected=${String(selected || shown)} aria-expanded=${line.events.length ? String(expanded) : undefined} onClick=${() => select(index, true)}>
      <span role="gridcell">${marked && html`<span class="markbox"><${Icon} name="check" /></span>`}${!marked && line.events.length > 0 && html`<button class="fold" tabindex="-1" aria-label="Fold the events open" onClick=${(event) => (event.stopPropagation(), fold(line))}><${Icon} name="chevron" /></button>`}</span>
      <time role="gridcell" datetime=${line.receivedAt} title=${exactly(line.receivedAt)}>${timeOf(line.receivedAt)}</time>
      <span role="gridcell"><${Sign} line=${line} /></span>
      <span class="what" role="gridcell"><${Text} words=${line.words}>${sentenceOf(line)}<//><${Found} line=${line} />${more > 0 && html`<span class="more">and ${more} more</span>`}</span>
      <span class="tags" role="gridcell">
        ${line.note && html`<span class="tag only-wide" title=${visible(line.note)}><${Text}>${line.note}<//></span>`}
        ${line.pinned && html`<span class="pinned" role="img" aria-label="pinned" title="pinned"><${Icon} name="pin" /></span>`}
        ${line.repeatOf && html`<span class="tag warn">repeat</span>`}
        ${line.source !== "webhook" && html`<span class="tag">${line.source}</span>`}
        ${several && html`<span class="tag only-wide">${line.inbox}</span>`}
      </span>
      <span class="lag num" role="gridcell" title="from the change to its arrival">${lag === null ? "" : span(lag)}</span>
      <span class="answer num ${line.answer >= 400 ? "bad" : ""}" role="gridcell" title="what we answered">${line.answer}</span>
    </div>`;
}

/** Where the words of the filter stand, if the row does not show them anyway. */
function Found({ line }) {
  const excerpt = line.excerpts?.find((one) => !(one.in === "sentence" && sentenceOf(line).includes(one.match)));
  return excerpt ? html`<span class="found"><${Text} words=${line.words}>${near(excerpt.before) + excerpt.match + excerpt.after}<//></span>` : null;
}

/** The row is short, and the words are what it is for. */
function near(before) {
  const characters = Array.from(before);
  return characters.length > 24 ? `…${characters.slice(-22).join("")}` : before;
}

export function EventRows({ line, top, height }) {
  return line.events.map((event, i) => html`
    <div class="eventrow" role="row" aria-level="2" key=${i} style=${{ top: `${top + i * height}px` }}>
      <time role="gridcell">${event.createdAt ? timeOf(event.createdAt) : ""}</time>
      <span class="what" role="gridcell"><${Text}>${event.sentence}<//></span>
      <span class="gid" role="gridcell">${event.resource?.gid}</span>
    </div>`);
}
