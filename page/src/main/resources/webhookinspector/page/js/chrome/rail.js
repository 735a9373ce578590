import { html } from "../html.js";
import { useStore } from "../store.js";
import { filter, show, view } from "../model.js";
import { LISTS } from "../data/counts.js";
import { VIEWS } from "../views.js";
import { useClock } from "../clock.js";
import { dueWords, healthOf, left } from "../health.js";
import { forgetFilter } from "../saved.js";
import { Icon } from "../words/signs.js";
import { Text, count, exactly, visible } from "../words/text.js";

export function Rail() {
  const q = useStore(view, (state) => state.q);
  const place = useStore(view, (state) => state.v);
  const open = useStore(view, (state) => state.railOpen);
  const counts = useStore(view, (state) => state.counts);
  const alerts = useStore(view, (state) => state.alerts);
  const gaps = useStore(view, (state) => state.gaps);
  const go = (text) => {
    filter(text, { v: place === "simulator" ? place : "" });
    view.set({ railOpen: false });
  };
  const to = (v) => show({ v, railOpen: false }, true);
  const targets = useStore(view, (state) => state.targets);
  const simulator = useStore(view, (state) => state.simulator !== null);
  const urgent = alerts.filter((alert) => alert.level === "alarm" || alert.level === "critical").length;
  const numbers = { gaps: [gaps.length, "warn"], alerts: [alerts.length, urgent ? "bad" : "warn"], targets: [targets.length, toneOf(targets)] };
  const entryFor = ({ name, label, icon }) => html`<${Entry} key=${name} label=${label} icon=${icon} number=${numbers[name]?.[0]} tone=${numbers[name]?.[1]} current=${place === name} act=${() => to(name)} />`;
  const [overview, ...others] = VIEWS;
  return html`
    <nav class="rail ${open ? "open" : ""}" aria-label="Webhooks and lists">
      ${entryFor(overview)}
      ${LISTS.map((list) => html`<${Entry} key=${list.name} label=${list.label} icon=${list.icon} number=${counts[list.name]} tone=${list.name === "rejected" ? "bad" : ""} current=${onList(place) && q === list.q} act=${() => go(list.q)} />`)}
      ${others.map(entryFor)}
      ${simulator && html`<${Entry} label="Simulator" icon="play" current=${place === "simulator"} act=${() => show({ v: "simulator", d: "", railOpen: false }, true)} />`}
      <${Webhooks} q=${q} place=${place} counts=${counts} go=${go} />
      <${Saved} q=${q} place=${place} go=${go} />
    </nav>`;
}

function toneOf(targets) {
  if (targets.some((target) => target.state === "down")) return "bad";
  return targets.some((target) => target.state === "failing" || target.dead > 0) ? "warn" : "";
}

const onList = (place) => place === "" || place === "simulator";

function Entry({ label, icon, number, tone = "", current, act }) {
  return html`<button class="entry" aria-current=${String(current)} onClick=${act}><${Icon} name=${icon} /><span class="label">${label}</span>
    <span class="count num ${number ? tone : ""}">${number ? count(number) : ""}</span></button>`;
}

function Webhooks({ q, place, counts, go }) {
  const inboxes = useStore(view, (state) => state.inboxes);
  const health = useStore(view, (state) => state.health);
  const healthAt = (inbox) => health?.webhooks.find((one) => one.inbox === inbox.name);
  const nameOf = (inbox) => healthAt(inbox)?.resource?.name ?? inbox.name;
  const twice = (inbox) => inboxes.some((other) => other !== inbox && nameOf(other) === nameOf(inbox));
  return html`
    <div class="railhead"><h2>Webhooks</h2><button class="plain icon" aria-label="Create webhook" title="Create webhook (+)" onClick=${() => view.set({ dialog: "wizard", railOpen: false })}><${Icon} name="plus" /></button></div>
    ${inboxes.length === 0 && html`<p class="none">None yet.</p>`}
    ${inboxes.map((inbox) => html`<${Webhook} key=${inbox.name} inbox=${inbox} name=${twice(inbox) ? inbox.name : nameOf(inbox)} health=${healthAt(inbox)} number=${counts[`inbox ${inbox.name}`]}
      current=${onList(place) && q === `inbox=${inbox.name}`} go=${go} />`)}`;
}

/** Health in a word and a colour, when the next heartbeat is due, and a countdown while Asana means to delete it. */
function Webhook({ inbox, name, health, number, current, go }) {
  const now = useClock(health?.failureDeletionTimestamp ? 1000 : 20_000);
  const { word, tone, sentence, deletion, due } = healthOf(inbox, health);
  return html`
    <button class="entry webhook" aria-current=${String(current)} title=${visible(sentence)} onClick=${() => go(`inbox=${inbox.name}`)}>
      <span class="sign ${tone}" aria-hidden="true">${{ good: "●", warn: "▲", bad: "■", info: "◐" }[tone]}</span>
      <span class="two">
        <span class="label"><${Text}>${name}<//></span>
        <small title=${due ? `heartbeat due ${exactly(due)}` : ""}><b class=${tone}>${word}</b>${due && !deletion && html` · ${dueWords(due, now)}`}</small>
        ${deletion && html`<small class="bad num" role="timer">Asana deletes it in ${left(deletion, now)}</small>`}
      </span>
      <span class="count num">${number ? count(number) : ""}</span>
    </button>`;
}

function Saved({ q, place, go }) {
  const saved = useStore(view, (state) => state.saved);
  if (saved.length === 0) return null;
  return html`
    <h2>Saved filters</h2>
    ${saved.map((one) => html`<div class="savedfilter" key=${one.name}>
      <button class="entry" aria-current=${String(onList(place) && q === one.filter)} title=${visible(one.filter)} onClick=${() => go(one.filter)}><${Icon} name="star" /><span class="label"><${Text}>${one.name}<//></span></button>
      <button class="plain icon" aria-label=${`Forget the filter ${visible(one.name)}`} onClick=${() => forgetFilter(one.name)}><${Icon} name="close" /></button>
    </div>`)}`;
}
