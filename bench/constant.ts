/** A server like ours with one route that returns a constant: what HTTP alone costs here. */
import { createHttp } from "../src/platform/http/server.ts";

const app = await createHttp({ version: "0", logLevel: "silent" });
app.get("/constant", async () => ({ status: "ok" }));
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
