import { html } from "../html.js";
import { useStore } from "../store.js";
import { rows, view } from "../model.js";
import { count } from "../words/text.js";
import { Sparkline } from "./sparkline.js";

export function ListHead() {
  useStore(view, (state) => state.revision);
  const q = useStore(view, (state) => state.q);
  const { total } = rows;
  const known = !rows.loading && !rows.counting;
  return html`
    <div class="listhead">
      <div class="counts"><b class="num ${known ? "" : "quiet"}" data-count=${known ? total : ""}>${known || total > 0 ? count(total) : "…"}</b><span>${q ? "match the filter" : "deliveries kept"}</span></div>
      <${Sparkline} />
    </div>`;
}
