import { html, useState } from "../html.js";
import { count, exactSpan } from "../words/text.js";
import { roundAbove, useWidth } from "./measure.js";
import { PARTS, spoken, sumOf, timeOn, wordFor } from "./parts.js";
import { Figure } from "./figure.js";

const HEIGHT = 132;
const FOOT = 20;

/** Arrivals over time, stacked by what they are; a bar opens what arrived in it. */
export function ArrivalsChart({ bars, step, open }) {
  const [box, width] = useWidth();
  const [at, setAt] = useState(null);
  const highest = roundAbove(Math.max(1, ...bars.map(sumOf)));
  const x = (i) => Math.round((i * width) / Math.max(1, bars.length));
  const y = (value) => HEIGHT - Math.round((value / highest) * (HEIGHT - 14));
  const under = (event) => {
    const rect = box.current.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - rect.left) / rect.width) * bars.length)));
  };
  const onKey = (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move) setAt(Math.max(0, Math.min(bars.length - 1, (at ?? bars.length) + move)));
    else if (event.key === "Enter" && at !== null) open(bars[at], step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const totals = PARTS.map((part) => ({ ...part, total: bars.reduce((sum, bar) => sum + bar[part.key], 0) })).filter((part) => part.total > 0 || part.key === "authentic");
  const bar = at === null ? null : bars[at];

  return html`
    <${Figure} title="Arrivals" className="wide" columns=${["From", ...PARTS.map((part) => part.word)]}
      rows=${bars.filter((one) => sumOf(one) > 0).map((one) => [timeOn(one.from, step), ...PARTS.map((part) => count(one[part.key]))])}
      says=${totals.map((part) => html`<span class="share" key=${part.key}><i class=${part.tone} aria-hidden="true">${part.sign}</i> <b class="num">${count(part.total)}</b> ${wordFor(part, part.total)}</span>`)}>
      <div class="plot" ref=${box} tabindex="0" role="group" aria-label="Arrivals over time; arrow keys read bar by bar, Enter opens one" onKeyDown=${onKey}
        onPointerMove=${(event) => setAt(under(event))} onPointerLeave=${() => setAt(null)} onClick=${(event) => open(bars[under(event)], step)}>
        <svg width=${width} height=${HEIGHT + FOOT} aria-hidden="true">
          ${(highest > 1 ? [highest, highest / 2] : [highest]).map((value) => html`<g key=${value}><line class="grid" x1="0" x2=${width} y1=${y(value) + 0.5} y2=${y(value) + 0.5} /><text class="axis" x="0" y=${y(value) - 3}>${count(value)}</text></g>`)}
          <line class="base" x1="0" x2=${width} y1=${HEIGHT + 0.5} y2=${HEIGHT + 0.5} />
          ${bars.map((one, i) => stack(one, x(i), Math.max(1, x(i + 1) - x(i) - 1), y))}
          ${bar && html`<line class="cross" x1=${(x(at) + x(at + 1)) / 2} x2=${(x(at) + x(at + 1)) / 2} y1="0" y2=${HEIGHT} />`}
          ${ticks(bars, width).map((i) => html`<text key=${i} class="axis" x=${x(i)} y=${HEIGHT + 15} text-anchor=${i === 0 ? "start" : "middle"}>${timeOn(bars[i].from, step)}</text>`)}
          <text class="axis" x=${width} y=${HEIGHT + 15} text-anchor="end">now</text>
        </svg>
        ${bar && html`<div class="tip" style=${{ left: `${Math.min(width - 190, Math.max(0, x(at) + 12))}px` }}>${reading(bar, step)}</div>`}
        <span class="sr" aria-live="polite">${bar ? `${timeOn(bar.from, step)}: ${spoken(bar)}` : ""}</span>
      </div>
    <//>`;
}

function stack(bar, left, wide, y) {
  let below = 0;
  return PARTS.filter((part) => bar[part.key] > 0).map((part) => {
    const foot = y(below);
    below += bar[part.key];
    const top = Math.min(y(below), foot - 1);
    return html`<rect key=${`${left}-${part.key}`} class=${part.tone} x=${left} y=${top} width=${wide} height=${foot - top} />`;
  });
}

function reading(bar, step) {
  return html`<b class="num">${timeOn(bar.from, step)}</b> <span>${exactSpan(step)}</span>
    ${PARTS.filter((part) => bar[part.key] > 0).map((part) => html`<div key=${part.key}><i class=${part.tone}>${part.sign}</i> <b class="num">${count(bar[part.key])}</b> ${wordFor(part, bar[part.key])}</div>`)}
    ${sumOf(bar) === 0 && html`<div>nothing arrived</div>`}`;
}

/* Five or so, however wide. */
function ticks(bars, width) {
  const every = Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor(width / 150))));
  return bars.map((_, i) => i).filter((i) => i % every === 0 && i < bars.length - every / 3);
}
