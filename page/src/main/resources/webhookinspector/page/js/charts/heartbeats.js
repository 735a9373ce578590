import { html } from "../html.js";
import { Text, exactly, span, timeOf, visible } from "../words/text.js";
import { useWidth } from "./measure.js";
import { Figure } from "./figure.js";

const HOUR = 3_600_000;
const BACK = 48 * HOUR;
const AHEAD = 8 * HOUR;
const NAME = 150;

/** A line for each inbox: its heartbeats of two days, and when the next one is due (Asana: every 8 h). */
export function HeartbeatStrips({ strips, now = Date.now() }) {
  const [box, width] = useWidth();
  const from = now - BACK;
  const room = Math.max(1, width - NAME);
  const x = (time) => NAME + Math.round(((time - from) / (BACK + AHEAD)) * room);
  const late = strips.filter((strip) => dueOf(strip) < now).length;
  const says = strips.length === 0 ? "no webhook yet" : late ? `${late} overdue` : "Asana sends one every 8 h";
  return html`
    <${Figure} title="Heartbeats" says=${says} columns=${["Inbox", "Heartbeats", "Last", "Next due"]}
      rows=${strips.map((strip) => [strip.name, String(strip.at.length), strip.at.length ? timeOf(strip.at.at(-1)) : "none", dueOf(strip) ? timeOf(new Date(dueOf(strip))) : "not known"])}>
      <div class="plot" ref=${box} role="img" aria-label=${`Heartbeats: ${strips.map((strip) => `${visible(strip.name)}, ${strip.at.length} in two days`).join("; ")}`}>
        <svg width=${width} height=${strips.length * 28 + 24} aria-hidden="true">
          ${strips.map((strip, row) => html`<g key=${strip.name}>
            <line class="base" x1=${NAME} x2=${width} y1=${row * 28 + 14.5} y2=${row * 28 + 14.5} />
            ${strip.at.map((iso) => html`<rect key=${iso} class="quiet" x=${x(Date.parse(iso)) - 1} y=${row * 28 + 6} width="3" height="17" rx="1"><title>${exactly(iso)}</title></rect>`)}
            ${dueOf(strip) !== null && html`<rect class=${dueOf(strip) < now ? "due late" : "due"} x=${x(dueOf(strip)) - 1} y=${row * 28 + 6} width="3" height="17" rx="1"><title>${`due ${timeOf(new Date(dueOf(strip)))}`}</title></rect>`}
          </g>`)}
          <line class="cross" x1=${x(now) + 0.5} x2=${x(now) + 0.5} y1="0" y2=${strips.length * 28} />
          ${(room > 260 ? [-48, -24, 0, 8] : [-48, 0]).map((hours) => html`<text key=${hours} class="axis" x=${x(now + hours * HOUR)} y=${strips.length * 28 + 16} text-anchor=${hours === -48 ? "start" : hours === 8 ? "end" : "middle"}>${hours === 0 ? "now" : hours > 0 ? "+8 h" : `${-hours} h ago`}</text>`)}
        </svg>
        ${strips.map((strip, row) => html`<span key=${strip.name} class="stripname" style=${{ top: `${row * 28}px`, width: `${NAME - 12}px` }} title=${visible(strip.name)}><${Text}>${strip.name}<//><small class=${dueOf(strip) !== null && dueOf(strip) < now ? "warn" : ""}>${dueIn(strip, now)}</small></span>`)}
      </div>
    <//>`;
}

/** When the next heartbeat should be here, or null while none came. */
const dueOf = (strip) => strip.due ?? (strip.at.length ? Date.parse(strip.at.at(-1)) + 8 * HOUR : null);

function dueIn(strip, now) {
  const due = dueOf(strip);
  if (due === null) return "none yet";
  return due < now ? `overdue ${span(now - due)}` : `due in ${span(due - now)}`;
}
