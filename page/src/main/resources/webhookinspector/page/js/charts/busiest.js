import { html } from "../html.js";
import { Text, count, visible } from "../words/text.js";
import { Figure } from "./figure.js";

/**
 * What most events are about, a bar each; a bar filters for it.
 *
 * @param entries name, detail, events and the filter that finds them
 */
export function Busiest({ title, entries, open }) {
  const most = Math.max(1, ...entries.map((entry) => entry.events));
  const all = entries.reduce((sum, entry) => sum + entry.events, 0);
  const says = entries.length === 0 ? "no events yet" : `${count(all)} events in the busiest ${entries.length}`;
  return html`
    <${Figure} title=${title} says=${says} columns=${["Name", "Detail", "Events"]} rows=${entries.map((entry) => [entry.name, entry.detail, count(entry.events)])}>
      <ul class="busiest">
        ${entries.map((entry) => html`<li key=${entry.filter}>
          <button class="plain" title=${visible(`Show only ${entry.filter}`)} onClick=${() => open(entry.filter)}>
            <span class="name"><${Text}>${entry.name}<//> <small><${Text}>${entry.detail}<//></small></span>
            <span class="num">${count(entry.events)}</span>
            <i aria-hidden="true" style=${{ width: `${Math.max(1, (100 * entry.events) / most)}%` }}></i>
          </button></li>`)}
      </ul>
    <//>`;
}

export const resourcesOf = (overview) => overview.resources.map(({ resource, events }) => ({
  name: resource.name ?? `${resource.resourceType ?? "resource"} ${resource.gid}`,
  detail: resource.name ? (resource.resourceType ?? "") : "",
  events,
  filter: `resource=${resource.gid}`,
}));

export const actionsOf = (overview) => overview.actions.map(({ action, type, field, events }) => ({
  name: `${action}${type ? ` ${type.replaceAll("_", " ")}` : ""}`,
  detail: field ?? "",
  events,
  filter: [`action=${quoted(action)}`, type && `type=${quoted(type)}`, `field=${field ? quoted(field) : "none"}`].filter(Boolean).join(" "),
}));

const quoted = (value) => (/^[\w.-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`);
