import { html } from "../html.js";
import { useStore } from "../store.js";
import { rows, view } from "../model.js";
import { count } from "../words/text.js";
import { Sparkline } from "./sparkline.js";

export function ListHead() {
  useStore(view, (state) => state.revision);
  const q = useStore(view, (state) => state.q);
  const total = rows.size + rows.held.length;
  return html`
    <div class="listhead">
      <div class="counts"><b class="num" data-count=${total}>${rows.loading ? "…" : count(total)}</b><span>${q ? "match the filter" : "deliveries kept"}</span></div>
      <${Sparkline} />
    </div>`;
}
