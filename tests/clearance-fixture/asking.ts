/** How the tests of site clearance ask: an invented ground with zones, rounds of them, and a question about it. */
import { uuidv7 } from "uuidv7";
import {
  type FigureContext,
  type FigureDefinition,
  type Finding,
  NOTHING_FOUND,
  type Question,
} from "../../src/figures/public.ts";
import { clearanceFigures } from "../../src/land/public.ts";
import type { AttributeValue, EntryDraft, Writer } from "../../src/register/public.ts";
import { receiptOrThrow } from "../../src/register/public.ts";
import type { Ground } from "../projects-fixture/asking.ts";
import { batch, entry, paper, setting } from "../register-fixture/builders.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;
export type Told = { readonly attributes: Attributes; readonly from: string };

function figure(id: string): FigureDefinition {
  const found = clearanceFigures.find((f) => f.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}

/** What a figure finds. */
export async function findFigure(id: string, asked: Question, context: FigureContext): Promise<Finding> {
  return (await figure(id).find?.(asked, context)) ?? NOTHING_FOUND;
}

/** Records what is told of one subject, each statement in a commit of its own; answers its id and the commits. */
export async function tell(writer: Writer, kind: "zone" | "clearance", told: readonly Told[]) {
  const subject = { id: uuidv7(), kind, key: null };
  const commits: number[] = [];
  for (const { attributes, from } of told) {
    const document = paper(uuidv7());
    const change = setting({ id: uuidv7(), subject, document: document.id, from, attributes });
    const receipt = await writer.submit(batch(uuidv7(), { documents: [document], changes: [change] }));
    commits.push(receiptOrThrow(receipt).commit);
  }
  return { id: subject.id, commits };
}

/** A cluster on the ground that is there since 2020. */
export async function zoneOn(writer: Writer, ground: Ground, of: Attributes = {}): Promise<string> {
  const [place] = ground.places;
  const attributes = { name: "CCN Mẫu", kind: "cluster", places: [place], legal: "established", ...of };
  const { id } = await tell(writer, "zone", [{ attributes, from: "2020-01-01" }]);
  return id;
}

/** Records an amount of compensation in a commit of its own; answers the commit. */
export async function pay(
  writer: Writer,
  of: Pick<EntryDraft, "kind" | "subjects" | "amount"> & Partial<EntryDraft>,
): Promise<number> {
  const document = paper(uuidv7());
  const amount = entry({ id: uuidv7(), document: document.id, unit: "dong", ...of });
  const receipt = await writer.submit(batch(uuidv7(), { documents: [document], entries: [amount] }));
  return receiptOrThrow(receipt).commit;
}
