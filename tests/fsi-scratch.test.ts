import { expect, test } from "vitest";
import { startBacKan } from "./bacKan.ts";
test("x", async () => {
  const khu = await startBacKan();
  const admin = await khu.signIn();
  const r = await khu.get("/api/foresight?place=06", admin);
  console.log(r.status, JSON.stringify(r.body, null, 1).slice(0, 200));
  const b: any = r.body;
  for (const z of b.zones) console.log(z.label, z.key, z.disputed, z.steps.map((s:any)=>s.state[0]+(s.endedOn??"")).join("|"), JSON.stringify(z.sitting), JSON.stringify(z.operation), z.questions, z.papers.map((p:any)=>p.kind+p.date).join());
  const c = await khu.get("/api/foresight/zones/cam-giang", admin);
  
  const t: any = await khu.get("/api/foresight/zones/thanh-binh", admin);
  console.log(JSON.stringify(t.body?.parts?.map((p:any)=>[p.label,p.signals]), null, 1));
  console.log((await khu.get("/api/foresight?place=06")).status);
  const i: any = await khu.get("/api/inbox?whose=all&asOf=2026-11-27", admin); console.log(i.status, i.body.items?.map((x:any)=>x.title));
  await khu.stop();
}, 200000);
