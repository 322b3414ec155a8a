import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type MappedZone, recordMappedZone } from "../../../tests/mappedZone.ts";
import { createWriter, verifyRegister } from "../../register/public.ts";
import { zoneSubject } from "../../zones/public.ts";
import { plotSubject } from "../subject.ts";

const definitions = [zoneSubject, plotSubject];
let database: FreshDatabase;
let mapped: MappedZone;
beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  mapped = await recordMappedZone({ writer, place: uuidv7() }, { key: "ccn-mau-ve" });
});
afterAll(() => database.drop());

const differences = async () =>
  (await verifyRegister({ pool: database.pool, definitions, files: null })).differences;

it.each([
  ["outline", "'\\x00'::bytea"],
  ["extent", "extent + point(1, 1)"],
])(
  "an %s that is not what the boundary gives is found by khu verify, be it as large",
  async (column, other) => {
    expect(await differences()).toEqual([]);
    const { owner } = database;
    const plot = mapped.plots[2];
    await owner.query("create table plot_before as table plot_now");
    await owner.query(`update plot_now set ${column} = ${other} where id = $1`, [plot]);
    expect((await differences()).map((d) => [d.kind, d.table, d.id])).toEqual([
      ["derivedAltered", "plot_now", plot],
    ]);
    await owner.query(
      `update plot_now n set ${column} = b.${column} from plot_before b where b.id = n.id and b.valid_from = n.valid_from`,
    );
    await owner.query("drop table plot_before");
    expect(await differences()).toEqual([]);
  },
);
