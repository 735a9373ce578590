import { html, useState } from "../html.js";
import { say } from "../model.js";
import { Icon } from "../words/signs.js";
import { lines } from "./headers.js";

const DROPPED = new Set(["host", "content-length", "connection", "transfer-encoding", "x-hook-secret"]);

/** The delivery as a program would send it again. Text that is not plain goes through base64, so that no byte changes. */
export function CodeTab({ detail }) {
  const [form, setForm] = useState("curl");
  const text = FORMS[form](detail);
  const copy = () => navigator.clipboard.writeText(text).then(() => say("Copied"), () => say("The browser did not allow copying"));
  return html`
    <div class="toolbar">
      <div class="seg" role="group" aria-label="Language">${Object.keys(FORMS).map((name) => html`<button key=${name} aria-pressed=${String(name === form)} onClick=${() => setForm(name)}>${name}</button>`)}</div>
      <span class="grow"></span><button onClick=${copy}><${Icon} name="copy" />Copy</button>
    </div>
    <pre class="code">${text}</pre>`;
}

const TARGET = "http://localhost:3000/hook";
const headersOf = (detail) => lines(detail.headers).filter(([name]) => !DROPPED.has(name.toLowerCase()));
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const base64 = (body) => btoa(Array.from(body, (byte) => String.fromCharCode(byte)).join(""));
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

export const FORMS = {
  curl: (detail) => [`printf %s ${base64(detail.body)} | base64 -d |`, `curl -sS ${TARGET} --data-binary @-`, ...headersOf(detail).map(([name, value]) => `  -H ${shell(`${name}: ${value}`)}`)].join(" \\\n").replace("| \\\n", "|\n"),
  HTTPie: (detail) => `printf %s ${base64(detail.body)} | base64 -d |\nhttp POST ${TARGET}${headersOf(detail).map(([name, value]) => ` \\\n  ${shell(`${name}:${value}`)}`).join("")}`,
  Java: (detail) => `byte[] body = Base64.getDecoder().decode(${literal(base64(detail.body))});\nHttpRequest request = HttpRequest.newBuilder(URI.create("${TARGET}"))${headersOf(detail).map(([name, value]) => `\n    .header(${literal(name)}, ${literal(value)})`).join("")}\n    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();\nHttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());`,
  Python: (detail) => `import base64, urllib.request\n\nbody = base64.b64decode(${literal(base64(detail.body))})\nheaders = {${headersOf(detail).map(([name, value]) => `\n    ${literal(name)}: ${literal(value)},`).join("")}\n}\nurllib.request.urlopen(urllib.request.Request("${TARGET}", body, headers))`,
  Node: (detail) => `const body = Buffer.from(${literal(base64(detail.body))}, "base64");\nconst headers = {${headersOf(detail).map(([name, value]) => `\n  ${literal(name)}: ${literal(value)},`).join("")}\n};\nawait fetch("${TARGET}", { method: "POST", headers, body });`,
};
