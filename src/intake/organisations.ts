/**
 * Developers by name as printed. Two spellings are two organisations: only a person joins them. An enterprise code goes
 * before the name.
 */

import type { Effective } from "../register/public.ts";
import { newId } from "./ids.ts";
import type { RowReader } from "./rowReader.ts";
import type { ToldValue } from "./rows.ts";
import type { OrganisationFound } from "./store.ts";
import {
  addChange,
  fetchOrganisations,
  type Paper,
  rememberOrganisation,
  type Workbench,
} from "./workbench.ts";

type Developer = { readonly name: string; readonly code: string | null };

/** Reads the organisations of these names and codes, and the names of those that stored changes name. */
export async function fetchDevelopers(bench: Workbench, developers: readonly Developer[]): Promise<void> {
  const stored = [...bench.stored.values()].flatMap((changes) =>
    changes.flatMap((c) =>
      c.kind === "set" && typeof c.attributes.developer === "string" ? c.attributes.developer : [],
    ),
  );
  await fetchOrganisations(bench, {
    names: [...new Set(developers.map((d) => d.name))],
    codes: [...new Set(developers.flatMap((d) => d.code ?? []))],
    ids: [...new Set(stored)],
  });
}

type At = { readonly reader: RowReader; readonly from: Effective; readonly paper: Paper };

/** The developer as a told value; a new organisation is planned under its name. */
export function planDeveloper(developer: Developer | null, bench: Workbench, at: At): readonly ToldValue[] {
  if (developer === null) return [];
  const found = findDeveloper(developer, bench);
  if (found === "several") {
    at.reader.refuse(
      "developer",
      "organisation-ambiguous",
      ["có hơn một tổ chức mang đúng tên này", "more than one organisation bears this very name"],
      ["Ghi mã số doanh nghiệp để phân biệt.", "Give the enterprise code to tell them apart."],
    );
    return [];
  }
  const { id, name } = found ?? newOrganisation(developer, bench, at);
  if (found !== null && developer.code !== null && found.code === null)
    addCode(found, developer.code, { bench, at });
  return [{ column: "developer", attribute: "developer", value: id, shown: name }];
}

function findDeveloper({ name, code }: Developer, bench: Workbench): OrganisationFound | "several" | null {
  const named = bench.organisations.get(name) ?? [];
  const coded = code === null ? undefined : bench.organisationCodes.get(code);
  if (coded !== undefined) return coded;
  // Another code is another organisation, even under the same name.
  const possible = code === null ? named : named.filter((o) => o.code === null);
  const [first, second] = possible;
  return second === undefined ? (first ?? null) : "several";
}

function newOrganisation({ name, code }: Developer, bench: Workbench, at: At): OrganisationFound {
  const made = { id: newId(), name, code };
  record(made.id, code === null ? { name } : { name, enterpriseCode: code }, { bench, at });
  rememberOrganisation(bench, made);
  return made;
}

function addCode(
  found: OrganisationFound,
  code: string,
  to: { readonly bench: Workbench; readonly at: At },
): void {
  record(found.id, { enterpriseCode: code }, to);
  const list = to.bench.organisations.get(found.name) ?? [];
  to.bench.organisations.set(
    found.name,
    list.filter((o) => o.id !== found.id),
  );
  rememberOrganisation(to.bench, { ...found, code });
}

function record(
  id: string,
  attributes: Readonly<Record<string, string>>,
  { bench, at }: { readonly bench: Workbench; readonly at: At },
): void {
  addChange(bench, {
    subject: { id, kind: "organisation", key: null },
    attributes,
    from: at.from,
    to: null,
    standing: "says",
    document: at.paper.document,
    note: null,
  });
}
