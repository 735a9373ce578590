// The approach of Asana's own Node sample: parse, write anew, compare, answer; nothing is kept.
const http = require("node:http");
const crypto = require("node:crypto");
const [secret] = process.argv.slice(2);

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const computed = crypto.createHmac("SHA256", secret).update(JSON.stringify(body)).digest("hex");
    const came = request.headers["x-hook-signature"];
    const same = came && crypto.timingSafeEqual(Buffer.from(came), Buffer.from(computed));
    response.statusCode = same ? 200 : 401;
    response.end();
  });
});
server.listen(0, "127.0.0.1", 1024, () => console.log(server.address().port));
