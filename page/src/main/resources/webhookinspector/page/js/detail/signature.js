import { html } from "../html.js";
import { Text, bytes } from "../words/text.js";
import { lines } from "./headers.js";

/** The computation step by step; never the signature that we expected. */
export function SignatureTab({ detail }) {
  const { line } = detail;
  const came = lines(detail.headers).filter(([name]) => name.toLowerCase() === "x-hook-signature").map(([, value]) => value);
  if (line.type === "handshake") return html`<section class="card"><h2>A handshake carries no signature</h2><p>It offers the secret. Only the authenticated answer to the create call tells whether it was Asana's.</p></section>`;
  return html`
    <ol class="steps">
      <li><div><b>The bytes.</b> ${bytes(line.size)} as they came, before any charset or JSON handling.<br /><code>sha-256 ${line.sha256}</code></div></li>
      <li><div><b>The key.</b> This inbox's secret: its text, not what its hex digits might spell.</div></li>
      <li><div><b>HMAC-SHA256</b> of the bytes under the key, written as 64 lower-case hex digits.</div></li>
      <li><div><b>What came</b> in <code>X-Hook-Signature</code>:<br />${came.length === 0 ? html`<span class="bad">no such header</span>` : came.map((value, i) => html`<code key=${i}><${Text}>${value.slice(0, 200)}<//></code>`)}</div></li>
      <li><div><b>Compared in constant time:</b> <${Text}>${line.because}<//>.</div></li>
    </ol>`;
}
