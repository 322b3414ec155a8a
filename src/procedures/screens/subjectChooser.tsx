/** Choosing what a procedure is about: a zone of the register, a project, a plot, or none of them. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { get, withQuery } from "../../web/api.ts";
import { Field } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { useView } from "../../web/view.tsx";
import { FindField, type Found } from "../cases/screens/finding.tsx";
import { CHECK_WORDS as WORDS } from "../checking/screens/words.ts";

export const SUBJECT_KINDS = ["zone", "project", "plot"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
/** What is chosen, by id or stable key. */
export type SubjectName = { readonly kind: SubjectKind; readonly name: string };
export type SubjectRef = { readonly id: string; readonly key: string | null; readonly label: string };

const ref = z.looseObject({ id: z.string(), key: z.string().nullable() });
const projects = z.object({
  items: z.array(ref.extend({ name: z.string(), zone: z.object({ label: z.string() }).nullable() })),
});
const hits = z.object({
  items: z.array(ref.extend({ kind: z.string(), label: z.string(), detail: z.string().nullable() })),
});
const zones = z.object({ items: z.array(ref.extend({ name: z.string() })) });
const one = {
  zone: ref
    .extend({ name: z.string().nullable() })
    .transform((z): SubjectRef => ({ ...z, label: z.name ?? "…" })),
  project: ref.extend({ name: z.string() }).transform((p): SubjectRef => ({ ...p, label: p.name })),
  plot: ref
    .extend({ number: z.string(), zone: z.object({ label: z.string() }) })
    .transform((p): SubjectRef => ({ ...p, label: `${p.number}, ${p.zone.label}` })),
} as const satisfies Record<SubjectKind, unknown>;

/** The words of one subject, once it is known on the day; null: none is chosen. */
export function useSubject(subject: SubjectName | null, asOf: string): SubjectRef | null {
  const lang = useLang();
  const { kind, name } = subject ?? { kind: "zone", name: "" };
  const url = withQuery(`/api/${kind}s/${encodeURIComponent(name)}`, { asOf, lang });
  const { data } = useQuery({
    queryKey: [`/api/${kind}s`, "one", url],
    queryFn: ({ signal }): Promise<SubjectRef> => get(one[kind], url, signal),
    enabled: subject !== null,
    retry: false,
  });
  return subject === null ? null : (data ?? null);
}

type Props = {
  readonly subject: SubjectName | null;
  readonly change: (subject: SubjectName | null) => void;
  readonly asOf: string;
  /** What it means that none of the three is chosen. */
  readonly none: string;
};

/** The kind, then one of that kind. */
export function SubjectChooser({ subject, change, asOf, none }: Props) {
  const say = useSay();
  const [sought, setKind] = useState<SubjectKind | null>(null);
  const kind = subject?.kind ?? sought;
  const chosen = useSubject(subject, asOf);
  return (
    <>
      <Field label={WORDS.subject}>
        <select
          value={kind ?? ""}
          onChange={(e) => {
            setKind(SUBJECT_KINDS.find((k) => k === e.target.value) ?? null);
            change(null);
          }}
        >
          <option value="">{none}</option>
          {SUBJECT_KINDS.map((k) => (
            <option key={k} value={k}>
              {say(WORDS[k])}
            </option>
          ))}
        </select>
      </Field>
      {kind === "zone" && <ZoneField chosen={chosen} change={change} asOf={asOf} />}
      {kind === "project" && <FoundField kind="project" chosen={chosen} change={change} asOf={asOf} />}
      {kind === "plot" && <FoundField kind="plot" chosen={chosen} change={change} asOf={asOf} />}
    </>
  );
}

type FieldProps = Pick<Props, "change" | "asOf"> & { readonly chosen: SubjectRef | null };

function ZoneField({ chosen, change, asOf }: FieldProps) {
  const say = useSay();
  const lang = useLang();
  const { place } = useView();
  const url = withQuery("/api/zones", { place, asOf, lang });
  const { data } = useQuery({
    queryKey: ["/api/zones", url],
    queryFn: ({ signal }) => get(zones, url, signal),
  });
  const items = data?.items ?? [];
  const isListed = chosen === null || items.some(({ id }) => id === chosen.id);
  return (
    <Field label={WORDS.zone}>
      <select
        value={chosen?.id ?? ""}
        onChange={(e) => change(e.target.value === "" ? null : { kind: "zone", name: e.target.value })}
      >
        <option value="">{say(WORDS.choose)}</option>
        {!isListed && <option value={chosen.id}>{chosen.label}</option>}
        {items.map((z) => (
          <option key={z.id} value={z.id}>
            {z.name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function FoundField({ kind, chosen, change, asOf }: FieldProps & { readonly kind: "project" | "plot" }) {
  return (
    <FindField
      label={kind === "project" ? WORDS.findProject : WORDS.findPlot}
      chosen={chosen === null ? [] : [{ id: chosen.id, label: chosen.label, more: "" }]}
      choose={({ id }) => change({ kind, name: id })}
      drop={() => change(null)}
    >
      {(typed, list) =>
        kind === "project" ? (
          <Projects typed={typed} asOf={asOf} list={list} />
        ) : (
          <Plots typed={typed} asOf={asOf} list={list} />
        )
      }
    </FindField>
  );
}

type ListProps = {
  readonly typed: string;
  readonly asOf: string;
  readonly list: (items: readonly Found[]) => ReactNode;
};

function Projects({ typed, asOf, list }: ListProps) {
  const lang = useLang();
  const { place } = useView();
  const url = withQuery("/api/projects", { place, find: typed, asOf, limit: "8", lang });
  const { data } = useQuery({
    queryKey: ["/api/projects", url],
    queryFn: ({ signal }) => get(projects, url, signal),
  });
  const found = data?.items.map((p) => ({ id: p.id, label: p.name, more: p.zone?.label ?? "" }));
  return <Listed found={found} list={list} />;
}

function Plots({ typed, asOf, list }: ListProps) {
  const lang = useLang();
  const { place } = useView();
  const url = withQuery("/api/search", { place, query: typed, asOf, lang });
  const { data } = useQuery({
    queryKey: ["/api/search", url],
    queryFn: ({ signal }) => get(hits, url, signal),
  });
  const found = data?.items.flatMap((hit) =>
    hit.kind === "plot" ? [{ id: hit.id, label: hit.label, more: hit.detail ?? "" }] : [],
  );
  return <Listed found={found} list={list} />;
}

function Listed({ found, list }: Pick<ListProps, "list"> & { readonly found: readonly Found[] | undefined }) {
  const say = useSay();
  if (found === undefined) return null;
  return found.length === 0 ? <p className="muted">{say(WORDS.noneFound)}</p> : list(found);
}
