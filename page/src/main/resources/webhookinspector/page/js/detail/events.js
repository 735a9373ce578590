import { html } from "../html.js";
import { filter } from "../model.js";
import { Text, exactly, timeOf } from "../words/text.js";

const typeOf = (ref) => ref?.resourceType ?? "resource";

export function Events({ detail, words }) {
  const { events } = detail.line;
  if (events.length === 0) return html`<p class="quiet">This delivery tells no event.</p>`;
  return html`<div class="cards">${events.map((event, i) => html`<${EventCard} key=${i} event=${event} words=${words} />`)}</div>`;
}

function EventCard({ event, words }) {
  const gid = event.resource?.gid;
  return html`
    <article class="ev">
      <div class="s"><${Text} words=${words}>${event.sentence}<//></div>
      <div class="m">
        ${event.createdAt && html`<time class="num" title=${exactly(event.createdAt)}>${timeOf(event.createdAt)}</time>`}
        <span>${event.action}${event.field ? ` · ${event.field}` : ""}</span>
        <a href=${`/?q=resource%3D${gid}`} onClick=${(click) => (click.preventDefault(), filter(`resource=${gid}`))}>${typeOf(event.resource)} <code>${gid}</code></a>
        ${event.parent && html`<span>in ${typeOf(event.parent)} <code>${event.parent.gid}</code></span>`}
        ${event.user && html`<span>by <code>${event.user.gid}</code></span>`}
      </div>
    </article>`;
}
