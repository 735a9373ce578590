/**
 * Reads JSON for showing: numbers stay the digits that came, keys that stand twice stand twice, and depth has an end.
 * Returns null for anything that is not JSON; then the bytes are shown as they are.
 */
const DEEPEST = 200;
const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

export function readJson(text) {
  let at = 0;
  const next = () => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new SyntaxError("not JSON");
    at = TOKEN.lastIndex;
    return match;
  };
  const value = (match, depth) => {
    const [, mark, string, number, literal] = match;
    if (depth > DEEPEST) throw new SyntaxError("too deep");
    if (string !== undefined) return { kind: "str", text: string };
    if (number !== undefined) return { kind: "n", text: number };
    if (literal !== undefined) return { kind: "lit", text: literal };
    if (mark === "{") return members(depth, "object", "}");
    if (mark === "[") return members(depth, "array", "]");
    throw new SyntaxError("not JSON");
  };
  const members = (depth, kind, end) => {
    const entries = [];
    let token = next();
    if (token[1] === end) return { kind, entries };
    for (;;) {
      let key = null;
      if (kind === "object") {
        key = token[2];
        if (key === undefined || next()[1] !== ":") throw new SyntaxError("not JSON");
        token = next();
      }
      entries.push({ key, value: value(token, depth + 1) });
      const after = next()[1];
      if (after === end) return { kind, entries };
      if (after !== ",") throw new SyntaxError("not JSON");
      token = next();
    }
  };
  try {
    const root = value(next(), 0);
    return text.slice(at).trim() === "" ? root : null;
  } catch {
    return null;
  }
}
